"""Beside the flow: which reply answers which message, so that both go together, in the bot's SQLite file."""

import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.storage.database import Database

OF_QUESTION = "DELETE FROM replies WHERE question_id = ? RETURNING channel_id, reply_id, asker_id, answer_id"
OF_REPLY = "DELETE FROM replies WHERE reply_id = ? RETURNING channel_id, reply_id, asker_id, answer_id"


@dataclass(frozen=True, slots=True)
class KeptReply:
    """A reply of ours to somebody's message, by Discord's ids; `answer_id` is that of its buttons."""

    channel_id: int
    reply_id: int
    asker_id: int
    answer_id: str | None


class KeptReplies:
    """Kept for as long as answers are. Every call raises StorageError where the disk fails it."""

    def __init__(self, database: Database, kept_s: float, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._kept_s = kept_s
        self._clock = clock

    async def note(self, question_id: int, reply: KeptReply) -> None:
        """Remember what answers a message."""
        row = (question_id, reply.channel_id, reply.reply_id, reply.asker_id, reply.answer_id, self._clock())
        await self._database.run(
            lambda db: db.execute("INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?, ?, ?)", row)
        )

    async def take(self, deleted: Iterable[int]) -> tuple[KeptReply, ...]:
        """Of messages that were deleted: our replies to them, which are then forgotten."""
        return await self._taken(OF_QUESTION, deleted)

    async def take_deleted(self, deleted: Iterable[int]) -> tuple[KeptReply, ...]:
        """Of messages that were deleted: those that were our replies, which are then forgotten."""
        return await self._taken(OF_REPLY, deleted)

    async def forget_answer(self, answer_id: str) -> None:
        """Forget the reply with this answer."""
        await self._database.run(
            lambda db: db.execute("DELETE FROM replies WHERE answer_id = ?", (answer_id,))
        )

    async def purge(self) -> None:
        """Forget what is older than answers are kept."""
        oldest = self._clock() - self._kept_s
        await self._database.run(lambda db: db.execute("DELETE FROM replies WHERE created_at < ?", (oldest,)))

    async def _taken(self, statement: str, ids: Iterable[int]) -> tuple[KeptReply, ...]:
        def take(db: sqlite3.Connection) -> list[KeptReply]:
            return [KeptReply(*row) for one in ids for row in db.execute(statement, (one,)).fetchall()]

        return tuple(await self._database.run(take))
