"""Whether the bot lives (`/healthz`) and can answer (`/readyz`), and if not, why."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from index.errors import FootnoteError, SearchUnavailable, ServerUnavailable
from index.report import IndexStatus
from index.searching.searcher import WorkerState

# A worker that dies is back within seconds; one that is not after this needs another process around it.
WORKER_S = 60.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes, or no with the reasons."""

    reasons: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        return not self.reasons


class WorkerWatch:
    """Remembers since when there is no search worker."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._missing_since: float | None = None

    def verdict(self, worker: WorkerState | None) -> Verdict:
        """Whether there is one, or its lack is young, or none that a restart of the bot would mend."""
        if worker is None or worker.pid is not None or _is_no_fault_of_ours(worker.failure):
            self._missing_since = None
            return Verdict()
        now = self._clock()
        self._missing_since = now if self._missing_since is None else self._missing_since
        missing_s = now - self._missing_since
        if missing_s < WORKER_S:
            return Verdict()
        return Verdict((f"There has been no search worker for {missing_s:.0f} s.",))


def _is_no_fault_of_ours(failure: FootnoteError | None) -> bool:
    """Where the Chroma server is away, or nothing is published, another process would fare the same."""
    if isinstance(failure, ServerUnavailable):
        return True
    return failure is not None and not isinstance(failure, SearchUnavailable)


def is_ready(
    index: IndexStatus | None,
    failure: FootnoteError | TimeoutError | None,
    *,
    connected: bool,
    stopping: bool,
    settings_failure: FootnoteError | None = None,
) -> Verdict:
    """Whether a question that is asked now would be answered."""
    reasons = []
    if not connected:
        reasons.append("The bot is not connected to Discord.")
    elif stopping:
        reasons.append("The bot is stopping.")
    if settings_failure is not None:
        reasons.append(settings_failure.message)
    if index is None:
        why = "it takes too long" if isinstance(failure, TimeoutError) else type(failure).__name__
        reasons.append(f"The index does not answer: {why}.")
    return Verdict(tuple(reasons))
