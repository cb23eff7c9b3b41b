"""At every entrance of a question: within the limits it gets a place in its asker's queue, else words."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import discord

from bot.answering.types import ModelLimit
from bot.discord.toolkit.admins import is_admin, is_admin_author
from bot.discord.toolkit.errors import NotYet
from bot.discord.toolkit.services import BotBase
from bot.limiting.queues import TooManyAtOnce, Turn
from bot.limiting.rate_limits import Asker
from bot.messages import Messages
from bot.rendering.limited import refusal
from bot.storage.servers import Style

log = logging.getLogger(__name__)


class StaySilent(Exception):
    """A limit is met, and a channel has been told so already: saying it again would only be noise."""


@dataclass(frozen=True, slots=True)
class Place:
    """A question that may be answered: in its turn, and without a language model where its limit is met."""

    turn: Turn
    model_limit: ModelLimit | None


def asker_of(interaction: discord.Interaction[BotBase]) -> Asker:
    """Who asks by a command, a menu or a button."""
    admin = is_admin(interaction)
    return Asker(interaction.user.id, interaction.channel_id, interaction.guild_id, admin)


def author_of(bot: BotBase, message: discord.Message) -> Asker:
    """Who asks by a message."""
    guild_id = message.guild.id if message.guild else None
    return Asker(message.author.id, message.channel.id, guild_id, is_admin_author(bot, message))


@contextmanager
def admitted(bot: BotBase, asker: Asker, messages: Messages, *, public: bool = False) -> Iterator[Place]:
    """Within this a question is answered; enter it before the first await, so that the order of asking is
    kept, and await `place.turn.come()` before the work. Counts the question.

    Raises NotYet in words that say until when, or, where `public` says that a channel would read them
    again, StaySilent.
    """
    try:
        with bot.turns.queued(asker.person) as turn:
            _check(bot, asker, messages, public=public)
            yield Place(turn, _model_limit(bot, asker))
    except TooManyAtOnce as error:
        if public and not error.first:
            raise StaySilent from None
        raise NotYet(messages("limit-at-once", most=error.most)) from None


def _check(bot: BotBase, asker: Asker, messages: Messages, *, public: bool) -> None:
    met = bot.limits.check(asker)
    if met is None:
        return
    bot.monitor.metrics.limits.labels(met.whose.value, "questions").inc()
    rate = met.rate
    log.info("The limit of a %s is met (%d a %s); a question is refused.", met.whose, rate.most, rate.per)
    if public and not bot.limits.first_refusal(asker, met):
        raise StaySilent
    raise NotYet(refusal(met, messages))


def _model_limit(bot: BotBase, asker: Asker) -> ModelLimit | None:
    """The limit of a language model's answers, where one would be asked and it is met."""
    if bot.settings.llm_model is None or bot.servers.of(asker.server).style is Style.QUOTES:
        return None
    met = bot.limits.check_llm(asker)
    if met is None:
        return None
    bot.monitor.metrics.limits.labels(met.whose.value, "language model").inc()
    return ModelLimit(met.whose, met.rate.most, met.rate.per, met.wait_s, met.until)
