"""Around the flow: what a question may mean, recalled before it is answered and noted afterwards.

A disk that fails or is slow costs the conversation, never the answer.
"""

import asyncio
import logging
import re
from functools import cache

import discord

from bot.answer import Answer, Outcome, Turn
from bot.discord.questions.kept_answer import ID
from bot.discord.questions.question import Asked
from bot.discord.toolkit.embeds import Colour
from bot.discord.toolkit.services import BotBase
from bot.messages import LOCALES, messages_for
from bot.storage.conversations import CHANNEL_S, REMEMBERED, THREAD_S, Talk
from index.errors import StorageError

log = logging.getLogger(__name__)


async def before(bot: BotBase, asked: Asked) -> tuple[Turn, ...]:
    """What was said before, oldest first; last the answer that the person pointed at, if they did."""
    try:
        recalling = bot.state.conversations.before(_talk(asked, private=asked.private))
        turns = await asyncio.wait_for(recalling, bot.patience.recall_s)
    except (StorageError, TimeoutError) as error:
        log.warning("A question is answered without what was said before: %s", error or "too slow a disk.")
        turns = ()
    if asked.follows is None:
        return turns
    others = (turn for turn in turns if turn.question != asked.follows.question)
    return (*others, asked.follows)[-REMEMBERED:]


async def note(bot: BotBase, asked: Asked, found: Answer, answer_id: str | None, *, private: bool) -> None:
    """Remember what was asked and answered, for as long as such a place is remembered."""
    for_s = THREAD_S if asked.in_thread else CHANNEL_S
    try:
        await bot.state.conversations.note(_talk(asked, private=private), found, answer_id, for_s=for_s)
    except StorageError as error:
        log.warning("A question is not remembered for the next one: %s", error)


def _talk(asked: Asked, *, private: bool) -> Talk:
    return Talk(asked.channel_id, asked.asker_id, private)


LOGGED = (Outcome.ANSWERED, Outcome.REFUSED)


def are_logged(bot: BotBase, asked: Asked) -> bool:
    """Whether this question will be logged."""
    return bot.servers.of(asked.guild_id).log_questions


async def log_question(bot: BotBase, asked: Asked, found: Answer, answer_id: str | None) -> None:
    """Log the question as it was understood, where that was turned on."""
    if asked.guild_id is None or found.outcome not in LOGGED or not are_logged(bot, asked):
        return
    articles = [footnote.article.id for footnote in found.footnotes]
    try:
        await bot.state.questions.note(
            found.understood or asked.text,
            found.outcome,
            articles,
            guild_id=asked.guild_id,
            person_id=asked.asker_id,
            answer_id=answer_id,
        )
    except StorageError as error:
        log.warning("A question could not be logged: %s", error)


_ESCAPED = re.compile(r"\\(.)")
# The titles of errors and of progress are no questions.
_WITH_A_QUESTION = (Colour.ANSWER, Colour.NOTHING)
_ANSWER_ID = re.compile(rf"passages:({ID})")


async def turn_of(bot: BotBase, shown: discord.Message, reader_id: int) -> Turn | None:
    """The turn that a message of ours ended, None where it is no answer, or another's private one."""
    question = question_of(shown)
    if not question:
        return None
    answer_id = answer_id_of(shown)
    try:
        return await asyncio.wait_for(_recalled(bot, question, answer_id, reader_id), bot.patience.recall_s)
    except (StorageError, TimeoutError):
        return Turn(question)


async def _recalled(bot: BotBase, question: str, answer_id: str, reader_id: int) -> Turn:
    turn = await bot.state.conversations.of_answer(answer_id) if answer_id else None
    if turn is not None:
        return turn
    kept = await bot.state.answer(answer_id) if answer_id else None
    if kept is None or (kept.private and kept.asker_id != reader_id):
        return Turn(question)
    return Turn(question, tuple(statement.text for statement in kept.answer.statements))


def question_of(shown: discord.Message) -> str:
    """The question that an answer of ours carries as its title; empty for any other message."""
    embed = shown.embeds[0] if shown.embeds else None
    if embed is None or embed.colour is None or embed.colour.value not in _WITH_A_QUESTION:
        return ""
    title = _ESCAPED.sub(r"\1", embed.title or "")
    return "" if title in _not_possible() else title


@cache
def _not_possible() -> frozenset[str]:
    """What stands above whatever was not allowed, or not yet, which is as grey as a refusal is."""
    titles = ("error-refused-title", "limit-title")
    return frozenset(messages_for(locale)(title) for locale in LOCALES for title in titles)


def answer_id_of(shown: discord.Message) -> str:
    """The id that an answer's buttons carry; empty where there are none."""
    for row in shown.components:
        for part in getattr(row, "children", ()):
            found = _ANSWER_ID.fullmatch(getattr(part, "custom_id", None) or "")
            if found:
                return found[1]
    return ""


def replied_answer(message: discord.Message, me: int) -> discord.Message | None:
    """The message of ours that a message replies to."""
    replied = message.reference.resolved if message.reference else None
    return replied if isinstance(replied, discord.Message) and replied.author.id == me else None
