"""Used by `when`: the stretches of a question that name days: "14 November", "last week", "early 2023".

English only.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.answering.english.calendar_and_numbers import MONTH_NUMBERS, MONTHS, NUMBER_WORDS, WEEKDAYS
from bot.answering.question import calendar
from bot.answering.question.calendar import Days

_BEFORE = re.compile(r"(?<![\w’'])[\d_’']*+([^\W\d_][\w’']*+)[ -]$")
_LEADING = frozenset(
    ("in", "on", "since", "until", "till", "before", "after", "by", "between", "from", "during", "of", "for")
) | {"to", "through", "and", "early", "mid", "late", "the"}
_VERB_OF_MAY = re.compile(
    r"['’]s\b| (?:was|is|has|had|said|says|did|became|resigned|took|left|won|lost|announced|stepped|came)\b"
)


def is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a month or weekday is part of a name, or another word: Black Friday, Theresa May, to march."""
    groups = match.groupdict()
    word = groups.get("day") or groups.get("month")
    if word is None:
        # The paper USA Today; a digit begins no name.
        return match.start() > 0 and match.group()[0].isupper() and not groups
    before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
    lead = before[1] if before else ""
    alone = match.group() == word
    if word.islower():
        # "may 11 people", "to march": only where a preposition or a year says that a month is meant.
        said = lead.lower() in _LEADING - {"to"} or groups.get("year") is not None
        return word in ("may", "march") and not said
    if lead.lower() in _LEADING:
        return alone and word == "May" and bool(_VERB_OF_MAY.match(text, match.end()))
    follows = (
        groups.get("day") is not None and alone and re.match(r" [A-Z]", text[match.end() : match.end() + 2])
    )
    return bool(alone and lead[:1].isupper()) or bool(follows)


_NUMBERS = tuple(word for word, value in NUMBER_WORDS.items() if 1 <= value <= 12)
_ROUGHLY = {"a": 1, "an": 1, "couple": 2, "few": 5, "several": 6, "dozen": 12}
_SHIFTS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}

