"""`/articles`: the admin's side. Only for people who may look after the articles; every reply is private."""

import asyncio
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.articles import add_and_remove
from bot.discord.articles.build_embeds import (
    report_details,
    report_embed,
    report_summary,
    status_embed,
    under_way,
)
from bot.discord.articles.work import OnProgress, Result, admin_name, work_on
from bot.discord.sources.find_article import find_article, suggest_articles
from bot.discord.toolkit.admins import check_admin, is_admin
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import escape_within
from bot.discord.toolkit.replying import Attached, defer, show
from bot.discord.toolkit.services import BotBase
from bot.storage.kept_jobs import JobKind

ROLLBACK_S = 120.0
NAME_ROOM = 100


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
class Articles(commands.GroupCog, name="articles"):
    """Look after the articles."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot
        super().__init__()

    async def interaction_check(self, interaction: "discord.Interaction[Any]", /) -> bool:
        """Discord hides the commands from others, but an admin can change that: so ask again here."""
        check_admin(interaction)
        return True

    @app_commands.command(name="add")
    async def add(
        self,
        interaction: discord.Interaction[BotBase],
        links: str = "",
        file: discord.Attachment | None = None,
        file_2: discord.Attachment | None = None,
        file_3: discord.Attachment | None = None,
        file_4: discord.Attachment | None = None,
        file_5: discord.Attachment | None = None,
    ) -> None:
        """Pages by their addresses, and files; described in the messages."""
        await defer(interaction, private=True)
        files = (file, file_2, file_3, file_4, file_5)
        await add_and_remove.add(interaction, links, [one for one in files if one is not None])

    @app_commands.command(name="remove")
    async def remove(self, interaction: discord.Interaction[BotBase], article: str) -> None:
        """Take an article out, after a question; described in the messages."""
        await defer(interaction, private=True)
        await add_and_remove.ask_before_removing(interaction, await find_article(interaction, article))

    @remove.autocomplete("article")
    async def suggest_article(
        self, interaction: discord.Interaction[BotBase], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Articles that fit what was typed so far; nothing for who may not remove them."""
        return await suggest_articles(interaction, typed) if is_admin(interaction) else []

    @app_commands.command(name="refresh")
    async def refresh(self, interaction: discord.Interaction[BotBase]) -> None:
        """Ask the pages that were added by address for changes; described in the messages."""
        await defer(interaction, private=True)
        await add_and_remove.refresh(interaction)

    @app_commands.command(name="check")
    async def check(self, interaction: discord.Interaction[BotBase]) -> None:
        """Dry run; described in the messages."""
        await self._build(interaction, JobKind.CHECK)

    @app_commands.command(name="reindex")
    async def reindex(self, interaction: discord.Interaction[BotBase]) -> None:
        """Build and publish what changed; described in the messages."""
        await self._build(interaction, JobKind.REINDEX)

    @app_commands.command(name="status")
    async def status(self, interaction: discord.Interaction[BotBase]) -> None:
        """What is published, what is under way, what failed; described in the messages."""
        await defer(interaction, private=True)
        bot, messages = self.bot, messages_for_user(interaction)
        failures = bot.redactor.redact_in(await bot.state.jobs.failures())
        lines = under_way(bot.jobs.running, bot.jobs.waiting, failures, messages)
        status = bot.redactor.redact_in(await bot.searcher.status())
        await show(interaction, status_embed(status, lines, messages))

    @app_commands.command(name="rollback")
    async def rollback(self, interaction: discord.Interaction[BotBase]) -> None:
        """Publish the index before this one again; described in the messages."""
        await defer(interaction, private=True)
        bot, messages = self.bot, messages_for_user(interaction)
        by = admin_name(interaction)

        async def work(_: OnProgress) -> Result:
            generation = await asyncio.wait_for(bot.builder.rollback(by=by), ROLLBACK_S)
            await bot.searcher.wait_until_served(generation)
            name = escape_within(generation, NAME_ROOM)
            text = messages("articles-rollback-done", generation=name)
            embed = panel(text, Colour.DONE, title=messages("articles-rollback-title"))
            return Result(embed, lambda words: words("articles-summary-rollback", generation=name))

        await work_on(interaction, JobKind.ROLLBACK, work)

    async def _build(self, interaction: discord.Interaction[BotBase], kind: JobKind) -> None:
        await defer(interaction, private=True)
        bot, messages = self.bot, messages_for_user(interaction)
        by, dry_run = admin_name(interaction), kind is JobKind.CHECK

        async def work(on_progress: OnProgress) -> Result:
            report = await bot.builder.build(by=by, dry_run=dry_run, on_progress=on_progress)
            if report.generation:  # only then is it true that it is done
                await bot.searcher.wait_until_served(report.generation)
            listed = report.changes or report.problems or report.copies
            attached = Attached(f"{kind}.tsv", report_details(report)) if listed else None
            return Result(
                report_embed(report, messages), lambda words: report_summary(report, words), attached
            )

        await work_on(interaction, kind, work)
