"""Beside the admins' work: a line for each change in the AUDIT_CHANNEL: who, what, result."""

import logging

from bot.base import NOBODY, BotBase
from bot.rendering.embeds import Colour, panel
from bot.views.replying import UNSENT

log = logging.getLogger(__name__)


async def record(bot: BotBase, line: str, *, failed: bool = False) -> None:
    """Post the line, if there is such a channel. What keeps it from being posted is logged, no more."""
    log.info("Audit: %s", line)
    channel_id = bot.settings.audit_channel
    if channel_id is None:
        return
    channel = bot.get_partial_messageable(channel_id)
    embed = panel(line, Colour.ERROR if failed else Colour.INFO)
    try:
        await channel.send(embed=embed, allowed_mentions=NOBODY)
    except UNSENT as error:
        log.warning("The line could not be posted in the audit channel %d: %s", channel_id, error)
