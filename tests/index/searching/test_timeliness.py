"""How an article's day of publication counts, with a period that a question prefers and without."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from index.passage import Period
from index.searching.timeliness import timeliness

ASKED = date(2023, 11, 18)
YEAR = Period(date(2019, 1, 1), date(2019, 12, 31))


def fits(day: date | None, period: Period | None = YEAR) -> float:
    return timeliness(day, ASKED, period, 90)


def test_without_a_period_what_is_new_on_the_day_of_asking_fits_best() -> None:
    assert fits(ASKED, None) == 1.0
    assert fits(ASKED - timedelta(days=90), None) == 0.5
    assert fits(ASKED + timedelta(days=30), None) == 0.0
    assert fits(None, None) == 0.0


def test_with_a_period_of_the_past_last_week_is_nothing_special() -> None:
    assert fits(date(2019, 1, 1)) == fits(date(2019, 12, 31)) == 1.0
    assert fits(ASKED) < 0.001
    assert fits(date(2018, 6, 1)) == 0.0


def test_what_is_reported_shortly_after_the_period_still_fits() -> None:
    assert 0.9 < fits(date(2020, 1, 10)) < 1.0


def test_in_a_period_that_is_not_over_the_newest_still_fits_best() -> None:
    this_year = Period(date(2023, 1, 1))
    days = [ASKED, date(2023, 2, 1), date(2022, 12, 1)]
    measured = [fits(day, this_year) for day in days]
    assert measured == sorted(measured, reverse=True)
    assert measured[1] > measured[2] + 0.9


_SOME_DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@given(_SOME_DAYS, _SOME_DAYS, _SOME_DAYS, _SOME_DAYS)
def test_a_day_of_a_past_period_fits_at_least_as_well_as_any_other(
    one: date, other: date, day: date, elsewhere: date
) -> None:
    period = Period(min(one, other), max(one, other))
    asked = max(one, other) + timedelta(days=1)
    if period.holds(day):
        assert timeliness(day, asked, period, 90) >= timeliness(elsewhere, asked, period, 90)
