"""Used by commands that take an article: suggestions while it is typed, and which one was meant."""

import asyncio

import discord
from discord import app_commands

from bot.discord.sources.embeds import choice_name
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import escape_within
from bot.discord.toolkit.services import BotBase
from index.errors import FootnoteError
from index.passage import EVERYTHING, Filters

SUGGEST_S = 2.0  # Discord waits 3 s for suggestions
TITLE_ROOM = 100


async def suggest_articles(
    interaction: discord.Interaction[BotBase], typed: str, filters: Filters = EVERYTHING
) -> list[app_commands.Choice[str]]:
    """Articles whose title, publisher or source contains what was typed so far."""
    try:
        finding = interaction.client.searcher.find_articles(typed.strip(), 0, discord_limits.CHOICES, filters)
        found = await asyncio.wait_for(finding, SUGGEST_S)
    except (FootnoteError, TimeoutError):
        return []
    return [
        app_commands.Choice(
            name=choice_name(info, messages_for_user(interaction)), value=_value(info.id, info.title)
        )
        for info in found.articles
    ]


async def find_article(
    interaction: discord.Interaction[BotBase], typed: str, filters: Filters = EVERYTHING
) -> str:
    """The id of the article that was picked, or typed by its title. Raises Refused where there is none."""
    bot = interaction.client
    if await bot.searcher.articles((typed,)):
        return typed
    wanted = typed.strip()
    found = await bot.searcher.find_articles(wanted, 0, discord_limits.CHOICES, filters) if wanted else None
    matches = found.articles if found else ()
    exact = [info.id for info in matches if info.title.casefold() == wanted.casefold()]
    begun = [info.id for info in matches if info.title.casefold().startswith(wanted.casefold())]
    if exact or begun or len(matches) == 1:
        return (exact or begun or [matches[0].id])[0]
    raise Refused(messages_for_user(interaction)("sources-unknown", title=escape_within(typed, TITLE_ROOM)))


def _value(article_id: str, title: str) -> str:
    """What a suggestion stands for: the id, or where that is too long as much of the title as fits."""
    whole = discord_limits.size(article_id) <= discord_limits.CHOICE
    return article_id if whole else discord_limits.cut(title.strip(), discord_limits.CHOICE).strip()
