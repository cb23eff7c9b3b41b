"""Before a call to the model: one that has failed again and again is left alone for a while."""

from collections.abc import Callable

from bot.answering.llm.meter import BreakerState

FAILURES = 3
WAIT_S = 60.0


class Breaker:
    """Opens after some failures in a row; after a wait one call may try, and decides.

    clock: seconds, monotonic.
    """

    def __init__(
        self, clock: Callable[[], float], *, failures: int = FAILURES, wait_s: float = WAIT_S
    ) -> None:
        self._clock = clock
        self._most = failures
        self._wait_s = wait_s
        self._failures = 0
        self._open_until: float | None = None
        self._trying = False

    @property
    def state(self) -> BreakerState:
        """Whether calls are made at this moment."""
        if self._open_until is None:
            return BreakerState.CLOSED
        return BreakerState.TRYING if self._trying else BreakerState.OPEN

    def allows(self) -> bool:
        """Whether a call may be made now. Who gets True says how it went, or that it was given up."""
        if self._open_until is None:
            return True
        if self._clock() < self._open_until or self._trying:
            return False
        self._trying = True
        return True

    def succeeded(self) -> None:
        """The call worked: all is forgotten."""
        self._failures = 0
        self._open_until = None
        self._trying = False

    def failed(self) -> bool:
        """The call did not work. Whether with this it has opened, or stays open for another wait."""
        self._failures += 1
        self._trying = False
        if self._failures < self._most:
            return False
        self._open_until = self._clock() + self._wait_s
        return True

    def gave_up(self) -> None:
        """The call was abandoned by whoever asked, which says nothing of the model."""
        self._trying = False
