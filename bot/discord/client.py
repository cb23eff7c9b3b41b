"""The Discord client: its commands and buttons put together, and what becomes of its events."""

import asyncio
import logging
from typing import Any

import discord
import yarl
from discord import app_commands
from discord.ext import tasks

from bot.discord.articles.commands import Articles
from bot.discord.articles.folder_watch import watch_articles
from bot.discord.articles.interrupted import tell_interrupted
from bot.discord.articles.progress import CancelButton
from bot.discord.connection.command_sync import CommandSync, KeptCommands
from bot.discord.connection.permissions import invite_link
from bot.discord.connection.sharding import IdentifyTurns, check_sessions
from bot.discord.feedback.commands import FeedbackCommands
from bot.discord.feedback.unanswered import MissingMenu
from bot.discord.feeds.commands import FeedCommands
from bot.discord.feeds.schedule import refresh_feeds
from bot.discord.help import Help
from bot.discord.privacy.commands import Privacy
from bot.discord.privacy.forget import ForgetButton
from bot.discord.questions.answer_buttons import DeleteButton, ShareButton
from bot.discord.questions.ask_command import Asking
from bot.discord.questions.channel_questions import Overhearing
from bot.discord.questions.deleted_questions import Withdrawals
from bot.discord.questions.feedback_buttons import FeedbackButton, KeepQuestionButton
from bot.discord.questions.follow_up import Following
from bot.discord.questions.follow_up_button import FollowUpButton
from bot.discord.questions.mentions import Listening
from bot.discord.questions.message_menu import Picking
from bot.discord.questions.passages import PassagePageButton, PassagesButton
from bot.discord.settings.command import Settings
from bot.discord.settings.unreadable import look_for_settings
from bot.discord.sources.article_list import SourcesPageButton
from bot.discord.sources.article_pages import ArticlePageButton
from bot.discord.sources.commands import Sources
from bot.discord.toolkit.command_names import CommandWords, describe_commands
from bot.discord.toolkit.confirm_buttons import ConfirmButton
from bot.discord.toolkit.errors import report_error
from bot.discord.toolkit.operators import operators_of
from bot.discord.toolkit.replying import UNSENT, farewell_to, refuse_while_stopping
from bot.discord.toolkit.services import BotBase
from index.errors import StorageError

log = logging.getLogger(__name__)

PURGE_HOURS = 6
OPERATORS_HOURS = 1  # a team that changes is heard of


class Tree(app_commands.CommandTree["FootnoteBot"]):
    """The commands. Every one of them begins and ends here."""

    async def interaction_check(self, interaction: discord.Interaction["FootnoteBot"], /) -> bool:
        """Count the interaction in; while shutting down refuse new ones."""
        bot = interaction.client
        bot.in_flight.join(farewell_to(interaction))
        if not bot.stopping:
            return True
        if interaction.type is discord.InteractionType.application_command:
            await refuse_while_stopping(interaction)
        return False

    async def on_error(
        self, interaction: discord.Interaction["FootnoteBot"], error: app_commands.AppCommandError, /
    ) -> None:
        """Hand over to the one error handler."""
        await report_error(interaction, error)


