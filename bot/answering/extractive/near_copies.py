"""Used by quotes and by conflicts: what two sentences contradict each other in that are else nearly the same.

Reprints of one report, versions of one page and pages of one template: read side by side nobody sees what
differs, and it is what matters.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bot.answering.english.calendar_and_numbers import MONTH_NUMBERS, NUMBER_WORDS
from bot.answering.english.numbers import number_at
from bot.answering.english.opposites import OPPOSITES
from bot.answering.english.spelling import keys_of
from index.searching.likeness import (
    DENYING,
    LOOSENING,
    WEEKDAYS,
    Change,
    Word,
    changes,
    is_small,
    nearly_same,
    words_of,
)
from index.words import fold

# Of the words of the longer: "Corran branch" and "Marrick branch" are titles of one template.
SAME_TEMPLATE = 0.5
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_MOST_SENTENCES = 200  # of each text; templates are short


class Kind(StrEnum):
    """What two sentences differ in."""

    NUMBER = "number"
    DENIAL = "denial"
    NAME = "name"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two sentences contradict each other: what kind of words, and these as each has them, with what
    they stand before."""

    kind: Kind
    one: str
    other: str


def difference(one: str, other: str) -> Difference | None:
    """The first thing that two nearly equal sentences contradict each other in, or else another word that one
    has in the place of the other's; None where they say the same, or are not nearly equal."""
    ours, theirs = words_of(one), words_of(other)
    if not nearly_same(ours, theirs):
        return None
    changed = list(changes(ours, theirs))
    kinds = [(kind, change) for change in changed if (kind := _kind(change, one, other, ours, theirs))]
    for kind, change in sorted(kinds, key=lambda found: found[0] is Kind.WORD):
        # "12" and "not" say nothing alone.
        needy = any(_needs_more(words[-1]) for words in (change.one, change.other) if words)
        return Difference(
            kind,
            _shown(one, ours, change.at, len(change.one), needy),
            _shown(other, theirs, change.other_at, len(change.other), needy),
        )
    if changed and _swapped(ours, theirs):
        mine, yours = changed[0], changed[-1]
        return Difference(
            Kind.NAME,
            _stretch(one, ours[mine.at : max(yours.at + len(yours.one), mine.at + 1)]),
            _stretch(
                other, theirs[mine.other_at : max(yours.other_at + len(yours.other), mine.other_at + 1)]
            ),
        )
    return None


def of_one_template(one: str, other: str, titles: tuple[str, str]) -> bool:
    """Whether two texts are pages of one template, each about a place, a person or a thing of its own: their
    titles, or sentences in the same place, are alike, and where one has a name the other has another."""
    ours, theirs = (tuple(_SENTENCE.split(text))[:_MOST_SENTENCES] for text in (one, other))
    pairs = [titles]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "replace":
            pairs += zip(ours[start:end], theirs[other_start:other_end], strict=False)
    plain = {
        word.key for text in (*titles, one, other) for word in words_of(text) if word.token.text.islower()
    }
    return any(_names_another(words_of(mine), words_of(yours), plain) for mine, yours in pairs)


def _names_another(ours: Sequence[Word], theirs: Sequence[Word], plain: set[str]) -> bool:
    common = {word.key for word in ours} & {word.key for word in theirs}
    if len(common) < SAME_TEMPLATE * max(len(ours), len(theirs)):
        return False
    changed = (
        (_proper(change.one) - plain, _proper(change.other) - plain) for change in changes(ours, theirs)
    )
    return any(mine and yours and not mine & yours for mine, yours in changed)


def _proper(words: Sequence[Word]) -> set[str]:
    """What is written as a name, but for days and months."""
    return {
        word.key
        for word in words
        if word.token.text[0].isupper()
        and not word.token.stop
        and word.key not in WEEKDAYS
        and fold(word.token.text) not in MONTH_NUMBERS
    }


def _kind(change: Change, one: str, other: str, ours: Sequence[Word], theirs: Sequence[Word]) -> Kind | None:
    mine, yours = {word.key for word in change.one}, {word.key for word in change.other}
    numbers = _numbers(one, ours, change.at, len(change.one))
    other_numbers = _numbers(other, theirs, change.other_at, len(change.other))
    if numbers and other_numbers:
        loose = _near(ours, change.at, change.one) | _near(theirs, change.other_at, change.other)
        # "More than 40" and 41 may be the same, and so may "6 miles" and "10 kilometres".
        if loose & LOOSENING or (numbers != other_numbers and _counts_another(change)):
            return None
        same = numbers == other_numbers and _signs(change.one) == _signs(change.other)
        return None if same else Kind.NUMBER
    if len(mine & DENYING) % 2 != len(yours & DENYING) % 2:
        return Kind.DENIAL
    if any((fold(a.token.text), fold(b.token.text)) in OPPOSITES for a in change.one for b in change.other):
        return Kind.DENIAL
    names, other_names = _names(change.one), _names(change.other)
    if names and other_names and not names & other_names:
        return Kind.NAME
    counted = change.at > 0 and ours[change.at - 1].number
    if is_small(change) or not _counts_another(change):
        return None
    return Kind.NUMBER if counted else Kind.WORD  # "10 crowns", "10 euros"


def _counts_another(change: Change) -> bool:
    """Whether what is counted is not the same: what stands for it on both sides has no word in common, not
    as a synonym or in another spelling either."""
    units = [word for word in change.one if not word.number and not word.token.stop]
    other_units = [word for word in change.other if not word.number and not word.token.stop]
    keys = {key for word in units for key in keys_of(word.token.text)}
    return bool(units and other_units) and not any(keys & keys_of(w.token.text) for w in other_units)


def _swapped(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether both have the same names in another order: "Ann beat Bob", "Bob beat Ann"."""
    known = {word.key for word in (*ours, *theirs) if word.name}
    mine, yours = [w.key for w in ours if w.key in known], [w.key for w in theirs if w.key in known]
    return mine != yours and sorted(mine) == sorted(yours)


def _numbers(sentence: str, words: Sequence[Word], at: int, length: int) -> list[str]:
    """The values of the numbers that begin in these words."""
    every = [word.token for word in words]
    found, place = [], at
    while place < at + length:
        number = number_at(every, place, sentence)
        if number:
            found.append(number.value)
        place += number.length if number else 1
    return found


def _signs(words: Sequence[Word]) -> set[str]:
    return {word.key.replace(word.token.stem, "") for word in words if word.number} - {""}


def _near(words: Sequence[Word], at: int, changed: Sequence[Word]) -> set[str]:
    """The words that changed and the two before them."""
    return {word.key for word in (*words[max(0, at - 2) : at], *changed)}


def _names(words: Sequence[Word]) -> set[str]:
    return {word.key for word in words if word.name}


def _needs_more(word: Word) -> bool:
    return word.number or word.key in DENYING or word.key in NUMBER_WORDS


def _shown(sentence: str, words: Sequence[Word], at: int, length: int, needy: bool) -> str:
    """The changed words; a number with what it counts, and what denies with what it denies."""
    start, end = at - (at > 0 and words[at - 1].number), at + max(1, length)
    if needy and length and end < len(words) and not words[end].token.stop:
        end += 1
    return _stretch(sentence, words[start:end])


def _stretch(sentence: str, words: Sequence[Word]) -> str:
    if not words:
        return ""
    first, last = words[0].token, words[-1].token
    start = first.start - (sentence[first.start - 1 : first.start] in "$£€¥-−" and first.start > 0)
    return sentence[start : last.end + (sentence[last.end : last.end + 1] == "%")]
