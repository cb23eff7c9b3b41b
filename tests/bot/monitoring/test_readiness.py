"""When `/healthz` and `/readyz` say no."""

from datetime import UTC, datetime

import pytest

from bot.monitoring.readiness import WORKER_S, WorkerWatch, is_ready
from bot.storage.servers import SettingsUnknown
from index.errors import FootnoteError, IndexUnavailable, SearchUnavailable, ServerUnavailable
from index.report import IndexStatus
from index.searching.searcher import WorkerState

STATUS = IndexStatus("g", datetime(2026, 5, 2, tzinfo=UTC), "ed", 3, 9, None, "bundled", 1)
GONE = WorkerState(None)


class Watch:
    """A worker watch with its clock in hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self._watch = WorkerWatch(lambda: self.now)

    def is_healthy(self, worker: WorkerState | None, *, after_s: float = 0.0) -> bool:
        self.now += after_s
        return self._watch.verdict(worker).good


def test_a_worker_that_is_back_within_a_minute_was_never_missed() -> None:
    watch = Watch()
    assert watch.is_healthy(GONE)
    assert watch.is_healthy(GONE, after_s=WORKER_S - 1)
    assert watch.is_healthy(WorkerState(4711), after_s=1)
    assert watch.is_healthy(GONE, after_s=1)
    assert watch.is_healthy(GONE, after_s=WORKER_S - 1)


@pytest.mark.parametrize("failure", [None, SearchUnavailable("It does not start.")])
def test_a_worker_that_is_missing_for_a_minute_calls_for_a_restart(failure: FootnoteError | None) -> None:
    watch, gone = Watch(), WorkerState(None, failure)
    assert watch.is_healthy(gone)
    assert not watch.is_healthy(gone, after_s=WORKER_S)
    assert watch.is_healthy(WorkerState(4711))


@pytest.mark.parametrize("failure", [ServerUnavailable("Away."), IndexUnavailable("Nothing there.")])
def test_what_no_restart_mends_calls_for_none(failure: FootnoteError) -> None:
    watch, gone = Watch(), WorkerState(None, failure)
    assert watch.is_healthy(gone)
    assert watch.is_healthy(gone, after_s=10 * WORKER_S)


def test_a_searcher_without_a_process_is_healthy() -> None:
    assert Watch().is_healthy(None, after_s=10 * WORKER_S)


@pytest.mark.parametrize(
    ("connected", "stopping", "index", "failure", "reasons"),
    [
        (True, False, STATUS, None, []),
        (False, False, STATUS, None, ["The bot is not connected to Discord."]),
        (True, True, STATUS, None, ["The bot is stopping."]),
        (True, False, None, TimeoutError(), ["The index does not answer: it takes too long."]),
        (True, False, None, ServerUnavailable("/srv/x"), ["The index does not answer: ServerUnavailable."]),
        (
            False,
            False,
            None,
            IndexUnavailable(""),
            ["The bot is not connected to Discord.", "The index does not answer: IndexUnavailable."],
        ),
    ],
)
def test_readiness_names_every_reason_and_no_path(
    connected: bool,
    stopping: bool,
    index: IndexStatus | None,
    failure: FootnoteError | TimeoutError | None,
    reasons: list[str],
) -> None:
    assert list(is_ready(index, failure, connected=connected, stopping=stopping).reasons) == reasons


def test_a_bot_that_does_not_know_what_servers_chose_is_not_ready() -> None:
    failure = SettingsUnknown("The servers' settings cannot be read.")
    found = is_ready(STATUS, None, connected=True, stopping=False, settings_failure=failure)
    assert found.reasons == (failure.message,)
