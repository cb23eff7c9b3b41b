"""Before a question by mention: what it replies to, where that is one of our answers.

Follow-up buttons will have the whole conversation; a reply has the question before it, which our answer
carries as its title.
"""

import re

import discord

from bot.answering.types import Turn

_ESCAPED = re.compile(r"\\(.)")


def conversation_before(message: discord.Message, me: int) -> tuple[Turn, ...]:
    """The turn that a message replies to; none where it replies to somebody else, or to nothing."""
    replied = message.reference.resolved if message.reference else None
    if not isinstance(replied, discord.Message) or replied.author.id != me or not replied.embeds:
        return ()
    title = replied.embeds[0].title
    return (Turn(_ESCAPED.sub(r"\1", title)),) if title else ()
