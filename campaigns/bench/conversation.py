"""A real bot process on the loopback Discord, and the people who ask it."""

import asyncio
import sys
import time
from asyncio.subprocess import Process
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.settings import BotSettings
from campaigns.bench.corpora import Workbench
from tests.command_lines import NO_LIMITS, environment
from tests.discord_server import Channel, DiscordServer, Human, permissions
from tests.discord_server.routes_interactions import CALLBACK
from tests.discord_server.schema import check_schema

BOT = ("bot", "run")
START_S = 60.0
ANSWER_S = 60.0
STOP_S = 20.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One `/ask`, as seen by the server: seconds from sending the interaction to the arrival of the first
    response, and to the finished answer."""

    first_s: float
    finished_s: float


@dataclass(frozen=True, slots=True)
class Conversation:
    """A bot that is ready, in a channel with people. `ready_s`: from the start of its process until it
    had answered `/help`."""

    server: DiscordServer
    channel: Channel
    people: tuple[Human, ...]
    admin: Human
    process: Process
    ready_s: float

    async def ask(self, person: Human, question: str) -> Asked:
        """One question, until its answer stands in the channel (or the person alone sees the refusal)."""
        started = time.monotonic()
        reply = await person.slash(self.channel, "ask", question=question, timeout_s=ANSWER_S)
        await reply.wait_done(ANSWER_S)
        return Asked(reply.first_response_seconds, time.monotonic() - started)

    async def ask_all(self, questions: Sequence[str]) -> list[Asked]:
        """All questions, each person asking the next one as soon as theirs is answered."""
        waiting = deque(questions)
        asked: list[Asked] = []

        async def keep_asking(person: Human) -> None:
            while waiting:
                asked.append(await self.ask(person, waiting.popleft()))

        await asyncio.gather(*(keep_asking(person) for person in self.people))
        return asked

    async def ask_at_once(self, questions: Sequence[str]) -> list[Asked]:
        """A question from each person, all in the same moment."""
        pairs = zip(self.people, questions, strict=False)
        return await asyncio.gather(*(self.ask(person, question) for person, question in pairs))


@asynccontextmanager
async def conversation(
    bench: Workbench, settings: BotSettings, *, people: int, command: Sequence[str] = BOT
) -> AsyncIterator[Conversation]:
    """Start `python -m COMMAND…` with these settings and a loopback Discord; stop it at the end.

    What the bot writes goes to bot.log in the bench's folder. Raises AssertionError where the bot broke a
    rule of the loopback server (a first response after 3 s, say).
    """
    # The server reads Discord's schema when it first needs it: not while a clock runs.
    check_schema("POST", CALLBACK, {"type": 5})
    async with DiscordServer() as server:
        place = server.add_guild("Bench")
        channel = place.add_text_channel("questions")
        members = tuple(place.add_member(f"Person{number}") for number in range(1, people + 1))
        admin = place.add_member("Admin", permissions=permissions.MANAGE_GUILD)
        started = time.monotonic()
        process = await _start(bench, settings, server, command)
        try:
            await _connected(server, process)
            await admin.slash(channel, "help", timeout_s=START_S)
            ready_s = time.monotonic() - started
            yield Conversation(server, channel, members, admin, process, ready_s)
        finally:
            await _stop(process)


async def _start(
    bench: Workbench, settings: BotSettings, server: DiscordServer, command: Sequence[str]
) -> Process:
    variables = {
        **settings.as_environment(),
        "DISCORD_TOKEN": server.token,
        "DISCORD_API_URL": server.api_url,
        **NO_LIMITS,
    }
    with (bench.folder() / "bot.log").open("ab") as log:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *command,
            cwd=bench.folder(),  # where there is no .env
            env=environment(**variables),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


async def _connected(server: DiscordServer, process: Process) -> None:
    """Until the bot is connected and its commands are registered; fails at once where its process ends."""
    connecting = asyncio.create_task(server.wait_until_connected(timeout_s=START_S))
    ending = asyncio.create_task(process.wait())
    try:
        await asyncio.wait((connecting, ending), return_when=asyncio.FIRST_COMPLETED)
        if not connecting.done():
            raise RuntimeError(f"The bot ended with status {process.returncode}; bot.log says why.")
        connecting.result()
    finally:
        connecting.cancel()
        ending.cancel()
        await asyncio.gather(connecting, ending, return_exceptions=True)


async def _stop(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_S)
    except TimeoutError:
        process.kill()
        await process.wait()
