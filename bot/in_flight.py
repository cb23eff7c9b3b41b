"""Beside the flow: which replies are being worked on, so that a shutdown can let them finish."""

import asyncio
import logging

log = logging.getLogger(__name__)

CANCEL_S = 3.0  # how long a cancelled task may take to say so


class InFlight:
    """The tasks that owe somebody a reply. Each joins by itself and leaves when it is done."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()

    def __len__(self) -> int:
        return len(self._tasks)

    def join(self) -> None:
        """Count the current task in until it is done."""
        task = asyncio.current_task()
        if task is not None and task not in self._tasks:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def drain(self, timeout_s: float) -> None:
        """Wait for all of them; cancel, and await, those that take longer than `timeout_s`."""
        tasks = self._tasks - {asyncio.current_task()}
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=timeout_s)
        for task in late:
            task.cancel()
        if late:
            log.warning("%d replies were not finished within %.0f s and were stopped.", len(late), timeout_s)
            await asyncio.wait(late, timeout=CANCEL_S)