class FootnoteBot(BotBase):
    """The bot: its commands and buttons, registered at start, and its housekeeping."""

    tree_class = Tree

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._tasks: list[asyncio.Task[None]] = []
        self._turns = IdentifyTurns(self.state.database, self.patience.identify_s)
        self._identify_at_once = 1

    async def setup_hook(self) -> None:
        """After the login, before the gateway: commands, buttons, and where the gateway is."""
        if self.application is not None:
            self.operators = operators_of(self.application)
        self._learn_operators.start()
        await self._load_servers()
        await self.add_parts()
        await self._find_gateway()
        if not self.share.leads:
            return
        await self._sync_commands()
        self._purge.start()
        self._tasks.append(asyncio.create_task(refresh_feeds(self), name="feeds"))
        if self.settings.watch_articles:
            self._tasks.append(asyncio.create_task(watch_articles(self), name="watch"))

    async def _load_servers(self) -> None:
        """What servers chose, and how much they asked today."""
        try:
            await self.servers.load()
            await self.state.days.load()
        except StorageError as error:
            log.error("What servers chose cannot be read, so no questions are answered in them: %s", error)
        if self.servers.failure or self.servers.unreadable:
            self._tasks.append(asyncio.create_task(look_for_settings(self), name="settings"))

    async def add_parts(self) -> None:
        """All commands with their descriptions, and all buttons."""
        withdrawals = Withdrawals(self)
        for cog in (
            Asking(self),
            Listening(self, withdrawals),
            Overhearing(self, withdrawals),
            Picking(self),
            Following(self),
            Sources(self),
            Articles(self),
            FeedCommands(self),
            FeedbackCommands(self),
            Privacy(self),
            Settings(self),
            Help(self),
        ):
            await self.add_cog(cog)
        describe_commands(self.tree, self.messages)
        await self.tree.set_translator(CommandWords())
        self.add_dynamic_items(
            PassagesButton,
            PassagePageButton,
            FollowUpButton,
            ShareButton,
            DeleteButton,
            SourcesPageButton,
            ArticlePageButton,
            CancelButton,
            ConfirmButton,
            FeedbackButton,
            KeepQuestionButton,
            MissingMenu,
            ForgetButton,
        )

    async def _find_gateway(self) -> None:
        """Ask for the gateway's address and how many shards there should be.

        discord.py asks too, but only for its first connections: after a failed reconnect or an invalid
        session it goes back to its built-in address, which is that of the real Discord.
        """
        shards, url, limit = await self.http.get_bot_gateway()
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url)
        self.shard_count = self.share.count or shards
        self._identify_at_once = limit["max_concurrency"]
        wanted = len(self.share.ids) or self.shard_count
        check_sessions(limit["remaining"], limit["reset_after"], wanted)
        log.info("Shards: %s; Discord recommends %d.", self.share, shards)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait for this shard's turn. A process on its own need not wait at its start."""
        at_once = initial and not self.share.ids
        await self._turns.wait(shard_id or 0, self._identify_at_once, at_once=at_once)

    async def _sync_commands(self) -> None:
        """Tell Discord our commands, and go on without if it will not have them now."""
        sync = CommandSync(
            self.tree,
            self.http,
            KeptCommands(self.state.database),
            retry_s=self.patience.retry_s,
            force=self.force_sync,
        )
        syncing = asyncio.create_task(sync.run(self.application_id or 0), name="commands")
        self._tasks.append(syncing)
        await asyncio.wait((syncing,), timeout=self.patience.sync_s)

    async def on_ready(self) -> None:
        """Say that the bot can be used, and once what became of work that a restart cut short."""
        first = not self.was_ready
        self.was_ready = True
        log.info("Ready as %s (servers: %d, shards: %d).", self.user, len(self.guilds), self.shard_count or 1)
        if first:
            log.info("Invite it with what it needs: %s", invite_link(self.application_id or 0))
            await tell_interrupted(self)

    async def on_message(self, message: discord.Message, /) -> None:
        """No prefix commands; mentions are read by the Asking cog."""

    async def on_error(self, event_method: str, /, *_: Any, **__: Any) -> None:
        """Log what failed in an event, without the event: it holds what people wrote."""
        log.exception("The event %s failed.", event_method)

    async def finish(self) -> None:
        """Stop: take nothing new, finish what is under way as far as patience goes, then disconnect."""
        self.stopping = True
        await self.in_flight.drain(self.patience.grace_s, self.patience.tell_s)
        await self.close()

    async def close(self) -> None:
        """End our own tasks and disconnect, without waiting for a Discord that does not say goodbye."""
        self._purge.cancel()
        self._learn_operators.cancel()
        for task in self._tasks:
            task.cancel()
        closing = asyncio.gather(*self._tasks, super().close(), return_exceptions=True)
        try:
            await asyncio.wait_for(closing, self.patience.close_s)
        except TimeoutError:
            log.warning("The connection to Discord was not closed within %g s.", self.patience.close_s)
            await self.http.close()

    async def __aexit__(self, *_: object) -> None:
        """Close, unless that was done; discord.py would wait for its own closing without an end."""
        await self.close()

    @tasks.loop(hours=PURGE_HOURS)
    async def _purge(self) -> None:
        """Delete answers that are older than they are kept."""
        self.limits.forget_old()
        try:
            purged = await self.state.purge()
        except StorageError as error:
            log.warning("Old answers could not be deleted: %s", error)
        else:
            log.debug("Deleted %d old answers.", purged)

    @tasks.loop(hours=OPERATORS_HOURS)
    async def _learn_operators(self) -> None:
        """Ask again who owns the application; while that cannot be told, it is who it was."""
        if self._learn_operators.current_loop == 0:
            return  # the login has just asked
        try:
            self.operators = operators_of(await self.application_info())
        except UNSENT as error:
            log.warning("Who owns the application could not be asked: %s", error)
