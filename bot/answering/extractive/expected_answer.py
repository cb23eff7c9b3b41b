"""First look at a question: what kind of words would answer it, and where a sentence offers such words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.answering.english.answer_words import NAME_JOINERS, REASONS
from bot.answering.english.calendar_and_numbers import CALENDAR, COUNTS, MONTH_NUMBERS, SCALES
from index.words import Token, fold


class Expected(StrEnum):
    """The kind of words that answers a question."""

    NAME = "name"  # who, where
    NUMBER = "number"  # how many, how far, how old
    LENGTH = "length"  # how tall: a number with a unit of length
    AGE = "age"  # how old
    TIME = "time"  # when, which year
    REASON = "reason"  # why
    THING = "thing"  # which, what: a name more often than not, but any noun may answer
    ANYTHING = "anything"  # yes or no, "tell me about"


# Kinds that can be told by their form: what offers none of them does not answer.
SHARP = frozenset({Expected.NUMBER, Expected.LENGTH, Expected.AGE, Expected.TIME})


@dataclass(frozen=True, slots=True)
class Offer:
    """Words of a text that may answer: offsets into the text, and a key, the same for the same words."""

    start: int
    end: int
    key: str


_ASKS_NUMBER = re.compile(
    r"\bhow\s+(?:many|much|old|long|far|tall|high|deep|big|large|fast|wide|heavy|hot|cold|often|late|early|near)\b"
    r"|\b(?:what|which)\s+(?:is\s+the\s+|was\s+the\s+|were\s+the\s+|are\s+the\s+)?(?:\w+\s+){0,2}?"
    r"(?:percentage|percent|share|number|amount|range|price|cost|age|speed|height|length|width|depth|weight|"
    r"score|distance|rate|size|value|temperature|total|sum|fee|fine|salary)\b",
    re.IGNORECASE,
)
_UNITS_OF_TIME = r"\b(?:what|which)\s+(?:year|month|day|date|week|weekday|decade|century|time)\b"
_ASKS_TIME = re.compile(rf"\bwhen\b(?!\s*,)|{_UNITS_OF_TIME}|\bhow\s+(?:soon|recently)\b", re.IGNORECASE)
_ASKS_UNIT_OF_TIME = re.compile(_UNITS_OF_TIME, re.IGNORECASE)
_ASKS_NAME = re.compile(r"\b(?:who|whom|whose|where)\b", re.IGNORECASE)
_ASKS_THING = re.compile(r"\b(?:what|which)\b", re.IGNORECASE)
_ASKS_REASON = re.compile(r"\b(?:why|how\s+come|what\s+(?:caused|causes|led\s+to))\b", re.IGNORECASE)


_ASKS_LENGTH = re.compile(r"\bhow\s+(?:tall|wide|deep)\b", re.IGNORECASE)
_ASKS_AGE = re.compile(r"\bhow\s+old\b|\b(?:what|which)\s+age\b", re.IGNORECASE)
_LENGTH_AFTER = re.compile(
    r"[\s-]?(?:(?:milli|centi|kilo)?met(?:re|er)s?|[mck]?m|miles?|feet|foot|ft|inch(?:es)?|yards?|stor(?:e?y|ies|eys))\b"
    r"|['’]\d",
    re.IGNORECASE,
)
# "41-year-old", "41 years old", "Varga, 41, said", "aged 41", "turns 41"
_AGE_AFTER = re.compile(r"[\s-]years?[\s-](?:old|of\s+age)\b|\s?,", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|at|turn(?:s|ed|ing)?)\s+$", re.IGNORECASE)
_IN_TURN = (
    (Expected.LENGTH, _ASKS_LENGTH),
    (Expected.AGE, _ASKS_AGE),
    (Expected.NUMBER, _ASKS_NUMBER),
    (Expected.REASON, _ASKS_REASON),
    (Expected.TIME, _ASKS_UNIT_OF_TIME),
)
_BY_ORDER = ((Expected.THING, _ASKS_THING), (Expected.NAME, _ASKS_NAME), (Expected.TIME, _ASKS_TIME))


def expect(question: str) -> Expected:
    """Return the kind of words that would answer; of several sentences the last that asks counts.

    The first of which, who and when asks: "Which town did the man who …", "Who resigned when …".
    """
    for sentence in reversed(re.split(r"(?<=[.?!])\s+", question.strip())):
        for expected, asks in _IN_TURN:
            if asks.search(sentence):
                return expected
        asking = {match.start(): expected for expected, asks in _BY_ORDER if (match := asks.search(sentence))}
        if asking:
            return asking[min(asking)]
    return Expected.ANYTHING


_WRITTEN_SCALES = frozenset(SCALES) | {"percent", "m", "bn", "k"}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s)?")


def offers(text: str, words: Sequence[Token], expected: Expected, asked: frozenset[str]) -> list[Offer]:
    """Return the stretches of a sentence that could answer; `asked` are the stems of the question.

    `words` are the sentence's tokens with offsets into `text`. What the question says itself is no answer.
    """
    if expected is Expected.NUMBER:
        return list(_numbers(text, words, asked))
    if expected is Expected.LENGTH:
        return [offer for offer in _numbers(text, words, asked) if _is_length(text, offer)]
    if expected is Expected.AGE:
        return [
            offer
            for offer in _numbers(text, words, asked)
            if _AGE_AFTER.match(text, offer.end)
            or _AGE_BEFORE.search(text, max(0, offer.start - 12), offer.start)
        ]
    if expected is Expected.TIME:
        return list(_times(text, words, asked))
    if expected is Expected.REASON:
        return [Offer(word.start, word.end, "reason") for word in words if fold(word.text) in REASONS]
    if expected in (Expected.NAME, Expected.THING):
        return list(_names(text, words, asked))
    return []


def _is_length(text: str, number: Offer) -> bool:
    """Whether a unit follows; "41m" reads as millions too, but not of money."""
    metres = text[number.start].isdigit() and text[number.end - 1] == "m"
    return metres or bool(_LENGTH_AFTER.match(text, number.end))


def is_number(word: Token) -> bool:
    """Whether a word is a number, in digits or in words."""
    return word.text[0].isdigit() or fold(word.text) in COUNTS


def _numbers(text: str, words: Sequence[Token], asked: frozenset[str]) -> Iterable[Offer]:
    """Numbers with their scale: "$1.5 billion", "40 percent", "seven"; a year or a day of a month is none."""
    end = 0
    for index, word in enumerate(words):
        near = words[max(0, index - 1) : index + 2]
        taken = word.start < end or word.stem in asked or _YEAR.fullmatch(word.text)
        if taken or not is_number(word) or any(fold(one.text) in MONTH_NUMBERS for one in near):
            continue
        end = word.end
        if index + 1 < len(words) and fold(words[index + 1].text).removesuffix("s") in _WRITTEN_SCALES:
            end = words[index + 1].end
        elif text[end : end + 1] == "%":
            end += 1
        start = word.start - (word.start > 0 and text[word.start - 1] in "$£€")
        yield Offer(start, end, word.stem)


def _times(text: str, words: Sequence[Token], asked: frozenset[str]) -> Iterable[Offer]:
    """Dates as they stand together: "3 May 2024", "Tuesday", "1997"."""
    run: list[Token] = []
    for word in words:
        plain = fold(word.text)
        dated = bool(_YEAR.fullmatch(word.text)) or (plain in CALENDAR and word.text[0].isupper())
        if (dated or (word.text[0].isdigit() and len(word.text) <= 4)) and _adjoin(text, run, word, " ,."):
            run.append(word)
            continue
        yield from _dates_of(run, asked)
        run = [word] if dated or (word.text[0].isdigit() and len(word.text) <= 4) else []
    yield from _dates_of(run, asked)


def _dates_of(run: Sequence[Token], asked: frozenset[str]) -> Iterable[Offer]:
    new = [word for word in run if word.stem not in asked]
    if any(fold(word.text) in CALENDAR or _YEAR.fullmatch(word.text) for word in new):
        yield Offer(run[0].start, run[-1].end, " ".join(word.stem for word in run))


def _names(text: str, words: Sequence[Token], asked: frozenset[str]) -> Iterable[Offer]:
    """Runs of capitalised words that hold a word the question has not."""
    run: list[Token] = []
    for index, word in enumerate(words):
        capital = word.text[0].isupper() and not (word.stop and not run)
        goes_on = capital and _adjoin(text, run, word, " -&'’.")
        if goes_on or (run and word.text in NAME_JOINERS and _leads_on(text, words, index)):
            run.append(word)
        else:
            yield from _name_of(run, words, asked)
            run = [word] if capital else []
    yield from _name_of(run, words, asked)


def _leads_on(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether a small word stands between two capitalised ones, as in "House of Lords"."""
    if index + 1 >= len(words):
        return False
    before, word, after = words[index - 1 : index + 2]
    plain_gaps = text[before.end : word.start] == " " and text[word.end : after.start] == " "
    return plain_gaps and after.text[0].isupper()


def _name_of(run: Sequence[Token], words: Sequence[Token], asked: frozenset[str]) -> Iterable[Offer]:
    if not run or all(word.stem in asked or word.stop for word in run):
        return
    # A single capitalised word that opens a sentence says nothing: every sentence opens so.
    if len(run) == 1 and run[0] is words[0] and not run[0].text.isupper():
        return
    if all(fold(word.text) in CALENDAR for word in run):
        return
    yield Offer(run[0].start, run[-1].end, " ".join(word.stem for word in run))


def _adjoin(text: str, run: Sequence[Token], word: Token, marks: str) -> bool:
    """Whether only the given marks, at most two of them, stand between the run and the word."""
    if not run:
        return True
    between = text[run[-1].end : word.start]
    return len(between) <= 2 and all(mark in marks for mark in between)
