"""Used by the faces: a day as a person writes it, for `since` and `until`."""

import re
from calendar import month_abbr, month_name, monthrange
from datetime import date, timedelta

# English names and their three-letter forms; other languages come with their messages.
_MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names)}
_MONTHS |= {"sept": 9}
_MONTHS.pop("", None)

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([a-z]+)\.?,? (\d{4})")
_MONTH_DAY = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTH = re.compile(r"([a-z]+)\.?,? (\d{4})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


class NotADay(ValueError):
    """The text names no day; with `ambiguous` it could be two."""

    def __init__(self, text: str, *, ambiguous: bool = False) -> None:
        super().__init__(text)
        self.text = text
        self.ambiguous = ambiguous


def read_day(text: str, today: date, *, last: bool = False) -> date:
    """The day that `text` names. Of a month or a year the first day, or with `last` the last one.

    Reads 2026-05-02, 2 May 2026, May 2, 2026, 02.05.2026, May 2026, 2026, today and yesterday.
    Raises NotADay, also for 5/2/2026, which some read as May and others as February.
    """
    words = " ".join(text.lower().split())
    if words in ("today", "yesterday"):
        return today - timedelta(days=words == "yesterday")
    year, month, day = _numbers(words, text)
    try:
        if day is not None:
            return date(year, month or 1, day)
        if month is not None:
            return date(year, month, monthrange(year, month)[1] if last else 1)
        return date(year, 12, 31) if last else date(year, 1, 1)
    except ValueError:
        raise NotADay(text) from None


def _numbers(words: str, text: str) -> tuple[int, int | None, int | None]:
    """Year, month and day, as far as they are given."""
    if found := _ISO.fullmatch(words):
        year, month, day = found.groups()
        return int(year), int(month) if month else None, int(day) if day else None
    if found := _DAY_MONTH.fullmatch(words):
        return int(found[3]), _month(found[2], text), int(found[1])
    if found := _MONTH_DAY.fullmatch(words):
        return int(found[3]), _month(found[1], text), int(found[2])
    if found := _MONTH.fullmatch(words):
        return int(found[2]), _month(found[1], text), None
    if found := _DOTTED.fullmatch(words):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _SLASHED.fullmatch(words):
        first, second, year_number = int(found[1]), int(found[2]), int(found[3])
        if first <= 12 and second <= 12 and first != second:
            raise NotADay(text, ambiguous=True)
        return (year_number, second, first) if first > 12 else (year_number, first, second)
    raise NotADay(text)


def _month(name: str, text: str) -> int:
    if name not in _MONTHS:
        raise NotADay(text)
    return _MONTHS[name]
