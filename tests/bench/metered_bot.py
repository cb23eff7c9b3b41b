"""A bot with a meter in its event loop: what `python -m bot run` does, and a file of beats at its end.

`python -m tests.bench.metered_bot FILE`, with the bot's settings in the environment. Ends at SIGTERM.
"""

import asyncio
import logging
import sys
from contextlib import suppress
from pathlib import Path

from bot.connection import run_bot
from bot.messages import messages_for
from bot.opening import open_desk
from bot.settings import BotSettings
from index.build_process import BuildProcess
from tests.bench.meter import Meter


async def run_metered(settings: BotSettings) -> Meter:
    """The bot until it is told to stop; the meter that ran beside it."""
    meter = Meter()
    async with open_desk(settings, "the bench", messages_for()) as desk:
        beating = asyncio.create_task(meter.run(), name="meter")
        await run_bot(settings, answers=desk.answers, searcher=desk.searcher, builder=BuildProcess(settings))
        beating.cancel()
        with suppress(asyncio.CancelledError):
            await beating
    return meter


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    asyncio.run(run_metered(BotSettings.load())).write(Path(sys.argv[1]))
