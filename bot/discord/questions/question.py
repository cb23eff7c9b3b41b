"""The beginning of the flow: one question as it reached the bot, by command, mention, menu, modal or post."""

from dataclasses import dataclass, field

import discord

from bot.answer import Turn
from bot.discord.toolkit.languages import messages_for_channel, messages_for_user
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.monitoring.metrics import Face
from index.passage import Filters


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, who asks it where, and in which words the reply is given.

    `words` are for whoever sees the answer, `own_words` for what the asker alone is told. Ids are
    Discord's; `guild_id` is None in direct messages, `channel_id` is the thread's within one. `follows` is
    the answer that somebody pointed at: a reply to it, or the button under it. `interaction` is the kind of
    the interaction that it came by, None where it came as a message or a post.
    """

    text: str
    asker_id: int
    guild_id: int | None
    channel_id: int
    words: Messages
    own_words: Messages
    private: bool = False
    in_thread: bool = False
    filters: Filters = field(default_factory=Filters)
    follows: Turn | None = None
    interaction: Face | None = None

    @property
    def face(self) -> Face:
        """By which way it came in."""
        if self.interaction is not None:
            return self.interaction
        if self.guild_id is None:
            return Face.DIRECT
        return Face.THREAD if self.in_thread else Face.CHANNEL


def asked_by(
    interaction: discord.Interaction[BotBase],
    text: str,
    *,
    private: bool,
    filters: Filters | None = None,
    follows: Turn | None = None,
) -> Asked:
    """A question that came by an interaction."""
    own_words = messages_for_user(interaction)
    return Asked(
        text,
        interaction.user.id,
        interaction.guild_id,
        # Discord names the channel of every interaction but a ping; its own id keeps talks apart otherwise.
        interaction.channel_id or interaction.id,
        own_words if private else messages_for_channel(interaction),
        own_words,
        private=private,
        in_thread=isinstance(interaction.channel, discord.Thread),
        filters=filters or Filters(),
        follows=follows,
        interaction=_face_of(interaction),
    )


def _face_of(interaction: discord.Interaction[BotBase]) -> Face:
    if isinstance(interaction.command, discord.app_commands.ContextMenu):
        return Face.MENU
    return Face.BUTTON if interaction.command is None else Face.COMMAND
