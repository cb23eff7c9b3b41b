"""Between understanding and search: what the period that a part of the question names does to its search."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answer import PeriodUse, UsedPeriod
from bot.answering.question.period import When, recognise
from index.passage import Filters, Period, SearchRequest, SearchResult


@dataclass(frozen=True, slots=True)
class Search:
    """The search for one part of a question, and what it makes of a period, None without one."""

    request: SearchRequest
    used: UsedPeriod | None = None


def plan(parts: Sequence[str], filters: Filters, asked: date) -> list[Search]:
    """Return the search for each part.

    A part that names no period takes over the one of the first part that does: "Who won in 2023, and who
    came second?". Days that the asker set as filters stay; a period of publication only narrows them.
    """
    named = [recognise(part, asked) for part in parts]
    taken_over = next((when for when in named if when), None)
    return [
        _search(SearchRequest(part, filters, asked=asked), when or taken_over)
        for part, when in zip(parts, named, strict=True)
    ]


def _search(request: SearchRequest, when: When | None) -> Search:
    if when is None:
        return Search(request)
    preferring = replace(request, preferred=when.period)
    if not when.published:
        return Search(preferring, UsedPeriod(when.period, PeriodUse.PREFERRED))
    narrowed = _narrowed(request.filters, when.period)
    if narrowed is None:
        return Search(request, UsedPeriod(when.period, PeriodUse.SET_ASIDE))
    return Search(replace(preferring, filters=narrowed), UsedPeriod(when.period, PeriodUse.ONLY))


def _narrowed(filters: Filters, period: Period) -> Filters | None:
    """The filters within the period, None where they leave no day of it."""
    since = max((day for day in (filters.since, period.start) if day), default=None)
    until = min((day for day in (filters.until, period.end) if day), default=None)
    if since and until and since > until:
        return None
    return replace(filters, since=since, until=until)


def used(searches: Sequence[Search], results: Sequence[SearchResult]) -> tuple[UsedPeriod, ...]:
    """Return what to tell of the periods, each once: of a preference only where it found something."""
    told: dict[UsedPeriod, None] = {}
    for search, result in zip(searches, results, strict=True):
        if search.used and (search.used.use is not PeriodUse.PREFERRED or result.preferring):
            told[search.used] = None
    return tuple(told)


def widened(searches: Sequence[Search], filters: Filters) -> list[SearchRequest] | None:
    """Return the searches with the asker's own filters only; None where no period was a filter."""
    if not any(search.used and search.used.use is PeriodUse.ONLY for search in searches):
        return None
    return [replace(search.request, filters=filters) for search in searches]
