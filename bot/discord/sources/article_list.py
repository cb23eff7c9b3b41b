"""The list of articles, and the buttons that turn its pages: only for the person who opened it."""

import re
from typing import Any, Self

import discord

from bot.discord.sources.embeds import PAGE_LENGTH, list_embed, pages_of
from bot.discord.toolkit.buttons import Button, Pressed, view_of
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import words_for_all, words_of
from bot.discord.toolkit.replying import defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from index.passage import EVERYTHING

# What is searched for stands in the custom_id (100 characters) beside the owner's id and the page.
SEARCH_ROOM = 50


class SourcesPageButton(
    Pressed,
    discord.ui.DynamicItem[Button],
    template=re.compile(
        r"sources:(?P<way>[pn]):(?P<page>\d{1,6}):(?P<owner>\d{1,20}):(?P<search>.*)", re.DOTALL
    ),
):
    """Under the list: goes to the page with this number."""

    def __init__(
        self, way: str, page: int, owner_id: int, search: str, *, label: str = "…", disabled: bool = False
    ) -> None:
        custom_id = f"sources:{way}:{page}:{owner_id}:{search}"
        super().__init__(Button(label=label, custom_id=custom_id, disabled=disabled))
        self.page = page
        self.owner_id = owner_id
        self.search = search

    @classmethod
    async def from_custom_id(
        cls, _: "discord.Interaction[Any]", __: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Made anew at each press."""
        return cls(match["way"], int(match["page"]), int(match["owner"]), match["search"])

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        if interaction.user.id != self.owner_id:
            raise Refused(words_of(interaction)("discord-not-yours"))
        await defer_turn(interaction)
        await show_list(interaction, self.search, self.page)


async def show_list(interaction: discord.Interaction[BotBase], search: str, page: int) -> None:
    """Fill in one page of the list; a page past the end becomes the last one."""
    bot, messages = interaction.client, words_for_all(interaction)
    status = await bot.searcher.status()
    filters = bot.servers.of(interaction.guild_id).narrow(EVERYTHING)
    found = await bot.searcher.find_articles(search, page * PAGE_LENGTH, PAGE_LENGTH, filters)
    if not found.articles and found.total:
        page = pages_of(found.total) - 1
        found = await bot.searcher.find_articles(search, page * PAGE_LENGTH, PAGE_LENGTH, filters)
    pages = pages_of(found.total)
    view = _turners(messages, page, pages, interaction.user.id, search) if pages > 1 else None
    await show(interaction, list_embed(found, status, page, search, messages), view)


def _turners(messages: Messages, page: int, pages: int, owner_id: int, search: str) -> discord.ui.View:
    previous, following = messages("discord-previous"), messages("discord-next")
    return view_of(
        SourcesPageButton("p", max(page - 1, 0), owner_id, search, label=previous, disabled=page == 0),
        SourcesPageButton(
            "n", min(page + 1, pages - 1), owner_id, search, label=following, disabled=page == pages - 1
        ),
    )
