"""The beginning of the flow: one question as it reached the bot, by command, mention, menu, modal or post."""

from dataclasses import dataclass, field

from bot.answering.types import Turn
from bot.messages import Messages
from index.passage import Filters


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, who asks it where, and in which words the reply is given.

    `words` are for whoever sees the answer, `own_words` for what the asker alone is told. Ids are
    Discord's; `guild_id` is None in direct messages, `channel_id` is the thread's within one.
    """

    text: str
    asker_id: int
    guild_id: int | None
    channel_id: int | None
    words: Messages
    own_words: Messages
    private: bool = False
    filters: Filters = field(default_factory=Filters)
    conversation: tuple[Turn, ...] = ()
