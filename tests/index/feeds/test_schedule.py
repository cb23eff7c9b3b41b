"""When a feed is asked next: for any settings, wishes and failures."""

import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.feeds.schedule import DAY_S, JITTER, MOST_DOUBLINGS, due_at, max_age_s, wait_s
from tests.index.web.desk import NOW

INTERVALS = st.integers(1, 1440).map(lambda minutes: minutes * 60.0)
WISHES = st.none() | st.floats(0, 1e12)
CHANCES = st.integers(0, 2**32).map(random.Random)
WIDE = 1 + JITTER


@given(INTERVALS, WISHES, st.integers(0, 10_000), WISHES, CHANCES)
def test_a_feed_is_never_asked_too_soon_and_at_the_latest_after_about_a_day(
    interval_s: float, asked_s: float | None, failures: int, retry_s: float | None, chance: random.Random
) -> None:
    waits = wait_s(interval_s, asked_s=asked_s, failures=failures, retry_after_s=retry_s, chance=chance)
    assert (1 - JITTER) * interval_s <= waits <= WIDE * DAY_S
    assert waits >= (1 - JITTER) * min(asked_s or 0, DAY_S)
    if failures:
        assert waits >= (1 - JITTER) * min(retry_s or 0, DAY_S)


@given(INTERVALS, st.integers(0, MOST_DOUBLINGS - 1), st.integers(0, 2**32))
def test_each_failure_doubles_the_wait_until_it_is_a_day(interval_s: float, failures: int, seed: int) -> None:
    one = wait_s(interval_s, failures=failures, chance=random.Random(seed))
    next_one = wait_s(interval_s, failures=failures + 1, chance=random.Random(seed))
    assert next_one == pytest.approx(2 * one) or next_one == pytest.approx(
        wait_s(DAY_S, chance=random.Random(seed))
    )


@given(INTERVALS, st.integers(0, 2**32))
def test_after_many_failures_it_is_asked_about_once_a_day(interval_s: float, seed: int) -> None:
    waits = wait_s(interval_s, failures=MOST_DOUBLINGS, chance=random.Random(seed))
    assert waits >= DAY_S * (1 - JITTER)


def test_the_waits_of_many_feeds_are_spread_over_a_fifth_of_the_interval() -> None:
    chance = random.Random(7)
    waits = [wait_s(1800, chance=chance) for _ in range(500)]
    assert min(waits) < 1800 * 0.92
    assert max(waits) > 1800 * 1.08
    assert len({round(one) for one in waits}) > 200


@given(st.floats(0, 1e6))
def test_due_is_that_long_from_now(seconds: float) -> None:
    assert due_at(NOW, seconds) - NOW == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("max-age=3600", 3600),
        ("public, Max-Age = 60", 60),
        ("s-maxage=10", None),
        ("no-cache, max-age=60", None),
        ("no-store", None),
        ("max-age=soon", None),
        ("", None),
        (None, None),
    ],
)
def test_what_a_server_says_of_how_long_an_answer_holds(header: str | None, seconds: float | None) -> None:
    assert max_age_s(header) == seconds
