"""The bot's connection to Discord: what it asks for, its commands, and how it stops."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.ext import commands, tasks

from bot.answering.answerer import Answers
from bot.cogs.articles import Articles
from bot.cogs.asking import Asking
from bot.cogs.help import Help
from bot.cogs.naming import describe_commands
from bot.cogs.sources import Sources
from bot.in_flight import InFlight
from bot.messages import messages_for
from bot.patience import Patience
from bot.rendering.embeds import Colour, panel
from bot.settings import BotSettings
from bot.state import FILE_NAME, State
from bot.views.article import ArticlePageButton
from bot.views.errors import report_error
from bot.views.passages import PassagePageButton, PassagesButton
from bot.views.replying import NOBODY, show_privately
from bot.views.sources import SourcesPageButton
from index.build_process import Builder
from index.errors import FootnoteError, SettingsError, StorageError
from index.searcher import Searcher

log = logging.getLogger(__name__)

PURGE_HOURS = 6
REFUSED_TOKEN = 4004  # the gateway's closing code for a wrong token


class Tree(app_commands.CommandTree["FootnoteBot"]):
    """The commands. Every one of them begins and ends here."""

    async def interaction_check(self, interaction: discord.Interaction["FootnoteBot"], /) -> bool:
        """Count the interaction in; while shutting down refuse new ones."""
        bot = interaction.client
        bot.in_flight.join()
        if not bot.stopping:
            return True
        if interaction.type is discord.InteractionType.application_command:
            await show_privately(interaction, panel(bot.messages("discord-stopping"), Colour.INFO))
        return False

    async def on_error(
        self, interaction: discord.Interaction["FootnoteBot"], error: app_commands.AppCommandError, /
    ) -> None:
        """Hand over to the one error handler."""
        await report_error(interaction, error)


class FootnoteBot(commands.AutoShardedBot):
    """The Discord client. Asks for no privileged intent and can ping nobody."""

    def __init__(
        self,
        settings: BotSettings,
        *,
        answers: Answers,
        searcher: Searcher,
        builder: Builder,
        state: State,
        patience: Patience | None = None,
    ) -> None:
        # We have no use for voice, so a library that is missing for it is nothing to warn of.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=commands.when_mentioned,  # never used: all commands are slash commands
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=NOBODY,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self.settings = settings
        self.answers = answers
        self.searcher = searcher
        self.builder = builder
        self.state = state
        self.patience = patience or Patience()
        self.messages = messages_for()
        self.in_flight = InFlight()
        self.stopping = False
        self.was_ready = False

    async def setup_hook(self) -> None:
        """After the login, before the gateway: commands, buttons, and where the gateway is."""
        await self.add_parts()
        await self._find_gateway()
        await self._sync_commands()
        self._purge.start()

    async def add_parts(self) -> None:
        """All commands with their descriptions, and all buttons."""
        for cog in (Asking(self), Sources(self), Articles(self), Help(self)):
            await self.add_cog(cog)
        describe_commands(self.tree, self.messages)
        self.add_dynamic_items(PassagesButton, PassagePageButton, SourcesPageButton, ArticlePageButton)

    async def _find_gateway(self) -> None:
        """Ask for the gateway's address and how many shards there should be.

        discord.py asks too, but only for its first connections: after a failed reconnect or an invalid
        session it goes back to its built-in address, which is that of the real Discord.
        """
        shards, url, _ = await self.http.get_bot_gateway()
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url)
        self.shard_count = shards

    async def _sync_commands(self) -> None:
        """Tell Discord our commands. If it will not have them now, the ones it knows go on working."""
        try:
            synced = await self.tree.sync()
        except (discord.HTTPException, app_commands.AppCommandError) as error:
            log.error("The commands could not be registered: %s", error)
        else:
            log.info("Registered %d commands.", len(synced))

    async def on_ready(self) -> None:
        """Say that the bot can be used."""
        self.was_ready = True
        log.info("Ready as %s (servers: %d, shards: %d).", self.user, len(self.guilds), self.shard_count or 1)

    async def on_message(self, message: discord.Message, /) -> None:
        """No prefix commands; mentions are read by the Asking cog."""

    async def on_error(self, event_method: str, /, *_: Any, **__: Any) -> None:
        """Log what failed in an event, without the event: it holds what people wrote."""
        log.exception("The event %s failed.", event_method)

    async def finish(self) -> None:
        """Stop: take nothing new, finish what is under way as far as patience goes, then disconnect."""
        self.stopping = True
        if len(self.in_flight):
            log.info("Finishing %d replies before stopping.", len(self.in_flight))
        await self.in_flight.drain(self.patience.grace_s)
        await self.close()

    async def close(self) -> None:
        """Disconnect and end our own tasks."""
        self._purge.cancel()
        await super().close()

    @tasks.loop(hours=PURGE_HOURS)
    async def _purge(self) -> None:
        """Delete answers that are older than they are kept."""
        try:
            purged = await self.state.purge()
        except StorageError as error:
            log.warning("Old answers could not be deleted: %s", error)
        else:
            log.debug("Deleted %d old answers.", purged)


async def run_bot(
    settings: BotSettings,
    *,
    answers: Answers,
    searcher: Searcher,
    builder: Builder,
    stop: asyncio.Event | None = None,
    patience: Patience | None = None,
) -> None:
    """Connect to Discord and answer until SIGINT or SIGTERM (or `stop`); then finish and return.

    A Discord that is away is tried again for as long as it takes. Raises SettingsError for a missing or
    wrong token, FootnoteError where Discord refuses for good.
    """
    if settings.discord_token is None:
        raise SettingsError("DISCORD_TOKEN is not set.", "Put the bot's token into .env; see .env.example.")
    if settings.discord_api_url is not None:
        discord.http.Route.BASE = str(settings.discord_api_url).rstrip("/")
    stop = stop or asyncio.Event()
    state = State(settings.data_dir / FILE_NAME, kept_days=settings.answers_kept_days)

    def new_bot() -> FootnoteBot:
        return FootnoteBot(
            settings, answers=answers, searcher=searcher, builder=builder, state=state, patience=patience
        )

    try:
        async with _stop_on_signals(stop):
            await _stay_connected(new_bot, settings.discord_token.get_secret_value(), stop)
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
            _raise_if_final(error)
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
            _raise_if_final(error)
            raise
        finally:
            await bot.finish()
            running.cancel()
            stopping.cancel()
            await asyncio.gather(running, stopping, return_exceptions=True)


def _raise_if_final(error: Exception) -> None:
    """Raise our own error where trying again would not help."""
    if isinstance(error, discord.LoginFailure) or getattr(error, "code", None) == REFUSED_TOKEN:
        raise SettingsError(
            "Discord refused DISCORD_TOKEN.",
            "Copy the bot's token again from https://discord.com/developers/applications (Bot, Reset Token).",
        ) from error
    if isinstance(error, discord.ConnectionClosed | discord.PrivilegedIntentsRequired):
        raise FootnoteError(f"Discord closed the connection for good: {error}") from error
    if isinstance(error, discord.HTTPException) and 400 <= error.status < 500 and error.status != 429:
        raise FootnoteError(
            f"Discord answered {error.status} to the login.", "If DISCORD_API_URL is set, check it."
        ) from error


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
