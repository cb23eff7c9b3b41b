"""Beside the flow: a question that its writer deletes takes its answer along, also one that is under way."""

import asyncio
import logging
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress

import discord

from bot.discord.questions.memory import answer_id_of
from bot.discord.questions.replies import Posted
from bot.discord.toolkit.replying import GONE, UNSENT
from bot.discord.toolkit.services import BotBase
from bot.storage.kept_replies import KeptReply
from index.errors import StorageError

log = logging.getLogger(__name__)


class Withdrawals:
    """Knows which messages are being answered in this process; what was answered before is on the disk."""

    def __init__(self, bot: BotBase) -> None:
        self._bot = bot
        self._under_way: dict[int, asyncio.Task[object]] = {}
        self._withdrawn: set[int] = set()

    @asynccontextmanager
    async def watched(self, message_id: int, reply: Posted) -> AsyncIterator[None]:
        """Within this a message is answered; where it is deleted meanwhile, it ends and leaves nothing."""
        task = asyncio.current_task()
        assert task is not None
        self._under_way[message_id] = task
        try:
            yield
        except asyncio.CancelledError:
            if message_id not in self._withdrawn:
                raise
            log.info("A question was deleted while it was answered.")
            with suppress(*UNSENT, StorageError):
                await reply.withdraw()
                if answer_id := reply.sent and answer_id_of(reply.sent):
                    await self._bot.state.forget_answer(answer_id)
        finally:
            self._under_way.pop(message_id, None)
            self._withdrawn.discard(message_id)

    async def note(self, question_id: int, asker_id: int, reply: Posted, answer_id: str | None) -> None:
        """Remember what answers a message, for when it is deleted later."""
        if reply.sent is None:
            return
        kept = KeptReply(reply.sent.channel.id, reply.sent.id, asker_id, answer_id)
        try:
            await self._bot.state.replies.note(question_id, kept)
        except StorageError as error:
            log.warning("A reply will not be deleted with its question: %s", error)

    async def deleted(self, message_ids: Collection[int]) -> None:
        """Messages were deleted, somewhere: questions, answers, or (nearly always) neither."""
        for message_id in message_ids:
            if task := self._under_way.get(message_id):
                self._withdrawn.add(message_id)
                task.cancel()
        try:
            for reply in await self._bot.state.replies.take(message_ids):
                await self._delete(reply)
                await self._forget(reply)
            for reply in await self._bot.state.replies.take_deleted(message_ids):
                await self._forget(reply)
        except StorageError as error:
            log.warning("What belongs to a deleted message could not be looked up: %s", error)

    async def _delete(self, reply: KeptReply) -> None:
        try:
            await self._bot.http.delete_message(reply.channel_id, reply.reply_id)
        except UNSENT as error:
            if not (isinstance(error, discord.HTTPException) and error.code in GONE):
                log.warning("The answer to a deleted question could not be deleted: %s", error)

    async def _forget(self, reply: KeptReply) -> None:
        if reply.answer_id is not None:
            await self._bot.state.forget_answer(reply.answer_id)
