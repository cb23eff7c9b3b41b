"""Helpful or not: one voice each, with a reason if they like, and what admins learn of it."""

import json
import sqlite3
from dataclasses import replace
from typing import Any

from bot.answer import Answer
from bot.storage.database import FILE_NAME
from bot.storage.servers import ServerSettings
from bot.storage.state import State
from tests.bot.discord.conftest import Scene
from tests.bot.discord.questions.test_ways_in import QUESTION
from tests.bot.samples import answered
from tests.discord_server import Human, Message
from tests.discord_server import permissions as bits

UNKNOWN = "Who painted the harbour office?"
REASON = "That is the *old* tower, @everyone."


async def ask(scene: Scene, question: str = QUESTION, person: Human | None = None) -> Message:
    reply = await (person or scene.ann).slash(scene.channel, "ask", question=question)
    return await reply.wait_done()


async def criticise(person: Human, answer: Message, reason: str = "") -> Message:
    opened = await person.click(answer, "Not helpful")
    sent = await person.submit(opened, {"Your reason": reason} if reason else {})
    message = await sent.wait_done()
    assert sent.ephemeral
    return message


async def log_questions(scene: Scene, *, on: bool = True) -> None:
    """As the settings panel does, before the bot starts."""
    state = State(scene.data_dir / FILE_NAME)
    await state.servers.change(int(scene.guild.id), ServerSettings(log_questions=on))
    await state.close()


async def admins(scene: Scene, command: str, **options: Any) -> Message:
    reply = await scene.admin.slash(scene.channel, f"feedback {command}", **options)
    message = await reply.wait_done()
    assert reply.ephemeral
    return message


