"""Beside the admins' work: a line for each change in the audit channels: who, what, result.

The operator's AUDIT_CHANNEL gets all that is done to the articles; a server's own audit channel gets what was
done from that server. Each is spoken to in its server's language; the log is English.
"""

import logging
from collections.abc import Callable

from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.languages import messages_for_channel_id, messages_for_server
from bot.discord.toolkit.replying import UNSENT
from bot.discord.toolkit.services import NOBODY, BotBase
from bot.messages import Messages

log = logging.getLogger(__name__)

Said = Callable[[Messages], str]


async def record(bot: BotBase, line: Said, *, guild_id: int | None = None, failed: bool = False) -> None:
    """Post the line, if there is such a channel. What keeps it from being posted is logged, no more."""
    log.info("Audit: %s", line(bot.messages))
    colour = Colour.ERROR if failed else Colour.INFO
    operators, servers = bot.settings.audit_channel, bot.servers.as_far_as_known(guild_id).audit_channel
    if operators is not None:
        await _post(bot, operators, line(messages_for_channel_id(bot, operators)), colour)
    if servers is not None and servers != operators:
        await _post(bot, servers, line(messages_for_server(bot, bot.get_guild(guild_id or 0))), colour)


async def record_in_server(bot: BotBase, line: Said, guild_id: int, *also: int | None) -> None:
    """Post what concerns one server only: in its audit channel, and in those that were its before."""
    log.info("Audit of server %d: %s", guild_id, line(bot.messages))
    words = messages_for_server(bot, bot.get_guild(guild_id))
    for channel in dict.fromkeys((*also, bot.servers.as_far_as_known(guild_id).audit_channel)):
        if channel is not None:
            await _post(bot, channel, line(words), Colour.INFO)


async def _post(bot: BotBase, channel_id: int, line: str, colour: Colour) -> None:
    channel = bot.get_partial_messageable(channel_id)
    try:
        await channel.send(embed=panel(line, colour), allowed_mentions=NOBODY)
    except UNSENT as error:
        log.warning("The line could not be posted in the audit channel %d: %s", channel_id, error)
