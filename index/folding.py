"""Part of a search: passages of different articles that say the same in the same words become one.

Agencies' reports appear in many papers with small changes. Two chunks are copies when most of their runs of
five words are the same (Broder's shingles); the better-ranked one is shown and lists the others' articles.
"""

from collections.abc import Sequence

from index.article import Article, ArticleInfo
from index.catalog import StoredChunk
from index.words import fold

SHINGLE_WORDS = 5
# Of the smaller chunk's shingles. Chunks of one wire story are cut at other places in other papers, so half
# of the words in common is already far beyond what two independent reports share.
SAME_SHARE = 0.5

Folded = tuple[StoredChunk, Article, tuple[ArticleInfo, ...]]


def fold_copies(ranked: Sequence[tuple[StoredChunk, Article]], limit: int) -> list[Folded]:
    """The first `limit` chunks that are no copies of a better one, each with the articles of its copies."""
    kept: list[tuple[StoredChunk, Article, list[ArticleInfo], frozenset[int]]] = []
    for chunk, article in ranked:
        shingles = _shingles(article.text[chunk.start : chunk.end])
        original = next((k for k in kept if k[1] is not article and _same(k[3], shingles)), None)
        if original:
            if article.info not in original[2]:
                original[2].append(article.info)
        elif len(kept) < limit:
            kept.append((chunk, article, [], shingles))
        else:
            break  # the rest could only add copies of what is far down
    return [(chunk, article, tuple(copies)) for chunk, article, copies, _ in kept]


def _same(one: frozenset[int], other: frozenset[int]) -> bool:
    smaller = min(len(one), len(other))
    return smaller > 0 and len(one & other) >= SAME_SHARE * smaller


def _shingles(text: str) -> frozenset[int]:
    words = fold(text).split()
    return frozenset(hash(tuple(words[i : i + SHINGLE_WORDS])) for i in range(len(words) - SHINGLE_WORDS + 1))
