"""Trouble behind the bot: the search worker, the language model, the disk."""

import os
import signal
import sqlite3

from bot.storage.database import FILE_NAME
from campaigns.trouble.stage import ANSWER, Stage, end_of, shown
from campaigns.trouble.troubles import Troubles
from tests.bot.answering.llm.speaking import answer, statement
from tests.bot.answering.llm.stub_server import Reply

TROUBLES = Troubles()


@TROUBLES.add("the search worker is killed while it is asked", "search worker|worker")
async def killed_worker(stage: Stage) -> str:
    os.kill(stage.bot.child("index.searching.worker").pid, signal.SIGKILL)
    message = await end_of(await stage.asked())
    assert ANSWER in message.text.replace("*", ""), message.text
    return shown(message)


@TROUBLES.add("the language model answers 500 again and again")
async def failing_model(stage: Stage) -> str:
    kept, stage.model.replies = stage.model.replies, [Reply(status=500)]
    try:
        message = await end_of(await stage.asked())
    finally:
        stage.model.replies = kept
    assert ANSWER in message.text.replace("*", ""), message.text
    return shown(message)


@TROUBLES.add("the language model says something that the articles do not say")
async def inventing_model(stage: Stage) -> str:
    invented = answer(statement("It is 99 km long.", ("k1", "It is 99 km long.")))
    kept, stage.model.replies = stage.model.replies, [Reply(invented)]
    try:
        message = await end_of(await stage.asked())
    finally:
        stage.model.replies = kept
    assert "99" not in message.text
    return shown(message)


@TROUBLES.add("another process holds the bot's own file locked: the answer cannot be kept for its buttons")
async def locked_file(stage: Stage) -> str:
    other = sqlite3.connect(stage.town.data / FILE_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        message = await end_of(await stage.asked())
        assert ANSWER in message.text.replace("*", ""), message.text
        return f"{shown(message)}, buttons: {', '.join(message.labels()) or 'none'}"
    finally:
        other.rollback()
        other.close()


@TROUBLES.add("the manifest of the index is damaged while the bot runs; an admin looks at the status")
async def damaged_manifest(stage: Stage) -> str:
    path = stage.town.data / "manifest.json"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    try:
        message = await end_of(await stage.asked())
        assert ANSWER in message.text.replace("*", ""), message.text
        status = await end_of(await stage.admin.slash(stage.channel, "articles status"))
        return f"{shown(message)}; the admin: {shown(status)}"
    finally:
        path.write_bytes(whole)


@TROUBLES.add("an article that cannot be read is added, and an admin reindexes")
async def unreadable_article(stage: Stage) -> str:
    (stage.town.articles / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    reply = await stage.admin.slash(stage.channel, "articles reindex")
    message = await reply.wait_edit("broken.pdf", 60.0)
    (stage.town.articles / "broken.pdf").unlink()
    return shown(message)
