"""Keeps the bot on Discord: connect, stay connected, stop in order. Called by `python -m bot run`."""

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import aiohttp
import discord

from bot.answering.answerer import Answers
from bot.answering.llm.meter import Reading
from bot.discord.client import FootnoteBot
from bot.discord.connection.patience import Patience
from bot.monitoring.metrics import counted_logs
from bot.monitoring.monitor import Monitor
from bot.monitoring.server import serving
from bot.settings import BotSettings
from bot.storage.database import FILE_NAME
from bot.storage.state import State
from index.errors import FootnoteError, SettingsError
from index.processes.build_process import BuildProcess
from index.searching.searcher import Searcher

log = logging.getLogger(__name__)

PORTAL = "https://discord.com/developers/applications"
REFUSED_TOKEN, DISALLOWED_INTENTS = 4004, 4014
# The gateway's closing codes after which trying again would not help; those that settings can mend.
_CLOSED = {
    REFUSED_TOKEN: (
        "Discord refused DISCORD_TOKEN.",
        f"Copy the bot's token again from {PORTAL} (Bot, Reset Token).",
    ),
    4010: (
        "Discord does not accept the numbers of the shards.",
        "Check SHARD_COUNT and SHARD_IDS; leave both out where one process runs the whole bot.",
    ),
    4011: (
        "The bot is in more servers than one shard may have, and Discord asks for more shards.",
        "Leave SHARD_COUNT out, and Discord's own number is taken, or raise it in all processes.",
    ),
    DISALLOWED_INTENTS: (
        "Discord does not let the bot have an intent that it asks for.",
        f"With MESSAGE_CONTENT=yes the Message Content Intent must be on at {PORTAL} (Bot). "
        "Turn it on there, or take MESSAGE_CONTENT out.",
    ),
}
_OUTDATED = {
    4012: ("Discord no longer knows the version of its API that the bot speaks.", "Update the bot."),
    4013: ("Discord does not know an intent that the bot asks for.", "Update the bot."),
}


def raise_if_final(error: Exception) -> None:
    """Raise SettingsError for what settings can mend, FootnoteError for the rest; return where trying again
    may help."""
    if isinstance(error, discord.LoginFailure):
        raise SettingsError(*_CLOSED[REFUSED_TOKEN]) from error
    if isinstance(error, discord.PrivilegedIntentsRequired):
        raise SettingsError(*_CLOSED[DISALLOWED_INTENTS]) from error
    if isinstance(error, discord.ConnectionClosed):
        if error.code in _OUTDATED:
            raise FootnoteError(*_OUTDATED[error.code]) from error
        if error.code in _CLOSED:
            raise SettingsError(*_CLOSED[error.code]) from error
        raise FootnoteError(f"Discord closed the connection for good (code {error.code}).") from error
    if isinstance(error, discord.HTTPException) and 400 <= error.status < 500 and error.status != 429:
        raise FootnoteError(
            f"Discord answered {error.status} to the login.", "If DISCORD_API_URL is set, check it."
        ) from error


# How long a composing thread may keep the GIL while the event loop waits for it; Python's default is 5 ms,
# and every write to a socket waits that long once.
SWITCH_INTERVAL_S = 0.0005


def keep_responsive() -> None:
    """Take all that is loaded by now out of garbage collection, and switch threads more often."""
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(SWITCH_INTERVAL_S)


async def run_bot(
    settings: BotSettings,
    *,
    answers: Answers,
    searcher: Searcher,
    builder: BuildProcess,
    model_reading: Callable[[], Reading] | None = None,
    stop: asyncio.Event | None = None,
    patience: Patience | None = None,
    force_sync: bool = False,
) -> None:
    """Connect to Discord and answer until SIGINT or SIGTERM (or `stop`); then finish and return.

    force_sync: the commands are registered although they are as Discord was told before.
    A Discord that is away is tried again for as long as it takes. Raises SettingsError for a missing or
    wrong token, FootnoteError where Discord refuses for good.
    """
    if settings.discord_token is None:
        raise SettingsError("DISCORD_TOKEN is not set.", "Put the bot's token into .env; see .env.example.")
    if settings.discord_api_url is not None:
        discord.http.Route.BASE = str(settings.discord_api_url).rstrip("/")
    keep_responsive()
    stop = stop or asyncio.Event()
    state = State(
        settings.data_dir / FILE_NAME,
        kept_days=settings.answers_kept_days,
        questions_kept_days=settings.questions_kept_days,
    )

    monitor = Monitor(searcher, builder, model_reading)

    def new_bot() -> FootnoteBot:
        return FootnoteBot(
            settings, answers=answers, searcher=searcher, builder=builder, state=state, patience=patience,
            monitor=monitor, force_sync=force_sync,
        )  # fmt: skip

    token = settings.discord_token.get_secret_value()
    try:
        with counted_logs(monitor.metrics):
            async with _stop_on_signals(stop), serving(monitor, settings.http_host, settings.http_port):
                await _stay_connected(new_bot, token, stop)
    finally:
        await state.close()


async def _stay_connected(new_bot: Callable[[], FootnoteBot], token: str, stop: asyncio.Event) -> None:
    """One client after the other until one was stopped; discord.py cannot log one in twice."""
    attempt = 0
    while not stop.is_set():
        bot = new_bot()
        try:
            await _run_until(bot, token, stop)
        except (aiohttp.ClientError, OSError, discord.GatewayNotFound, discord.HTTPException) as error:
            raise_if_final(error)
            retry_s = bot.patience.retry_s
            attempt = 0 if bot.was_ready else attempt
            wait_s = retry_s[min(attempt, len(retry_s) - 1)]
            attempt += 1
            log.warning(
                "Discord (%s) cannot be reached: %s. Trying again in %g s.",
                discord.http.Route.BASE, error or type(error).__name__, wait_s,
            )  # fmt: skip
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait_s)
        else:
            return


async def _run_until(bot: FootnoteBot, token: str, stop: asyncio.Event) -> None:
    """Run this client until it fails, which is raised, or until `stop`, after which it finishes."""
    async with bot:
        running = asyncio.create_task(bot.start(token), name="discord")
        stopping = asyncio.create_task(stop.wait(), name="stop")
        try:
            await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                running.result()
        except (discord.LoginFailure, discord.ConnectionClosed, discord.PrivilegedIntentsRequired) as error:
            raise_if_final(error)
            raise
        finally:
            await bot.finish()
            running.cancel()
            stopping.cancel()
            await asyncio.gather(running, stopping, return_exceptions=True)


@asynccontextmanager
async def _stop_on_signals(stop: asyncio.Event) -> AsyncIterator[None]:
    """Within this, SIGINT and SIGTERM set `stop` instead of ending the process."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    for number in signals:
        loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        for number in signals:
            loop.remove_signal_handler(number)
