"""Beside each call to the model: what all calls together have taken since the start, for whoever watches."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.answering.llm.model import Usage


class CallOutcome(StrEnum):
    """How a call ended, or why there was none."""

    DONE = "done"
    CUT_SHORT = "cut short"
    FAILED = "failed"
    SLOW = "slow"
    ABANDONED = "abandoned"  # whoever asked wanted no more of it
    NOT_ALLOWED = "budget"  # the day's tokens are used up
    LEFT_ALONE = "breaker"  # it had failed again and again


class BreakerState(StrEnum):
    """Whether calls are made."""

    CLOSED = "closed"  # they are
    OPEN = "open"  # they are not, for a while
    TRYING = "trying"  # one is made to see


@dataclass(frozen=True, slots=True)
class Reading:
    """All since the start, but for `today`: tokens of this day (UTC), read and written. `cost` is in the
    currency of the prices, None without prices; `a_day` is the daily limit, None without one."""

    calls: Mapping[str, int]
    seconds: float
    tokens_read: int
    tokens_written: int
    cost: float | None
    today: int
    a_day: int | None
    breaker: BreakerState


class Meter:
    """Counts calls, their seconds, tokens and cost."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.seconds = 0.0
        self.tokens_read = 0
        self.tokens_written = 0
        self.cost: float | None = None

    def note(self, outcome: CallOutcome, seconds: float = 0.0) -> None:
        """A call has ended, or was not made."""
        self.calls[outcome.value] += 1
        self.seconds += seconds

    def take(self, usage: Usage, cost: float | None) -> None:
        """The tokens of a call."""
        self.tokens_read += usage.read
        self.tokens_written += usage.written
        if cost is not None:
            self.cost = (self.cost or 0.0) + cost
