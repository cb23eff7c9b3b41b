"""Answers that grow while they are watched, and questions that reply to an answer."""

import asyncio
from dataclasses import replace

from index.errors import SearchUnavailable
from tests.bot import samples
from tests.bot.discord.conftest import Scene

QUESTION = "How tall is the rebuilt lighthouse?"


async def test_a_long_answer_is_shown_as_far_as_it_stands_and_then_whole(scene: Scene) -> None:
    whole = samples.answered()
    scene.answering.grown = replace(whole, statements=whole.statements[:1], footnotes=whole.footnotes[:1])
    scene.answering.gate.clear()
    reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION)
    message = await reply.wait_edit("More is on its way")
    assert "41 metres" in message.text
    assert "40 metres" not in message.text
    assert message.labels() == []
    scene.answering.gate.set()
    message = await reply.wait_edit("40 metres")
    assert "More is on its way" not in message.text
    assert message.labels() == ["Passages", "Follow up", "Helpful", "Not helpful", "Delete"]


async def test_a_reply_to_a_mention_grows_in_the_same_way_and_stays_one_message(scene: Scene) -> None:
    whole = samples.answered()
    scene.answering.grown = replace(whole, statements=whole.statements[:1], footnotes=whole.footnotes[:1])
    scene.answering.gate.clear()
    message = await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    assert "More is on its way" in message.text
    assert "41 metres" in message.text
    assert "40 metres" not in message.text
    scene.answering.gate.set()
    await scene.server.wait_for(lambda: "40 metres" in message.text, "the whole answer")
    assert "More is on its way" not in message.text
    assert message.labels() == ["Passages", "Follow up", "Helpful", "Not helpful", "Delete"]
    assert sum(one.author.bot for one in scene.channel.messages.values()) == 1


async def test_an_error_in_the_middle_of_a_growing_reply_takes_its_place(scene: Scene) -> None:
    scene.answering.grown = samples.answered()
    scene.answering.gate.clear()
    message = await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    scene.answering.error = SearchUnavailable("The search is restarting.")
    scene.answering.gate.set()
    await scene.server.wait_for(lambda: "The search is away for a moment." in message.text, "the error")
    assert "41 metres" not in message.text


async def test_an_error_in_the_middle_of_a_growing_answer_to_ask_leaves_no_half_of_it(scene: Scene) -> None:
    """A public reply goes and its asker is told; a private one becomes the error."""
    scene.answering.grown = samples.answered()
    for private in (False, True):
        scene.answering.gate.clear()
        scene.answering.error = None
        reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION, private=private)
        growing = await reply.wait_edit("More is on its way")
        scene.answering.error = SearchUnavailable("The search is restarting.")
        scene.answering.gate.set()
        told = await (reply.wait_edit("The search is away") if private else reply.wait_followup())
        assert told.visible_to is scene.ann.user
        assert "The search is away for a moment." in told.text
        assert growing.deleted is not private
        assert "41 metres" not in told.text


async def test_a_connection_cut_while_the_whole_answer_is_sent_loses_nothing(scene: Scene) -> None:
    scene.answering.grown = samples.answered()
    scene.answering.gate.clear()
    message = await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    cut = scene.server.disruptions.cut("PATCH", r"/channels/\d+/messages/\d+")
    scene.answering.gate.set()
    await scene.server.wait_for(lambda: "More is on its way" not in message.text, "the whole answer")
    assert cut.happened == 1
    assert "40 metres" in message.text


async def test_a_connection_cut_while_an_answer_to_ask_is_sent_loses_nothing(scene: Scene) -> None:
    cut = scene.server.disruptions.cut("PATCH", r"/webhooks/\d+/[^/]+/messages/@original")
    reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION)
    message = await reply.wait_edit("40 metres")
    assert cut.happened == 1
    assert message.labels() == ["Passages", "Follow up", "Helpful", "Not helpful", "Delete"]


async def test_an_answer_grows_in_the_thread_that_it_opened(quiet_scene: Scene) -> None:
    await quiet_scene.choose(threads=True)
    whole = samples.answered()
    quiet_scene.answering.grown = replace(
        whole, statements=whole.statements[:1], footnotes=whole.footnotes[:1]
    )
    quiet_scene.answering.gate.clear()
    async with quiet_scene.bot_running():
        message = await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        assert message.channel.is_thread
        assert "More is on its way" in message.text
        quiet_scene.answering.gate.set()
        await quiet_scene.server.wait_for(lambda: "40 metres" in message.text, "the whole answer")
    assert sum(one.author.bot for one in message.channel.messages.values()) == 1


async def test_what_follows_by_a_modal_grows_too(scene: Scene) -> None:
    opened = await scene.ann.click(await scene.ann.say(scene.channel, f"@bot {QUESTION}"), "Follow up")
    whole = samples.answered()
    scene.answering.grown = replace(whole, statements=whole.statements[:1], footnotes=whole.footnotes[:1])
    scene.answering.gate.clear()
    reply = await scene.ann.submit(opened, {"Your next question": "And the old lighthouse?"})
    await reply.wait_edit("More is on its way")
    scene.answering.gate.set()
    await reply.wait_edit("40 metres")


async def test_edits_that_discord_slows_down_lose_nothing_and_do_not_pile_up(scene: Scene) -> None:
    whole = samples.answered()
    scene.answering.grown = replace(whole, statements=whole.statements[:1], footnotes=whole.footnotes[:1])
    scene.answering.gate.clear()
    message = await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    slowed = scene.server.disruptions.rate_limit(
        "PATCH", r"/channels/\d+/messages/\d+", retry_after_s=0.5, times=2
    )
    scene.answering.gate.set()
    await scene.server.wait_for(lambda: "40 metres" in message.text, "the whole answer")
    assert slowed.happened == 2
    assert "More is on its way" not in message.text
    assert len(message.history) <= 3


async def test_a_quick_answer_is_shown_once(scene: Scene) -> None:
    scene.answering.grown = samples.answered()
    reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION)
    message = await reply.wait_done()
    await asyncio.sleep(1.5)
    assert "More is on its way" not in message.text


async def test_a_reply_to_an_answer_carries_the_question_before(scene: Scene) -> None:
    first = await scene.ann.say(scene.channel, "@bot How tall is *the* lighthouse?")
    await scene.ann.say(scene.channel, "And who built it? @bot", reply_to=first)
    (turn,) = scene.answering.asked[1].conversation
    assert turn.question == scene.answering.asked[0].text
    assert scene.answering.asked[0].conversation == ()


async def test_a_reply_to_somebody_else_carries_nothing(scene: Scene) -> None:
    other = await scene.ben.post(scene.channel, "What a lighthouse")
    await scene.ann.say(scene.channel, "@bot How tall is the lighthouse?", reply_to=other)
    assert scene.answering.asked[0].conversation == ()
