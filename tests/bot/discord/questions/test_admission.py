"""Whoever asks too much is told kindly, exactly until when, and nobody else is disturbed by it."""

import asyncio
import re
from dataclasses import replace

from bot.answer import Degraded
from tests.bot.discord.conftest import Scene
from tests.bot.discord.questions.test_ways_in import QUESTION
from tests.bot.samples import answered
from tests.discord_server import Message


async def ask(scene: Scene, text: str = QUESTION) -> Message:
    return await (await scene.ann.slash(scene.channel, "ask", question=text)).wait_done()


async def test_too_many_questions_are_refused_privately_with_the_wait(quiet_scene: Scene) -> None:
    quiet_scene.more_settings = {"limit_person": "2 per hour"}
    async with quiet_scene.bot_running():
        await ask(quiet_scene)
        await ask(quiet_scene)
        refused = await quiet_scene.ann.slash(quiet_scene.channel, "ask", question=QUESTION)
        message = await refused.wait_done()
        assert refused.ephemeral
        assert "You have asked 2 questions within an hour, as many as I take from one person." in message.text
        assert re.search(r"You can ask again in (59 min( \d+ s)?|1 h) \(<t:\d+:[Tt]>\)\.", message.text)
        assert len(quiet_scene.answering.asked) == 2
        other = await quiet_scene.ben.slash(quiet_scene.channel, "ask", question=QUESTION)
        assert "41 metres" in (await other.wait_done()).text


async def test_an_admin_may_go_on(quiet_scene: Scene) -> None:
    quiet_scene.more_settings = {"limit_person": "1 per hour"}
    async with quiet_scene.bot_running():
        for _ in range(2):
            reply = await quiet_scene.admin.slash(quiet_scene.channel, "ask", question=QUESTION)
            assert "41 metres" in (await reply.wait_done()).text
            said = await quiet_scene.admin.say(quiet_scene.channel, f"@bot {QUESTION}")
            assert "41 metres" in said.text


async def test_a_channel_reads_of_a_persons_limit_once(quiet_scene: Scene) -> None:
    quiet_scene.more_settings = {"limit_person": "1 per hour"}
    async with quiet_scene.bot_running():
        await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        told = await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        assert "as many as I take from one person" in told.text
        assert told.embeds[0]["title"] == "One moment"
        third = await quiet_scene.ann.post(quiet_scene.channel, f"@bot {QUESTION}")
        await quiet_scene.ben.say(quiet_scene.channel, f"@bot {QUESTION}")
    replies = [one.reply_to for one in quiet_scene.channel.messages.values() if one.reply_to is not None]
    assert third not in replies
    assert len(replies) == 3


async def test_a_limit_speaks_the_persons_language(quiet_scene: Scene) -> None:
    quiet_scene.more_settings = {"limit_person": "1 per hour"}
    quiet_scene.ann.user.locale = "de"
    async with quiet_scene.bot_running():
        await ask(quiet_scene)
        assert "mehr nehme ich von einer Person nicht an" in (await ask(quiet_scene)).text


async def test_answers_come_in_the_order_of_asking(scene: Scene) -> None:
    scene.answering.gate.clear()
    replies = [
        await scene.ann.slash(scene.channel, "ask", question=f"lighthouse {number}?") for number in range(4)
    ]
    assert all(reply.deferred for reply in replies)
    scene.answering.gate.set()
    await asyncio.gather(*(reply.wait_done() for reply in replies))
    assert [one.text for one in scene.answering.asked] == [f"lighthouse {number}?" for number in range(4)]


async def test_too_many_at_once_are_refused_and_what_was_asked_before_is_answered(quiet_scene: Scene) -> None:
    quiet_scene.more_settings = {"limit_at_once": 2}
    quiet_scene.answering.gate.clear()
    async with quiet_scene.bot_running():
        replies = [
            await quiet_scene.ann.slash(quiet_scene.channel, "ask", question=QUESTION) for _ in range(2)
        ]
        third = await quiet_scene.ann.slash(quiet_scene.channel, "ask", question=QUESTION)
        assert "2 of your questions are still being answered" in (await third.wait_done()).text
        assert third.ephemeral
        quiet_scene.answering.gate.set()
        for reply in replies:
            assert "41 metres" in (await reply.wait_done()).text


async def test_a_flood_of_mentions_is_told_once_that_it_is_one(scene: Scene) -> None:
    """Also of mentions without a question: whatever is replied to is counted."""
    scene.answering.gate.clear()
    for _ in range(5):
        await scene.ann.post(scene.channel, f"@bot {QUESTION}")
    told = await scene.ann.post(scene.channel, "@bot")
    for text in ("@bot", f"@bot {QUESTION}", "@bot"):
        await scene.ann.post(scene.channel, text)
    await scene.ben.post(scene.channel, f"@bot {QUESTION}")
    await scene.settled(lambda: len(scene.answering.asked) == 2)
    await scene.server.wait_for(lambda: bool(replies(scene)), "the refusal")
    (refusal,) = replies(scene)
    assert refusal.reply_to is told
    assert "5 of your questions are still being answered" in refusal.text
    scene.answering.gate.set()
    await scene.server.wait_for(lambda: len(replies(scene)) == 7, "five answers, Ben's, and one refusal")
    assert len(scene.answering.asked) == 6


def replies(scene: Scene) -> list[Message]:
    return [one for one in scene.channel.messages.values() if one.author.bot]


async def test_beyond_the_models_limit_quotes_answer_and_say_until_when(quiet_scene: Scene) -> None:
    quiet_scene.more_settings = {"llm_model": "some-model", "limit_llm_person": "1 per hour"}
    async with quiet_scene.bot_running():
        assert "language model" not in (await ask(quiet_scene)).text
        quiet_scene.answering.answer_with = replace(answered(), degraded=Degraded.LIMIT)
        text = (await ask(quiet_scene)).text
    first, second = quiet_scene.answering.asked
    assert first.model_limit is None
    assert second.model_limit is not None
    assert "41 metres" in text
    assert "You have had one answer in the language model’s words within an hour" in text
    assert re.search(r"Its words are back in .+ \(<t:\d+:[Tt]>\)\.", text)
