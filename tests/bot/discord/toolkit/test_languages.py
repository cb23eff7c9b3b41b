"""Who is spoken to in which language: a person in theirs, a channel in its server's."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.discord.connection.patience import Patience
from bot.discord.toolkit.article_line import said_by
from bot.messages import messages_for
from bot.storage.servers import ServerSettings
from bot.storage.state import State
from tests.bot.discord.conftest import Scene
from tests.discord_server import Channel, Human
from tests.discord_server import permissions as bits

QUICK = Patience(feeds_s=0.05, feeds_pause_s=0.05, feeds_failed_s=0.05)
GERMAN = messages_for("de")


async def until(condition: Callable[[], bool]) -> None:
    """Wait for what happens outside of the loopback server."""
    async with asyncio.timeout(30):
        while not condition():  # noqa: ASYNC110 - what it waits for has no event
            await asyncio.sleep(0.02)


def german_server(scene: Scene) -> tuple[Channel, Human]:
    """A second server whose language is German, its channel, and an admin whose own is French."""
    place = scene.server.add_guild("Hafen", locale="de")
    return place.add_text_channel("audit"), place.add_member("Fr", permissions=bits.MANAGE_GUILD, locale="fr")


async def test_an_admin_reads_their_language_and_the_audit_channel_its_servers(quiet_scene: Scene) -> None:
    scene = quiet_scene
    audit, admin = german_server(scene)
    assert audit.guild is not None
    scene.more_settings = {"audit_channel": audit.id, "admin_servers": audit.guild.id}
    async with scene.bot_running():
        reply = await admin.slash(audit, "articles rollback")
        done = await reply.wait_edit("Index précédent rétabli")
        assert "Les réponses viennent à nouveau de 20260501-1." in done.text
        await until(lambda: any("Zurückholen" in one.text for one in audit.messages.values()))
    (line,) = [one.text for one in audit.messages.values() if not one.ephemeral]
    assert (
        line == f"{admin.user.mention}: Zurückholen des vorigen Index, Antworten kommen wieder aus 20260501-1"
    )


async def test_what_the_bot_does_by_itself_is_told_in_the_language_of_the_channels_server(
    quiet_scene: Scene,
) -> None:
    scene = quiet_scene
    audit, _ = german_server(scene)
    scene.more_settings = {"audit_channel": audit.id}
    async with scene.bot_running(QUICK):
        scene.building.feeds.due = datetime.now(UTC)
        await until(lambda: len(audit.messages) == 1)
    (line,) = audit.messages.values()
    assert (
        line.text
        == "der Zeitplan der Feeds: Arbeit an den Feeds, 2 Feeds: 1 neu, 1 geändert, 1 fehlgeschlagen"
    )


async def test_who_had_work_cut_short_is_told_in_the_language_of_its_server(quiet_scene: Scene) -> None:
    scene = quiet_scene
    channel, admin = german_server(scene)
    assert channel.guild is not None
    scene.more_settings = {"admin_servers": channel.guild.id}
    scene.building.gate.clear()
    async with scene.bot_running(Patience(grace_s=0.2)):
        reply = await admin.slash(channel, "articles reindex")
        await reply.wait_edit("Calcul des vecteurs")
        scene.keep_a_copy_of_the_state()
    scene.restore_the_state()
    async with scene.bot_running():
        told = await scene.server.wait_for_message(admin.dm)
    assert told.text.startswith("Unterbrochen, weil der Bot angehalten hat: Neubau des Index, von dir <t:")


async def test_the_language_that_admins_chose_is_spoken_to_all(quiet_scene: Scene) -> None:
    scene = quiet_scene
    state = State(scene.data_dir / "bot.sqlite3")
    await state.servers.load()
    await state.servers.change(int(scene.guild.id), ServerSettings(language="uk"))
    await state.close()
    async with scene.bot_running():
        answer = await (await scene.ann.slash(scene.channel, "ask", question="the lighthouse?")).wait_done()
        assert "Найновіша стаття, на якій ґрунтується ця відповідь: 2 травня 2026 р." in answer.text
        private = await (
            await scene.ben.slash(scene.channel, "ask", question="the lighthouse?", private=True)
        ).wait_done()
        assert "Newest article behind this answer: 2 May 2026" in private.text
        mentioned = await scene.ann.say(scene.channel, "@bot")
        assert "`/запитати`" in mentioned.text


async def test_someone_whose_language_we_do_not_have_reads_english(quiet_scene: Scene) -> None:
    guest = quiet_scene.guild.add_member("Jo", locale="ja")
    latin = quiet_scene.guild.add_member("Lu", locale="es-419")
    british = quiet_scene.guild.add_member("Al", locale="en-GB")
    async with quiet_scene.bot_running():
        for person, title in ((guest, "Questions about"), (latin, "Preguntas sobre"), (british, "Questions")):
            helped = await person.slash(quiet_scene.channel, "help")
            assert title in (await helped.wait_done()).text


@pytest.mark.parametrize("kind", ["feeds", "watch"])
def test_what_the_index_keeps_of_who_built_it_is_said_in_the_readers_language(kind: str) -> None:
    english = messages_for()
    assert said_by(english("articles-by-itself", kind=kind), GERMAN) == GERMAN(
        "articles-by-itself", kind=kind
    )
    assert said_by(english("articles-by"), GERMAN) == GERMAN("articles-by") != english("articles-by")
    assert said_by("python -m index build", GERMAN) == "python -m index build"
