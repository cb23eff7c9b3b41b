"""Used by the client and the doctor: which events the bot asks Discord for. None of them is privileged."""

import discord

# Discord's names for those that have to be turned on in its developer portal.
PRIVILEGED = {"message_content": "Message Content", "members": "Server Members", "presences": "Presence"}
INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


def privileged(intents: discord.Intents = INTENTS) -> frozenset[str]:
    """The privileged ones among them, by Discord's names."""
    return frozenset(name for attribute, name in PRIVILEGED.items() if getattr(intents, attribute))
