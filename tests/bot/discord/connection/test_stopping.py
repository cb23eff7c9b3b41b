"""What becomes of those who wait when the bot stops: each gets the answer, or is told that none will come."""

import asyncio

import pytest

from bot.discord.connection.patience import Patience
from tests.bot.discord.conftest import Scene
from tests.discord_server import Reply
from tests.waiting import until

QUESTION = "How tall is the rebuilt lighthouse?"
HASTY = Patience(grace_s=0.1)
RESTARTING = "I am restarting just now"


async def test_everybody_whose_question_is_stuck_is_told(
    quiet_scene: Scene,
) -> None:
    scene = quiet_scene
    scene.answering.gate.clear()
    people = [scene.guild.add_member(f"Person {n}") for n in range(20)]
    async with scene.bot_running(HASTY):
        replies: list[Reply] = [
            await person.slash(scene.channel, "ask", question=QUESTION) for person in people[:10]
        ]
        saying = [
            asyncio.create_task(person.say(scene.channel, f"@bot {QUESTION}")) for person in people[10:]
        ]
        await until(lambda: len(scene.answering.asked) == 20)
    assert [RESTARTING in reply.followups[0].text for reply in replies] == [True] * 10
    assert not any(scene.ben.sees(reply.followups[0]) for reply in replies)
    assert [RESTARTING in (await message).text for message in saying] == [True] * 10


async def test_an_answer_that_is_done_in_time_is_not_followed_by_an_apology(quiet_scene: Scene) -> None:
    scene = quiet_scene
    scene.answering.gate.clear()
    async with scene.bot_running() as stop:
        reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION)
        stop.set()
        await asyncio.sleep(0)
        scene.answering.gate.set()
    assert "41 metres" in reply.message.text
    assert not reply.followups


async def test_a_button_that_is_stuck_tells_its_presser(quiet_scene: Scene) -> None:
    scene = quiet_scene
    async with scene.bot_running(HASTY):
        message = await (await scene.ann.slash(scene.channel, "sources list")).wait_done()
        scene.index.gate.clear()
        reply = await scene.ann.click(message, "Next")
    assert RESTARTING in reply.followups[0].text


async def test_an_admin_whose_work_is_stopped_is_told_once(quiet_scene: Scene) -> None:
    scene = quiet_scene
    scene.building.gate.clear()
    async with scene.bot_running(HASTY):
        reply = await scene.admin.slash(scene.channel, "articles reindex")
        await reply.wait_edit("Computing vectors")
    assert scene.building.cancelled
    assert not reply.followups
    assert RESTARTING not in reply.message.text
    assert "stopped" in reply.message.text


async def test_a_discord_that_cannot_be_told_does_not_hold_the_end_up(
    quiet_scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    scene = quiet_scene
    scene.answering.gate.clear()
    async with scene.bot_running(Patience(grace_s=0.05, tell_s=0.05)):
        await scene.ann.slash(scene.channel, "ask", question=QUESTION)
        scene.server.disruptions.slow("DELETE", ".*", seconds=60, times=None)
    assert "1 replies were not finished within 0.05 s and were stopped; told: 0." in caplog.text
    scene.server.disruptions.clear()
