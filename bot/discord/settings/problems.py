"""Part of the panel: what cannot work as it is set, with the permission that is missing."""

from collections.abc import Iterator

import discord

from bot.discord.settings.words import CHANNELS, ROLES, field_name, is_there
from bot.messages import Messages
from bot.storage.servers import ServerSettings

WRITES = ("view_channel", "send_messages", "embed_links")
NEEDED: dict[str, tuple[str, ...]] = {
    "answer_in": WRITES,
    "every_question_in": (*WRITES, "read_message_history"),
    "audit_channel": WRITES,
}
THREADS = ("create_public_threads", "send_messages_in_threads")
# In a forum every post is a thread.
FORUM = ("view_channel", "send_messages_in_threads", "embed_links")


def problems(
    fields: tuple[str, ...],
    settings: ServerSettings,
    guild: discord.Guild | None,
    messages: Messages,
    *,
    reads_messages: bool,
) -> Iterator[str]:
    """A line for each thing among these fields that will not work; nothing where the server is not known.

    `reads_messages`: whether the operator let the bot read what people write without mentioning it.
    """
    if guild is None or guild.unavailable:
        return
    for field in fields:
        yield from _gone(field, settings, guild, messages)
        for channel in _channels(field, settings, guild):
            missing = _missing(field, channel, settings, guild)
            if missing:
                names = ", ".join(messages("settings-permission", name=name) for name in missing)
                yield messages("settings-missing", channel=channel.mention, permissions=names)
    if "silent_in" in fields:
        both = [f"<#{one}>" for one in settings.silent_in if one in _speaking(settings)]
        if both:
            yield messages("settings-both", channels=", ".join(both))
    if "every_question_in" in fields and settings.every_question_in and not reads_messages:
        yield messages("settings-titles-only")


def _speaking(settings: ServerSettings) -> tuple[int, ...]:
    return (*settings.answer_in, *settings.every_question_in)


def _ids(field: str, settings: ServerSettings) -> tuple[int, ...]:
    value = getattr(settings, field)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _gone(field: str, settings: ServerSettings, guild: discord.Guild, messages: Messages) -> Iterator[str]:
    if field not in CHANNELS + ROLES:
        return
    count = sum(not is_there(field, one, guild) for one in _ids(field, settings))
    if count:
        kind = "role" if field in ROLES else "channel"
        yield messages("settings-gone", field=field_name(field, messages), kind=kind, count=count)


def _channels(
    field: str, settings: ServerSettings, guild: discord.Guild
) -> Iterator[discord.abc.GuildChannel]:
    if field in NEEDED:
        found = (guild.get_channel(one) for one in _ids(field, settings))
        yield from (one for one in found if one is not None)


def _missing(
    field: str, channel: discord.abc.GuildChannel, settings: ServerSettings, guild: discord.Guild
) -> list[str]:
    """The permissions that the bot needs there and does not have."""
    needed = FORUM if isinstance(channel, discord.ForumChannel) else NEEDED[field]
    if settings.threads and field != "audit_channel":
        needed = tuple(dict.fromkeys((*needed, *THREADS)))
    held = channel.permissions_for(guild.me)
    return [name for name in needed if not getattr(held, name)]
