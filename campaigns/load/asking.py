"""Load: many questions in a few seconds, each person asking twice, while all servers chatter."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

from campaigns.load.chatter import chatter
from campaigns.load.crowd import ANSWER_S, Crowd
from tests.discord_server import Channel, Human, NoAnswer, Reply

EACH = 2  # questions a person
APART_S = 0.05  # between a person's two: the first is seldom answered by then


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: seconds to the first response and to the finished answer; when that was."""

    person: str
    number: int
    first_s: float
    finished_s: float
    finished_at: float


@dataclass(frozen=True, slots=True)
class Asking:
    """What came of all of them. `lost`: those that were never answered, or too late."""

    asked: tuple[Asked, ...]
    lost: int
    out_of_order: int
    chatter_per_s: float


async def ask_many(crowd: Crowd, questions: Sequence[str], count: int, seconds: float, rate: float) -> Asking:
    """`count` questions spread evenly over `seconds`, in as many servers as there are askers."""
    asked: list[Asked] = []
    lost = 0
    people = crowd.everyone()[: count // EACH]

    async def ask(person: Human, channel: Channel, number: int, question: str) -> None:
        nonlocal lost
        started = time.monotonic()
        try:
            reply = await person.slash(channel, "ask", question=question, timeout_s=ANSWER_S)
            message = await reply.wait_done(ANSWER_S)
        except NoAnswer:
            lost += 1
            return
        now = time.monotonic()
        asked.append(Asked(person.user.id, number, reply.first_response_seconds, now - started, now))
        shown = _answer(reply)
        if shown:
            crowd.answers.append((person, message))

    async def ask_in_turn(rank: int, person: Human, channel: Channel) -> None:
        await asyncio.sleep(rank * seconds / len(people))
        asking = []
        for number in range(EACH):
            question = questions[(rank * EACH + number) % len(questions)]
            asking.append(asyncio.create_task(ask(person, channel, number, question)))
            await asyncio.sleep(APART_S)
        await asyncio.gather(*asking)

    async with chatter(crowd, rate) as said:
        began = time.monotonic()
        await asyncio.gather(*(ask_in_turn(rank, *each) for rank, each in enumerate(people)))
        took_s = time.monotonic() - began
    return Asking(tuple(asked), lost, _out_of_order(asked), said.count / took_s)


def _answer(reply: Reply) -> bool:
    """Whether there is an answer with buttons, not a refusal."""
    message = reply.interaction.original
    return message is not None and not message.deleted and bool(message.components)


def _out_of_order(asked: Sequence[Asked]) -> int:
    """How many answers came before the answer to an earlier question of the same person."""
    ends: dict[str, dict[int, float]] = {}
    for one in asked:
        ends.setdefault(one.person, {})[one.number] = one.finished_at
    return sum(
        later < earlier
        for of_person in ends.values()
        for number, later in of_person.items()
        for before, earlier in of_person.items()
        if before < number
    )
