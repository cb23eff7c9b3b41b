"""Many servers on many shards of the loopback Discord, people in each, and a real bot process in all."""

import asyncio
import random
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bot.settings import BotSettings
from tests.command_lines import environment
from tests.discord_server import Channel, DiscordServer, GatewayOptions, Human, Message
from tests.discord_server.routes_interactions import CALLBACK
from tests.discord_server.schema import check_schema

START_S = 600.0  # Discord lets a bot identify one shard every 5 s, whose many shards so take their time
ANSWER_S = 60.0
STOP_S = 20.0
MB = 1_000_000
IDENTIFIES_AT_ONCE = 16  # shards; what Discord allows a very large bot, so that a run takes no five minutes


@dataclass(frozen=True, slots=True)
class Size:
    """How large the crowd is; `people` in each server."""

    guilds: int = 500
    shards: int = 50
    people: int = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """One server: its channel and the people in it."""

    channel: Channel
    people: tuple[Human, ...]


@dataclass(slots=True)
class Crowd:
    """Everybody, and the bot's process. `answers` collects what was answered, for those who click."""

    server: DiscordServer
    spots: tuple[Spot, ...]
    process: Process
    log: Path
    answers: list[tuple[Human, Message]] = field(default_factory=list)

    def everyone(self) -> list[tuple[Human, Channel]]:
        """Each person with their channel, in a mixed order that is the same in every run."""
        found = [(person, spot.channel) for spot in self.spots for person in spot.people]
        random.Random(5).shuffle(found)
        return found

    def memory_mb(self) -> tuple[float, float]:
        """Resident memory of the bot, and of its children together."""
        bot = psutil.Process(self.process.pid)
        children = sum(child.memory_info().rss for child in bot.children(recursive=True))
        return bot.memory_info().rss / MB, children / MB


@asynccontextmanager
async def crowd(settings: BotSettings, folder: Path, size: Size) -> AsyncIterator[Crowd]:
    """Start all of it, and stop it at the end. AssertionError where the bot broke a rule of Discord's."""
    check_schema("POST", CALLBACK, {"type": 5})  # reads Discord's schema: not while a clock runs
    options = GatewayOptions(shards=size.shards, max_concurrency=16)  # what Discord gives a large bot
    async with DiscordServer(options=options) as server:
        spots = tuple([await _spot(server, number, size) for number in range(size.guilds)])
        log = folder / "bot.log"
        process = await _start(settings, server, log, folder)
        try:
            connecting = asyncio.create_task(server.wait_until_connected(timeout_s=START_S))
            ending = asyncio.create_task(process.wait())
            await asyncio.wait((connecting, ending), return_when=asyncio.FIRST_COMPLETED)
            ending.cancel()
            if not connecting.done():
                connecting.cancel()
                raise RuntimeError(f"The bot ended with status {process.returncode}; {log} says why.")
            connecting.result()
            yield Crowd(server, spots, process, log)
        finally:
            await _stop(process)


async def _spot(server: DiscordServer, number: int, size: Size) -> Spot:
    place = server.add_guild(f"Server {number}")
    channel = place.add_text_channel("questions")
    people = tuple(place.add_member(f"Person{number}x{each}") for each in range(size.people))
    await asyncio.sleep(0.001)  # an id holds its millisecond, and that decides the shard
    return Spot(channel, people)


async def _start(settings: BotSettings, server: DiscordServer, log: Path, folder: Path) -> Process:
    variables = {
        **settings.as_environment(),
        "DISCORD_TOKEN": server.token,
        "DISCORD_API_URL": server.api_url,
    }
    with log.open("wb") as written:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            cwd=folder, env=environment(**variables), stdin=DEVNULL, stdout=written, stderr=written,
        )  # fmt: skip


async def _stop(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_S)
    except TimeoutError:
        process.kill()
        await process.wait()
