"""Around the flow: what a question may mean, recalled before it is answered and noted afterwards.

A disk that fails or is slow costs the conversation, never the answer.
"""

import asyncio
import logging

from bot.answering.types import Answer, Turn
from bot.discord.questions.question import Asked
from bot.discord.toolkit.services import BotBase
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
