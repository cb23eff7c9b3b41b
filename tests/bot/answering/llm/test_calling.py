"""Around each call: attempts, deadline, breaker and budgets, with a clock and waits of our own."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Degraded
from bot.answering.composing import ComposerFailed
from bot.answering.llm.breaker import Breaker
from bot.answering.llm.budget import FILE_NAME, DailyBudget, Prices
from bot.answering.llm.calling import Caller, Limits, Waiting
from bot.answering.llm.meter import BreakerState
from bot.answering.llm.model import ModelError, Piece, Prompt, Trouble, Usage

PROMPT = Prompt("Answer.", "What secret word is it?", "answer", {})
WELL = (Piece("It is "), Piece("written.", Usage(1000, 50), ended=True))
BUSY, DOWN = ModelError(Trouble.BUSY, "HTTP 429"), ModelError(Trouble.FAILED, "HTTP 500")
Attempt = Sequence[Piece | ModelError]


class Scripted:
    """A model that does at each call what it is told; the last stays."""

    def __init__(self, *attempts: Attempt) -> None:
        self.attempts = list(attempts)
        self.calls = 0

    async def stream(self, prompt: Prompt, max_tokens: int) -> AsyncGenerator[Piece, None]:
        self.calls += 1
        for step in self.attempts.pop(0) if len(self.attempts) > 1 else self.attempts[0]:
            if isinstance(step, ModelError):
                raise step
            yield step
            await asyncio.sleep(0)

    async def close(self) -> None:
        """Nothing is open."""


class Scene:
    """A caller with everything around it in hand."""

    def __init__(
        self,
        folder: Path,
        *attempts: Attempt,
        daily: int | None = None,
        timeout_s: float = 5.0,
        model: "Scripted | None" = None,
    ) -> None:
        self.now = 0.0
        self.today = date(2026, 5, 2)
        self.waits: list[float] = []
        self.model = model or Scripted(*attempts)
        self.breaker = Breaker(lambda: self.now, failures=2, wait_s=60)
        self.budget = DailyBudget(folder, daily, lambda: self.today)
        limits = Limits(timeout_s, 6000)
        waiting = Waiting(self._sleep, lambda: 0.5)
        prices = Prices(1.0, 2.0)
        self.caller = Caller(self.model, limits, self.breaker, self.budget, prices, waiting)

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    async def call(self) -> str:
        return "".join([text async for text in self.caller.stream(PROMPT, 100)])

    async def failing(self) -> Degraded:
        with pytest.raises(ComposerFailed) as raised:
            await self.call()
        return raised.value.why


async def test_words_come_through_and_their_cost_stands_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    scene = Scene(tmp_path, WELL)
    with caplog.at_level(logging.INFO):
        assert await scene.call() == "It is written."
    assert scene.budget.spent == 1050
    assert "1000 tokens read, 50 written" in caplog.text
    assert "cost 0.00110" in caplog.text
    assert "secret" not in caplog.text
    assert "written." not in caplog.text.replace("50 written", "")


async def test_what_may_pass_is_tried_again_with_growing_waits(tmp_path: Path) -> None:
    scene = Scene(tmp_path, [BUSY], [DOWN], WELL)
    assert await scene.call() == "It is written."
    assert scene.waits == [0.5, 1.0]


async def test_a_server_that_says_when_is_asked_then(tmp_path: Path) -> None:
    scene = Scene(tmp_path, [ModelError(Trouble.BUSY, "HTTP 429", 3.0)], WELL)
    assert await scene.call() == "It is written."
    assert scene.waits == [3.0]


async def test_one_that_asks_for_more_time_than_there_is_is_not_waited_for(tmp_path: Path) -> None:
    scene = Scene(tmp_path, [ModelError(Trouble.BUSY, "HTTP 429", 30.0)], WELL)
    assert await scene.failing() is Degraded.AWAY
    assert (scene.waits, scene.model.calls) == ([], 1)


async def test_three_attempts_are_all(tmp_path: Path) -> None:
    scene = Scene(tmp_path, [DOWN])
    assert await scene.failing() is Degraded.AWAY
    assert scene.model.calls == 3


async def test_what_will_not_pass_is_not_tried_again(tmp_path: Path) -> None:
    scene = Scene(tmp_path, [ModelError(Trouble.REJECTED, "HTTP 401")])
    assert await scene.failing() is Degraded.AWAY
    assert scene.model.calls == 1


async def test_once_words_have_come_nothing_is_tried_again(tmp_path: Path) -> None:
    scene = Scene(tmp_path, [Piece("It is "), ModelError(Trouble.BROKE_OFF)], WELL)
    words = scene.caller.stream(PROMPT, 100)
    assert await anext(words) == "It is "
    with pytest.raises(ComposerFailed):
        await anext(words)
    assert scene.model.calls == 1


async def test_an_answer_without_its_end_is_cut_short(tmp_path: Path) -> None:
    scene = Scene(tmp_path, [Piece("It is ")])
    assert await scene.failing() is Degraded.CUT_SHORT


async def test_the_breaker_opens_waits_and_lets_one_try(tmp_path: Path) -> None:
    scene = Scene(tmp_path, [DOWN])
    for _ in range(3):
        assert await scene.failing() is Degraded.AWAY
    assert scene.model.calls == 6  # the third call was not made
    scene.now = 61.0
    scene.model.attempts = [WELL]
    assert await scene.call() == "It is written."
    assert scene.breaker.allows()


def test_a_half_open_breaker_lets_only_one_through_and_a_failure_closes_it_again() -> None:
    now = [0.0]
    breaker = Breaker(lambda: now[0], failures=1, wait_s=10)
    assert breaker.failed()
    assert not breaker.allows()
    now[0] = 10.0
    assert breaker.allows()
    assert not breaker.allows()
    breaker.failed()
    assert not breaker.allows()
    now[0] = 20.0
    assert breaker.allows()
    breaker.gave_up()
    assert breaker.allows()


async def test_who_stops_listening_leaves_the_breaker_as_it_was(tmp_path: Path) -> None:
    scene = Scene(tmp_path, WELL)
    stream = scene.caller.stream(PROMPT, 100)
    await anext(stream)
    await stream.aclose()
    assert scene.breaker.allows()
    assert scene.budget.spent > 0  # what was read of it counts, by its length


async def test_the_days_tokens_are_kept_over_a_restart_and_begin_anew_the_next_day(tmp_path: Path) -> None:
    assert await Scene(tmp_path, WELL, daily=1100).call()
    again = Scene(tmp_path, WELL, daily=1100)
    assert again.budget.spent == 1050
    assert await again.failing() is Degraded.BUDGET
    assert again.model.calls == 0
    again.today = date(2026, 5, 3)
    assert await again.call()


async def test_a_damaged_count_is_said_and_counts_as_none(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE_NAME).write_text("{not json")
    assert Scene(tmp_path, WELL, daily=1100).budget.spent == 0
    assert FILE_NAME in caplog.text


async def test_a_silent_model_is_left_at_the_deadline(tmp_path: Path) -> None:
    scene = Scene(tmp_path, WELL, timeout_s=0.05, model=Silent())
    assert await scene.failing() is Degraded.SLOW


def test_without_a_price_there_is_no_cost() -> None:
    assert Prices().cost(Usage(5, 5)) is None
    assert Prices(read=2.0).cost(Usage(1_000_000, 5)) == 2.0


class Silent(Scripted):
    """Never says anything."""

    async def stream(self, prompt: Prompt, max_tokens: int) -> AsyncGenerator[Piece, None]:
        await asyncio.sleep(60)
        yield Piece("late")


async def test_the_reading_tells_calls_tokens_cost_and_the_breaker(tmp_path: Path) -> None:
    scene = Scene(tmp_path, WELL, [Piece("It is ")], [DOWN], daily=5000)
    await scene.call()
    await scene.failing()
    for _ in range(3):
        await scene.failing()
    reading = scene.caller.reading()
    assert reading.calls == {"done": 1, "cut short": 1, "failed": 2, "breaker": 1}
    assert reading.tokens_read > 1000
    assert reading.tokens_written > 50
    assert reading.cost == pytest.approx((reading.tokens_read + 2 * reading.tokens_written) / 1e6)
    assert reading.today == reading.tokens_read + reading.tokens_written
    assert reading.a_day == 5000
    assert reading.breaker is BreakerState.OPEN
    scene.now = 61.0
    scene.model.attempts = [WELL]
    await scene.call()
    assert scene.caller.reading().breaker is BreakerState.CLOSED


async def test_a_call_that_the_days_tokens_do_not_allow_is_counted_as_such(tmp_path: Path) -> None:
    scene = Scene(tmp_path, WELL, daily=10)
    assert await scene.failing() is Degraded.BUDGET
    assert scene.caller.reading().calls == {"budget": 1}
