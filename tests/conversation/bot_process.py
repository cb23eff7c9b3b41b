"""Runs `python -m bot run` as a process of its own against the loopback Discord, and listens to its log."""

import asyncio
import re
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

from tests import command_lines
from tests.conversation.town import Town
from tests.discord_server import DiscordServer

# A start takes some 3 s, with an index to build first some 6 s; on a busy machine several times that.
START_S = 60.0
END_S = 30.0
WAIT_S = 30.0


class BotProcess:
    """One such process."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._changed = asyncio.Condition()
        self.log: list[str] = []
        self._listener = asyncio.create_task(self._listen())

    @classmethod
    async def start(
        cls, folder: Path, *, options: tuple[str, ...] = ("--verbose",), **settings: str
    ) -> "BotProcess":
        """Start it in a folder, with these settings and nothing else in its environment.

        With --verbose an error that nobody expected is seen whole.
        """
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", *options,
            cwd=folder, env=command_lines.environment(**settings), stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE,
        )  # fmt: skip
        return cls(process)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def status(self) -> int | None:
        """The exit status, None while it runs."""
        return self._process.returncode

    def child(self, module: str) -> psutil.Process:
        """Its child process that runs `python -m MODULE`."""
        for child in psutil.Process(self.pid).children():
            if module in child.cmdline():
                return child
        raise AssertionError(f"the bot has no child process {module}:\n{self.words()}")

    async def wait_for_log(self, pattern: str, *, after: int = 0, timeout_s: float = WAIT_S) -> str:
        """The first line that the pattern is found in, from line `after` on, as soon as it is there."""

        def look() -> str | None:
            return next((line for line in self.log[after:] if re.search(pattern, line)), None)

        async with self._changed:
            try:
                async with asyncio.timeout(timeout_s):
                    await self._changed.wait_for(lambda: look() is not None or self._listener.done())
            except TimeoutError:
                raise AssertionError(f"no {pattern!r} within {timeout_s} s in\n{self.words()}") from None
        found = look()
        assert found is not None, f"the bot ended without {pattern!r}:\n{self.words()}"
        return found

    async def end(self, signal_number: int = signal.SIGTERM, timeout_s: float = END_S) -> int:
        """Send it a signal and wait until it is gone, its children too; its exit status."""
        if self.status is None:
            self._process.send_signal(signal_number)
        return await self.wait(timeout_s)

    async def wait(self, timeout_s: float = END_S) -> int:
        """The exit status, once it and whoever writes into its log are gone."""
        try:
            async with asyncio.timeout(timeout_s):
                await asyncio.shield(self._listener)
                return await self._process.wait()
        except TimeoutError:
            raise AssertionError(f"the bot has not ended after {timeout_s} s:\n{self.words()}") from None

    async def put_away(self) -> None:
        """Whatever has happened, leave no process behind."""
        if self.status is None:
            children = psutil.Process(self.pid).children(recursive=True)
            self._process.kill()
            await self._process.wait()
            for child in children:
                if child.is_running():
                    child.kill()
        await self._listener

    def words(self) -> str:
        """The whole log."""
        return "\n".join(self.log)

    async def _listen(self) -> None:
        assert self._process.stderr
        while line := await self._process.stderr.readline():
            async with self._changed:
                self.log.append(line.decode(errors="replace").rstrip())
                self._changed.notify_all()
        async with self._changed:
            self._changed.notify_all()


@asynccontextmanager
async def bot_on(
    server: DiscordServer, town: Town, *, connected: bool = True, verbose: bool = True, **settings: str
) -> AsyncIterator[BotProcess]:
    """The bot of a town on this server, connected unless that is not wanted; ended at the end."""
    sessions = server.gateway.identify_count
    options = town.environment(DISCORD_TOKEN=server.token, DISCORD_API_URL=server.api_url) | settings
    said = ("--verbose",) if verbose else ()
    bot = await BotProcess.start(town.folder, options=said, **options)
    try:
        if connected:
            await _until_connected(server, bot, sessions)
        yield bot
        if bot.status is None:
            assert await bot.end() == 0, bot.words()
    finally:
        await bot.put_away()


async def _until_connected(server: DiscordServer, bot: BotProcess, sessions: int) -> None:
    """Return when it has identified anew; fail at once where the process ends instead."""

    def connected() -> bool:
        return server.gateway.identify_count > sessions and server.gateway.connected and server.commands.any

    waiting = asyncio.create_task(server.wait_for(connected, "the bot connects", START_S))
    ending = asyncio.create_task(bot.wait(2 * START_S))
    await asyncio.wait((waiting, ending), return_when=asyncio.FIRST_COMPLETED)
    ended = ending.done()
    for task in (waiting, ending):
        task.cancel()
    await asyncio.gather(ending, return_exceptions=True)
    assert not ended, f"the bot ended with status {bot.status}:\n{bot.words()}"
    await waiting
