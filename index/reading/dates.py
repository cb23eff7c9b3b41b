"""Used by the readers and by cleaning: a calendar date out of what a source says, or None."""

import re
from datetime import date, datetime

from dateutil import parser as dateutil_parser

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ].*)?")
# 03/04/2026 is March in one country and April in another.
_EITHER_WAY_ROUND = re.compile(r"\A\D*+(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}\b.*")
# dateutil fills what is missing from a default. Where two defaults that differ in year, month and
# day give two dates, something was missing, and the date is not a full one.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 12, 28))
_LONGEST = 64  # "Wednesday, 30 September 2026 at 11:59:59 p.m. Eastern Daylight Time" has 67 at its worst
_FIRST_YEAR = 1800  # no newspaper text that we would be given is older


def parse_date(value: object, today: date) -> date | None:
    """The full calendar date that `value` (text, date or datetime) states.

    None for part of a date ("May 2026"), for one that can be read two ways ("03/04/2026"), and for a
    year before 1800 or after the next one.
    """
    found = _parse(value)
    if found is None or not _FIRST_YEAR <= found.year <= today.year + 1:
        return None
    return found


def _parse(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        return None
    text = value.strip()
    try:
        if iso := _ISO.fullmatch(text):
            return date(int(iso[1]), int(iso[3]), int(iso[4]))
        either = _EITHER_WAY_ROUND.fullmatch(text)
        if either and int(either[1]) <= 12 and int(either[2]) <= 12 and either[1] != either[2]:
            return None
        first, second = (
            dateutil_parser.parse(text, default=default, ignoretz=True).date() for default in _DEFAULTS
        )
    except (ValueError, OverflowError, TypeError):
        return None
    return first if first == second else None
