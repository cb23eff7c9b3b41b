"""What every command and button finds on the Discord client: the services and settings it was made with."""

import asyncio
from typing import Any, ClassVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.answerer import Answers
from bot.discord.connection.in_flight import InFlight
from bot.discord.connection.patience import Patience
from bot.discord.connection.permissions import intents_of
from bot.limiting.queues import Turns
from bot.limiting.rate_limits import Limits
from bot.messages import messages_for
from bot.monitoring.monitor import Monitor
from bot.redacting import PathRedactor
from bot.settings import BotSettings
from bot.storage.jobs import Jobs
from bot.storage.state import State
from index.processes.build_process import BuildProcess
from index.searching.searcher import Searcher

NOBODY = discord.AllowedMentions.none()


class BotBase(commands.AutoShardedBot):
    """The Discord client. Asks for no privileged intent unless told to, and can ping nobody."""

    tree_class: ClassVar[type[app_commands.CommandTree[Any]]] = app_commands.CommandTree

    def __init__(
        self,
        settings: BotSettings,
        *,
        answers: Answers,
        searcher: Searcher,
        builder: BuildProcess,
        state: State,
        patience: Patience | None = None,
        monitor: Monitor | None = None,
        force_sync: bool = False,
    ) -> None:
        self.monitor = monitor or Monitor(searcher, builder)
        # We have no use for voice, so a library that is missing for it is nothing to warn of.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        share = settings.share
        shards: dict[str, Any] = {"shard_ids": list(share.ids)} if share.ids else {}
        super().__init__(
            command_prefix=commands.when_mentioned,  # never used: all commands are slash commands
            help_command=None,
            tree_cls=self.tree_class,
            intents=intents_of(settings),
            allowed_mentions=NOBODY,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            http_trace=self.monitor.on_discord.trace(),
            shard_count=share.count,
            **shards,
        )
        self.settings = settings
        self.operators: frozenset[int] = frozenset()  # who runs the bot, once Discord has said so
        self.redactor = PathRedactor.of(settings)
        self.share = share
        self.force_sync = force_sync  # the commands are registered though Discord has them
        self.answers = answers
        self.searcher = searcher
        self.builder = self.redactor.redact_results_of(builder)
        self.state = state
        self.jobs = Jobs(state.jobs, share, on_end=self.monitor.note_job)
        self.servers = state.servers
        self.patience = patience or Patience()
        self.messages = messages_for()
        self.limits = Limits(settings, state.days)
        self.turns = Turns(settings.limit_at_once)
        self.in_flight = InFlight()
        self.feeds_changed = asyncio.Event()  # one may be due now that was not before
        self.stopping = False
        self.was_ready = False
        self.monitor.watch(self)

    def dispatch(self, event: str, /, *arguments: Any, **more: Any) -> None:
        """Every event passes here on its way to whoever listens: it is counted."""
        self.monitor.on_discord.note_event(event, arguments)
        super().dispatch(event, *arguments, **more)
