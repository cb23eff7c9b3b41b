"""Who may ask how much: counted exactly, told exactly, and held no longer than it says anything."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.limiting.rate_limits import Asker, Limits, Met, Whose, Windows
from bot.rates import Per, Rate
from bot.settings import BotSettings
from bot.storage.state import State

ANN, BEN = Asker(1, 10, 100), Asker(2, 10, 100)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Time:
    """Seconds that a test lets pass, and the day that goes with them."""

    def __init__(self) -> None:
        self.passed = 0.0

    def clock(self) -> float:
        return 5000.0 + self.passed

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.passed)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    state = State(tmp_path / "bot.sqlite3")
    yield state
    await state.close()


def limits(state: State, time: Time, **settings: Any) -> Limits:
    """Limits of which only those that are named can be met."""
    none = dict.fromkeys(("limit_person", "limit_channel", "limit_server"), "none")
    return Limits(BotSettings(**{**none, **settings}), state.days, clock=time.clock, now=time.now)


async def test_so_many_and_no_more_until_exactly_so_long_after_the_first(state: State, time: Time) -> None:
    some = limits(state, time, limit_person="2 per minute")
    assert some.check(ANN) is None
    time.passed = 20
    assert some.check(ANN) is None
    met = some.check(ANN)
    assert met is not None
    assert (met.whose, met.rate) == (Whose.PERSON, Rate(2, Per.MINUTE))
    assert met.wait_s == pytest.approx(40, abs=0.01)
    assert met.until == NOON + timedelta(seconds=20 + met.wait_s)
    time.passed += met.wait_s
    assert some.check(ANN) is None


async def test_a_refused_question_counts_nowhere(state: State, time: Time) -> None:
    some = limits(state, time, limit_person="1 per minute", limit_channel="3 per minute")
    assert some.check(ANN) is None
    for _ in range(5):
        assert some.check(ANN)
    assert some.check(BEN) is None
    time.passed = 60.01
    assert some.check(ANN) is None


async def test_of_several_limits_the_one_that_lasts_longest_is_told(state: State, time: Time) -> None:
    some = limits(state, time, limit_person="1 per minute", limit_channel="1 per hour")
    assert some.check(ANN) is None
    met = some.check(ANN)
    assert met is not None
    assert met.whose is Whose.CHANNEL


@pytest.mark.parametrize(
    ("setting", "other", "whose"),
    [
        ("limit_channel", Asker(2, 10, 100), Whose.CHANNEL),
        ("limit_server", Asker(2, 11, 100), Whose.SERVER),
    ],
)
async def test_all_people_of_a_place_together_are_counted(
    state: State, time: Time, setting: str, other: Asker, whose: Whose
) -> None:
    some = limits(state, time, **{setting: "1 per minute"})
    assert some.check(ANN) is None
    met = some.check(other)
    assert met is not None
    assert met.whose is whose
    assert some.check(Asker(2, 12, 101)) is None


async def test_in_direct_messages_no_server_is_counted(state: State, time: Time) -> None:
    some = limits(state, time, limit_server="1 per day", limit_server_daily=1)
    assert [some.check(Asker(1, 10)) for _ in range(3)] == [None] * 3


async def test_an_admin_has_no_limit(state: State, time: Time) -> None:
    some = limits(state, time, limit_person="1 per day", limit_llm_person="1 per day")
    admin = Asker(1, 10, 100, admin=True)
    assert [some.check(admin) or some.check_llm(admin) for _ in range(5)] == [None] * 5


async def test_a_language_models_answers_have_limits_of_their_own(state: State, time: Time) -> None:
    some = limits(state, time, limit_llm_person="1 per minute", limit_llm_server="2 per minute")
    assert some.check_llm(ANN) is None
    met = some.check_llm(ANN)
    assert met is not None
    assert met.whose is Whose.PERSON
    assert some.check(ANN) is None
    assert some.check_llm(BEN) is None
    third = some.check_llm(Asker(3, 11, 100))
    assert third is not None
    assert third.whose is Whose.SERVER


async def test_the_servers_day_ends_at_midnight_and_outlasts_a_restart(time: Time, tmp_path: Path) -> None:
    first = State(tmp_path / "bot.sqlite3")
    some = limits(first, time, limit_server_daily=2)
    assert some.check(ANN) is None
    assert some.check(BEN) is None
    await first.close()

    second = State(tmp_path / "bot.sqlite3")
    await second.days.load()
    after = limits(second, time, limit_server_daily=2)
    met = after.check(ANN)
    assert met is not None
    assert (met.rate, met.until) == (Rate(2, Per.DAY), datetime(2026, 11, 23, tzinfo=UTC))
    assert after.check(Asker(1, 10, 101)) is None
    time.passed = met.wait_s
    assert after.check(ANN) is None
    await second.close()


async def test_a_channel_is_told_once_until_the_limit_is_over(state: State, time: Time) -> None:
    some = limits(state, time, limit_person="1 per minute")
    some.check(ANN)
    met = some.check(ANN)
    assert met is not None
    assert [some.first_refusal(ANN, met), some.first_refusal(ANN, met)] == [True, False]
    assert some.first_refusal(BEN, met)
    time.passed = met.wait_s + 0.01
    assert some.first_refusal(ANN, met)


async def test_nothing_of_a_person_is_held_once_they_are_forgotten(state: State, time: Time) -> None:
    some = limits(state, time, limit_person="5 per minute")
    met = Met(Whose.PERSON, Rate(5, Per.MINUTE), 10, NOON)
    for _ in range(3):
        some.check(ANN)
        some.check_llm(ANN)
    some.first_refusal(ANN, met)
    some.check(BEN)
    assert (some.held_of(1), some.held_of(2)) == (7, 1)
    some.forget(1)
    assert (some.held_of(1), some.held_of(2)) == (0, 1)


async def test_who_has_themselves_forgotten_over_and_over_does_not_escape_the_limits(
    state: State, time: Time
) -> None:
    some = limits(state, time)
    assert [some.check_forgetting(ANN) for _ in range(3)] == [None] * 3
    some.forget(1)
    met = some.check_forgetting(ANN)
    assert met is not None
    assert 3599 < met.wait_s <= 3601
    assert some.check_forgetting(BEN) is None


def test_what_lies_outside_of_every_window_is_dropped(time: Time) -> None:
    windows = Windows((Rate(2, Per.SECOND), Rate(5, Per.MINUTE)), time.clock)
    for key in range(50):
        windows.take(key)
        time.passed += 10
    assert len(windows) <= 7
    time.passed += 61
    windows.forget_old()
    assert len(windows) == 0


def naive(times: list[float], rates: tuple[Rate, ...]) -> Iterator[bool]:
    """Whether each is let through, counted anew each time."""
    let: list[int] = []
    for time in (int(one * 1000) for one in times):
        room = all(sum(time - past <= rate.per.seconds * 1000 for past in let) < rate.most for rate in rates)
        if room:
            let.append(time)
        yield room


@given(st.lists(st.floats(0, 30), max_size=60), st.integers(1, 5), st.integers(1, 30))
def test_never_more_than_allowed_in_any_stretch_of_time(pauses: list[float], few: int, more: int) -> None:
    rates = (Rate(few, Per.SECOND), Rate(few + more, Per.MINUTE))
    time, times, let = Time(), [], []
    windows = Windows(rates, time.clock)
    for pause in pauses:
        time.passed += pause
        times.append(time.clock())
        let.append(windows.take(1) is None)
    assert let == list(naive(times, rates))