def stored(scene: Scene, columns: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(scene.data_dir / FILE_NAME) as db:
        rows = db.execute(f"SELECT {columns} FROM feedback").fetchall()
    db.close()
    return rows


async def test_helpful_is_thanked_for_privately_and_counts_once(scene: Scene) -> None:
    answer = await ask(scene)
    for _ in range(2):
        reply = await scene.ben.click(answer, "Helpful")
        thanks = await reply.wait_done()
    assert reply.ephemeral
    assert "Thank you!" in thanks.text
    assert "but not the question" in thanks.text
    assert stored(scene, "helpful, articles") == [(1, '["lighthouse", "coast"]')]
    assert "**1** helpful, **0** not helpful: 100 %" in (await admins(scene, "summary")).text


async def test_not_helpful_asks_why_and_a_mind_may_be_changed(scene: Scene) -> None:
    answer = await ask(scene)
    await (await scene.ben.click(answer, "Helpful")).wait_done()
    await criticise(scene.ben, answer, REASON)
    text = (await admins(scene, "summary")).text
    assert "**0** helpful, **1** not helpful: 0 %" in text
    assert "- Lighthouse reopens after five years (1)" in text
    assert r"That is the \*old\* tower, \@everyone." in text
    await (await scene.ben.click(answer, "Helpful")).wait_done()
    assert stored(scene, "helpful, reason") == [(1, "")]


async def test_not_helpful_counts_although_no_reason_is_sent(scene: Scene) -> None:
    answer = await ask(scene)
    opened = await scene.ben.click(answer, "Not helpful")
    assert opened.modal is not None
    assert "**1** not helpful" in (await admins(scene, "summary")).text
    await criticise(scene.ann, answer)
    assert "**2** not helpful" in (await admins(scene, "summary")).text


async def test_buttons_and_an_open_modal_outlive_a_restart(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        answer = await ask(quiet_scene)
        opened = await quiet_scene.ben.click(answer, "Not helpful")
    async with quiet_scene.bot_running():
        sent = await quiet_scene.ben.submit(opened, {"Your reason": REASON})
        assert "Thank you!" in (await sent.wait_done()).text
        await (await quiet_scene.ann.click(answer, "Helpful")).wait_done()
        assert "**1** helpful, **1** not helpful" in (await admins(quiet_scene, "summary")).text


async def test_an_answer_that_is_gone_takes_no_voice(scene: Scene) -> None:
    answer = await ask(scene)
    with sqlite3.connect(scene.data_dir / FILE_NAME) as db:
        db.execute("DELETE FROM answers")
    db.close()
    for label in ("Helpful", "Not helpful"):
        reply = await scene.ben.click(answer, label)
        assert "its buttons no longer work" in (await reply.wait_done()).text
        assert reply.ephemeral
    assert stored(scene, "1") == []


async def test_the_question_is_kept_only_if_who_asked_it_agrees(scene: Scene) -> None:
    answer = await ask(scene)
    others = await (await scene.ben.click(answer, "Helpful")).wait_done()
    assert others.labels() == []
    thanks = await (await scene.ann.click(answer, "Helpful")).wait_done()
    assert stored(scene, "question") == [(None,), (None,)]
    assert "There are none yet" in (await admins(scene, "export")).text
    kept = await (await scene.ann.click(thanks, "Keep my question, too")).wait_edit("I keep this question")
    assert QUESTION in kept.text
    (line,) = exported(await admins(scene, "export"))
    assert line["question"] == QUESTION


async def test_a_server_that_logs_questions_says_so_under_every_reply(quiet_scene: Scene) -> None:
    await log_questions(quiet_scene)
    async with quiet_scene.bot_running():
        note = "Questions are logged in this server · /privacy show"
        assert note in (await ask(quiet_scene)).text
        assert note in (await quiet_scene.ben.say(quiet_scene.channel, f"@bot {UNKNOWN}")).text
        assert note not in (await quiet_scene.ann.say(quiet_scene.ann.dm, QUESTION)).text
        thanks = await (await quiet_scene.ann.click(await ask(quiet_scene), "Helpful")).wait_done()
        assert "the question too, as this server logs questions" in thanks.text


async def test_questions_are_not_logged_unless_an_admin_turned_it_on(scene: Scene) -> None:
    await ask(scene, UNKNOWN)
    assert "logged" not in (await ask(scene)).text
    message = await admins(scene, "unanswered")
    assert "You can turn that on with `/settings`" in message.text
    with sqlite3.connect(scene.data_dir / FILE_NAME) as db:
        assert db.execute("SELECT count(*) FROM questions").fetchone() == (0,)
    db.close()


async def test_unanswered_questions_are_listed_newest_first_and_alike_ones_together(
    quiet_scene: Scene,
) -> None:
    await log_questions(quiet_scene)
    async with quiet_scene.bot_running():
        assert (
            "Every question that was logged so far was answered."
            in (await admins(quiet_scene, "unanswered")).text
        )
        await ask(quiet_scene, "Who painted the *harbour* office?")
        await ask(quiet_scene, "Who was it that painted the harbour office", quiet_scene.ben)
        await ask(quiet_scene, "When does the ferry to the island leave?")
        await ask(quiet_scene)
        text = (await admins(quiet_scene, "unanswered")).text
    assert "1. When does the ferry to the island leave? (" in text
    assert "2. Who was it that painted the harbour office (2 times, last on" in text
    assert "lighthouse" not in text
    assert quiet_scene.ben.user.id not in text


async def test_a_hostile_question_is_harmless_where_admins_read_it(quiet_scene: Scene) -> None:
    await log_questions(quiet_scene)
    hostile = "=CMD() @everyone <@1>\n# who\n||is|| discord.gg/abc [x](https://evil.example) \u202eknil?"
    async with quiet_scene.bot_running():
        answer = await quiet_scene.ann.say(quiet_scene.channel, f"@bot {hostile}")
        assert "I found nothing" in answer.text
        for number in range(26):  # more than the message shows: the rest comes as a file
            await ask(quiet_scene, f"Who was number{number}?", quiet_scene.admin)
        await ask(quiet_scene, hostile)
        shown = await admins(quiet_scene, "unanswered")
    (menu,) = shown.controls()
    assert menu["options"][0]["label"].startswith("1. =CMD() @everyone <@1> # who ||is||")
    assert "\u202e" not in menu["options"][0]["label"]
    for bare in ("<@1>", " @everyone", "||is||", "[x](", "\n#", "\u202e", "discord.gg"):
        assert bare not in shown.text
    (file,) = shown.attachments
    rows = file.data.decode().splitlines()
    assert rows[0].split("\t")[2].startswith("'=CMD() @everyone")
    assert len(rows) == 27


async def test_what_the_articles_rightly_do_not_answer_is_marked_and_exported(quiet_scene: Scene) -> None:
    await log_questions(quiet_scene)
    async with quiet_scene.bot_running():
        await ask(quiet_scene, UNKNOWN)
        await ask(quiet_scene, "When does the ferry to the island leave?")
        await (await quiet_scene.ben.click(await ask(quiet_scene), "Helpful")).wait_done()
        shown = await admins(quiet_scene, "unanswered")
        chosen = await quiet_scene.admin.select(shown, f"2. {UNKNOWN}")
        left = await chosen.wait_edit("One question is marked")
        assert "1. When does the ferry" in left.text
        assert "painted" not in left.text
        lines = exported(await admins(quiet_scene, "export"))
    assert [(line["question"], line["answer"]) for line in lines] == [
        (QUESTION, "41 metres"),
        (UNKNOWN, None),
    ]
    assert lines[0]["relevant"] == ["lighthouse", "coast"]
    assert quiet_scene.ann.user.id not in json.dumps(lines)


async def test_a_server_that_removes_the_bot_leaves_no_log_and_no_feedback_behind(quiet_scene: Scene) -> None:
    await log_questions(quiet_scene)
    elsewhere = quiet_scene.server.add_guild("Elsewhere")
    cid = elsewhere.add_member("Cid")
    talk = elsewhere.add_text_channel("talk")
    async with quiet_scene.bot_running():
        await criticise(quiet_scene.ben, await ask(quiet_scene), REASON)
        there = await (await cid.slash(talk, "ask", question=QUESTION)).wait_done()
        await (await cid.click(there, "Helpful")).wait_done()
        await quiet_scene.guild.remove_bot()
        await quiet_scene.settled(lambda: len(stored(quiet_scene, "guild_id")) == 1)
    assert stored(quiet_scene, "guild_id") == [(int(elsewhere.id),)]
    with sqlite3.connect(quiet_scene.data_dir / FILE_NAME) as db:
        assert db.execute("SELECT count(*) FROM questions").fetchone() == (0,)
    db.close()


async def test_only_admins_may_read_feedback_and_only_of_their_server(scene: Scene) -> None:
    answer = await ask(scene)
    await criticise(scene.ben, answer, REASON)
    refused = await scene.ben.slash(scene.channel, "feedback summary", force=True)
    assert "Only people who may manage this server" in (await refused.wait_done()).text
    other = scene.server.add_guild("Coast")
    there, admin = other.add_text_channel("news"), other.add_member("Cleo", permissions=bits.MANAGE_GUILD)
    message = await (await admin.slash(there, "feedback summary")).wait_done()
    assert "Nobody has judged an answer" in message.text


async def test_an_article_that_is_gone_is_named_by_its_id(scene: Scene) -> None:
    gone: Answer = answered()
    notes = tuple(
        replace(note, article=replace(note.article, id=f"gone-{note.number}")) for note in gone.footnotes
    )
    scene.answering.answer_with = replace(gone, footnotes=notes)
    await criticise(scene.ben, await ask(scene))
    assert "- gone-1 (1)" in (await admins(scene, "summary")).text


def exported(message: Message) -> list[dict[str, Any]]:
    (file,) = message.attachments
    return [json.loads(line) for line in file.data.decode().splitlines()]
