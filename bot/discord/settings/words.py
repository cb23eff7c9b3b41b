"""Turns a server's settings into words: for the panel, for the lines of the audit channel, for an import."""

from collections.abc import Iterable, Sequence

import discord

from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.discord_limits import shorten, size
from bot.discord.toolkit.markup import escape_within
from bot.messages import LOCALES, Messages
from bot.storage.servers import ServerSettings

LISTED = 25  # more than Discord's menus let anyone choose
NAME_ROOM = 80
NAMES_ROOM = 500
CHANNELS = ("answer_in", "silent_in", "every_question_in", "audit_channel", "escalation_channel")
ROLES = ("admin_roles", "escalation_role")
PUBLISHERS = ("publishers_only", "publishers_never")
SWITCHES = ("private", "threads", "log_questions")


def field_name(field: str, messages: Messages) -> str:
    """What a field is called."""
    return messages("settings-field", field=field)


def field_words(
    field: str, settings: ServerSettings, guild: discord.Guild | None, messages: Messages, most: int = LISTED
) -> str:
    """What a field is set to; of lists the first `most`. Mentions ping nobody: replies allow none."""
    value = getattr(settings, field)
    if field in SWITCHES:
        return messages("settings-switch", field=field, on="yes" if value else "no")
    if field == "style":
        return messages("settings-style", style=str(value))
    if field == "language":
        return language_name(value, messages)
    if field in PUBLISHERS:
        names = [escape_within(name, NAME_ROOM) for name in value]
    else:
        ids = value if isinstance(value, tuple) else () if value is None else (value,)
        names = [_mention(field, one, guild, messages) for one in ids]
    return _listed(names, most, messages) if names else messages("settings-empty", field=field)


def field_line(
    field: str, settings: ServerSettings, guild: discord.Guild | None, messages: Messages, most: int = LISTED
) -> str:
    """A field's name and what it is set to."""
    value = field_words(field, settings, guild, messages, most)
    return messages("settings-line", field=field_name(field, messages), value=value)


def change_line(
    field: str,
    before: ServerSettings,
    after: ServerSettings,
    guild: discord.Guild | None,
    messages: Messages,
) -> str:
    """What a field was and is."""
    return messages(
        "settings-change",
        field=field_name(field, messages),
        before=field_words(field, before, guild, messages),
        after=field_words(field, after, guild, messages),
    )


def language_name(locale: str | None, messages: Messages) -> str:
    """A language by its own name; None is everybody's own."""
    return messages("settings-language", locale=locale if locale in LOCALES else "none")


def changes_within(lines: Sequence[str], room: int, messages: Messages) -> str:
    """Lines of changes within so many units; of a single one that is longer its beginning."""
    return shorten(lines[0], room) if len(lines) == 1 else within(lines, room, messages)


def within(lines: Iterable[str], room: int, messages: Messages) -> str:
    """As many of the lines as fit, and how many more there are."""
    kept = list(lines)
    left_out = 0
    while size(text := "\n".join([*kept, *_more(left_out, messages)])) > room and kept:
        kept.pop()
        left_out += 1
    return text


def is_there(field: str, one: int, guild: discord.Guild | None) -> bool:
    """Whether a channel or role still exists; where the server is not known just now it passes for there."""
    if guild is None or guild.unavailable:
        return True
    found = guild.get_role(one) if field in ROLES else guild.get_channel_or_thread(one)
    return found is not None


def _mention(field: str, one: int, guild: discord.Guild | None, messages: Messages) -> str:
    if not is_there(field, one, guild):
        return messages("settings-gone-role" if field in ROLES else "settings-gone-channel")
    return f"<@&{one}>" if field in ROLES else f"<#{one}>"


def _listed(names: Sequence[str], most: int, messages: Messages) -> str:
    shown = list(names[:most])
    while len(shown) > 1 and size(", ".join(shown)) > NAMES_ROOM:
        shown.pop()
    text = shorten(", ".join(shown), discord_limits.FIELD_VALUE)
    rest = len(names) - len(shown)
    return messages("settings-and-more", names=text, count=rest) if rest else text


def _more(count: int, messages: Messages) -> list[str]:
    return [messages("articles-more", count=count)] if count else []
