"""Between an interaction and its words: whose language a reply speaks.

What only one person sees speaks that person's language. What all see speaks the language that the server's
admins set; without one the language of whoever asked. A quote is never translated.
"""

from typing import Any

import discord

from bot.discord.toolkit.services import BotBase
from bot.messages import DEFAULT_LOCALE, Messages, messages_for, nearest_locale


def messages_for_user(interaction: "discord.Interaction[Any]") -> Messages:
    """For what only this person sees."""
    return messages_for(nearest_locale(interaction.locale.value) or DEFAULT_LOCALE)


def messages_for_channel(interaction: discord.Interaction[BotBase]) -> Messages:
    """For what this person's whole channel sees."""
    chosen = interaction.client.servers.as_far_as_known(interaction.guild_id).language
    return messages_for(chosen) if chosen else messages_for_user(interaction)


def messages_for_channel_id(bot: BotBase, channel_id: int | None) -> Messages:
    """For a channel that is known by its id only; English where its server is not this process's."""
    channel = bot.get_channel(channel_id) if channel_id is not None else None
    return messages_for_server(bot, getattr(channel, "guild", None))


def messages_for_server(bot: BotBase, guild: discord.Guild | None) -> Messages:
    """Where nobody's language is known, as under a mention: the server's. In direct messages English."""
    chosen = bot.servers.as_far_as_known(guild.id if guild else None).language
    kept = nearest_locale(guild.preferred_locale.value) if guild else None
    return messages_for(chosen or kept or DEFAULT_LOCALE)
