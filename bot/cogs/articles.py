"""`/articles`: the admin's side. Only for people who may manage the server; every reply is private."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.base import BotBase
from bot.rendering.build import report_embed, status_embed
from bot.rendering.embeds import Colour, panel
from bot.rendering.markup import escape, escape_within
from bot.rendering.sources import when
from bot.views.errors import error_embed
from bot.views.progress import ProgressMessage
from bot.views.replying import defer, show

log = logging.getLogger(__name__)

ROLLBACK_S = 120.0
NAME_ROOM = 100


@dataclass(frozen=True, slots=True)
class Running:
    """Work that an admin has started and that is not done yet."""

    what: str  # the id of the message that names it
    by: str
    since: datetime


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
class Articles(commands.GroupCog, name="articles"):
    """Look after the articles."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot
        self._running: list[Running] = []
        super().__init__()

    async def interaction_check(self, interaction: "discord.Interaction[Any]", /) -> bool:
        """Discord hides the commands from others, but an admin can change that: so ask again here."""
        if interaction.guild_id is None:
            raise app_commands.NoPrivateMessage
        if not interaction.permissions.manage_guild:
            raise app_commands.MissingPermissions(["manage_guild"])
        return True

    @app_commands.command(name="check")
    async def check(self, interaction: discord.Interaction[BotBase]) -> None:
        """Dry run; described in the messages."""
        await self._build(interaction, dry_run=True)

    @app_commands.command(name="reindex")
    async def reindex(self, interaction: discord.Interaction[BotBase]) -> None:
        """Build and publish what changed; described in the messages."""
        await self._build(interaction, dry_run=False)

    @app_commands.command(name="status")
    async def status(self, interaction: discord.Interaction[BotBase]) -> None:
        """What is published and what is under way; described in the messages."""
        await defer(interaction, private=True)
        running = "\n".join(self._line(work) for work in self._running)
        await show(interaction, status_embed(await self.bot.searcher.status(), running, self.bot.messages))

    @app_commands.command(name="rollback")
    async def rollback(self, interaction: discord.Interaction[BotBase]) -> None:
        """Publish the index before this one again; described in the messages."""
        await defer(interaction, private=True)
        by = self._name(interaction)
        work = Running("articles-running-rollback", by, datetime.now(UTC))
        self._running.append(work)
        try:
            generation = await asyncio.wait_for(self.bot.builder.rollback(by=by), ROLLBACK_S)
            await self.bot.searcher.wait_until_served(generation)
        finally:
            self._running.remove(work)
        log.info("Rolled back by user %d.", interaction.user.id)
        messages = self.bot.messages
        text = messages("articles-rollback-done", generation=escape_within(generation, NAME_ROOM))
        await show(interaction, panel(text, Colour.DONE, title=messages("articles-rollback-title")))

    async def _build(self, interaction: discord.Interaction[BotBase], *, dry_run: bool) -> None:
        await defer(interaction, private=True)
        by = self._name(interaction)
        what = "articles-running-check" if dry_run else "articles-running-reindex"
        work = Running(what, by, datetime.now(UTC))
        progress = ProgressMessage(interaction, dry_run=dry_run, editable_s=self.bot.patience.editable_s)
        self._running.append(work)
        try:
            async with progress.shown():
                report = await self.bot.builder.build(by=by, dry_run=dry_run, on_progress=progress.note)
                if report.generation:  # only then is it true that it is done
                    await self.bot.searcher.wait_until_served(report.generation)
            embed = report_embed(report, self.bot.messages)
        except Exception as error:  # noqa: BLE001 - the edge: told where the progress was shown
            name = "/articles check" if dry_run else "/articles reindex"
            embed = error_embed(error, self.bot.messages, f"{name} of user {interaction.user.id}")
        finally:
            self._running.remove(work)
        await progress.finish(embed)

    def _name(self, interaction: discord.Interaction[BotBase]) -> str:
        """Who is building, for the lock and the status of everybody else."""
        return self.bot.messages("articles-by", name=interaction.user.name)

    def _line(self, work: Running) -> str:
        messages = self.bot.messages
        what, by = messages(work.what), escape(work.by)
        return messages("articles-status-running", what=what, since=when(work.since), by=by)
