"""Questions that nobody put to the bot, answered where admins want that, and silence everywhere else."""

import sqlite3
from dataclasses import replace

import pytest

from bot.answer import Answer
from bot.storage.database import FILE_NAME
from index.errors import SearchUnavailable
from tests.bot import samples
from tests.bot.discord.conftest import Scene
from tests.bot.discord.questions.test_ways_in import QUESTION
from tests.discord_server import Message
from tests.discord_server.world import FORUM, Channel


async def every_question(scene: Scene, *, reading: bool = True, more: tuple[Channel, ...] = ()) -> None:
    """The admins want each question answered in the channel; the operator has let the bot read messages."""
    await scene.choose(every_question_in=tuple(int(one.id) for one in (scene.channel, *more)))
    if reading:
        scene.server.allow_message_content()
        scene.more_settings = {"message_content": True}


def of_the_bot(channel: Channel) -> list[Message]:
    return [one for one in channel.messages.values() if one.author.bot]


async def test_a_question_to_everybody_is_answered_and_other_talk_is_not(quiet_scene: Scene) -> None:
    await every_question(quiet_scene)
    elsewhere = quiet_scene.guild.add_text_channel("talk")
    async with quiet_scene.bot_running():
        await quiet_scene.ben.post(quiet_scene.channel, "I like that lighthouse.")
        await quiet_scene.ben.post(quiet_scene.channel, "@Ann how tall is the rebuilt lighthouse?")
        await quiet_scene.ben.post(elsewhere, QUESTION)
        message = await quiet_scene.ann.say(quiet_scene.channel, f"Morning all! {QUESTION}")
        assert "41 metres" in message.text
        assert message.embeds[0]["title"] == QUESTION
        assert [one.text for one in quiet_scene.answering.asked] == [QUESTION]


async def test_a_reply_to_somebody_else_is_theirs(quiet_scene: Scene) -> None:
    await every_question(quiet_scene)
    async with quiet_scene.bot_running():
        first = await quiet_scene.ben.post(quiet_scene.channel, "I like that lighthouse.")
        await quiet_scene.ann.post(quiet_scene.channel, QUESTION, reply_to=first)
        await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        assert len(quiet_scene.answering.asked) == 1


@pytest.mark.parametrize("error", [None, SearchUnavailable("The search is restarting.")])
async def test_nothing_is_said_where_there_is_no_answer(quiet_scene: Scene, error: Exception | None) -> None:
    await every_question(quiet_scene)
    quiet_scene.answering.error = error
    async with quiet_scene.bot_running():
        await quiet_scene.ann.post(quiet_scene.channel, "Who won the harbour race in 1998?")
        await quiet_scene.settled(lambda: len(quiet_scene.answering.asked) == 1)
    assert of_the_bot(quiet_scene.channel) == []


async def test_no_special_intent_is_asked_for_and_mentions_alone_are_read(quiet_scene: Scene) -> None:
    await every_question(quiet_scene, reading=False)
    async with quiet_scene.bot_running():
        await quiet_scene.ann.post(quiet_scene.channel, QUESTION)
        await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        assert len(quiet_scene.answering.asked) == 1


@pytest.mark.parametrize("reading", [False, True])
async def test_a_forums_post_is_answered_by_its_title_once(quiet_scene: Scene, reading: bool) -> None:
    forum = quiet_scene.guild.add_channel("questions", FORUM)
    await every_question(quiet_scene, reading=reading, more=(forum,))
    async with quiet_scene.bot_running():
        first = await quiet_scene.server.open_post(
            quiet_scene.ann, forum, "How tall is the rebuilt lighthouse", "Is the lighthouse open? Thanks!"
        )
        answer = await quiet_scene.server.wait_for_message(first.channel)
        assert "41 metres" in answer.text
        await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        titles = [one.text for one in quiet_scene.answering.asked]
        assert titles == ["How tall is the rebuilt lighthouse?", QUESTION]
        await quiet_scene.ann.delete(first)
        await quiet_scene.server.wait_for(lambda: answer.deleted, "the answer gone with the post's message")


