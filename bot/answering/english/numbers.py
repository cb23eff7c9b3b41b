"""First in verification: numbers in one spelling, "6,700" and "6700", "half a million" and "500,000"."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from bot.answering.english.calendar_and_numbers import NUMBER_WORDS, ORDINALS, SCALES, SHORT_SCALES
from index.words import Token, fold

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_TIED = re.compile(r"[ \u00a0\u202f-]{0,1}")  # what stands between the words of one number


class Number(NamedTuple):
    """A number of a text: its value in one spelling, and how many tokens it is written in."""

    value: str
    length: int


def number_at(words: Sequence[Token], start: int, text: str) -> Number | None:
    """Return the number that begins with this token, None if none does."""
    word = words[start]
    plain = fold(word.text)
    if plain in ORDINALS:
        return Number(ORDINALS[plain], 1)
    if word.text[0].isdigit():
        if not _PLAIN.fullmatch(word.stem):
            return Number(word.stem, 1)  # 24th, 1990s, a version
        return _scaled(Decimal(word.stem), words, start, 1, text)
    if plain in ("half", "a", "quarter"):
        return _indefinite(words, start)
    if plain in NUMBER_WORDS:
        return _spelt(words, start, text)
    return None


def _indefinite(words: Sequence[Token], start: int) -> Number | None:
    """ "a million", "half a million", "a quarter of a million"."""
    plain = [fold(word.text) for word in words[start : start + 5]]
    for share, opening in (
        (Decimal("0.5"), ["half", "a"]),
        (Decimal("0.25"), ["quarter", "of", "a"]),
        (Decimal(1), ["a"]),
    ):
        length = len(opening)
        if plain[:length] == opening and len(plain) > length and plain[length] in SCALES:
            return Number(_spelling(share * SCALES[plain[length]]), length + 1)
    return None


def _spelt(words: Sequence[Token], start: int, text: str) -> Number:
    """ "twenty-five", "two hundred and six thousand", "seven"."""
    value = Decimal(NUMBER_WORDS[fold(words[start].text)])
    length = 1
    following = words[start + 1] if start + 1 < len(words) else None
    if following and value >= 20 and value % 10 == 0 and _tied(words, start, text):
        unit = NUMBER_WORDS.get(fold(following.text), 0)
        if 0 < unit < 10:
            value, length = value + unit, 2
    return _scaled(value, words, start, length, text)


def _scaled(value: Decimal, words: Sequence[Token], start: int, length: int, text: str) -> Number:
    while start + length < len(words) and _tied(words, start + length - 1, text):
        word = words[start + length]
        plain = fold(word.text)
        attached = word.start == words[start + length - 1].end
        scale = SCALES.get(plain) or (SHORT_SCALES.get(plain) if attached or plain == "bn" else None)
        if not scale:
            break
        value *= scale
        length += 1
    return Number(_spelling(value), length)


def _tied(words: Sequence[Token], position: int, text: str) -> bool:
    return bool(_TIED.fullmatch(text[words[position].end : words[position + 1].start]))


def _spelling(value: Decimal) -> str:
    return f"{value.normalize():f}"
