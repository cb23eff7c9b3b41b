"""Used by buttons that name an article: an id that is too long for a button's own is kept under a key."""

import hashlib

import discord

from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import words_of
from bot.discord.toolkit.services import BotBase

# A custom_id has 100 characters, of which the longest of ours takes 20 beside the article.
ID_ROOM = 80
_KEPT = "#"


async def key_of(bot: BotBase, article_id: str) -> str:
    """What stands for the article in a button's id. Raises StorageError where it cannot be kept."""
    if len(article_id) <= ID_ROOM and not article_id.startswith(_KEPT):
        return article_id
    key = _KEPT + hashlib.sha256(article_id.encode()).hexdigest()[:32]
    await bot.state.keep_long_name(key, article_id)
    return key


async def id_of(interaction: discord.Interaction[BotBase], key: str) -> str:
    """The article's id. Raises Refused where it is no longer kept."""
    if not key.startswith(_KEPT):
        return key
    article_id = await interaction.client.state.long_name(key)
    if article_id is None:
        raise Refused(words_of(interaction)("discord-no-previous-page"))
    return article_id
