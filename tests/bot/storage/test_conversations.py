"""What was said before: of whom, where, for how long, and that it is forgotten."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.answer import Question
from bot.storage.conversations import CHANNEL_S, REMEMBERED, SAID_ROOM, THREAD_S, Conversations, Talk
from bot.storage.database import Database
from tests.bot import samples

ANN, BEN, NEWS, THREAD = 1, 2, 10, 11


@dataclass
class Clock:
    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def held(tmp_path: Path, clock: Clock) -> AsyncIterator[Conversations]:
    database = Database(tmp_path / "bot.sqlite3")
    yield Conversations(database, clock)
    await database.close()


async def say(held: Conversations, text: str, talk: Talk, *, for_s: int = CHANNEL_S, id_: str = "a") -> None:
    await held.note(talk, replace(samples.answered(), question=Question(text)), id_, for_s=for_s)


async def questions(held: Conversations, talk: Talk) -> list[str]:
    return [turn.question for turn in await held.before(talk)]


async def test_the_last_turns_come_back_oldest_first_and_no_more(held: Conversations) -> None:
    for number in range(REMEMBERED + 2):
        await say(held, f"Question {number}?", Talk(NEWS, ANN))
    assert await questions(held, Talk(NEWS, ANN)) == [f"Question {n}?" for n in range(2, REMEMBERED + 2)]


async def test_half_an_hour_in_a_channel_a_day_in_a_thread(held: Conversations, clock: Clock) -> None:
    await say(held, "In the channel?", Talk(NEWS, ANN))
    await say(held, "In the thread?", Talk(THREAD, ANN), for_s=THREAD_S)
    clock.now += CHANNEL_S + 1
    assert await questions(held, Talk(NEWS, ANN)) == []
    assert await questions(held, Talk(THREAD, ANN)) == ["In the thread?"]
    clock.now += THREAD_S
    assert await questions(held, Talk(THREAD, ANN)) == []


async def test_what_is_too_old_is_deleted_and_not_only_hidden(held: Conversations, clock: Clock) -> None:
    await say(held, "Old?", Talk(NEWS, ANN))
    clock.now += CHANNEL_S + 1
    await say(held, "New?", Talk(NEWS, BEN))
    assert await held.held_of(ANN) == ()
    clock.now += CHANNEL_S + 1
    assert await held.purge() == 1
    assert await held.held_of(BEN) == ()


async def test_somebody_is_told_all_that_is_held_of_them_and_can_have_it_forgotten(
    held: Conversations,
) -> None:
    await say(held, "Openly?", Talk(NEWS, ANN))
    await say(held, "In private?", Talk(NEWS, ANN, private=True))
    await say(held, "By Ben?", Talk(NEWS, BEN))
    assert [turn.question for turn in await held.held_of(ANN)] == ["Openly?", "In private?"]
    assert await held.forget(ANN) == 2
    assert await held.held_of(ANN) == ()
    assert await questions(held, Talk(NEWS, BEN)) == ["By Ben?"]


async def test_a_follow_up_by_button_finds_its_turn_until_it_is_forgotten(
    held: Conversations, clock: Clock
) -> None:
    await say(held, "Which?", Talk(NEWS, ANN), id_="one")
    turn = await held.of_answer("one")
    assert turn is not None
    assert turn.question == "Which?"
    await held.forget_answer("one")
    assert await held.of_answer("one") is None


async def test_a_question_is_remembered_as_it_was_understood(held: Conversations) -> None:
    answer = replace(samples.answered(), question=Question("And it?"), understood="And the lighthouse?")
    await held.note(Talk(NEWS, ANN), answer, None, for_s=CHANNEL_S)
    assert await questions(held, Talk(NEWS, ANN)) == ["And the lighthouse?"]


async def test_of_a_long_answer_its_beginning_is_remembered(held: Conversations) -> None:
    answer = samples.answered()
    long = replace(answer.statements[0], text="word " * 1000)
    await held.note(Talk(NEWS, ANN), replace(answer, statements=(long, *answer.statements)), None, for_s=60)
    ((turn),) = await held.before(Talk(NEWS, ANN))
    assert len("".join(turn.statements)) <= SAID_ROOM
