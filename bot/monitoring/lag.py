"""Beside the flow: how late the event loop comes to what is due, measured all the time."""

import asyncio

from bot.monitoring.metrics import Metrics

EVERY_S = 0.5


class Lag:
    """`latest_s` is how late it came the last time."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self.latest_s = 0.0

    async def measure(self) -> None:
        """Sleep, and see how long it took. Ends when cancelled."""
        clock = asyncio.get_running_loop().time
        while True:
            due = clock() + EVERY_S
            await asyncio.sleep(EVERY_S)
            self.latest_s = max(0.0, clock() - due)
            self._metrics.lag.observe(self.latest_s)
