"""Load: a storm of button clicks on answers, each answer's buttons by many people at once."""

import asyncio
import random
import time
from dataclasses import dataclass

from campaigns.load.crowd import ANSWER_S, Crowd
from tests.discord_server import NoAnswer

BUTTON = "Passages"


@dataclass(frozen=True, slots=True)
class Clicked:
    """Seconds to the first response and to the page, of each click; `lost` had no answer."""

    first_s: tuple[float, ...]
    finished_s: tuple[float, ...]
    lost: int


async def click_many(crowd: Crowd, count: int, seconds: float) -> Clicked:
    """`count` clicks spread evenly over `seconds`, on answers of the servers where their people are."""
    first: list[float] = []
    finished: list[float] = []
    lost = 0
    chosen = random.Random(7).choices(crowd.answers, k=count)

    async def click(rank: int) -> None:
        nonlocal lost
        person, message = chosen[rank]
        await asyncio.sleep(rank * seconds / count)
        started = time.monotonic()
        try:
            reply = await person.click(message, BUTTON, timeout_s=ANSWER_S)
            await reply.wait_done(ANSWER_S)
        except NoAnswer:
            lost += 1
            return
        first.append(reply.first_response_seconds)
        finished.append(time.monotonic() - started)

    await asyncio.gather(*(click(rank) for rank in range(count)))
    return Clicked(tuple(first), tuple(finished), lost)
