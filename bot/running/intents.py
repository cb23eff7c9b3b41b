"""Used by the client and the doctor: which events the bot asks Discord for. By default none is privileged."""

import discord

from bot.settings import BotSettings

# Discord's names for those that have to be turned on in its developer portal.
PRIVILEGED = {"message_content": "Message Content", "members": "Server Members", "presences": "Presence"}


def intents_of(settings: BotSettings) -> discord.Intents:
    """What the settings need: the content of all messages only with MESSAGE_CONTENT."""
    return discord.Intents(
        guilds=True, guild_messages=True, dm_messages=True, message_content=settings.message_content
    )


def privileged(settings: BotSettings) -> frozenset[str]:
    """The privileged ones among them, by Discord's names."""
    intents = intents_of(settings)
    return frozenset(name for attribute, name in PRIVILEGED.items() if getattr(intents, attribute))
