"""Before the search: the period that a question names, and whether it is one of publication.

"Articles from 2023", "what was reported last week" and "the latest since May" speak of publication: only
such articles are meant. Any other time may be that of the event, which is reported in it or shortly after,
and at times years later. English only; a question without a period that lies in the past has none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.question.calendar import DAY
from bot.answering.question.dates_in_text import Moment, find_moments
from index.passage import Period

MOST_MOMENTS = 6  # beyond, it is a list of dates and not a question about a time

# Words before a stretch that say which side of it is meant.
_SINCE = re.compile(r"\b(?:(?:ever )?since|no earlier than)(?: the)? $", re.IGNORECASE)
_ONWARDS = re.compile(r" on(?:wards?)?\b(?! \w)", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|til|up to|through|by|as of|no later than)(?: the)? $", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|prior to|earlier than)(?: the)? $", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|later than)(?: the)? $", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:in|on|during|of|from|over|within|throughout|for|at|around|about|between"
    r"|and|to|or|than|as early as)(?: the)? $",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|from)(?: the)? $", re.IGNORECASE)
_JOINT = re.compile(r" ?(?:-|–|—) ?| (?:and|to|until|till|through)(?: the)? ", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:beginning|starting|next|coming|upcoming) $", re.IGNORECASE)

# A month or a year alone needs one of these before it: "in May", "since 2019"; not "by May", "to march".
_TIMELY = re.compile(
    r"\b(?:in|during|since|until|till|before|after|between|from|throughout|through|over)(?: the)? $",
    re.IGNORECASE,
)
_TIMELY_YEAR = re.compile(r"\b(?:of|by|for|to|and|or|as of|up to|around|than)(?: the)? $", re.IGNORECASE)
_COUNTED = re.compile(
    r" (?:people|persons|men|women|children|voters|votes|deaths|cases|homes|houses|jobs|workers|employees|"
    r"times|met(?:re|er)s?|kilomet(?:re|er)s?|miles|feet|km|m|dollars|euros|pounds|cars|vehicles|students|soldiers)\b",
    re.IGNORECASE,
)
_PLAIN_NOUN = re.compile(
    r" (?!(?:and|or|was|were|is|are|did|has|have|had|the|in|on|at|for|by|with|when|who|"
    r"what|but|about)\b)[a-z]"
)
_NAMED = re.compile(r"['’]s\b| [A-Z]")  # 2023 World Cup, 2023's
_NAME_BEFORE = re.compile(r"\b[A-Z]\w+ $")
_CLOSED = re.compile(r"[?.!,)]|$")

_TO_COME = re.compile(
    r"\b(?:will|won't|shall|upcoming|going to|set to|due to|expected|scheduled|planned|plans? to|about to)\b",
    re.IGNORECASE,
)

# What is published here is an article; "the novel published in 2023" is not.
_ARTICLES = re.compile(
    r"(?:(?:^News|\bnews|\b[Aa]rticles?|\bstories|\b[Cc]overage|\b[Hh]eadlines)"
    r"(?: (?:that|which|were|was|are|is|been|have|has|published|written|posted|printed|dated))*"
    r"|\b(?:published|posted|printed|dated|written)) $"
)
_ARTICLES_ABOUT = re.compile(r"\b(?:[Aa]rticles?|stories|coverage|headlines) (?:about|on) [^?]{1,100} $")
_FROM = re.compile(r"(?:from|since)\b", re.IGNORECASE)
_OF_ARTICLES = re.compile(r"(?:['’]s)? (?:news|articles|headlines|coverage|stories)\b")
_OTHER_WORK = re.compile(
    r"\b(?:books?|novels?|memoirs?|biograph\w+|albums?|songs?|stud(?:y|ies)|surveys?|figures|data|letters?|poems?|"
    r"magazines?|research|lists?|videos?|photos?|papers?|reports?|results|findings|guidelines|rankings?|index|polls?)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:what|anything|something|nothing)(?: (?:was|were|is|has|have|been|did|do|does|the|new|news|"
    r"papers?|newspapers?|press|media|articles?|they|you))* report(?:ed|s|ing)?"
    r"(?: (?:about|on) [^?]{1,80})? $"
    r"|\b(?:was|were|been|is|are)(?: \w+ly)? reported $",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_SINCE_WHEN = re.compile(r"since\b", re.IGNORECASE)
_LATEST = re.compile(
    r"\b(?:latest|newest|news|updates?|developments?|anything new|what(?: is|'s|’s) new"
    r"|what has (?:happened|changed))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A period that a question names, in `text[start:end]` with the words that belong to it.

    With `published` only articles of the period are meant.
    """

    period: Period
    published: bool
    start: int
    end: int


