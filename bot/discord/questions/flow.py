"""The flow: a question that reached the bot is understood, answered, kept for its buttons, and shown."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from bot.answer import Answer, Outcome, Question
from bot.answering.shortening import short
from bot.discord.questions import memory, suggestions
from bot.discord.questions.admission import Slot
from bot.discord.questions.answer_buttons import answer_view, private_answer_view
from bot.discord.questions.answer_embed import answer_embed
from bot.discord.questions.question import Asked
from bot.discord.questions.replies import GrowingReply, Reply
from bot.discord.questions.suggestions import advice_lines, escalation_line
from bot.discord.toolkit.services import BotBase
from bot.storage.servers import Style
from index.errors import StorageError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Given:
    """What became of a question; `answer_id` is that of the answer's buttons, None where there are none."""

    answer: Answer
    answer_id: str | None = None


async def answer(bot: BotBase, asked: Asked, reply: Reply, slot: Slot) -> Given:
    """Answer a question where it was asked, in its asker's turn (bot/discord/questions/admission.py).

    Raises what answering or Discord raises, Refused among it.
    """
    await slot.wait_for_turn()
    found = await _find(bot, asked, reply, slot)
    logged = memory.are_logged(bot, asked)
    if found.outcome is not Outcome.ANSWERED:
        further = await _further(bot, asked, found, reply)
        await reply.refuse(answer_embed(found, asked.own_words, further, logged=logged))
        await memory.log_question(bot, asked, found, None)
        # Whoever was not even told is not in a talk with us.
        if found.outcome is Outcome.REFUSED and not reply.is_silent:
            await memory.note(bot, asked, found, None, private=asked.private or reply.refuses_in_private)
        return Given(found)
    answer_id = await _keep(bot, asked, found)
    buttons = private_answer_view if asked.private else answer_view
    view = buttons(answer_id, asked.words) if answer_id else None
    try:
        await reply.show(answer_embed(found, asked.words, logged=logged), view)
    except BaseException:
        # Nobody sees its buttons: nothing of it is kept.
        await _forget(bot, answer_id)
        raise
    if reply.thread_id is not None:
        asked = replace(asked, channel_id=reply.thread_id, in_thread=True)
    await memory.log_question(bot, asked, found, answer_id)
    await memory.note(bot, asked, found, answer_id, private=asked.private)
    return Given(found, answer_id)


async def _further(bot: BotBase, asked: Asked, refusal: Answer, reply: Reply) -> list[str]:
    """What helps after a refusal: how to put the question, and whom to turn to."""
    if reply.is_silent:
        return []
    advice = await suggestions.advise(bot, asked, refusal)
    turn_to = escalation_line(bot.servers.of(asked.guild_id), asked.own_words)
    return [*advice_lines(advice, asked.own_words), *([""] if turn_to else []), *turn_to]


async def _find(bot: BotBase, asked: Asked, reply: Reply, slot: Slot) -> Answer:
    """What the articles say, in the way that this server wants it; shown while it grows."""
    settings = bot.servers.of(asked.guild_id)
    question = Question(
        asked.text,
        settings.narrow(asked.filters),
        await memory.before(bot, asked),
        model_limit=slot.model_limit,
        quotes_only=settings.style is Style.QUOTES,
    )
    styled: Callable[[Answer], Answer] = short if settings.style is Style.SHORT else lambda whole: whole
    growing = GrowingReply(reply.show_growing, asked.words)
    async with growing.shown():
        answers = bot.monitor.measured(bot.answers, asked.face)
        answering = answers.answer(question, lambda so_far: growing.note(styled(so_far)))
        return styled(await asyncio.wait_for(answering, bot.patience.answer_s))


async def _keep(bot: BotBase, asked: Asked, found: Answer) -> str | None:
    """The answer's id for its buttons; None where it cannot be kept: it is shown all the same."""
    try:
        keeping = bot.state.keep_answer(
            found, channel_id=asked.channel_id, asker_id=asked.asker_id, private=asked.private
        )
        return await asyncio.wait_for(keeping, bot.patience.keep_s)
    except (StorageError, TimeoutError) as error:
        log.warning("An answer is shown without its buttons: %s", error or "the disk is too slow.")
        return None


async def _forget(bot: BotBase, answer_id: str | None) -> None:
    if answer_id is not None:
        with suppress(StorageError):
            await bot.state.forget_answer(answer_id)
