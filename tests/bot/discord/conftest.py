"""A server with people in it, and our bot connected to it by the real discord.py client."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pydantic import AnyHttpUrl, SecretStr

from bot.discord.connection.patience import Patience
from bot.discord.run import run_bot
from bot.settings import BotSettings
from bot.storage.database import FILE_NAME, Database
from bot.storage.servers import Servers, ServerSettings
from tests.bot.discord.stand_ins import Answering, Building, Index
from tests.discord_server import Channel, DiscordServer, Human, Place
from tests.discord_server import permissions as bits
from tests.discord_server.fixtures import pointed_at

STOP_S = 15.0
LOOK_S = 0.02
LOOKS = 1000


@dataclass
class Scene:
    """Everyone who is there, and what stands behind the bot."""

    server: DiscordServer
    guild: Place
    channel: Channel
    ann: Human
    ben: Human
    admin: Human
    data_dir: Path
    answering: Answering = field(default_factory=Answering)
    index: Index = field(default_factory=Index)
    building: Building = field(default_factory=Building)
    more_settings: dict[str, Any] = field(default_factory=dict)

    def settings(self) -> BotSettings:
        return BotSettings(
            data_dir=self.data_dir,
            discord_token=SecretStr(self.server.token),
            discord_api_url=AnyHttpUrl(self.server.api_url),
            **self.more_settings,
        )

    async def choose(self, **chosen: Any) -> None:
        """What the admins of the server set, before the bot starts; see ServerSettings."""
        database = Database(self.data_dir / FILE_NAME)
        await Servers(database).change(int(self.guild.id), ServerSettings(**chosen))
        await database.close()

    async def settled(self, condition: Callable[[], bool]) -> None:
        """Until something is so that the server hears nothing of, as what stands in the bot's file."""
        for _ in range(LOOKS):
            if condition():
                return
            await asyncio.sleep(LOOK_S)
        raise AssertionError("it never came to be so")

    def keep_a_copy_of_the_state(self) -> None:
        """What is in the bot's file now, as a kill in this moment would leave it."""
        with (
            closing(sqlite3.connect(self.data_dir / FILE_NAME)) as source,
            closing(sqlite3.connect(self.data_dir / "copy.sqlite3")) as copy,
        ):
            source.backup(copy)

    def restore_the_state(self) -> None:
        """Put that copy in the place of the file."""
        for file in self.data_dir.glob(f"{FILE_NAME}*"):
            file.unlink()
        (self.data_dir / "copy.sqlite3").rename(self.data_dir / FILE_NAME)

    @asynccontextmanager
    async def bot_running(
        self, patience: Patience | None = None, *, force_sync: bool = False
    ) -> AsyncIterator[asyncio.Event]:
        """The bot from its start to its orderly end, as `python -m bot run` has it; gives what stops it."""
        stop = asyncio.Event()
        running = asyncio.create_task(
            run_bot(
                self.settings(),
                answers=self.answering,
                searcher=self.index,
                builder=self.building,
                stop=stop,
                patience=patience,
                force_sync=force_sync,
            )
        )
        connected = asyncio.create_task(self.server.wait_until_connected())
        await asyncio.wait((running, connected), return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        await connected
        try:
            yield stop
        finally:
            stop.set()
            await asyncio.wait_for(running, STOP_S)


@pytest.fixture
async def quiet_scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """The people without the bot: the test starts it."""
    async with DiscordServer() as server:
        guild = server.add_guild("Harbour")
        channel = guild.add_text_channel("news")
        people = guild.add_member("Ann"), guild.add_member("Ben")
        admin = guild.add_member("Adm", permissions=bits.MANAGE_GUILD)
        with pointed_at(server):
            yield Scene(server, guild, channel, *people, admin, tmp_path)


@pytest.fixture
async def scene(quiet_scene: Scene) -> AsyncIterator[Scene]:
    """The people, with the bot running."""
    async with quiet_scene.bot_running():
        yield quiet_scene