_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)}|an?|(?:a )?couple(?: of)?|(?:a )?few|several|a dozen)"
_WHICH = rf"(?P<which>this past|{'|'.join(_SHIFTS)})"
_OF_YEAR = rf"(?:,? (?:of |in )?(?P<year>{_YEAR}|(?:{'|'.join(_SHIFTS)}) year))?"
_PART = (
    r"(?P<part>(?:early|mid|late)(?= |-)|[HQ][1-4]|(?:the )?(?:beginning|start|middle|end"
    r"|(?:first|second|last) half"
    r"|(?:first|second|third|fourth|last) quarter) of(?: the)?)[ -]"
)
_TO = r"(?: ?[-–—] ?| (?:to|and|until|through) )"


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of a text, `text[start:end]`, that names days.

    `days` says which, seen from the day of asking; the second argument is the year for a stretch that
    leaves it open, as the first in "between May and July 2022". It may raise ValueError or OverflowError.
    `year` is the year that the stretch names in digits. `weak` says that it may be something else (2023
    people, May said): the words around must speak of time. `open` says that the days could be to come.
    """

    start: int
    end: int
    days: Callable[[date, int | None], Days]
    year: int | None = None
    weak: bool = False
    open: bool = False


def find_moments(text: str) -> list[Moment]:
    """Return the stretches that name days, in order, none within another."""
    if not _TRIGGER.search(text):
        return []
    found = [
        (match, read)
        for pattern, read in _FORMS
        for match in pattern.finditer(text)
        if not is_name(text, match)
    ]
    found.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    moments: list[Moment] = []
    for match, read in found:
        if not moments or match.start() >= moments[-1].end:
            moments.append(read(match))
    return moments


# Most questions name no time, and need not be searched for each form of it.
_TRIGGER = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|to(?:day|morrow|night)"
    r"|yesterday|this|night)|(?:sun|mon|tues|wednes|thurs|fri|satur)day|\b(?:week|month|quarter|year|decade|day)",
    re.IGNORECASE,
)


def _number(text: str) -> int:
    plain = text.lower()
    plain = plain.split()[-1 if plain.startswith("a ") and "couple" not in plain else 0]
    if "couple" in text.lower():
        plain = "couple"
    return int(plain) if plain.isdigit() else _ROUGHLY.get(plain) or _NUMBERS.index(plain) + 1


def _month_number(name: str) -> int:
    return MONTH_NUMBERS[name[:3].lower()]


def _year_of(named: str | None, asked: date, hint: int | None) -> int | None:
    """The year that a stretch names, in digits or as "last year"; else the hint."""
    if named is None or named.isdigit():
        return int(named) if named else hint
    return asked.year + _SHIFTS[named.lower().split()[0]]


def _digits(named: str | None) -> int | None:
    return int(named) if named and named.isdigit() else None


def _iso(found: re.Match[str]) -> Moment:
    year, month, day = (int(found[group]) for group in "ymd")
    return Moment(*found.span(), lambda asked, _: calendar.in_days(year, month, day, day, asked), year)


def _day(found: re.Match[str]) -> Moment:
    """A day of a month, or the days from one to another."""
    named, month = found["year"], _month_number(found["month"])
    first, last = (int(re.sub(r"\D", "", found[group] or found["one"])) for group in ("one", "other"))

    def days(asked: date, hint: int | None) -> Days:
        return calendar.in_days(_year_of(named, asked, hint), month, first, last, asked)

    return Moment(*found.span(), days, _digits(named), open=named is None)


def _month(found: re.Match[str]) -> Moment:
    part, which, named, month = found["part"], found["which"], found["year"], _month_number(found["month"])

    def days(asked: date, hint: int | None) -> Days:
        month_days = calendar.in_month(_year_of(named, asked, hint), month, asked)
        if _SHIFTS.get((which or "").lower()) == 1:
            month_days = calendar.in_month(month_days[0].year + 1, month, asked)
        return calendar.part_of(month_days, part) if part else month_days

    weak = not (named or part or which)
    return Moment(*found.span(), days, _digits(named), weak=weak, open=named is None)


def _season(found: re.Match[str]) -> Moment:
    named, name, which = found["year"], found["season"].lower(), (found["which"] or "").lower().split()

    def days(asked: date, hint: int | None) -> Days:
        return calendar.in_season(_year_of(named, asked, hint), name, asked, which[-1] if which else "")

    weak = not (named or which)
    return Moment(*found.span(), days, _digits(named), weak=weak, open=named is None)


def _decade(found: re.Match[str]) -> Moment:
    year = int(found["decade"])
    return Moment(*found.span(), lambda *_: (date(year, 1, 1), date(year + 9, 12, 31)), year)


def _years(found: re.Match[str]) -> Moment:
    """ "2022-23", "2019–2021": a season of sports, or years."""
    first, short = found["from"], found["to"]
    last = int(first[: 4 - len(short)] + short)
    return Moment(*found.span(), lambda *_: (date(int(first), 1, 1), date(last, 12, 31)), last)


def _year(found: re.Match[str]) -> Moment:
    part, named = found["part"], found["year"]

    def days(asked: date, _: int | None) -> Days:
        year_days = calendar.in_year(_year_of(named, asked, None) or asked.year)
        return calendar.part_of(year_days, part) if part else year_days

    return Moment(*found.span(), days, _digits(named), weak=not part and named.isdigit())


def _word(found: re.Match[str]) -> Moment:
    """ "yesterday", "last night", "this morning"."""
    first = found.group().lower().split()[0]
    back = {"the": 2, "last": 1, "yesterday": 1, "tomorrow": -1}.get(first, 0)

    def days(asked: date, _: int | None) -> Days:
        day = asked - back * calendar.DAY
        return day, asked if first == "last" else day

    return Moment(*found.span(), days)


def _ago(found: re.Match[str]) -> Moment:
    count, unit = _number(found["count"]), found["unit"].lower()
    return Moment(*found.span(), lambda asked, _: calendar.ago(count, unit, asked))


def _running(found: re.Match[str]) -> Moment:
    count, unit = _number(found.groupdict().get("count") or "one"), found["unit"].lower()
    return Moment(*found.span(), lambda asked, _: calendar.running(count, unit, asked))


def _calendar(found: re.Match[str]) -> Moment:
    """ "this week", "early last month", "next year", "the weekend"."""
    groups, unit = found.groupdict(), found["unit"].lower()
    part, which = groups.get("part"), (groups.get("which") or "past").lower()
    # "The weekend" and "this past weekend" are the latest that has begun, not the one before it.
    latest = unit == "weekend" and which in ("past", "this past")

    def days(asked: date, _: int | None) -> Days:
        if latest:
            begun = calendar.on_weekday(calendar.SATURDAY, asked, "")[0]
            return begun, begun + calendar.DAY
        if which == "past":
            return calendar.running(1, unit, asked)
        whole = calendar.calendar(_SHIFTS[which.split()[-1]], unit, asked)
        return calendar.part_of(whole, part) if part else whole

    return Moment(*found.span(), days)


def _weekday(found: re.Match[str]) -> Moment:
    which, day = (found["which"] or "").lower().split(), WEEKDAYS.index(found["day"].lower())

    def days(asked: date, _: int | None) -> Days:
        latest = calendar.on_weekday(day, asked, which[-1] if which else "")
        return (latest[0] + 7 * calendar.DAY,) * 2 if which and _SHIFTS[which[-1]] == 1 else latest

    return Moment(*found.span(), days, open=not which)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$£€%.,-])(?:{pattern})(?![\w%]|[.,]\d)", re.IGNORECASE)


_UNIT = r"(?P<unit>day|week|weekend|month|quarter|year|decade)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Moment]], ...] = tuple(
    (_form(pattern), read)
    for pattern, read in (
        (rf"(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!-)", _iso),
        (rf"(?P<one>{_NTH})(?:{_TO}(?P<other>{_NTH}))? (?:of )?{_MONTH}{_OF_YEAR}", _day),
        (rf"{_MONTH} (?P<one>{_NTH})(?:{_TO}(?P<other>{_NTH})(?= ?(?:[,.?!]|$)))?{_OF_YEAR}", _day),
        (rf"(?:{_PART})?(?:{_WHICH} )?{_MONTH}{_OF_YEAR}", _month),
        (
            rf"(?:(?:the|early|late|{_WHICH}) )(?P<season>spring|summer|autumn|fall(?! of)|winter){_OF_YEAR}",
            _season,
        ),
        (rf"(?P<which>)(?P<season>spring|summer|autumn|winter)(?: (?:of )?(?P<year>{_YEAR}))", _season),
        (r"(?:(?:early|mid|late)[ -])?(?P<decade>(?:1[5-9]|20)\d0)s", _decade),
        (rf"(?P<from>{_YEAR}) ?[-–/] ?(?P<to>{_YEAR}|\d\d)", _years),
        (rf"(?:{_PART})?(?:the year )?(?P<year>{_YEAR})", _year),
        (rf"{_PART}(?P<year>(?:{'|'.join(_SHIFTS)}) year)", _year),
        (
            r"today|yesterday|tomorrow|tonight|last night|the day before yesterday"
            r"|this (?:morning|afternoon|evening)",
            _word,
        ),
        (rf"{_COUNT} {_UNIT}s? ago", _ago),
        (rf"(?:last|past|previous) {_COUNT} {_UNIT}s?", _running),
        (r"(?<=the )(?:last|past) (?P<unit>week|month|quarter|year|decade)", _running),
        (rf"(?:{_PART})?{_WHICH} (?P<unit>week|weekend|month|quarter|year|decade)", _calendar),
        (r"the (?P<unit>weekend)", _calendar),
        (rf"(?:{_WHICH} )?(?P<day>{'|'.join(WEEKDAYS)})", _weekday),
    )
)
