"""Before each request: one at a time to a host, with a pause between two, and a few to all hosts."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from index.web.fetched import Limits

Sleep = Callable[[float], Awaitable[None]]
Clock = Callable[[], float]


class Turns:
    """Who may ask which host when."""

    def __init__(self, limits: Limits, clock: Clock, sleep: Sleep) -> None:
        self._limits = limits
        self._clock = clock
        self._sleep = sleep
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._all = asyncio.Semaphore(limits.at_once)
        self._free_at: dict[str, float] = {}
        self._pauses: dict[str, float] = {}

    def set_crawl_delay(self, host: str, delay_s: float | None) -> None:
        """What the host's robots.txt asks for; never shorter than our own pause."""
        asked = min(delay_s or 0.0, self._limits.crawl_delay_s)
        self._pauses[host] = max(asked, self._limits.pause_s)

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until the host may be asked, and hold it for as long as the request lasts.

        Waiting out a pause takes no place among the few that may run at once.
        """
        async with self._hosts[host]:
            wait_s = self._free_at.get(host, 0.0) - self._clock()
            if wait_s > 0:
                await self._sleep(wait_s)
            async with self._all:
                try:
                    yield
                finally:
                    pause_s = self._pauses.get(host, self._limits.pause_s)
                    self._free_at[host] = self._clock() + pause_s
