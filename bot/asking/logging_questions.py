"""Around the flow: in a server whose admins turned it on, questions are logged, and each reply says so.

A disk that fails or is slow costs the log, never the answer.
"""

import logging

from bot.answering.types import Answer, Outcome
from bot.discord.questions.question import Asked
from bot.discord.toolkit.services import BotBase
from index.errors import StorageError

log = logging.getLogger(__name__)

LOGGED = (Outcome.ANSWERED, Outcome.REFUSED)


def are_logged(bot: BotBase, asked: Asked) -> bool:
    """Whether this question will be logged."""
    return bot.servers.of(asked.guild_id).log_questions


async def note(bot: BotBase, asked: Asked, found: Answer, answer_id: str | None) -> None:
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
