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

READ_PASSAGES = 16  # the best; from 18 on nothing more was answered on news-dev, and reading takes time
LONGEST_SENTENCE = 400  # characters; 99 % of the sentences of news are shorter
LONGEST_WINDOW = 600
MOST_PIECES = 3
LONGEST_HEADING = 90
_CLOSERS = "\"'”’) "
_ENDS = (".", "!", "?", "…", ":", ";", "。")

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for a window, each about 0 to 1 whatever the size of the collection."""

    similarity: float  # the best of its sentences' cosines with the question
    coverage: float  # share of the question's words in it, by their weights (see weigh_terms)
    nearby: float  # share of them that stand just around it only: neighbours, heading, title
    passage: float  # its passage's score over the best passage's
    offered: float  # more words of the expected kind, new to the question: none 0, one 1/2, two 2/3
    agreed: float  # how much of the evidence for all offered words is for those it holds
    asks: float  # 1 where it is a question itself
    length: float  # characters over LONGEST_WINDOW


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or a part of one; `start` and `end` are offsets into the article."""

    start: int
    end: int
    similarity: float
    words: tuple[Token, ...]  # offsets into the passage's text
    asked: frozenset[str]  # the question's stems that it holds
    offers: tuple[Offer, ...]  # offsets into the passage's text
    whole: bool  # ends as a sentence does: no heading, menu entry or name of a photographer
    asks: bool


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that can be quoted."""

    passage: Passage
    pieces: tuple[Piece, ...]
    features: Features

    @property
    def start(self) -> int:
        """Its first character's offset into the article."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """The offset into the article behind its last character."""
        return self.pieces[-1].end

    @property
    def text(self) -> str:
        """The quote: `article.text[start:end]`."""
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]

    @property
    def words(self) -> list[Token]:
        """Its words, with offsets into `text`."""
        shift = self.start - self.passage.start
        return [
            word._replace(start=word.start - shift, end=word.end - shift)
            for piece in self.pieces
            for word in piece.words
        ]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words, without stop words."""
        return frozenset(word.stem for piece in self.pieces for word in piece.words if not word.stop)

    @property
    def offers(self) -> list[Offer]:
        """What it offers, with offsets into `text`."""
        shift = self.start - self.passage.start
        return [
            Offer(offer.start - shift, offer.end - shift, offer.key)
            for piece in self.pieces
            for offer in piece.offers
        ]


def find_windows(result: SearchResult, expected: Expected) -> list[Window]:
    """Return every window of the result's passages with its features, in no order that matters."""
    weights = weigh_terms(result)
    cut = [
        (passage, _pieces(passage, expected, weights.keys())) for passage in result.passages[:READ_PASSAGES]
    ]
    agreement = _agree(cut, weights)
    best = max((passage.score for passage in result.passages), default=0.0)
    windows = []
    for passage, pieces in cut:
        relative_score = passage.score / best if best > 0 else 0.0
        framed = weights.keys() & set(stems(f"{passage.heading or ''} {passage.article.title}"))
        for first, last in _stretches(passage, pieces):
            features = _features(pieces, first, last, framed, weights, agreement, relative_score)
            windows.append(Window(passage, tuple(pieces[first : last + 1]), features))
    return windows


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


def _pieces(passage: Passage, expected: Expected, asked: Iterable[str]) -> list[Piece]:
    question = frozenset(asked)
    words = tokens(passage.text)
    pieces = []
    at = 0
    for start, end, similarity in _cut_long(passage):
        low, high = start - passage.start, end - passage.start
        while at < len(words) and words[at].start < low:
            at += 1
        first = at
        while at < len(words) and words[at].end <= high:
            at += 1
        own = words[first:at]
        text = passage.text[low:high].rstrip(_CLOSERS)
        pieces.append(
            Piece(
                start,
                end,
                similarity,
                tuple(own),
                question.intersection(word.stem for word in own if not word.stop),
                tuple(offers(passage.text, own, expected, question)),
                whole=text.endswith(_ENDS) or len(text) > LONGEST_HEADING,
                asks=text.endswith("?"),
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
            gaps = [gap for gap in re.finditer(r"\s+", text) if gap.start() > 0]
            after_marks = [gap for gap in gaps if text[gap.start() - 1] in ";:,"]
            if gap := next(reversed(after_marks or gaps), None):
                yield start, start + gap.start(), similarity
                start += gap.end()
            else:
                yield start, start + LONGEST_SENTENCE, similarity
                start += LONGEST_SENTENCE
        if sentence.end > start:
            yield start, sentence.end, similarity


def _stretches(passage: Passage, pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """First and last piece of each window: sentences at both ends, short, across no cut."""
    for first, piece in enumerate(pieces):
        if not piece.whole:
            continue
        for last in range(first, min(first + MOST_PIECES, len(pieces))):
            start, end = piece.start, pieces[last].end
            if any(start < cut < end for cut in passage.cuts):
                break
            if last > first and end - start > LONGEST_WINDOW:
                break
            if pieces[last].whole:
                yield first, last


def _agree(cut: Sequence[tuple[Passage, Sequence[Piece]]], weights: Mapping[str, float]) -> dict[str, float]:
    """Return, for each offered key, its evidence over that of the key with most.

    Words that many articles offer where they speak of what is asked are more often the answer than
    words that one offers by the way.
    """
    by_article: dict[str, dict[str, float]] = {}
    for passage, pieces in cut:
        found = by_article.setdefault(passage.article.id, {})
        for piece in pieces:
            evidence = math.exp(4.0 * (sum(weights[stem] for stem in piece.asked) + piece.similarity))
            for offer in piece.offers:
                found[offer.key] = max(found.get(offer.key, 0.0), evidence)
    votes: dict[str, float] = {}
    for found in by_article.values():
        for key, evidence in found.items():
            votes[key] = votes.get(key, 0.0) + evidence
    most = max(votes.values(), default=1.0)
    return {key: vote / most for key, vote in votes.items()}


def _features(
    pieces: Sequence[Piece],
    first: int,
    last: int,
    framed: set[str],
    weights: Mapping[str, float],
    agreement: Mapping[str, float],
    relative_score: float,
) -> Features:
    inside = pieces[first : last + 1]
    held = _NOTHING.union(*(piece.asked for piece in inside))
    before, after = pieces[max(0, first - 2) : first], pieces[last + 1 : last + 2]
    around = _NOTHING.union(framed, *(piece.asked for piece in (*before, *after))) - held
    keys = {offer.key for piece in inside for offer in piece.offers}
    return Features(
        similarity=max(piece.similarity for piece in inside),
        coverage=sum(weights[stem] for stem in held),
        nearby=sum(weights[stem] for stem in around),
        passage=relative_score,
        offered=1 - 1 / (1 + len(keys)),
        agreed=max((agreement[key] for key in keys), default=0.0),
        asks=float(inside[-1].asks),
        length=(inside[-1].end - inside[0].start) / LONGEST_WINDOW,
    )
