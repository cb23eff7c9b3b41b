"""One person's questions are answered in the order in which they were asked, others' beside them."""

import asyncio

import pytest

from bot.limiting.queues import TooManyAtOnce, Turns


async def test_questions_take_their_turns_however_long_each_takes_to_begin() -> None:
    turns, done = Turns(5), list[int]()
    begun = [asyncio.Event() for _ in range(4)]

    async def ask(number: int) -> None:
        with turns.queued(1) as turn:
            await begun[number].wait()  # as Discord's answer to a defer, which may come in any order
            await turn.wait()
            await asyncio.sleep(0)
            done.append(number)

    tasks = [asyncio.create_task(ask(number)) for number in range(4)]
    for number in (3, 1, 0, 2):
        await asyncio.sleep(0)
        begun[number].set()
    await asyncio.gather(*tasks)
    assert done == [0, 1, 2, 3]
    assert len(turns) == 0


async def test_people_do_not_wait_for_one_another() -> None:
    turns = Turns(1)
    with turns.queued(1) as first, turns.queued(2) as second:
        await first.wait()
        await second.wait()


async def test_one_that_is_given_up_lets_the_next_one_through() -> None:
    turns = Turns(5)

    async def hang() -> None:
        with turns.queued(1) as turn:
            await turn.wait()
            await asyncio.Event().wait()

    hanging = asyncio.create_task(hang())
    await asyncio.sleep(0)
    with turns.queued(1) as turn:
        waiting = asyncio.create_task(turn.wait())
        await asyncio.sleep(0)
        assert not waiting.done()
        hanging.cancel()
        await waiting


async def test_so_many_at_once_and_no_more() -> None:
    turns = Turns(2)
    with turns.queued(1), turns.queued(1):
        for first in (True, False):
            with pytest.raises(TooManyAtOnce) as refused, turns.queued(1):
                pass
            assert refused.value.first is first
        with turns.queued(2):
            pass
    with turns.queued(1) as turn:
        await turn.wait()
