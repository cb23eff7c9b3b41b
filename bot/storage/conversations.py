"""Beside the flow: what was said before, for follow-up questions, in the bot's SQLite file.

Of each person in each channel or thread the last few questions and what answered them, for a short while:
`CHANNEL_S` in channels and direct messages, `THREAD_S` in threads, which are made for one matter. What was
asked in private is never brought into what all see.
"""

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.answer import Answer, Turn
from bot.storage.database import Database

CHANNEL_S = 30 * 60
THREAD_S = 24 * 3600
REMEMBERED = 5  # turns
SAID_ROOM = 600  # characters of an answer: what it was about stands at its beginning
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Talk:
    """Who talks with the bot where; ids are Discord's."""

    channel_id: int
    user_id: int
    private: bool = False


@dataclass(frozen=True, slots=True)
class HeldTurn:
    """What is held of somebody: for /privacy. `ends_at` is when it is forgotten, in seconds of Unix time."""

    channel_id: int
    question: str
    said: str
    ends_at: float


class Conversations:
    """Every call raises StorageError where the disk fails it."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def note(self, talk: Talk, answer: Answer, answer_id: str | None, *, for_s: int) -> None:
        """Remember a question and its answer for that long, and forget what is older than it may be."""
        question = answer.understood or answer.question.text
        now = self._clock()
        said = _shortened([statement.text for statement in answer.statements])
        row = (talk.channel_id, talk.user_id, talk.private, question, said, answer_id, now + for_s)

        def write(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM turns WHERE ends_at < ?", (now,))
            db.execute(
                """INSERT INTO turns (channel_id, user_id, private, question, said, answer_id, ends_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                row,
            )
            db.execute(
                """DELETE FROM turns WHERE channel_id = ? AND user_id = ? AND id NOT IN (
                SELECT id FROM turns WHERE channel_id = ? AND user_id = ? ORDER BY id DESC LIMIT ?)""",
                (talk.channel_id, talk.user_id) * 2 + (2 * REMEMBERED,),
            )

        await self._database.run(write)

    async def before(self, talk: Talk) -> tuple[Turn, ...]:
        """What was said in this talk, oldest first. In private also what was said there openly."""
        row = (talk.channel_id, talk.user_id, talk.private, self._clock(), REMEMBERED)
        rows = await self._database.run(
            lambda db: db.execute(
                """SELECT question, said FROM turns WHERE channel_id = ? AND user_id = ? AND private <= ?
                AND ends_at >= ? ORDER BY id DESC LIMIT ?""",
                row,
            ).fetchall()
        )
        return tuple(_turn(question, said) for question, said in reversed(rows))

    async def of_answer(self, answer_id: str) -> Turn | None:
        """The turn that ended in this answer, if it is still remembered."""
        row = await self._database.run(
            lambda db: db.execute(
                "SELECT question, said FROM turns WHERE answer_id = ? AND ends_at >= ?",
                (answer_id, self._clock()),
            ).fetchone()
        )
        return None if row is None else _turn(*row)

    async def forget(self, user_id: int) -> int:
        """Forget all that somebody asked; returns how many turns that were."""
        return await self._database.run(
            lambda db: db.execute("DELETE FROM turns WHERE user_id = ?", (user_id,)).rowcount
        )

    async def forget_answer(self, answer_id: str) -> None:
        """Forget the turn that ended in an answer which was taken back."""
        await self._database.run(lambda db: db.execute("DELETE FROM turns WHERE answer_id = ?", (answer_id,)))

    async def held_of(self, user_id: int) -> tuple[HeldTurn, ...]:
        """What is held of somebody, oldest first."""
        rows = await self._database.run(
            lambda db: db.execute(
                "SELECT channel_id, question, said, ends_at FROM turns WHERE user_id = ? ORDER BY id",
                (user_id,),
            ).fetchall()
        )
        return tuple(HeldTurn(*row) for row in rows)

    async def purge(self) -> int:
        """Forget what is older than it may be; returns how many turns that were."""
        return await self._database.run(
            lambda db: db.execute("DELETE FROM turns WHERE ends_at < ?", (self._clock(),)).rowcount
        )


def _turn(question: str, said: str) -> Turn:
    return Turn(question, tuple(said.split(_BREAK)) if said else ())


def _shortened(statements: list[str]) -> str:
    """As many whole statements as the room holds, one a line; of the first at least its beginning."""
    kept: list[str] = []
    room = SAID_ROOM
    for statement in statements:
        text = " ".join(statement.split())
        if len(text) > room and kept:
            break
        kept.append(text[:room])
        room -= len(text)
        if room <= 0:
            break
    return _BREAK.join(kept)
