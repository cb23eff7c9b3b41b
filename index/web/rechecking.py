"""When a page that a feed brought is asked again. Pure functions: the clock comes from outside.

Corrections come early, and seldom later. Feeds often say nothing of them, and name an item for a few days
only.
"""

from datetime import UTC, datetime, timedelta

from index.web.pages import PageRecord

# So long after its article came or changed, its page is asked so often; afterwards only where somebody asks
# for all pages. Of a feed with fifty new pages a day these are some 800 requests a day, most of them answered
# with "not modified".
SCHEDULE = (
    (timedelta(days=7), timedelta(days=1)),
    (timedelta(days=30), timedelta(days=7)),
    (timedelta(days=180), timedelta(days=30)),
)


def is_due(page: PageRecord, now: datetime) -> bool:
    """Whether the time has come to ask it again."""
    age = now - _moment(page.changed_at)
    wait = next((wait for until, wait in SCHEDULE if age <= until), None)
    return wait is not None and now - _moment(page.asked_at) >= wait


def _moment(text: str) -> datetime:
    """A time as it is remembered; long ago where that is damaged, so that it harms nothing but this page."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
