"""Used by `head_lines`: a line that says when an article was published and no more, and the day."""

import re
from dataclasses import dataclass
from datetime import date

from index.cleaning.head_words import AGO, AROUND_DATES, MONTHS, PUBLISHED, UPDATED
from index.reading.dates import parse_date

_DIGIT = re.compile(r"\d")
_LONGEST_AGO = 20  # without a figure: "half an hour ago"
_LONGEST = 160  # both days of "Published on Friday, 4 April 2025 at 10:30 am ET, updated …" have 110
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[ -](?:of |de )?(?P<m2>{_MONTH})\.?"
    r"(?:,|,? del?|-)? ?(?P<y2>\d{4})\b"
    rf"|\b(?P<m3>{_MONTH})\.? (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>\d{{4}})\b"
    rf"|\b(?P<y4>\d{{4}})\. (?P<m4>{_MONTH}) (?P<d4>\d{{1,2}})\b\.?"
    r"|\b(?P<d5>\d{1,2})(?P<by>[-/.])(?P<m5>\d{1,2})(?P=by)(?P<y5>\d{4})\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}){1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?(?:[ap]\.?m\b\.?|uhr\b|h\b)"
    r"|\([A-Z]{2,5}\)|\b(?:UTC|GMT) ?[+-]\d{1,2}(?::\d\d)?|[+-]\d{2}:?\d{2}\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_][\w.’'-]*|\d+")
_PLACE = re.compile(
    r"(?:[^\W\d_][\w’'-]{0,30}\.?)(?: [^\W\d_][\w’'-]{0,30}\.?){0,3}"
    r"(?:, [^\W\d_][\w’'. -]{1,25})?(?:,| [-–—]| /)? ?"
)
_WRITTEN_DAY_FIRST = re.compile(r"\b(?:uhr|kl|klo|godz|stand)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateLine:
    """The day of publication, None where it is of an update only or cannot be told.

    `labelled`: a word says so; `timed`: a time or a weekday stands beside it; `place`: a place's name stands
    before it.
    """

    published: date | None
    labelled: bool = False
    timed: bool = False
    place: str | None = None


def read_date_line(text: str, today: date, *, day_first: bool = False) -> DateLine | None:
    """None where the line says anything else too. day_first: 4.5.2025 is in May, as in most of Europe."""
    if len(text) > _LONGEST or text.endswith(":") or not (_DIGIT.search(text) or len(text) <= _LONGEST_AGO):
        return None
    if AGO.fullmatch(text.rstrip(".")):
        return DateLine(None, timed=True)
    found = list(_DAY.finditer(text))
    if not found:
        return None
    days: list[date | None] = []
    place, end, said = None, 0, []
    for day in found:
        between = text[end : day.start()]
        if not end and (place := _place_before(between)):
            between = between[len(place) :]
        words = _words_around(between)
        if words is None:
            return None
        if not UPDATED.intersection(words):
            days.append(_day_of(day, today, day_first or _WRITTEN_DAY_FIRST.search(text) is not None))
        said += words
        end = day.end()
    after = _words_around(text[end:])
    if after is None:
        return None
    said += after
    return DateLine(
        days[0] if days else None,
        labelled=bool(PUBLISHED.union(UPDATED).intersection(said)),
        timed=bool(said) or _TIME.search(_DAY.sub(" ", text)) is not None,
        place=place and place.strip(" ,-–—/"),
    )


def _place_before(text: str) -> str | None:
    """A place at the very start: "Sallow, " before the day, as in a letter."""
    found = _PLACE.match(text)
    if not found or text[:1].islower() or ":" in text:
        return None
    for place in (found[0], f"{found[0].partition(', ')[0]}, "):
        bare = place.strip(" ,-–—/")
        ends = text.startswith(place) and place.rstrip().endswith((",", "-", "–", "—", "/"))
        known = any(word.lower().rstrip(".") in AROUND_DATES for word in re.findall(r"[\w.’'-]+", bare))
        capitals = all(word[0].isupper() or word in ("de", "am", "del", "la") for word in bare.split())
        if bare and ends and capitals and not known:
            return place
    return None


def _words_around(text: str) -> list[str] | None:
    """The words around a day, in lower case, without times; None where one of them tells anything else."""
    words = [word.lower().strip(".") for word in _TOKEN.findall(_TIME.sub(" ", text))]
    words = [word for word in words if not word.isdigit()] if _TIME.search(text) else words
    return words if all(word in AROUND_DATES or word in MONTHS for word in words) else None


def _day_of(found: re.Match[str], today: date, day_first: bool) -> date | None:
    parts = {key[:1]: value for key, value in found.groupdict().items() if value and key != "by"}
    year, day, month = int(parts["y"]), int(parts["d"]), parts["m"]
    if not month.isdigit():
        number = MONTHS[month.lower()]
    elif found["y1"] or (found["by"] == "." and day_first):
        number = int(month)
    else:
        return parse_date(found[0], today)
    return parse_date(f"{year:04}-{number:02}-{day:02}", today)
