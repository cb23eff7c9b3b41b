"""Before the flow: whether a server's admins let the bot answer in a channel, and where else one may ask."""

from typing import Any

import discord

from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import words_of
from bot.discord.toolkit.services import BotBase
from bot.storage.servers import ServerSettings

NAMED = 5  # channels


def answers_in(bot: BotBase, message: discord.Message) -> bool:
    """Whether a message may be answered where it stands; outside of servers always."""
    settings = bot.servers.of(message.guild.id if message.guild else None)
    return may_answer(settings, places_of(message.channel))


def check_place(interaction: discord.Interaction[BotBase]) -> None:
    """Raise Refused where the bot is to stay silent, with a word on where it answers."""
    settings = interaction.client.servers.of(interaction.guild_id)
    places = places_of(interaction.channel) | {interaction.channel_id or 0}
    if may_answer(settings, places):
        return
    words = words_of(interaction)
    elsewhere = [f"<#{one}>" for one in settings.answer_in if one not in settings.silent_in]
    if elsewhere:
        raise Refused(words("asking-not-here-but", channels=", ".join(elsewhere[:NAMED])))
    raise Refused(words("asking-not-here"))


def may_answer(settings: ServerSettings, places: frozenset[int]) -> bool:
    """Whether these settings let the bot answer in a place; silence wins."""
    if not places.isdisjoint(settings.silent_in):
        return False
    return not settings.answer_in or not places.isdisjoint(settings.answer_in)


def places_of(channel: Any) -> frozenset[int]:
    """The ids that settings may name a channel by: its own, of a thread its parent's, and the category's."""
    found = {getattr(channel, "id", None), getattr(channel, "parent_id", None)}
    above = getattr(channel, "parent", None) if isinstance(channel, discord.Thread) else channel
    found.add(getattr(above, "category_id", None))
    return frozenset(one for one in found if one is not None)
