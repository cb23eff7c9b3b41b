"""At the end of `python -m bot run`: from the signal to the exit it takes at most ten seconds, come what may.

An orderly end takes what `Patience` allows for replies, farewells and goodbyes, and ends the search worker.
What is left in a thread that cannot be interrupted (a disk that hangs) is not waited for.
"""

import asyncio
import logging
import os
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from index.command_line.console import NOT_DONE

log = logging.getLogger(__name__)

END_S = 10.0  # from SIGTERM to the exit
LAST_S = 9.3  # when an end in good order is given up; the rest is for a busy machine


class LastResort:
    """Ends the process some time after it was armed, from a thread that nothing can hold up."""

    def __init__(self, after_s: float = LAST_S, end: Callable[[int], object] = os._exit) -> None:
        self._end = end
        self._after_s = after_s
        self._timer = threading.Timer(after_s, self._give_up)
        self._timer.daemon = True

    def arm(self) -> None:
        """From now on. The thread ends with the process."""
        self._timer.start()

    def _give_up(self) -> None:
        busy = sorted(each.name for each in threading.enumerate() if each is not threading.current_thread())
        log.error("Not everything had ended after %g s (%s); ending now.", self._after_s, ", ".join(busy))
        logging.shutdown()
        self._end(NOT_DONE)


@asynccontextmanager
async def ending_in_time(stop: asyncio.Event, last: LastResort) -> AsyncIterator[None]:
    """Within this, `stop` arms the last resort."""

    async def watch() -> None:
        await stop.wait()
        last.arm()

    watching = asyncio.create_task(watch(), name="last resort")
    try:
        yield
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
