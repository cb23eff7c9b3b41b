"""Load: what goes on in all servers beside the questions: people who talk to each other, not to the bot."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from campaigns.load.crowd import Crowd

TICK_S = 0.05
WORDS = "So the ferry is late again, and nobody told us why it is."


@dataclass(slots=True)
class Said:
    """How many messages were written."""

    count: int = 0


@asynccontextmanager
async def chatter(crowd: Crowd, per_s: float) -> AsyncIterator[Said]:
    """Within this, about `per_s` messages a second are written in all servers together."""
    said = Said()
    talking = asyncio.create_task(_talk(crowd, per_s, said))
    try:
        yield said
    finally:
        talking.cancel()
        await asyncio.gather(talking, return_exceptions=True)


async def _talk(crowd: Crowd, per_s: float, said: Said) -> None:
    everyone = itertools.cycle(crowd.everyone())
    loop = asyncio.get_running_loop()
    began = loop.time()
    while per_s:
        due = (loop.time() - began) * per_s
        while said.count < due:
            person, channel = next(everyone)
            message = await person.post(channel, WORDS)
            del channel.messages[message.id]  # only the bot's load counts, not this server's memory
            said.count += 1
        await asyncio.sleep(TICK_S)
