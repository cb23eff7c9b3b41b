"""Used by the check of the languages: arguments for each message, so that every variant of it is seen."""

from collections.abc import Iterator
from itertools import product

from tests.messages.catalogue import Entry

# What plural rules tell apart: none, one, few, many, the teens, what ends in one, and a million.
COUNTS = (0, 1, 2, 3, 5, 11, 21, 22, 100, 1_000_000)
CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
SAMPLE = "Sample"
MEASURES = (0, 0.4, 1234.5)
# French writes the first day of a month otherwise, though English does not count them.
BY_NUMBER = frozenset({"day"})
# Messages that never count none: there "one" is one in French and Brazilian Portuguese too.
NEVER_NONE = frozenset({"limit-questions", "limit-answers", "limit-at-once"})


def is_counted(entry: Entry, variable: str) -> bool:
    """Whether a message chooses by a number, rather than by a word: then its variants are plural forms."""
    return any(
        one.variable == variable and (one.words & CATEGORIES or not one.words) for one in entry.selectors
    )


def fillings(entry: Entry) -> Iterator[dict[str, str | float]]:
    """Arguments for each way in which the message (of the English files) can turn out."""
    names = sorted(entry.variables)
    for values in product(*(_values(entry, name) for name in names)):
        yield dict(zip(names, values, strict=True))


def _values(entry: Entry, name: str) -> tuple[str | float, ...]:
    selectors = [one for one in entry.selectors if one.variable == name]
    if not selectors:
        return MEASURES if name in entry.numbers else (SAMPLE,)
    if is_counted(entry, name):
        numbers = {int(key) for one in selectors for key in one.keys if key.isdigit()}
        return tuple(sorted(numbers.union(COUNTS)))
    return tuple(sorted({key for one in selectors for key in one.words}))
