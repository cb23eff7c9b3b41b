"""Pages of feeds are asked again: soon and often at first, then ever more seldom, and in the end never."""

from datetime import timedelta

import pytest

from index.web.pages import PageRecord
from index.web.rechecking import is_due
from tests.index.web.desk import NOW


def page(*, changed: timedelta, asked: timedelta) -> PageRecord:
    """A page whose article came or changed so long ago, and that was asked so long ago."""
    times = [(NOW - ago).isoformat(timespec="seconds") for ago in (asked, changed)]
    return PageRecord("k", "u", "f", None, None, times[0], "added", "1", None, times[0], times[1])


@pytest.mark.parametrize(
    ("changed_days", "asked_days", "due"),
    [
        (1, 1, True),
        (1, 0.9, False),
        (6, 1, True),
        (8, 2, False),
        (14, 7, True),
        (29, 6.9, False),
        (40, 29, False),
        (60, 30, True),
        (179, 30, True),
        (181, 100, False),
        (2000, 2000, False),
    ],
)
def test_the_older_an_article_the_more_seldom_its_page_is_asked(
    changed_days: float, asked_days: float, *, due: bool
) -> None:
    old = page(changed=timedelta(days=changed_days), asked=timedelta(days=asked_days))
    assert is_due(old, NOW) == due


def test_a_damaged_time_is_no_error() -> None:
    assert not is_due(PageRecord("k", "u", "f", None, None, "x", "added", changed_at="x", asked_at="y"), NOW)


def test_a_page_is_asked_some_twenty_times_in_its_life() -> None:
    asked, last = 0, timedelta()
    for hours in range(24 * 400):
        age = timedelta(hours=hours)
        if is_due(page(changed=age, asked=age - last), NOW):
            asked, last = asked + 1, age
    assert asked == 7 + 3 + 5
