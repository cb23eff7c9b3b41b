"""For a channel that lets the bot write but not show embeds: one plain line that says so."""

import logging

import discord

from bot.discord.toolkit.replying import UNSENT
from bot.discord.toolkit.services import NOBODY

log = logging.getLogger(__name__)


def lacks_embeds(message: discord.Message) -> bool:
    """Whether that alone is missing where the message stands, as far as we know the bot's permissions."""
    if message.guild is None or isinstance(message.channel, discord.PartialMessageable):
        return False
    allowed = message.channel.permissions_for(message.guild.me)
    in_thread = isinstance(message.channel, discord.Thread)
    may_write = allowed.send_messages_in_threads if in_thread else allowed.send_messages
    return may_write and not allowed.embed_links


async def say_plainly(message: discord.Message, text: str) -> None:
    """Reply with words alone; what keeps them from being sent is logged, no more."""
    reference = message.to_reference(fail_if_not_exists=False)
    try:
        await message.channel.send(text, reference=reference, mention_author=False, allowed_mentions=NOBODY)
    except UNSENT as error:
        log.info("That embeds are not allowed could not be told: %s", error)
