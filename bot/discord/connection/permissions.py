"""Used by the invite link and the doctor: each permission that the bot asks a server for, and what it is for.

Replies to commands and buttons need none of them; they are for everything that is an ordinary message.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import discord

from bot.settings import BotSettings

ADMINISTRATOR = 1 << 3  # has every permission; the bot does not ask for it


@dataclass(frozen=True, slots=True)
class Permission:
    """`name` as Discord's settings show it, `bit` as its API counts it, `why` for whoever grants it."""

    name: str
    bit: int
    why: str


VIEW = Permission("View Channels", 1 << 10, "see messages that mention the bot")
SEND = Permission("Send Messages", 1 << 11, "answer messages, and write to the audit channel")
EMBED = Permission("Embed Links", 1 << 14, "show answers, whose footnotes are links, in an embed")
HISTORY = Permission("Read Message History", 1 << 16, "reply to the message that asked")
SEND_IN_THREADS = Permission("Send Messages in Threads", 1 << 38, "answer in threads and forum posts")
OPEN_THREADS = Permission(
    "Create Public Threads", 1 << 35, "answer in a thread of its own, where a server chooses that"
)
PERMISSIONS = (VIEW, SEND, SEND_IN_THREADS, OPEN_THREADS, EMBED, HISTORY)
IN_AUDIT_CHANNEL = (VIEW, SEND, EMBED)

IN_SERVERS = 0  # Discord's integration type


def total(permissions: Iterable[Permission] = PERMISSIONS) -> int:
    """All of them as one number."""
    return sum(permission.bit for permission in permissions)


def missing(held: int, needed: Iterable[Permission] = PERMISSIONS) -> tuple[Permission, ...]:
    """Those of the needed ones that are not among the held."""
    if held & ADMINISTRATOR:
        return ()
    return tuple(permission for permission in needed if not held & permission.bit)


def invite_link(application_id: int | str) -> str:
    """The address where somebody brings the bot into a server, with exactly the permissions above."""
    return (
        f"https://discord.com/oauth2/authorize?client_id={application_id}&scope=bot+applications.commands"
        f"&permissions={total()}&integration_type={IN_SERVERS}"
    )


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
