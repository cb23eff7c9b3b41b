"""Part of a search: passages of different articles that say the same in the same words become one.

Agencies' reports appear in many papers with small changes. Two chunks are copies when most of their runs of
five words are the same (Broder's shingles) and what differs says nothing else (index/searching/likeness.py);
the better-ranked one is shown and lists the others' articles. Whether a quote stands in them is looked at
where they are named (bot/answering/copies.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.generation.catalog_rows import StoredChunk
from index.searching.likeness import says_otherwise

SHINGLE_WORDS = 5
# Of the smaller chunk's shingles. Chunks of one wire story are cut at other places in other papers, so half
# of the words in common is already far beyond what two independent reports share.
SAME_SHARE = 0.5


@dataclass(slots=True)
class Folded:
    """A chunk that stands for its copies; `copies` are the numbers of their articles."""

    chunk: StoredChunk
    copies: list[int] = field(default_factory=list)


def fold_copies(ranked: Sequence[StoredChunk], limit: int) -> list[Folded]:
    """The first `limit` chunks that are no copies of a better one, each with the articles of its copies."""
    kept: list[tuple[Folded, frozenset[int]]] = []
    for chunk in ranked:
        shingles = _shingles(chunk.text)
        original = next((f for f, s in kept if _same(s, shingles) and _is_copy(chunk, f.chunk)), None)
        if original:
            if chunk.article not in original.copies:
                original.copies.append(chunk.article)
        elif len(kept) < limit:
            kept.append((Folded(chunk), shingles))
        else:
            break  # what follows could only add copies of what is far down
    return [folded for folded, _ in kept]


def _is_copy(chunk: StoredChunk, original: StoredChunk) -> bool:
    return chunk.article != original.article and not says_otherwise(_sentences(chunk), _sentences(original))


def _sentences(chunk: StoredChunk) -> list[str]:
    spans = [(span.start - chunk.start, span.end - chunk.start) for span in chunk.sentences]
    return [chunk.text[start:end] for start, end in spans] or [chunk.text]


def _same(one: frozenset[int], other: frozenset[int]) -> bool:
    smaller = min(len(one), len(other))
    return smaller > 0 and len(one & other) >= SAME_SHARE * smaller


def _shingles(text: str) -> frozenset[int]:
    words = text.casefold().split()
    return frozenset(hash(tuple(words[i : i + SHINGLE_WORDS])) for i in range(len(words) - SHINGLE_WORDS + 1))
