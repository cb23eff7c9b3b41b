"""`/sources`: what the answers come from."""

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.base import BotBase
from bot.rendering import limits
from bot.rendering.markup import escape_within
from bot.rendering.sources import choice_name
from bot.views.article import show_article
from bot.views.errors import Refused
from bot.views.replying import defer
from bot.views.sources import SEARCH_ROOM, show_list
from index.errors import FootnoteError

SUGGEST_S = 2.0  # Discord waits 3 s for suggestions
TITLE_ROOM = 100


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Sources(commands.GroupCog, name="sources"):
    """The list of articles, and one article."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot
        super().__init__()

    @app_commands.command(name="list")
    async def list_all(self, interaction: discord.Interaction[BotBase], search: str = "") -> None:
        """List the articles; described in the messages."""
        search = " ".join(search.split())
        if limits.size(search) > SEARCH_ROOM:
            raise Refused(self.bot.messages("sources-search-too-long", limit=SEARCH_ROOM))
        await defer(interaction, private=False)
        await show_list(interaction, search, 0)

    @app_commands.command(name="show")
    async def show_one(self, interaction: discord.Interaction[BotBase], article: str) -> None:
        """Show one article; described in the messages."""
        await defer(interaction, private=True)
        await show_article(interaction, await self._find(article))

    @show_one.autocomplete("article")
    async def suggest_article(
        self, _: discord.Interaction[BotBase], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Articles whose title, publisher or source contains what was typed so far."""
        try:
            finding = self.bot.searcher.find_articles(typed.strip(), 0, limits.CHOICES)
            found = await asyncio.wait_for(finding, SUGGEST_S)
        except (FootnoteError, TimeoutError):
            return []
        return [
            app_commands.Choice(name=choice_name(info, self.bot.messages), value=_value(info.id, info.title))
            for info in found.articles
        ]

    async def _find(self, typed: str) -> str:
        """The id of the article that was picked, or typed by its title."""
        if await self.bot.searcher.articles((typed,)):
            return typed
        wanted = typed.strip()
        found = await self.bot.searcher.find_articles(wanted, 0, limits.CHOICES) if wanted else None
        matches = found.articles if found else ()
        exact = [info.id for info in matches if info.title.casefold() == wanted.casefold()]
        begun = [info.id for info in matches if info.title.casefold().startswith(wanted.casefold())]
        if exact or begun or len(matches) == 1:
            return (exact or begun or [matches[0].id])[0]
        raise Refused(self.bot.messages("sources-unknown", title=escape_within(typed, TITLE_ROOM)))


def _value(article_id: str, title: str) -> str:
    """What a suggestion stands for: the id, or where that is too long as much of the title as fits."""
    whole = limits.size(article_id) <= limits.CHOICE
    return article_id if whole else limits.cut(title.strip(), limits.CHOICE).strip()
