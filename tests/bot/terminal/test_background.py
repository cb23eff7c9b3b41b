"""The event loop beside the terminal: opens, runs, and closes what it opened."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.terminal.background import Background


class Resource:
    """Remembers in which thread and task it was opened and closed."""

    def __init__(self) -> None:
        self.opened_in: object = None
        self.closed_in: object = None
        self.thread: threading.Thread | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[str]:
        self.opened_in, self.thread = asyncio.current_task(), threading.current_thread()
        try:
            yield "ready"
        finally:
            self.closed_in = asyncio.current_task()


async def _double(number: int) -> int:
    await asyncio.sleep(0)
    return 2 * number


def test_coroutines_run_in_another_thread_and_give_their_result() -> None:
    resource = Resource()
    with Background(resource.open) as background:
        assert background.value == "ready"
        assert background.run(_double(21)) == 42
        assert resource.thread is not threading.current_thread()


def test_the_context_is_closed_by_the_task_that_opened_it() -> None:
    resource = Resource()
    with Background(resource.open):
        assert resource.closed_in is None
    assert resource.closed_in is resource.opened_in
    assert resource.thread is not None
    assert not resource.thread.is_alive()


def test_what_opening_raises_is_raised_to_the_caller() -> None:
    @asynccontextmanager
    async def open_nothing() -> AsyncIterator[str]:
        yield dict[str, str]()["nothing there"]

    with pytest.raises(KeyError, match="nothing there"):
        Background(open_nothing).__enter__()


def test_an_error_of_a_coroutine_reaches_the_caller_and_the_next_one_still_runs() -> None:
    async def fail() -> None:
        raise LookupError("no")

    with Background(Resource().open) as background:
        with pytest.raises(LookupError):
            background.run(fail())
        assert background.run(_double(1)) == 2
