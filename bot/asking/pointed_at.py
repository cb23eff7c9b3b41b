"""Before a question that points at one of our answers, by a reply or by its button: what that one said.

What is remembered of a conversation is short-lived; but the question stands in the answer itself, as its
title, and what it said is kept for its buttons. So nothing else need be stored.
"""

import asyncio
import re
from functools import cache

import discord

from bot.answering.types import Turn
from bot.discord.questions.kept_answer import ID
from bot.discord.toolkit.embeds import Colour
from bot.discord.toolkit.services import BotBase
from bot.messages import LOCALES, messages_for
from index.errors import StorageError

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
