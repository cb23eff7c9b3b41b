"""Beside the flow: which replies are being worked on, so that a shutdown can finish or return them."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

log = logging.getLogger(__name__)

Farewell = Callable[[], Coroutine[Any, Any, None]]


class InFlight:
    """The tasks that owe somebody a reply. Each joins by itself and leaves when it is done."""

    def __init__(self) -> None:
        self._tasks: dict[asyncio.Task[object], Farewell | None] = {}

    def __len__(self) -> int:
        return len(self._tasks)

    def join(self, farewell: Farewell | None = None) -> None:
        """Count the current task in until it is done.

        farewell: tells whoever waits that there will be no reply; called after a shutdown has ended the task.
        """
        task = asyncio.current_task()
        if task is None:
            return
        if task not in self._tasks:
            task.add_done_callback(lambda done: self._tasks.pop(done, None))
        self._tasks[task] = farewell or self._tasks.get(task)

    async def drain(self, finish_s: float, tell_s: float) -> None:
        """Wait `finish_s` for all of them; cancel those that take longer, and tell those who wait for
        them, in at most another `tell_s`."""
        owed = {
            task: farewell for task, farewell in self._tasks.items() if task is not asyncio.current_task()
        }
        if not owed:
            return
        log.info("Finishing %d replies before stopping.", len(owed))
        _, late = await asyncio.wait(owed, timeout=finish_s)
        if not late:
            return
        for task in late:
            task.cancel()
        told = [asyncio.create_task(_tell(task, owed[task]), name="farewell") for task in late]
        _, untold = await asyncio.wait(told, timeout=tell_s)
        for each in untold:
            each.cancel()
        await asyncio.gather(*untold, return_exceptions=True)
        log.warning(
            "%d replies were not finished within %g s and were stopped; told: %d.",
            len(late), finish_s, len(told) - len(untold),
        )  # fmt: skip


async def _tell(task: "asyncio.Task[object]", farewell: Farewell | None) -> None:
    """Once the task has ended, and so shows nothing any more."""
    await asyncio.wait((task,))
    if farewell is None:
        return
    try:
        await farewell()
    except Exception as error:  # noqa: BLE001 - the edge: nobody is left who could do more
        log.info("Somebody could not be told of the shutdown: %s", error)
