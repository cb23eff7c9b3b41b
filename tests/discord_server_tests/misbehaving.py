"""A bot that does what a test says when somebody uses its command, to break a rule."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from tests.discord_server import Channel, DiscordServer, Human, Kind
from tests.discord_server import permissions as bits
from tests.discord_server.fixtures import running
from tests.discord_server_tests.sample_bot import SampleBot

Act = Callable[[discord.Interaction], Awaitable[None]]


class OneCommandBot(SampleBot):
    """Does what the test says when somebody uses /go (or /admin, which is for admins)."""

    def __init__(self, act: Act, **options: Any) -> None:
        super().__init__(**options)
        self.act = act
        self.errors: list[discord.HTTPException] = []
        self.failed = asyncio.Event()

    async def setup_hook(self) -> None:
        @self.tree.command(description="Go")
        async def go(interaction: discord.Interaction) -> None:
            await self._try(interaction)

        @self.tree.command(description="Go, admins")
        @app_commands.default_permissions(manage_guild=True)
        async def admin(interaction: discord.Interaction) -> None:
            await self._try(interaction)

        await self.tree.sync()

    async def _try(self, interaction: discord.Interaction) -> None:
        try:
            await self.act(interaction)
        except discord.HTTPException as error:
            self.errors.append(error)
            self.failed.set()


@dataclass
class Scene:
    """A server, the bot that misbehaves, and two people."""

    server: DiscordServer
    bot: OneCommandBot
    channel: Channel
    ann: Human
    admin: Human

    def broken(self) -> list[Kind]:
        """What kinds of rules were broken, taken from the server."""
        return [violation.kind for violation in self.server.take_violations()]


@asynccontextmanager
async def bot_that(act: Act, **options: Any) -> AsyncIterator[Scene]:
    async with DiscordServer() as server:
        guild = server.add_guild("Harbour")
        bot = OneCommandBot(act, **options)
        scene = Scene(
            server,
            bot,
            guild.add_text_channel("news"),
            guild.add_member("Ann"),
            guild.add_member("Adm", permissions=bits.MANAGE_GUILD),
        )
        async with running(bot, server):
            yield scene


async def answer(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("fine")


async def nothing(_: discord.Interaction) -> None:
    """Never answers."""
