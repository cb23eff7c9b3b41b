"""Around each call to the model: deadline, retries, breaker, budget, and what it took, in the log.

The log names tokens, seconds and cost, never words of a question or an answer.
"""

import asyncio
import logging
import random
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass

from bot.answer import Degraded
from bot.answering.composing import ComposerFailed
from bot.answering.llm.breaker import Breaker
from bot.answering.llm.budget import DailyBudget, Prices, estimate
from bot.answering.llm.meter import CallOutcome, Meter, Reading
from bot.answering.llm.model import Model, ModelError, Piece, Prompt, Trouble, Usage

log = logging.getLogger(__name__)

ATTEMPTS = 3
FIRST_WAIT_S = 0.5  # doubled for each further attempt


@dataclass(frozen=True, slots=True)
class Limits:
    """timeout_s: for a call with all its retries; answer_tokens: read and written, for one answer."""

    timeout_s: float
    answer_tokens: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How time passes between attempts; tests pass their own."""

    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[], float] = random.random


class Caller:
    """Calls the model with patience and within its means."""

    def __init__(
        self,
        model: Model,
        limits: Limits,
        breaker: Breaker,
        budget: DailyBudget,
        prices: Prices,
        waiting: Waiting | None = None,
    ) -> None:
        self.limits = limits
        self._model = model
        self._breaker = breaker
        self._budget = budget
        self._prices = prices
        self._waiting = waiting or Waiting()
        self._meter = Meter()

    def reading(self) -> Reading:
        """What all calls have taken until now."""
        meter = self._meter
        return Reading(
            dict(meter.calls), meter.seconds, meter.tokens_read, meter.tokens_written, meter.cost,
            self._budget.spent, self._budget.most, self._breaker.state,
        )  # fmt: skip

    async def stream(self, prompt: Prompt, max_tokens: int) -> AsyncGenerator[str, None]:
        """The model's words as they come. Raises ComposerFailed; what came before that is still its own."""
        needed = estimate(prompt.system + prompt.user) + max_tokens
        if not self._budget.allows(needed):
            log.warning("The day's tokens for the language model are used up (%d).", self._budget.spent)
            self._meter.note(CallOutcome.NOT_ALLOWED)
            raise ComposerFailed(Degraded.BUDGET)
        if not self._breaker.allows():
            self._meter.note(CallOutcome.LEFT_ALONE)
            raise ComposerFailed(Degraded.AWAY)
        call = _Call(self._model, prompt, max_tokens, self.limits.timeout_s, self._waiting)
        outcome = CallOutcome.ABANDONED
        try:
            async with aclosing(call.words()) as words:
                async for text in words:
                    yield text
            self._breaker.succeeded()
            outcome = CallOutcome.DONE if call.ended else CallOutcome.CUT_SHORT
            if not call.ended:
                raise ComposerFailed(Degraded.CUT_SHORT)
        except (ModelError, TimeoutError) as error:
            slow = isinstance(error, TimeoutError)
            outcome = CallOutcome.SLOW if slow else CallOutcome.FAILED
            reason = str(error) or f"no answer within {self.limits.timeout_s:g} s"
            opened = self._breaker.failed()
            log.warning("The language model failed: %s%s", reason, "; leaving it alone for now" * opened)
            raise ComposerFailed(Degraded.SLOW if slow else Degraded.AWAY) from None
        finally:
            if outcome is CallOutcome.ABANDONED:
                self._breaker.gave_up()
            self._meter.note(outcome, call.seconds)
            self._account(call)

    def _account(self, call: "_Call") -> None:
        """Count what a call took, as the server says, or else as its texts' lengths say."""
        usage = call.usage or call.estimated()
        if usage is None:
            return
        self._budget.spend(usage)
        cost = self._prices.cost(usage)
        self._meter.take(usage, cost)
        log.info(
            "Language model: %d tokens read, %d written%s, %.1f s%s; today %d.",
            usage.read,
            usage.written,
            "" if call.usage else " (estimated)",
            call.seconds,
            "" if cost is None else f", cost {cost:.5f}",
            self._budget.spent,
        )


class _Call:
    """One call with its retries; afterwards, what it took."""

    def __init__(
        self, model: Model, prompt: Prompt, max_tokens: int, timeout_s: float, waiting: Waiting
    ) -> None:
        self.ended = False
        self.usage: Usage | None = None
        self._model = model
        self._prompt = prompt
        self._max_tokens = max_tokens
        self._waiting = waiting
        self._clock = asyncio.get_running_loop().time
        self._since = self._clock()
        self._deadline = self._since + timeout_s
        self._written = 0
        self._taken_in = False  # the server has begun to work on it

    @property
    def seconds(self) -> float:
        return self._clock() - self._since

    def estimated(self) -> Usage | None:
        """What it took by the length of its texts; None where the server never began."""
        if not self._taken_in:
            return None
        return Usage(estimate(self._prompt.system + self._prompt.user), estimate(" " * self._written))

    async def words(self) -> AsyncGenerator[str, None]:
        """The words of the first attempt that gives any. Raises ModelError or TimeoutError."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                async with aclosing(self._attempt()) as pieces:
                    async for piece in pieces:
                        if piece.text:
                            yield piece.text
                return
            except ModelError as error:
                if self._written or not error.retryable or attempt == ATTEMPTS:
                    raise
                await self._wait(attempt, error)

    async def _attempt(self) -> AsyncGenerator[Piece, None]:
        stream = self._model.stream(self._prompt, self._max_tokens)
        async with aclosing(stream):
            while True:
                try:
                    piece = await asyncio.wait_for(anext(stream), self._deadline - self._clock())
                except StopAsyncIteration:
                    break
                except TimeoutError:
                    self._taken_in = True  # a silent server may be at work all the same
                    raise
                self._taken_in = True
                self._written += len(piece.text)
                self.usage = piece.usage or self.usage
                self.ended = self.ended or piece.ended
                yield piece
        if not self._written:
            raise ModelError(Trouble.BROKE_OFF, "an empty answer")

    async def _wait(self, attempt: int, error: ModelError) -> None:
        """Wait before another attempt, as long as the server asks; raises where there is no time for it."""
        pause = FIRST_WAIT_S * 2 ** (attempt - 1) * (0.5 + self._waiting.jitter())
        pause = max(pause, error.retry_after_s or 0.0)
        if self._clock() + pause >= self._deadline:
            raise error
        log.info("The language model failed: %s; trying again in %.1f s.", error, pause)
        await self._waiting.sleep(pause)