async def test_a_post_without_a_question_is_left_alone_and_so_is_another_forum(quiet_scene: Scene) -> None:
    forum, other = (quiet_scene.guild.add_channel(name, FORUM) for name in ("questions", "pictures"))
    await every_question(quiet_scene, reading=False, more=(forum,))
    async with quiet_scene.bot_running():
        for where, title in ((forum, "My pictures of the lighthouse"), (other, QUESTION)):
            await quiet_scene.server.open_post(quiet_scene.ann, where, title, "Look!")
        await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        assert len(quiet_scene.answering.asked) == 1


async def test_a_post_of_another_bot_is_left_alone(quiet_scene: Scene) -> None:
    forum = quiet_scene.guild.add_channel("questions", FORUM)
    await every_question(quiet_scene, reading=False, more=(forum,))
    robot = quiet_scene.guild.add_member("Robot")
    robot.user.bot = True
    async with quiet_scene.bot_running():
        first = await quiet_scene.server.open_post(robot, forum, QUESTION, "An item of my feed.")
        await quiet_scene.server.wait_for(
            lambda: any(f"/members/{robot.user.id}" in one.path for one in quiet_scene.server.requests),
            "the question who opened it",
        )
        await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
    assert list(first.channel.messages.values()) == [first]
    assert len(quiet_scene.answering.asked) == 1


async def test_in_its_own_thread_the_bot_hears_questions_without_a_mention(quiet_scene: Scene) -> None:
    await every_question(quiet_scene)
    await quiet_scene.choose(threads=True)
    async with quiet_scene.bot_running():
        first = await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        assert first.channel.is_thread
        second = await quiet_scene.ann.say(first.channel, "Who designed the lighthouse at Lindau?")
        assert second.channel is first.channel
        # Who talks with the bot there is told, too, that nothing was found; others are not.
        refused = await quiet_scene.ann.say(first.channel, "Who won the harbour race in 1998?")
        assert "I found nothing" in refused.text
        before = len(of_the_bot(first.channel))
        await quiet_scene.ben.post(first.channel, "Who won the harbour race in 1999?")
        await quiet_scene.settled(lambda: quiet_scene.answering.asked[-1].text.endswith("1999?"))
    assert len(of_the_bot(first.channel)) == before
    # Nor is it remembered, or their next question would pass for one in a talk with the bot.
    with sqlite3.connect(quiet_scene.data_dir / FILE_NAME) as db:
        talked = {str(row[0]) for row in db.execute("SELECT user_id FROM turns")}
    db.close()
    assert talked == {quiet_scene.ann.user.id}


async def test_an_overheard_answer_grows_too(quiet_scene: Scene) -> None:
    await every_question(quiet_scene)
    quiet_scene.answering.grown = first_statement(samples.answered())
    quiet_scene.answering.gate.clear()
    async with quiet_scene.bot_running():
        message = await quiet_scene.ann.say(quiet_scene.channel, QUESTION)
        assert "More is on its way" in message.text
        quiet_scene.answering.gate.set()
        await quiet_scene.server.wait_for(lambda: "40 metres" in message.text, "the whole answer")


async def test_half_an_overheard_answer_that_fails_is_taken_back(quiet_scene: Scene) -> None:
    await every_question(quiet_scene)
    quiet_scene.answering.grown = samples.answered()
    quiet_scene.answering.gate.clear()
    async with quiet_scene.bot_running():
        message = await quiet_scene.ann.say(quiet_scene.channel, QUESTION)
        assert "More is on its way" in message.text
        quiet_scene.answering.error = SearchUnavailable("The search is restarting.")
        quiet_scene.answering.gate.set()
        await quiet_scene.server.wait_for(lambda: message.deleted, "the half answer gone")


def first_statement(whole: Answer) -> Answer:
    return replace(whole, statements=whole.statements[:1], footnotes=whole.footnotes[:1])
