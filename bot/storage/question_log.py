"""Beside the flow: questions of servers whose admins had them logged, in the bot's SQLite file.

Nothing comes in here unless an admin turned it on. It serves one end: to see what the articles are missing,
and to make test questions of real ones.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.answer import Outcome
from bot.storage.database import Database

READ = 1000  # of the newest questions are looked at
_REFUSED = """
    SELECT id, question, outcome, articles, asked_at, missing FROM questions
    WHERE outcome = 'refused' AND (? IS NULL OR guild_id = ?) ORDER BY id DESC LIMIT ?
"""
_MISSING = """
    SELECT id, question, outcome, articles, asked_at, missing FROM questions
    WHERE missing = 1 AND (? IS NULL OR guild_id = ?) ORDER BY id DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class LoggedQuestion:
    """A question as it was understood, and how it ended; nobody who reads it sees who asked.

    `missing` says that an admin marked it as one that the articles rightly do not answer.
    """

    id: int
    text: str
    outcome: Outcome
    articles: tuple[str, ...]
    day: date
    missing: bool = False


class QuestionLog:
    """Every call raises StorageError where the disk fails it."""

    def __init__(self, database: Database, kept_s: float, clock: Callable[[], float]) -> None:
        self._database = database
        self._kept_s = kept_s
        self._clock = clock

    async def note(
        self,
        text: str,
        outcome: Outcome,
        articles: Sequence[str],
        *,
        guild_id: int,
        person_id: int,
        answer_id: str | None,
    ) -> None:
        """Log a question. articles: the ids of those that were cited."""
        row = (guild_id, person_id, answer_id, text, outcome, json.dumps(list(articles)), self._clock())
        await self._database.run(
            lambda db: db.execute(
                "INSERT INTO questions"
                " (guild_id, person_id, answer_id, question, outcome, articles, asked_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )
        )

    async def refused(self, guild_id: int | None) -> tuple[LoggedQuestion, ...]:
        """The newest of a server (None: of all) that the articles did not answer, newest first."""
        return await self._read(_REFUSED, guild_id)

    async def missing(self, guild_id: int | None) -> tuple[LoggedQuestion, ...]:
        """Those that an admin marked as rightly not answered, newest first."""
        return await self._read(_MISSING, guild_id)

    async def count(self, guild_id: int) -> int:
        """How many questions of this server are kept."""
        return await self._database.run(
            lambda db: int(
                db.execute("SELECT count(*) FROM questions WHERE guild_id = ?", (guild_id,)).fetchone()[0]
            )
        )

    async def mark_missing(self, guild_id: int, ids: Sequence[int]) -> int:
        """Mark questions of this server as rightly not answered; how many were."""
        rows = [(guild_id, id_) for id_ in ids]

        def mark(db: sqlite3.Connection) -> int:
            return db.executemany(
                "UPDATE questions SET missing = 1 WHERE guild_id = ? AND id = ?", rows
            ).rowcount

        return await self._database.run(mark)

    async def purge(self) -> int:
        """Delete what is older than it is kept; how many that were."""
        oldest = self._clock() - self._kept_s
        return await self._database.run(
            lambda db: db.execute("DELETE FROM questions WHERE asked_at < ?", (oldest,)).rowcount
        )

    async def _read(self, query: str, guild_id: int | None) -> tuple[LoggedQuestion, ...]:
        rows = await self._database.run(lambda db: db.execute(query, (guild_id, guild_id, READ)).fetchall())
        return tuple(_question(row) for row in rows)


def _question(row: tuple[int, str, str, str, float, int]) -> LoggedQuestion:
    id_, text, outcome, articles, asked_at, missing = row
    day = datetime.fromtimestamp(asked_at, UTC).date()
    return LoggedQuestion(id_, text, Outcome(outcome), tuple(json.loads(articles)), day, bool(missing))
