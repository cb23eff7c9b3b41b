"""At every entrance of a question: within the limits it gets a slot in its asker's queue, else words."""

import logging
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.answer import ModelLimit
from bot.discord.toolkit.admins import is_admin, is_admin_author
from bot.discord.toolkit.errors import NotYet
from bot.discord.toolkit.services import BotBase
from bot.limiting.queues import TooManyAtOnce, Turn
from bot.limiting.rate_limits import Asker, Met
from bot.messages import Messages
from bot.storage.servers import Style

log = logging.getLogger(__name__)

MINUTE, HOUR, DAY = 60, 3600, 86_400


def refusal(met: Met, messages: Messages, message_id: str = "limit-met") -> str:
    """What the person is told."""
    return messages(
        message_id,
        whose=met.whose,
        most=met.rate.most,
        questions=messages("limit-questions", most=met.rate.most),
        per=messages("limit-per", per=met.rate.per),
        wait=wait_words(met.wait_s, messages),
        moment=_moment(met.until, met.wait_s),
    )


def limited_line(limit: ModelLimit, messages: Messages) -> str:
    """Under an answer that stands in for a language model's."""
    return messages(
        "limit-model",
        whose=limit.whose,
        answers=messages("limit-answers", most=limit.most),
        per=messages("limit-per", per=limit.per),
        wait=wait_words(limit.wait_s, messages),
        moment=_moment(limit.until, limit.wait_s),
    )


def wait_words(wait_s: float, messages: Messages) -> str:
    """A wait, rounded up so that nobody comes too early: 40 s, 2 min 5 s, 3 h 10 min."""
    seconds = math.ceil(wait_s)
    if seconds >= HOUR:
        hours, minutes = divmod(math.ceil(seconds / MINUTE), MINUTE)
        parts = [
            messages("limit-hours", hours=hours),
            messages("limit-minutes", minutes=minutes) * bool(minutes),
        ]
    else:
        minutes, seconds = divmod(seconds, MINUTE)
        parts = [
            messages("limit-minutes", minutes=minutes) * bool(minutes),
            messages("limit-seconds", seconds=seconds) * bool(seconds),
        ]
    return " ".join(part for part in parts if part)


def _moment(until: datetime, wait_s: float) -> str:
    """The same moment on the reader's own clock, as Discord shows it; it stays true when it is read later."""
    style = "T" if wait_s < HOUR else "t" if wait_s < DAY else "f"
    return f"<t:{math.ceil(until.timestamp())}:{style}>"


class StaySilent(Exception):
    """A limit is met, and a channel has been told so already: saying it again would only be noise."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A question that may be answered: in its turn, and without a language model where its limit is met."""

    turn: Turn
    model_limit: ModelLimit | None

    async def wait_for_turn(self) -> None:
        """Until all that its asker asked before is done with."""
        await self.turn.wait()


def asker_of(interaction: discord.Interaction[BotBase]) -> Asker:
    """Who asks by a command, a menu or a button."""
    admin = is_admin(interaction)
    return Asker(interaction.user.id, interaction.channel_id, interaction.guild_id, admin)


def author_of(bot: BotBase, message: discord.Message) -> Asker:
    """Who asks by a message."""
    guild_id = message.guild.id if message.guild else None
    return Asker(message.author.id, message.channel.id, guild_id, is_admin_author(bot, message))


@contextmanager
def admitted(bot: BotBase, asker: Asker, messages: Messages, *, public: bool = False) -> Iterator[Slot]:
    """Within this a question is answered; enter it before the first await, so that the order of asking is
    kept, and await `slot.wait_for_turn()` before the work. Counts the question.

    Raises NotYet in words that say until when, or, where `public` says that a channel would read them
    again, StaySilent.
    """
    try:
        with bot.turns.queued(asker.person) as turn:
            _check(bot, asker, messages, public=public)
            yield Slot(turn, _model_limit(bot, asker))
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
