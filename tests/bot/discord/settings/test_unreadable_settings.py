"""What servers chose cannot be read: nobody is answered where admins may have forbidden it, everybody is told
what they may know, and all goes on by itself once it can be read."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.discord.connection.patience import Patience
from bot.storage.database import FILE_NAME
from tests.bot.discord.conftest import Scene
from tests.bot.discord.questions.test_message_menu import MENU
from tests.bot.discord.questions.test_ways_in import QUESTION
from tests.bot.monitoring.conftest import free_port
from tests.discord_server import Channel, Message, Reply
from tests.discord_server.world import FORUM

UNKNOWN = "I cannot read just now what the admins of this server chose"
SOON = Patience(settings_s=0.1)


@contextmanager
def replaced(path: Path, data: bytes | None) -> Iterator[None]:
    """Within this the file holds something else, or cannot be opened."""
    whole = path.read_bytes()
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    if data is None:
        path.mkdir()  # what even a superuser cannot open as a file
    else:
        path.write_bytes(data)
    yield
    for file in path.parent.glob(f"{path.name}*"):
        file.rmdir() if file.is_dir() else file.unlink()
    # As an operator does: a copy in its place.
    copy = path.with_name("copy")
    copy.write_bytes(whole)
    copy.rename(path)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Within this another program has the file for itself."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def of_a_later_version(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        db.execute("PRAGMA user_version = 9999")
    yield
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {version}")


def halved(path: Path) -> bytes:
    return path.read_bytes()[: path.stat().st_size // 2]


def zeroed(path: Path) -> bytes:
    """With the page of the servers' own table empty."""
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'servers'").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = bytes(size)
    return bytes(data)


TROUBLES: dict[str, Callable[[Path], AbstractContextManager[None]]] = {
    "unreadable": lambda path: replaced(path, None),
    "another file": lambda path: replaced(path, b"no database at all" * 200),
    "cut": lambda path: replaced(path, halved(path)),
    "cut to nothing": lambda path: replaced(path, b""),
    "a lost page": lambda path: replaced(path, zeroed(path)),
    "locked": locked,
    "of a later version": of_a_later_version,
}


def of_the_bot(channel: Channel) -> list[Message]:
    """What all see of it in a channel."""
    return [one for one in channel.messages.values() if one.author.bot and not (one.ephemeral or one.deleted)]


async def chosen(scene: Scene) -> Channel:
    """A server that keeps everything private, is silent in a channel, and leaves a publisher out."""
    silent = scene.guild.add_text_channel("silent")
    await scene.choose(
        private=True,
        silent_in=(int(silent.id),),
        every_question_in=(int(scene.channel.id),),
        publishers_never=("Coast Weekly",),
        log_questions=True,
    )
    # As after an orderly end: all of it in the one file.
    with closing(sqlite3.connect(scene.data_dir / FILE_NAME)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return silent


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_no_trouble_with_the_file_opens_what_admins_closed(quiet_scene: Scene, trouble: str) -> None:
    scene = quiet_scene
    await chosen(scene)
    with ExitStack() as stack:
        stack.enter_context(TROUBLES[trouble](scene.data_dir / FILE_NAME))
        async with scene.bot_running(SOON):
            refused = await scene.ann.slash(scene.channel, "ask", question=QUESTION)
            assert refused.ephemeral
            assert UNKNOWN in refused.message.text
            assert scene.answering.asked == []
            stack.close()  # it can be read again
            reply = await answered_again(scene)
            assert reply.ephemeral  # as the admins chose
            (asked,) = scene.answering.asked
            assert asked.filters.without == ("Coast Weekly",)


async def answered_again(scene: Scene) -> Reply:
    """Ask until the bot has read the settings, and is refused in the same words until then."""
    for _ in range(200):
        reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION)
        if reply.deferred:
            assert "41 metres" in (await reply.wait_done()).text
            return reply
        assert UNKNOWN in reply.message.text
        await asyncio.sleep(0.05)
    raise AssertionError("the settings were not read again")


