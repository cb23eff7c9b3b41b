"""Used by all rendering: one way to make an embed that fits, whatever goes into it."""

from enum import IntEnum

import discord

from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.discord_limits import shorten, size


class Colour(IntEnum):
    """The stripe at an embed's left: what kind of reply it is, at a glance."""

    ANSWER = 0x3B7EA1
    NOTHING = 0x8A8F98
    INFO = 0x5B6BB5
    PROGRESS = 0xC58B2A
    DONE = 0x4F9D69
    PARTLY = 0xC9A227
    ERROR = 0xB5544D


def panel(description: str, colour: Colour, *, title: str = "", footer: str = "") -> discord.Embed:
    """An embed; title and description must be escaped already, the footer is shown as it stands.

    The parts fit by construction where they are made; what is cut here is the last resort against a
    reply that Discord would refuse whole.
    """
    footer = shorten(footer, discord_limits.FOOTER)
    room = discord_limits.EMBED_TOTAL - size(footer) - min(size(title), discord_limits.TITLE)
    embed = discord.Embed(
        title=shorten(title, discord_limits.TITLE) or None,
        description=shorten(description, min(discord_limits.DESCRIPTION, room)) or None,
        colour=int(colour),
    )
    if footer:
        embed.set_footer(text=footer)
    return embed
