"""Beside the terminal: an event loop in a thread, so that a person's typing never blocks it."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Any, Generic, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")
R = TypeVar("R")

# How long the thread may take to close what it opened (the search worker) before it is left behind.
CLOSE_TIMEOUT_S = 10.0


class Background(Generic[T]):
    """Opens an async context in a thread of its own and runs coroutines there, one after another.

    `with Background(open_something) as background:` waits until it is open, and raises what opening
    raised; `background.value` is what the context gave. Ctrl-C while waiting cancels what runs.
    """

    def __init__(self, open_context: Callable[[], AbstractAsyncContextManager[T]]) -> None:
        self._open_context = open_context
        self._opened: Future[T] = Future()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._close: asyncio.Event | None = None
        self._started = threading.Event()
        # A daemon, so that a context which never closes cannot keep the process.
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._live()), name="background", daemon=True
        )

    @property
    def value(self) -> T:
        return self._opened.result()

    def __enter__(self) -> "Background[T]":
        self._thread.start()
        self._started.wait()
        try:
            self._opened.result()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._loop is not None
        assert self._close is not None
        with contextlib.suppress(RuntimeError):  # the loop closed already, after an error that was logged
            self._loop.call_soon_threadsafe(self._close.set)
        self._thread.join(CLOSE_TIMEOUT_S)

    def run(self, coroutine: Coroutine[Any, Any, R]) -> R:
        """Run the coroutine in the background and wait for what it returns."""
        assert self._loop is not None
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            return future.result()
        except KeyboardInterrupt:
            future.cancel()
            raise

    def _end(self) -> None:
        """Cancel the opening that failed or that nobody waits for any more."""
        if self._thread.is_alive():
            assert self._loop is not None
            assert self._task is not None
            with contextlib.suppress(RuntimeError):  # the loop closed of itself meanwhile
                self._loop.call_soon_threadsafe(self._task.cancel)
            self._thread.join(CLOSE_TIMEOUT_S)

    async def _live(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.current_task()
        self._close = asyncio.Event()
        self._started.set()
        try:
            async with self._open_context() as value:
                self._opened.set_result(value)
                await self._close.wait()
        except BaseException as error:
            if self._opened.done():
                log.warning("closing failed", exc_info=error)
            else:
                self._opened.set_exception(error)
