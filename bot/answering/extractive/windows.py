"""Second in answering: which stretches of the passages could be quoted, and what speaks for each.

A window is one to three consecutive pieces of one passage (see `pieces`), or the title of an article.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answering.extractive import features, sentences
from bot.answering.extractive.expected_answer import Expected, Offer
from bot.answering.extractive.features import Asked, Features
from bot.answering.extractive.sentences import LONGEST_SENTENCE, Piece
from index.passage import Passage, Period, SearchResult, Sentence
from index.words import Token

READ_PASSAGES = 16  # the best; from 18 on nothing more was answered on news-dev, and reading takes time
LONGEST_WINDOW = 600
MOST_PIECES = 3
SHORTEST_TITLE = 4  # words; fewer are a name or the name of a file, and say nothing


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that can be quoted. Of a headline, `passage` is the title as if it were a text."""

    passage: Passage
    pieces: tuple[Piece, ...]
    features: Features
    headline: bool = False

    @property
    def start(self) -> int:
        """Its first character's offset into the article, or into its title."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """The offset into the article, or into its title, behind its last character."""
        return self.pieces[-1].end

    @property
    def text(self) -> str:
        """The quote: `article.text[start:end]`, or the title."""
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]

    @property
    def sentences(self) -> list[str]:
        """Its pieces, word for word."""
        shift = self.passage.start
        return [self.passage.text[piece.start - shift : piece.end - shift] for piece in self.pieces]

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


def find_windows(
    result: SearchResult, expected: Expected, day: date | None = None, period: Period | None = None
) -> list[Window]:
    """Return every window of the result's passages with its features, in no order that matters.

    `day` is the day of asking, `period` the one that the question names.
    """
    best = max((passage.score for passage in result.passages), default=0.0)
    asked = Asked(features.weigh_terms(result), day, best, period)
    passages = result.passages[:READ_PASSAGES]
    return [
        *(window for passage in passages for window in _of_text(passage, expected, asked)),
        *(window for passage in _first_of_each(passages) for window in _of_title(passage, expected, asked)),
    ]


def _of_text(passage: Passage, expected: Expected, asked: Asked) -> Iterator[Window]:
    cut = sentences.cut(passage, expected, asked.weights)
    frame = features.frame(passage, asked)
    for first, last in _stretches(passage, cut):
        measured = features.measure(cut, first, last, frame, asked)
        yield Window(passage, tuple(cut[first : last + 1]), measured)


def _of_title(passage: Passage, expected: Expected, asked: Asked) -> Iterator[Window]:
    """The title of the passage's article: often the whole news in a dozen words."""
    title = passage.article.title
    if len(title.split()) < SHORTEST_TITLE or len(title) > LONGEST_SENTENCE:
        return
    alone = replace(
        passage,
        text=title,
        start=0,
        end=len(title),
        heading=None,
        sentences=(Sentence(0, len(title), passage.cosine),),
        cuts=(),
    )
    cut = sentences.cut(alone, expected, asked.weights)
    if len(cut) == 1 and not cut[0].asks:
        measured = features.measure(cut, 0, 0, features.frame(alone, asked), asked)
        yield Window(alone, tuple(cut), measured, headline=True)


def _first_of_each(passages: Sequence[Passage]) -> list[Passage]:
    """The best passage of each article."""
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(passage.article.id, passage)
    return list(first.values())


def _stretches(passage: Passage, cut: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """First and last piece of each window: sentences at both ends, short, across no cut.

    None ends with a question, which only says what is asked.
    """
    for first, piece in enumerate(cut):
        if not piece.whole:
            continue
        for last in range(first, min(first + MOST_PIECES, len(cut))):
            start, end = piece.start, cut[last].end
            if any(start < place < end for place in passage.cuts):
                break
            if last > first and end - start > LONGEST_WINDOW:
                break
            if cut[last].whole and not cut[last].asks:
                yield first, last
