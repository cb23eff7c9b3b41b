"""A bot with a meter in its event loop: `python -m bot run` as it is, and a file of beats at its end.

`python -m campaigns.bench.metered_bot FILE`, with the bot's settings in the environment. Ends at SIGTERM.
"""

import asyncio
import sys
from pathlib import Path

from bot.__main__ import main
from campaigns.bench.meter import Meter


class MeteredPolicy(asyncio.DefaultEventLoopPolicy):
    """Gives each new event loop the meter as its first task; `asyncio.run` cancels it at the end."""

    def __init__(self, meter: Meter) -> None:
        super().__init__()
        self._meter = meter
        self._beating: asyncio.Task[None] | None = None

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        loop = super().new_event_loop()
        loop.call_soon(self._start, loop)
        return loop

    def _start(self, loop: asyncio.AbstractEventLoop) -> None:
        self._beating = loop.create_task(self._meter.run(), name="meter")


def run_metered(beats: Path) -> int:
    """The bot until it is told to stop; its exit status."""
    meter = Meter()
    asyncio.set_event_loop_policy(MeteredPolicy(meter))
    status = main(["run"])
    meter.write(beats)
    return status


if __name__ == "__main__":
    sys.exit(run_metered(Path(sys.argv[1])))
