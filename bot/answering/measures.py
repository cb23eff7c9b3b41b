"""Used to find conflicts: the amounts and days that a sentence states, each in one spelling."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.english.calendar_and_numbers import MONTH_NUMBERS, NUMBER_WORDS, SCALES
from index.words import Token, fold, tokens


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAME_UNIT = {
    "meter": "metr",
    "kilometer": "kilometr",
    "km": "kilometr",
    "foot": "feet",
    "ft": "feet",
    "kg": "kilogram",
    "person": "peopl",
}
_CURRENCIES = "$£€¥"
# Before a number: it is not stated outright. Behind it: it counts a difference.
_LOOSELY = _words(
    """about around some nearly almost roughly approximately circa over above under below least most than to
    between estimated maybe perhaps up or and upwards"""
)
_COMPARED = _words("more less fewer higher lower longer shorter taller older younger extra additional other")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount: `words` as they stand, `value` in one spelling, `unit` the stem of what is counted.

    "About 40 metres" and "more than 40" are not `outright`; "six more than" is no amount at all.
    """

    words: str
    value: str
    unit: str
    outright: bool = True


def amounts(sentence: str) -> Iterator[Measure]:
    """Every amount of the sentence that has a unit."""
    words = tokens(sentence)
    for index, word in enumerate(words):
        number = _number(word)
        if number is None or _in_a_date(words, index):
            continue
        outright = not _is_loose(words, index)
        last = index
        following = words[index + 1 : index + 3]
        if following and (scale := SCALES.get(fold(following[0].text))):
            number *= scale
            last += 1
            following = following[1:]
        mark = sentence[words[last].end : words[last].end + 1]
        coin = sentence[max(0, word.start - 1) : word.start]
        if coin and coin in _CURRENCIES:
            yield Measure(sentence[word.start - 1 : words[last].end], f"{number:g}", coin, outright)
        elif mark == "%":
            yield Measure(sentence[word.start : words[last].end + 1], f"{number:g}", "percent", outright)
        elif following and not following[0].stop and fold(following[0].text) not in _COMPARED:
            counted = following[0]
            unit = _SAME_UNIT.get(counted.stem, counted.stem)
            yield Measure(sentence[word.start : counted.end], f"{number:g}", unit, outright)


def days(sentence: str) -> Iterator[Measure]:
    """Every day with its month, as "4 May 2026" or "May 4"; the unit tells whether a year is named."""
    words = tokens(sentence)
    for index, word in enumerate(words):
        month = MONTH_NUMBERS.get(fold(word.text)) if word.text[0].isupper() else None
        if month is None:
            continue
        before, behind = words[index - 1 : index], words[index + 1 : index + 3]
        run: list[Token] = [word]
        if before and _is_day(before[0]):
            run = [before[0], word]
        elif behind and _is_day(behind[0]):
            run = [word, behind[0]]
            behind = behind[1:]
        else:
            continue
        day = next(re.sub(r"\D", "", one.text) for one in run if one.text[0].isdigit())
        year = behind[0].text if behind and _YEAR.fullmatch(behind[0].text) else ""
        end = behind[0].end if year else run[-1].end
        yield Measure(sentence[run[0].start : end], f"{int(day)}.{month}.{year}", "day")


def _number(word: Token) -> float | None:
    plain = fold(word.text)
    if plain in NUMBER_WORDS:
        return float(NUMBER_WORDS[plain])
    try:
        return float(word.stem) if word.text[0].isdigit() else None
    except ValueError:  # "24th", "1990s", "3.4.5"
        return None


def _is_loose(words: Sequence[Token], index: int) -> bool:
    return any(fold(word.text) in _LOOSELY for word in words[max(0, index - 1) : index])


def _in_a_date(words: Sequence[Token], index: int) -> bool:
    near = words[max(0, index - 2) : index + 2]
    dated = any(fold(word.text) in MONTH_NUMBERS and word.text[0].isupper() for word in near)
    return dated or bool(_YEAR.fullmatch(words[index].text))


def _is_day(word: Token) -> bool:
    return bool(re.fullmatch(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?", word.text))
