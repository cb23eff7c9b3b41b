"""Questions that follow from an answer: by a reply, by a mention, by the button's modal."""

import sqlite3
import time

from bot.storage.database import FILE_NAME
from tests.bot.discord.conftest import Scene
from tests.discord_server import Message

QUESTION = "How tall is the rebuilt lighthouse?"
NEXT = "And who built it? The lighthouse?"


async def ask(scene: Scene, *, private: bool = False) -> Message:
    reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION, private=private)
    return await reply.wait_done()


async def test_a_mention_after_a_question_has_that_question_before_it(scene: Scene) -> None:
    await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    await scene.settled(lambda: remembered(scene) == 1)
    await scene.ann.say(scene.channel, f"@bot {NEXT}")
    (turn,) = scene.answering.asked[1].conversation
    assert turn.question == QUESTION
    assert turn.statements[0].startswith("The rebuilt tower stands 41 metres")


async def test_what_others_asked_and_what_was_asked_elsewhere_is_not_meant(scene: Scene) -> None:
    await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    await scene.ann.say(scene.ann.dm, NEXT)
    await scene.ben.say(scene.channel, f"@bot {NEXT}")
    assert [one.conversation for one in scene.answering.asked[1:]] == [(), ()]


async def test_what_was_asked_in_private_never_comes_into_a_public_question(scene: Scene) -> None:
    await ask(scene, private=True)
    await scene.settled(lambda: remembered(scene) == 1)
    await scene.ann.say(scene.channel, f"@bot {NEXT}")
    reply = await scene.ann.slash(scene.channel, "ask", question=NEXT, private=True)
    await reply.wait_done()
    assert scene.answering.asked[1].conversation == ()
    assert [turn.question for turn in scene.answering.asked[2].conversation][:1] == [QUESTION]


async def test_a_public_question_that_was_refused_in_private_counts_as_private(scene: Scene) -> None:
    await (await scene.ann.slash(scene.channel, "ask", question="Who won in 1998?")).wait_followup()
    await scene.settled(lambda: remembered(scene) == 1)
    await scene.ann.say(scene.channel, f"@bot {NEXT}")
    assert scene.answering.asked[1].conversation == ()


async def test_follow_up_opens_a_modal_and_answers_in_public_with_the_answer_before_it(scene: Scene) -> None:
    answer = await ask(scene)
    opened = await scene.ben.click(answer, "Follow up")
    assert opened.modal is not None
    assert opened.modal["title"] == "Ask further"
    reply = await scene.ben.submit(opened, {"Your next question": NEXT})
    message = await reply.wait_done()
    assert scene.ann.sees(message)
    assert message.embeds[0]["title"] == NEXT
    # Of a modal Discord does not show who sent it off.
    assert message.embeds[0]["author"]["name"] == "Ben asks further"
    assert "Follow up" in message.labels()
    (turn,) = scene.answering.asked[1].conversation
    assert turn.question == QUESTION
    assert turn.statements


async def test_what_follows_from_a_private_answer_stays_private(scene: Scene) -> None:
    opened = await scene.ann.click(await ask(scene, private=True), "Follow up")
    reply = await scene.ann.submit(opened, {"Your next question": NEXT})
    message = await reply.wait_done()
    assert reply.ephemeral
    assert not scene.ben.sees(message)
    assert "Share" in message.labels()
    assert "asks further" not in message.text


async def test_a_reply_to_what_was_not_possible_has_no_question_before_it(quiet_scene: Scene) -> None:
    quiet_scene.more_settings = {"limit_person": "1 per hour"}
    async with quiet_scene.bot_running():
        await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        limited = await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        assert limited.embeds[0]["title"] == "One moment"
        await quiet_scene.ben.say(quiet_scene.channel, f"@bot {NEXT}", reply_to=limited)
        assert quiet_scene.answering.asked[1].conversation == ()


async def test_thanks_under_an_answer_are_not_answered_but_a_reply_that_asks_is(scene: Scene) -> None:
    answer = await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    for text in ("Thanks!", "👍"):
        await scene.ann.post(scene.channel, text, reply_to=answer)
    assert "Mention me together with a question" in (await scene.ben.say(scene.channel, "@bot hello!")).text
    await scene.ann.say(scene.channel, "and its lighthouse", reply_to=answer)
    assert [one.text for one in scene.answering.asked] == [QUESTION, "and its lighthouse"]
    assert len([one for one in scene.channel.messages.values() if one.author.bot]) == 3


async def test_a_modal_that_was_open_during_a_restart_is_answered(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        opened = await quiet_scene.ann.click(await ask(quiet_scene), "Follow up")
    forget_conversations(quiet_scene)
    async with quiet_scene.bot_running():
        reply = await quiet_scene.ann.submit(opened, {"Your next question": NEXT})
        await reply.wait_done()
    (turn,) = quiet_scene.answering.asked[1].conversation
    # What the conversation no longer has stands in the answer itself.
    assert turn.question == QUESTION
    assert turn.statements[0].startswith("The rebuilt tower stands 41 metres")


async def test_follow_up_under_an_answer_that_is_gone_says_so_at_once(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        answer = await ask(quiet_scene)
    with sqlite3.connect(quiet_scene.data_dir / FILE_NAME) as db:
        db.execute("DELETE FROM answers")
    db.close()
    async with quiet_scene.bot_running():
        reply = await quiet_scene.ann.click(answer, "Follow up")
    assert reply.modal is None
    assert reply.ephemeral
    assert "older than 30 days" in reply.message.text


async def test_a_deleted_answer_is_not_remembered(scene: Scene) -> None:
    answer = await ask(scene)
    await scene.settled(lambda: remembered(scene) == 1)
    await scene.ann.click(answer, "Delete")
    await scene.settled(lambda: answer.deleted and remembered(scene) == 0)


async def test_no_question_is_in_what_is_kept_for_the_buttons(scene: Scene) -> None:
    await ask(scene)
    await scene.settled(lambda: remembered(scene) == 1)
    with sqlite3.connect(scene.data_dir / FILE_NAME) as db:
        ((payload,),) = db.execute("SELECT payload FROM answers").fetchall()
    db.close()
    assert "rebuilt lighthouse?" not in payload


def remembered(scene: Scene, beyond_s: float = 0) -> int:
    """How many turns are held, for longer than that from now."""
    with sqlite3.connect(scene.data_dir / FILE_NAME) as db:
        ends = time.time() + beyond_s
        (count,) = db.execute("SELECT count(*) FROM turns WHERE ends_at > ?", (ends,)).fetchone()
    db.close()
    return int(count)


def forget_conversations(scene: Scene) -> None:
    with sqlite3.connect(scene.data_dir / FILE_NAME) as db:
        db.execute("DELETE FROM turns")
    db.close()