def recognise(question: str, asked: date) -> When | None:
    """Return the period that a cleaned question names, seen from the day of asking; None without one.

    Of several, one of publication goes before the others; those that overlap are narrowed down to what
    they share, those that do not are joined. Takes well below a millisecond, never raises.
    """
    found = [when for one in _stretches(question) if (when := _read(question, one, asked))]
    published = [when for when in found if when.published]
    if not found:
        return None
    first, *others = published or found
    for other in others:
        period = _joined(first.period, other.period)
        first = When(period, first.published, min(first.start, other.start), max(first.end, other.end))
    return first


def phrases(question: str) -> list[tuple[int, int]]:
    """Return where a question speaks of a time, past or to come: offsets, with "in" and "since"."""
    return [(_opening(question, one[0].start), one[-1].end) for one in _stretches(question)]


def _stretches(text: str) -> list[tuple[Moment, ...]]:
    """The moments of a text that are meant as times, those that are joined ("from May to July") as one."""
    moments = find_moments(text)
    if len(moments) > MOST_MOMENTS:
        return []
    stretches: list[tuple[Moment, ...]] = []
    for moment in moments:
        last = stretches[-1] if stretches else ()
        if len(last) == 1 and _is_run(text, last[0], moment):
            stretches[-1] = (*last, moment)
        elif _is_meant(text, moment):
            stretches.append((moment,))
    return stretches


def _is_run(text: str, first: Moment, second: Moment) -> bool:
    joint = text[first.end : second.start]
    if not _JOINT.fullmatch(joint):
        return False
    return bool(_BETWEEN.search(text, 0, first.start)) or joint.strip() in ("-", "–", "—")


def _is_meant(text: str, moment: Moment) -> bool:
    """Whether the words around a weak moment speak of time."""
    if not moment.weak:
        return True
    before = text[max(0, moment.start - 20) : moment.start]
    after = text[moment.end : moment.end + 20]
    if moment.year is None:
        return bool(_TIMELY.search(before))
    if _COUNTED.match(after):
        return False
    if _TIMELY.search(before) or _NAMED.match(after):
        return True
    if _TIMELY_YEAR.search(before):
        return not _PLAIN_NOUN.match(after)
    return bool((_NAME_BEFORE.search(before) or not before) and _CLOSED.match(after)) or bool(
        _OF_ARTICLES.match(after)
    )


def _read(text: str, stretch: Sequence[Moment], asked: date) -> When | None:
    """The period of one stretch, None where it lies ahead or no calendar has it."""
    first, last = stretch[0], stretch[-1]
    before = text[: first.start]
    if _AHEAD.search(before) or (first.open and last.open and _TO_COME.search(text)):
        return None
    try:
        end = last.days(asked, None)
        start = first.days(asked, last.year or end[0].year) if len(stretch) > 1 else end
        if start[0] > end[1] and last.year is None and first.open:  # "from November to February"
            start = first.days(asked, end[0].year - 1)
        onwards = _ONWARDS.match(text, last.end)
        period = Period(start[0]) if onwards and start[0] <= asked else None
        period = period or _period(before, start[0], end[1], asked, run=len(stretch) > 1)
    except (ValueError, OverflowError):
        return None
    if period is None:
        return None
    opening = _opening(text, first.start)
    return When(period, _is_of_publication(text, opening, last.end), opening, last.end)


def _period(before: str, start: date, end: date, asked: date, *, run: bool) -> Period | None:
    """What the word before a stretch makes of it; the days to come are left open."""
    if start > end or start > asked:
        return None
    if run:
        return Period(start, end if end < asked else None)
    if _BEFORE.search(before):
        return Period(None, start - DAY)
    if _AFTER.search(before):
        return Period(end + DAY) if end < asked else None
    if _UNTIL.search(before):
        return Period(None, end) if end < asked else None
    if _SINCE.search(before):
        return Period(start)
    return Period(start, end if end < asked else None)


def _opening(text: str, start: int) -> int:
    """Where the words that belong to a stretch begin: at "in", "since", "on the"."""
    for word in (_SINCE, _UNTIL, _BEFORE, _AFTER, _WITHIN):
        if found := word.search(text, max(0, start - 30), start):
            return found.start()
    return start


def _is_of_publication(text: str, start: int, end: int) -> bool:
    before = text[:start]
    if _ARTICLES.search(before):
        return not _OTHER_WORK.search(before)
    if _OF_ARTICLES.match(text, end):
        return True
    if _ARTICLES_ABOUT.search(before):
        return bool(_FROM.match(text, start)) and not text[end:].strip(" ?.!")
    if _REPORTED.search(before):
        return not _COUNTS.search(before)
    return bool(_SINCE_WHEN.match(text, start) and _LATEST.search(before))


def _joined(one: Period, other: Period) -> Period:
    """What two periods share, or, where that is nothing, all from the first day to the last."""
    starts = [period.start for period in (one, other) if period.start is not None]
    ends = [period.end for period in (one, other) if period.end is not None]
    shared = Period(max(starts, default=None), min(ends, default=None))
    if shared.start is None or shared.end is None or shared.start <= shared.end:
        return shared
    whole = len(starts) == len(ends) == 2
    return Period(min(starts), max(ends)) if whole else one
