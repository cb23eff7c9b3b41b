"""`/feeds`: for admins, the feeds that bring new articles by themselves. Every reply is private."""

import asyncio
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.articles.work import OnProgress, Result, admin_name, work_on
from bot.discord.feeds.embeds import (
    choice_name,
    feeds_embed,
    feeds_file,
    feeds_summary,
    fits_the_list,
    list_embed,
    removed_embed,
)
from bot.discord.toolkit import audit, discord_limits
from bot.discord.toolkit.admins import check_admin, is_admin
from bot.discord.toolkit.confirm_buttons import ConfirmButton, confirm_view
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import escape_within
from bot.discord.toolkit.replying import Attached, defer, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.storage.kept_jobs import JobKind
from index.errors import FootnoteError
from index.feeds.records import Feed
from index.feeds.report import FeedsReport

SUGGEST_S = 2.0  # Discord waits 3 s for suggestions
NAME_ROOM = 100
MOST_LINKS = 25
# What the confirming buttons do; the second one takes the articles too.
REMOVE, REMOVE_ALL = "feed", "feedall"


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
class FeedCommands(commands.GroupCog, name="feeds"):
    """Look after the feeds."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot
        super().__init__()

    async def interaction_check(self, interaction: "discord.Interaction[Any]", /) -> bool:
        """Discord hides the commands from others, but an admin can change that: so ask again here."""
        check_admin(interaction)
        return True

    @app_commands.command(name="add")
    async def add(self, interaction: discord.Interaction[BotBase], links: str) -> None:
        """Add feeds and bring their newest items; described in the messages."""
        await defer(interaction, private=True)
        bot, urls, by = self.bot, links.split(), admin_name(interaction)
        if not urls or len(urls) > MOST_LINKS:
            raise Refused(messages_for_user(interaction)("feeds-add-what", limit=MOST_LINKS))

        async def work(on_progress: OnProgress) -> Result:
            report = await bot.builder.feeds.add(urls, by=by, on_progress=on_progress)
            return await _result(interaction, report, added=True)

        await work_on(interaction, JobKind.FEEDS, work)

    @app_commands.command(name="list")
    async def list_all(self, interaction: discord.Interaction[BotBase]) -> None:
        """Every feed and how it does; described in the messages."""
        await defer(interaction, private=True)
        feeds = await self.bot.builder.feeds.every()
        whole = fits_the_list(feeds, messages_for_user(interaction))
        attached = None if whole else Attached("feeds.tsv", feeds_file(feeds))
        await show(interaction, list_embed(feeds, messages_for_user(interaction)), attached=attached)

    @app_commands.command(name="pause")
    async def pause(self, interaction: discord.Interaction[BotBase], feed: str) -> None:
        """Ask a feed no more; described in the messages."""
        await defer(interaction, private=True)
        found = await self._find(interaction, feed)
        await self.bot.builder.feeds.pause(found.id, by=admin_name(interaction))
        await self._tell(interaction, found, "feeds-pause-done")

    @app_commands.command(name="resume")
    async def resume(self, interaction: discord.Interaction[BotBase], feed: str) -> None:
        """Ask a paused feed again; described in the messages."""
        await defer(interaction, private=True)
        found = await self._find(interaction, feed)
        await self.bot.builder.feeds.resume(found.id)
        self.bot.feeds_changed.set()
        await self._tell(interaction, found, "feeds-resume-done")

    @app_commands.command(name="remove")
    async def remove(
        self, interaction: discord.Interaction[BotBase], feed: str, with_articles: bool = False
    ) -> None:
        """Forget a feed, after a question; described in the messages."""
        await defer(interaction, private=True)
        found = await self._find(interaction, feed)
        messages = messages_for_user(interaction)
        asking = "feeds-remove-ask-all" if with_articles else "feeds-remove-ask"
        text = messages(asking, name=escape_within(found.name, NAME_ROOM), articles=found.items)
        label = messages("feeds-remove-confirm")
        view = confirm_view(messages, REMOVE_ALL if with_articles else REMOVE, str(found.id), label=label)
        await show(interaction, panel(text, Colour.INFO), view)

    @app_commands.command(name="refresh")
    async def refresh(self, interaction: discord.Interaction[BotBase], feed: str = "") -> None:
        """Ask feeds for new items now; described in the messages."""
        await defer(interaction, private=True)
        bot, by = self.bot, admin_name(interaction)
        ids = [(await self._find(interaction, feed)).id] if feed.strip() else []

        async def work(on_progress: OnProgress) -> Result:
            report = await bot.builder.feeds.refresh(ids, by=by, on_progress=on_progress)
            return await _result(interaction, report, added=False)

        await work_on(interaction, JobKind.FEEDS, work)

    @pause.autocomplete("feed")
    @resume.autocomplete("feed")
    @remove.autocomplete("feed")
    @refresh.autocomplete("feed")
    async def suggest_feed(
        self, interaction: discord.Interaction[BotBase], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Feeds whose title or address contains what was typed so far; nothing for who is no admin."""
        if not is_admin(interaction):
            return []
        try:
            feeds = await asyncio.wait_for(self.bot.builder.feeds.every(), SUGGEST_S)
        except (FootnoteError, TimeoutError):
            return []
        wanted = typed.strip().casefold()
        found = [feed for feed in feeds if wanted in f"{feed.id} {feed.name} {feed.url}".casefold()]
        return [
            app_commands.Choice(name=choice_name(feed), value=str(feed.id))
            for feed in found[: discord_limits.CHOICES]
        ]

    async def _find(self, interaction: discord.Interaction[BotBase], typed: str) -> Feed:
        """The feed that was picked, or typed by its number, title or address."""
        feeds = await self.bot.builder.feeds.every()
        wanted = typed.strip().casefold()
        exact = [feed for feed in feeds if wanted in (str(feed.id), feed.url.casefold())]
        named = [feed for feed in feeds if wanted and wanted in feed.name.casefold()]
        if exact or len(named) == 1:
            return (exact or named)[0]
        raise Refused(messages_for_user(interaction)("feeds-unknown", feed=escape_within(typed, NAME_ROOM)))

    async def _tell(self, interaction: discord.Interaction[BotBase], feed: Feed, words: str) -> None:
        """That something was done at once, to its admin and in the audit channel."""
        text = messages_for_user(interaction)(words, name=escape_within(feed.name, NAME_ROOM))
        await show(interaction, panel(text, Colour.DONE))

        def line(messages: Messages) -> str:
            result = messages(words, name=escape_within(feed.name, NAME_ROOM))
            return messages("feeds-audit", who=interaction.user.mention, result=result)

        await audit.record(self.bot, line, guild_id=interaction.guild_id)


