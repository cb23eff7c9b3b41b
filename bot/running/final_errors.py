"""Used by the connection: what Discord refuses for good, in words that say how to mend it."""

import discord

from index.errors import FootnoteError, SettingsError

PORTAL = "https://discord.com/developers/applications"
REFUSED_TOKEN, DISALLOWED_INTENTS = 4004, 4014
# The gateway's closing codes after which trying again would not help; those that settings can mend.
_CLOSED = {
    REFUSED_TOKEN: (
        "Discord refused DISCORD_TOKEN.",
        f"Copy the bot's token again from {PORTAL} (Bot, Reset Token).",
    ),
    4010: (
        "Discord does not accept the numbers of the shards.",
        "Check SHARD_COUNT and SHARD_IDS; leave both out where one process runs the whole bot.",
    ),
    4011: (
        "The bot is in more servers than one shard may have, and Discord asks for more shards.",
        "Leave SHARD_COUNT out, and Discord's own number is taken, or raise it in all processes.",
    ),
    DISALLOWED_INTENTS: (
        "Discord does not let the bot have an intent that it asks for.",
        f"With MESSAGE_CONTENT=yes the Message Content Intent must be on at {PORTAL} (Bot). "
        "Turn it on there, or take MESSAGE_CONTENT out.",
    ),
}
_OUTDATED = {
    4012: ("Discord no longer knows the version of its API that the bot speaks.", "Update the bot."),
    4013: ("Discord does not know an intent that the bot asks for.", "Update the bot."),
}


def raise_if_final(error: Exception) -> None:
    """Raise SettingsError for what settings can mend, FootnoteError for the rest; return where trying again
    may help."""
    if isinstance(error, discord.LoginFailure):
        raise SettingsError(*_CLOSED[REFUSED_TOKEN]) from error
    if isinstance(error, discord.PrivilegedIntentsRequired):
        raise SettingsError(*_CLOSED[DISALLOWED_INTENTS]) from error
    if isinstance(error, discord.ConnectionClosed):
        if error.code in _OUTDATED:
            raise FootnoteError(*_OUTDATED[error.code]) from error
        if error.code in _CLOSED:
            raise SettingsError(*_CLOSED[error.code]) from error
        raise FootnoteError(f"Discord closed the connection for good (code {error.code}).") from error
    if isinstance(error, discord.HTTPException) and 400 <= error.status < 500 and error.status != 429:
        raise FootnoteError(
            f"Discord answered {error.status} to the login.", "If DISCORD_API_URL is set, check it."
        ) from error