async def test_what_each_kind_of_person_sees_on_every_way_in(quiet_scene: Scene) -> None:
    scene = quiet_scene
    silent = await chosen(scene)
    forum = scene.guild.add_channel("questions", FORUM)
    audit = scene.guild.add_text_channel("audit")
    scene.server.allow_message_content()
    port = free_port()
    scene.more_settings = {"message_content": True, "audit_channel": int(audit.id), "http_port": port}
    async with scene.bot_running(SOON):  # while all is well
        public = await scene.ann.slash(scene.channel, "ask", question=QUESTION, private=False)
        given = await public.wait_done()
        mine = await scene.ann.slash(scene.channel, "ask", question=QUESTION)
        private = await mine.wait_done()
    path = scene.data_dir / FILE_NAME
    before = len(scene.answering.asked)
    with ExitStack() as stack:
        stack.enter_context(replaced(path, path.read_bytes()[: path.stat().st_size // 2]))
        async with scene.bot_running(SOON):
            # Somebody who asks by a command: told so, and nobody else is.
            for options in ({}, {"private": False}, {"publisher": "Coast Weekly"}):
                refused = await scene.ann.slash(scene.channel, "ask", question=QUESTION, **options)
                assert refused.ephemeral
                assert UNKNOWN in refused.message.text
            assert await scene.ann.autocomplete(scene.channel, "ask", "publisher", "", question="x") == []
            # By a message's menu, and by the buttons under an answer from before.
            post = await scene.ben.post(silent, QUESTION)
            assert UNKNOWN in (await scene.ann.menu(post, MENU)).message.text
            passages = await scene.ann.click(given, "Passages")
            shared = await scene.ann.click(private, "Share")
            for told in (await passages.wait_done(), await shared.wait_followup()):
                assert told.ephemeral
                assert "41 metres" not in told.text
            # What is listed of articles may be of publishers that are left out.
            listed = await scene.ann.slash(scene.channel, "sources list")
            assert UNKNOWN in (await listed.wait_followup()).text
            # By a mention, in a channel whose questions are answered, in a silent one, by a post: silence.
            for channel in (scene.channel, silent):
                await scene.ann.post(channel, f"@bot {QUESTION}")
                await scene.ann.post(channel, QUESTION)
            await scene.server.open_post(scene.ann, forum, "How tall is the rebuilt lighthouse", "Is it?")
            # In a direct message no server's admins have a say.
            assert "41 metres" in (await scene.ben.say(scene.ben.dm, QUESTION)).text
            # An admin reads why and what to do, in every command; the operators in their channel, too.
            refused = await scene.admin.slash(scene.channel, "ask", question=QUESTION)
            assert "The settings of this server cannot be read" in refused.message.text
            assert "python -m bot doctor" in refused.message.text
            panel = await scene.admin.slash(scene.channel, "settings")
            assert "The settings of this server cannot be read" in (await panel.wait_done()).text
            await scene.settled(lambda: bool(of_the_bot(audit)))
            (said,) = of_the_bot(audit)
            assert "no question is answered in any server" in said.text
            # Whoever looks after the bot's health sees it.
            async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}/readyz") as ready:
                assert ready.status == 503
                (reason,) = (await ready.json())["reasons"]
                assert "The servers' settings cannot be read" in reason
                assert str(scene.data_dir) not in reason
            assert len(scene.answering.asked) == before + 1
            assert of_the_bot(silent) == []
            assert of_the_bot(scene.channel) == [given]
            stack.close()
            await scene.settled(lambda: len(of_the_bot(audit)) == 2)
            async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}/readyz") as ready:
                assert ready.status == 200
            assert "41 metres" in (await scene.ann.say(scene.channel, f"@bot {QUESTION}")).text


async def test_settings_of_one_server_that_cannot_be_read_silence_that_one_alone(quiet_scene: Scene) -> None:
    scene = quiet_scene
    await chosen(scene)
    other = scene.server.add_guild("Quay")
    channel, cleo = other.add_text_channel("news"), other.add_member("Cleo")
    with closing(sqlite3.connect(scene.data_dir / FILE_NAME)) as db, db:
        (whole,) = db.execute("SELECT settings FROM servers").fetchone()
        db.execute("UPDATE servers SET settings = replace(settings, 'Coast', 'Ghost')")
    async with scene.bot_running(SOON):
        refused = await scene.ann.slash(scene.channel, "ask", question=QUESTION)
        assert UNKNOWN in refused.message.text
        await scene.ann.post(scene.channel, f"@bot {QUESTION}")
        assert "41 metres" in (await cleo.say(channel, f"@bot {QUESTION}")).text
        assert len(scene.answering.asked) == 1
        with closing(sqlite3.connect(scene.data_dir / FILE_NAME)) as db, db:
            db.execute("UPDATE servers SET settings = ?", (whole,))
        await answered_again(scene)
