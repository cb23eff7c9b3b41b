"""Second in answering: which stretches of the passages could be quoted, and what speaks for each.

A window is one to three consecutive pieces of one passage. A piece is a sentence, or a part of one
that is too long to be quoted whole.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.expectation import Expected, Offer, offers
from index.passage import Passage, SearchResult
from index.words import Token, stems, tokens

LONGEST_SENTENCE = (
    400  # characters; beyond it a sentence is cut at a clause (news sentences: 99 % are shorter)
)
LONGEST_WINDOW = 600
MOST_PIECES = 3


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for a window, each about 0 to 1 whatever the size of the collection."""

    similarity: float  # the best of its sentences' cosines with the question
    coverage: float  # share of the question's words in it, weighted by how rare they are
    nearby: float  # share of them that stand just around it only: neighbours, heading, title
    passage: float  # its passage's score over the best passage's
    offered: float  # 1 where it holds words of the expected kind that the question has not
    agreed: float  # how much of the evidence for all offered words is for those it holds
    asks: float  # 1 where it is a question itself
    length: float  # characters over LONGEST_WINDOW


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that can be quoted: `text` is `article.text[start:end]`."""

    passage: Passage
    start: int
    end: int
    text: str
    stems: frozenset[str]
    offers: tuple[Offer, ...]  # offsets into `text`
    features: Features


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence or a part of one; offsets into the article."""

    start: int
    end: int
    similarity: float
    stems: frozenset[str]
    offers: tuple[Offer, ...]  # offsets into the passage's text
    asks: bool


def find_windows(result: SearchResult, expected: Expected) -> list[Window]:
    """Return every window of the result's passages with its features, in no order that matters."""
    weights = weigh_terms(result)
    asked = frozenset(weights)
    cut = [(passage, _pieces(passage, expected, asked)) for passage in result.passages]
    agreement = _agree(cut, weights)
    best = max((passage.score for passage in result.passages), default=0.0) or 1.0
    return [
        _window(passage, pieces, first, last, weights, agreement, passage.score / best)
        for passage, pieces in cut
        for first, last in _stretches(passage, pieces)
    ]


def weigh_terms(result: SearchResult) -> dict[str, float]:
    """Return each word of the question with its share of the question's weight.

    Half of a word's weight is its rarity, half is the same for all: in a collection of a few
    articles rarity is chance.
    """
    if not result.terms:
        return {}
    total = sum(term.idf for term in result.terms)
    even = 1 / len(result.terms)
    if total <= 0:
        return {term.stem: even for term in result.terms}
    return {term.stem: (term.idf / total + even) / 2 for term in result.terms}


def _pieces(passage: Passage, expected: Expected, asked: frozenset[str]) -> list[_Piece]:
    words = tokens(passage.text)
    pieces = []
    at = 0
    for start, end, similarity in _cut_long(passage):
        low, high = start - passage.start, end - passage.start
        while at < len(words) and words[at].start < low:
            at += 1
        own: list[Token] = []
        for word in words[at:]:
            if word.end > high:
                break
            own.append(word)
        pieces.append(
            _Piece(
                start,
                end,
                similarity,
                frozenset(word.stem for word in own if not word.stop),
                tuple(offers(passage.text, own, expected, asked)),
                passage.text[low:high].rstrip("\"'”’) ").endswith("?"),
            )
        )
    return pieces


def _cut_long(passage: Passage) -> Iterator[tuple[int, int, float]]:
    """The passage's sentences; one too long to be quoted is cut after a mark, or else at a space."""
    fallback = passage.cosine or 0.0
    for sentence in passage.sentences:
        similarity = fallback if sentence.similarity is None else sentence.similarity
        start = sentence.start
        while sentence.end - start > LONGEST_SENTENCE:
            text = passage.text[start - passage.start : start - passage.start + LONGEST_SENTENCE]
            breaks = list(re.finditer(r"(?<=[;:,\n])\s+", text)) or list(re.finditer(r"\s+", text))
            breaks = [space for space in breaks if space.start() > 0]
            if not breaks:
                yield start, start + LONGEST_SENTENCE, similarity
                start += LONGEST_SENTENCE
                continue
            yield start, start + breaks[-1].start(), similarity
            start += breaks[-1].end()
        if sentence.end > start:
            yield start, sentence.end, similarity


def _stretches(passage: Passage, pieces: Sequence[_Piece]) -> Iterable[tuple[int, int]]:
    """First and last piece of each window that runs across no cut and is short enough to be quoted."""
    for first, piece in enumerate(pieces):
        for last in range(first, min(first + MOST_PIECES, len(pieces))):
            start, end = piece.start, pieces[last].end
            if any(start < cut < end for cut in passage.cuts):
                break
            if last > first and end - start > LONGEST_WINDOW:
                break
            yield first, last


def _agree(cut: Sequence[tuple[Passage, Sequence[_Piece]]], weights: Mapping[str, float]) -> dict[str, float]:
    """Return, for each offered key, its share of the evidence: words that many articles offer where they
    speak of what is asked are more often the answer than words that one offers by the way."""
    by_article: dict[str, dict[str, float]] = {}
    for passage, pieces in cut:
        found = by_article.setdefault(passage.article.id, {})
        for piece in pieces:
            evidence = _evidence(piece, weights)
            for offer in piece.offers:
                found[offer.key] = max(found.get(offer.key, 0.0), evidence)
    votes: dict[str, float] = {}
    for found in by_article.values():
        for key, evidence in found.items():
            votes[key] = votes.get(key, 0.0) + evidence
    most = max(votes.values(), default=1.0)
    return {key: vote / most for key, vote in votes.items()}


def _evidence(piece: _Piece, weights: Mapping[str, float]) -> float:
    coverage = sum(weights[stem] for stem in piece.stems & weights.keys())
    return math.exp(4.0 * (coverage + piece.similarity))


def _window(
    passage: Passage,
    pieces: Sequence[_Piece],
    first: int,
    last: int,
    weights: Mapping[str, float],
    agreement: Mapping[str, float],
    relative_score: float,
) -> Window:
    inside = pieces[first : last + 1]
    start, end = inside[0].start, inside[-1].end
    held = frozenset[str]().union(*(piece.stems for piece in inside))
    around = frozenset(stems(f"{passage.heading or ''} {passage.article.title}")).union(
        *(piece.stems for piece in (*pieces[max(0, first - 2) : first], *pieces[last + 1 : last + 2]))
    )
    shift = start - passage.start
    offered = tuple(
        Offer(offer.start - shift, offer.end - shift, offer.key) for piece in inside for offer in piece.offers
    )
    return Window(
        passage,
        start,
        end,
        passage.text[shift : end - passage.start],
        held,
        offered,
        Features(
            similarity=max(piece.similarity for piece in inside),
            coverage=sum(weight for stem, weight in weights.items() if stem in held),
            nearby=sum(weight for stem, weight in weights.items() if stem in around and stem not in held),
            passage=relative_score,
            offered=float(bool(offered)),
            agreed=max((agreement[offer.key] for offer in offered), default=0.0),
            asks=float(inside[-1].asks),
            length=(end - start) / LONGEST_WINDOW,
        ),
    )
