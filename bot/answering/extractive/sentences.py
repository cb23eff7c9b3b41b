"""Used by windows: a passage cut into the pieces that quotes are made of, and what each holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.answering.extractive.expected_answer import Expected, Offer, offers
from index.lines import BULLET, is_bullet, is_datum
from index.passage import Passage, Sentence
from index.words import Token, stems, tokens

LONGEST_SENTENCE = 400  # characters; 99 % of the sentences of news are shorter
LONGEST_HEADING = 90
SHORTEST_CAPTION = 4  # words; fewer name who is seen
SHORTEST_LINE = 2
_CLOSERS = "\"'”’) "
_ENDS = (".", "!", "?", "…", ":", ";", "。")
# A mark that opens the next sentence, left at the end of this one: `he said. "`.
_OPENS_THE_NEXT = re.compile(r"(?<!\s)\s++[\"“‘(\[]++$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a part of one that is too long to be quoted whole.

    `start` and `end` are offsets into the article.
    """

    start: int
    end: int
    similarity: float
    words: tuple[Token, ...]  # offsets into the passage's text
    asked: frozenset[str]  # the question's stems that it holds
    framed: frozenset[str]  # and those that the heading over it holds
    heading: str | None  # what it stands under
    offers: tuple[Offer, ...]  # offsets into the passage's text
    whole: bool  # ends as a sentence does: no heading, menu entry or name of a photographer
    asks: bool


def cut(passage: Passage, expected: Expected, asked: Iterable[str]) -> list[Piece]:
    """Return the passage's pieces in order; `asked` are the stems of the question."""
    question = frozenset(asked)
    words = tokens(passage.text)
    over = {one.heading: question.intersection(stems(one.heading or "")) for one in passage.sentences}
    pieces = []
    at = 0
    for start, end, sentence in _cut_long(passage):
        low, high = start - passage.start, end - passage.start
        while at < len(words) and words[at].start < low:
            at += 1
        first = at
        while at < len(words) and words[at].end <= high:
            at += 1
        own = words[first:at]
        text = passage.text[low:high].rstrip(_CLOSERS)
        item = is_bullet(passage.text[sentence.start - passage.start : high])
        pieces.append(
            Piece(
                start,
                end,
                _known(sentence, passage),
                tuple(own),
                question.intersection(word.stem for word in own if not word.stop),
                over[sentence.heading],
                sentence.heading,
                tuple(offers(passage.text, own, expected, question)),
                whole=text.endswith(_ENDS)
                or len(text) > LONGEST_HEADING
                or _tells(passage, text, own, item=item),
                asks=text.endswith("?"),
            )
        )
    return pieces


def _tells(passage: Passage, text: str, words: Sequence[Token], *, item: bool) -> bool:
    """Whether it says something without a full stop at its end: a caption, an item of a list, a row of a
    table, `Passport: 62 crowns`."""
    if passage.caption:
        return len(words) >= SHORTEST_CAPTION
    return len(words) >= SHORTEST_LINE and (is_datum(text) or item)


def _known(sentence: Sentence, passage: Passage) -> float:
    """How near it is to the question; as near as its passage, where the model does not say."""
    return (passage.cosine or 0.0) if sentence.similarity is None else sentence.similarity


def _cut_long(passage: Passage) -> Iterator[tuple[int, int, Sentence]]:
    """The passage's sentences; one too long to be quoted is cut after a mark, or else at a space."""
    for start, end, sentence in _with_their_marks(passage):
        while end - start > LONGEST_SENTENCE:
            text = passage.text[start - passage.start : start - passage.start + LONGEST_SENTENCE]
            gaps = [gap for gap in re.finditer(r"\s+", text) if gap.start() > 0]
            after_marks = [gap for gap in gaps if text[gap.start() - 1] in ";:,"]
            if gap := next(reversed(after_marks or gaps), None):
                yield start, start + gap.start(), sentence
                start += gap.end()
            else:
                yield start, start + LONGEST_SENTENCE, sentence
                start += LONGEST_SENTENCE
        if end > start:
            yield start, end, sentence


def _with_their_marks(passage: Passage) -> Iterator[tuple[int, int, Sentence]]:
    """The sentences, each with the mark that opens it where the splitter left that to the one before."""
    opening: int | None = None
    for sentence in passage.sentences:
        start = sentence.start if opening is None else opening
        text = passage.text[start - passage.start : sentence.end - passage.start]
        if mark := BULLET.match(text):  # of the page, not of what it says
            start += mark.end()
            text = text[mark.end() :]
        left = _OPENS_THE_NEXT.search(text)
        opening = None
        end = sentence.end
        if left and left.start() > 0:
            end = start + left.start()
            marks = left.group().lstrip()
            after = passage.text[sentence.end - passage.start :]
            # Only where the next sentence goes on at once; a mark before a new paragraph opens nothing.
            if after and not after[0].isspace():
                opening = sentence.end - len(marks)
        yield start, end, sentence
