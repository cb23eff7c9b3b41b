"""Used by `moments`: which days a month, a season, a weekday or "the last three weeks" are, seen from a day.

Without a year the latest that has begun is meant: "in March", asked in February, is that of last year.
Weeks begin on Monday, seasons are those of the northern half. Raises ValueError or OverflowError for days
that no calendar has.
"""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

# First and last day, both inclusive.
Days = tuple[date, date]

DAY = timedelta(days=1)
SATURDAY = 5
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_MONTHS_OF_YEAR = 12
_NEAR_DAYS = 3  # "two weeks ago" is seldom said of the very day
_STEPS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "weekend": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
}
_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def in_days(year: int | None, month: int, first: int, last: int, asked: date) -> Days:
    """From one day of a month to another."""
    start = date(year or asked.year, month, first)
    if year is None and start > asked:
        start = date(asked.year - 1, month, first)
    return start, date(start.year, month, last)


def in_month(year: int | None, month: int, asked: date) -> Days:
    """A month."""
    start = date(year or asked.year, month, 1)
    if year is None and start > asked:
        start -= relativedelta(years=1)
    return start, start + relativedelta(months=1) - DAY


def in_season(year: int | None, name: str, asked: date, which: str) -> Days:
    """A season; `which` is "this", "last" or nothing. Winter belongs to the year in which it begins."""
    start = date(year or asked.year, _SEASONS[name], 1)
    if year is None and which not in ("this", "current"):
        while start > asked or (which == "last" and start + relativedelta(months=3) > asked):
            start -= relativedelta(years=1)
    return start, start + relativedelta(months=3) - DAY


def in_year(year: int) -> Days:
    """A year."""
    return date(year, 1, 1), date(year, 12, 31)


def on_weekday(day: int, asked: date, which: str) -> Days:
    """The latest such weekday, Monday being 0: the day of asking itself, but for "last"."""
    back = (asked.weekday() - day) % 7
    found = asked - timedelta(days=7 if back == 0 and which == "last" else back)
    return found, found


def ago(count: int, unit: str, asked: date) -> Days:
    """ "three days ago", "two weeks ago", "a year ago"."""
    point = asked - _STEPS[unit] * count
    if unit == "day":
        return point, point
    if unit in ("week", "weekend"):
        return point - timedelta(days=_NEAR_DAYS), point + timedelta(days=_NEAR_DAYS)
    return _around(point, unit)


def running(count: int, unit: str, asked: date) -> Days:
    """ "the last three weeks", "the past year": up to the day of asking."""
    return asked - _STEPS[unit] * count, asked


def calendar(shift: int, unit: str, asked: date) -> Days:
    """ "this week" (0), "last month" (-1), "next year" (1)."""
    if unit == "weekend":
        saturday = asked - timedelta(days=(asked.weekday() - SATURDAY) % 7)
        if shift == 0 and 1 < asked.weekday() < SATURDAY:  # from Wednesday on it is the coming one
            saturday += timedelta(days=7)
        elif shift == -1 and asked.weekday() >= SATURDAY:
            saturday -= timedelta(days=7)
        elif shift == 1:
            saturday += timedelta(days=7)
        return saturday, saturday + DAY
    return _around(asked + _STEPS[unit] * shift, unit)


def _around(day: date, unit: str) -> Days:
    """The week, month, quarter, year or decade that a day lies in."""
    if unit == "week":
        start = day - timedelta(days=day.weekday())
    elif unit == "month":
        start = day.replace(day=1)
    elif unit == "quarter":
        start = date(day.year, day.month - (day.month - 1) % 3, 1)
    else:
        start = date(day.year - day.year % 10 if unit == "decade" else day.year, 1, 1)
    return start, start + _STEPS[unit] - DAY


def part_of(days: Days, part: str) -> Days:
    """ "early", "the second half of", "Q3": a year by its months, anything shorter by its days."""
    first, last, pieces = _fraction(part.lower())
    start, end = days
    if (end - start).days >= 364:
        months = _MONTHS_OF_YEAR // pieces
        begin = start + relativedelta(months=months * first)
        return begin, start + relativedelta(months=months * last) - DAY
    length = (end - start).days + 1
    return start + timedelta(days=length * first // pieces), start + timedelta(
        days=length * last // pieces - 1
    )


def _fraction(part: str) -> tuple[int, int, int]:
    """From which to which piece, of how many."""
    if found := re.fullmatch(r"([hq])([1-4])", part):
        pieces = 2 if found[1] == "h" else 4
        number = min(int(found[2]), pieces)
        return number - 1, number, pieces
    for word, pieces in (("half", 2), ("quarter", 4)):
        if word in part:
            number = next((order for name, order in _ORDER.items() if name in part), pieces - 1)
            number = min(number, pieces - 1)
            return number, number + 1, pieces
    third = 0 if re.search("early|beginning|start", part) else 1 if "mid" in part else 2
    return third, third + 1, 3
