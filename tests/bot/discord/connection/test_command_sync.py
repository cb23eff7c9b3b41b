"""Discord is told of the commands when they changed, and left alone when not."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.discord.connection.command_sync import CommandSync, KeptCommands
from bot.discord.connection.patience import Patience
from bot.storage.database import Database
from tests.bot.discord.conftest import Scene
from tests.discord_server import DiscordServer
from tests.discord_server.fixtures import pointed_at

QUESTION = "How tall is the rebuilt lighthouse?"


def times_registered(server: DiscordServer) -> int:
    return len([one for one in server.requests if one.method == "PUT" and one.path.endswith("/commands")])


async def test_an_unchanged_bot_registers_its_commands_once(quiet_scene: Scene) -> None:
    for _ in range(3):
        async with quiet_scene.bot_running():
            reply = await quiet_scene.ann.slash(quiet_scene.channel, "ask", question=QUESTION)
            await reply.wait_done()
    assert times_registered(quiet_scene.server) == 1


async def test_commands_that_somebody_removed_at_discord_are_registered_again(
    quiet_scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    commands = quiet_scene.server.commands
    async with quiet_scene.bot_running():
        pass
    first = commands.all_of(None)[0]
    commands.remove(None, first["id"])
    async with quiet_scene.bot_running():
        assert [one["name"] for one in commands.all_of(None)].count(first["name"]) == 1
    assert "somebody else changed those that Discord had" in caplog.text


async def test_they_are_registered_by_request(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        pass
    async with quiet_scene.bot_running(force_sync=True):
        pass
    assert times_registered(quiet_scene.server) == 2


async def test_a_discord_that_will_not_have_them_gets_them_later_and_the_bot_connects(
    quiet_scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    scene = quiet_scene
    scene.server.disruptions.server_error("PUT", ".*/commands", status=503, times=2)
    async with scene.bot_running(Patience(retry_s=(0.05,), sync_s=0.0)):
        reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION)
        await reply.wait_done()
    assert caplog.text.count("The commands could not be registered, again in 0.05 s") == 2


@dataclass
class Trying:
    """A client of discord.py's with a tree of its own, logged in; and what `CommandSync` made of it."""

    server: DiscordServer
    tree: app_commands.CommandTree[discord.Client]
    database: Database

    async def sync(self) -> bool:
        client = self.tree.client
        sync = CommandSync(self.tree, client.http, KeptCommands(self.database), retry_s=(0.0,))
        return await sync.sync(client.application_id or 0)


@asynccontextmanager
async def trying(folder: Path) -> AsyncIterator[Trying]:
    database = Database(folder / "bot.sqlite3")
    async with DiscordServer() as server:
        with pointed_at(server):
            async with discord.Client(intents=discord.Intents.none()) as client:
                await client.login(server.token)
                yield Trying(server, app_commands.CommandTree(client), database)
    await database.close()


def command(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    async def callback(interaction: discord.Interaction) -> None:
        """Never used: the commands are only registered."""

    return app_commands.Command(name=name, description=description, callback=callback)


class InGerman(app_commands.Translator):
    """Knows one word."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        return "frage" if locale is discord.Locale.german and string.message == "ask" else None


async def test_a_new_a_changed_a_translated_and_a_removed_command_are_each_registered(tmp_path: Path) -> None:
    async with trying(tmp_path) as one:
        one.tree.add_command(command("ask", "Ask."))
        assert await one.sync()
        one.tree.add_command(command("help", "Help."))
        assert await one.sync()
        one.tree.add_command(command("help", "Help me."), override=True)
        assert await one.sync()
        assert not await one.sync()
        await one.tree.set_translator(InGerman())
        assert await one.sync()
        assert one.server.commands.all_of(None)[0]["name_localizations"] == {"de": "frage"}
        assert not await one.sync()
        one.tree.remove_command("help")
        assert await one.sync()
        assert [each["name"] for each in one.server.commands.all_of(None)] == ["ask"]
        assert times_registered(one.server) == 5


async def test_the_order_in_which_they_are_made_is_no_change(tmp_path: Path) -> None:
    async with trying(tmp_path) as one:
        for name in ("ask", "help"):
            one.tree.add_command(command(name, "Do."))
        assert await one.sync()
        one.tree.clear_commands(guild=None)
        for name in ("help", "ask"):
            one.tree.add_command(command(name, "Do."))
        assert not await one.sync()


async def test_another_application_with_the_same_file_gets_its_own(tmp_path: Path) -> None:
    """As after a change of DISCORD_TOKEN."""
    for _ in range(2):
        async with trying(tmp_path) as one:
            one.tree.add_command(command("ask", "Ask."))
            assert await one.sync()


async def test_a_file_that_cannot_be_used_registers_them_each_time(tmp_path: Path) -> None:
    (tmp_path / "bot.sqlite3").mkdir()
    async with trying(tmp_path) as one:
        one.tree.add_command(command("ask", "Ask."))
        assert await one.sync()
        assert await one.sync()