async def _result(interaction: discord.Interaction[BotBase], report: FeedsReport, *, added: bool) -> Result:
    """What is shown once answers come from what was built."""
    if report.build and report.build.generation:
        await interaction.client.searcher.wait_until_served(report.build.generation)
    embed = feeds_embed(report, messages_for_user(interaction), added=added)
    return Result(embed, lambda words: feeds_summary(report, words))


async def _remove(interaction: discord.Interaction[BotBase], key: str, *, with_articles: bool) -> None:
    bot, by = interaction.client, admin_name(interaction)
    if not key.isdecimal():
        raise Refused(messages_for_user(interaction)("discord-no-previous-page"))

    async def work(on_progress: OnProgress) -> Result:
        removed = await bot.builder.feeds.remove(
            int(key), by=by, with_articles=with_articles, on_progress=on_progress
        )
        if removed.build and removed.build.generation:
            await bot.searcher.wait_until_served(removed.build.generation)

        def told(messages: Messages) -> discord.Embed:
            return removed_embed(removed, messages, with_articles=with_articles)

        return Result(told(messages_for_user(interaction)), lambda messages: str(told(messages).description))

    await work_on(interaction, JobKind.FEEDS, work)


async def remove_feed(interaction: discord.Interaction[BotBase], key: str) -> None:
    """What the confirming button does."""
    await _remove(interaction, key, with_articles=False)


async def remove_feed_and_articles(interaction: discord.Interaction[BotBase], key: str) -> None:
    """The same where the articles go too."""
    await _remove(interaction, key, with_articles=True)


ConfirmButton.actions[REMOVE] = remove_feed
ConfirmButton.actions[REMOVE_ALL] = remove_feed_and_articles
