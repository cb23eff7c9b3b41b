"""The list of articles, and the buttons that turn its pages: only for the person who opened it."""

import discord

from bot.discord.sources.embeds import PAGE_LENGTH, list_embed, pages_of
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_channel, messages_for_user
from bot.discord.toolkit.page_buttons import PageButton
from bot.discord.toolkit.replying import defer_turn, show
from bot.discord.toolkit.services import BotBase
from index.passage import EVERYTHING

# What is searched for stands in the custom_id (100 characters) beside the owner's id and the page.
SEARCH_ROOM = 50


class SourcesPageButton(PageButton, name="sources", of=r"\d{1,20}:(?s:.*)"):
    """Under the list: goes to the page with this number, of what its owner searched for."""

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        owner, _, search = self.of.partition(":")
        if str(interaction.user.id) != owner:
            raise Refused(messages_for_user(interaction)("discord-not-yours"))
        await defer_turn(interaction)
        await show_list(interaction, search, self.page)


async def show_list(interaction: discord.Interaction[BotBase], search: str, page: int) -> None:
    """Fill in one page of the list; a page past the end becomes the last one."""
    bot, messages = interaction.client, messages_for_channel(interaction)
    status = await bot.searcher.status()
    filters = bot.servers.of(interaction.guild_id).narrow(EVERYTHING)
    found = await bot.searcher.find_articles(search, page * PAGE_LENGTH, PAGE_LENGTH, filters)
    if not found.articles and found.total:
        page = pages_of(found.total) - 1
        found = await bot.searcher.find_articles(search, page * PAGE_LENGTH, PAGE_LENGTH, filters)
    pages = pages_of(found.total)
    view = SourcesPageButton.both(f"{interaction.user.id}:{search}", page, pages, messages)
    await show(interaction, list_embed(found, status, page, search, messages), view)
