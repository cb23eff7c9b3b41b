"""One article, and the buttons that turn the pages of its passages."""

import logging

import discord

from bot.discord.sources.embeds import article_embed
from bot.discord.toolkit.buttons import id_of, key_of
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import escape_within
from bot.discord.toolkit.page_buttons import PageButton
from bot.discord.toolkit.replying import defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from index.errors import StorageError

log = logging.getLogger(__name__)

TITLE_ROOM = 100


class ArticlePageButton(PageButton, name="article", of=r"(?s:.+)"):
    """Under an article: goes to its passage with this number. The message is its reader's alone."""

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer_turn(interaction)
        article_id = await id_of(interaction, self.of)
        await show_article(interaction, article_id, self.page)


async def show_article(interaction: discord.Interaction[BotBase], article_id: str, page: int = 0) -> None:
    """Fill in one article with one of its passages. Raises Refused where it is not there (any more)."""
    bot, messages = interaction.client, messages_for_user(interaction)
    articles = await bot.searcher.articles((article_id,))
    settings = bot.servers.of(interaction.guild_id)
    if not articles or not settings.allow(articles[0].info.publisher):
        title = escape_within(article_id, TITLE_ROOM)
        raise Refused(messages("sources-unknown", title=title))
    passages = await bot.searcher.chunks(article_id)
    page = max(0, min(page, len(passages) - 1))
    view = await _page_buttons(bot, messages, article_id, page, len(passages)) if len(passages) > 1 else None
    versions = await bot.searcher.history(article_id)
    embed = article_embed(articles[0], passages, page, messages, versions)
    await show(interaction, embed, view)


async def _page_buttons(
    bot: BotBase, messages: Messages, article_id: str, page: int, pages: int
) -> discord.ui.View | None:
    try:
        key = await key_of(bot, article_id)
    except StorageError as error:
        log.warning("An article is shown without its page buttons: %s", error)
        return None
    return ArticlePageButton.both(key, page, pages, messages)
