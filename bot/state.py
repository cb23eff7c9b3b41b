"""Beside the flow: what the bot remembers between restarts, in one SQLite file in the data folder.

Answers are kept so that their buttons go on working, for as many days as a setting says, and without
the question: nothing that a button does not need. All calls run in one thread of their own, so the
event loop never waits for the disk.
"""

import asyncio
import secrets
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.answering.types import Answer, Question
from index.errors import StorageError

FILE_NAME = "bot.sqlite3"
BUSY_S = 2.0  # how long to wait for another process that writes; a reply must not wait longer
DAY_S = 86_400
ID_BYTES = 12  # 96 random bits: an id cannot be guessed, and "passages:<id>" stays short

# One script per version; `PRAGMA user_version` counts those that ran. Only ever add to the end.
MIGRATIONS = (
    """
    CREATE TABLE answers (
        id TEXT PRIMARY KEY,
        channel_id INTEGER,
        asker_id INTEGER NOT NULL,
        private INTEGER NOT NULL,
        payload TEXT NOT NULL,
        created_at REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX answers_by_age ON answers (created_at);
    CREATE TABLE long_names (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        created_at REAL NOT NULL
    ) WITHOUT ROWID;
    """,
)

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as its buttons need it: without the question, with the cited passages only."""

    answer: Answer
    channel_id: int | None
    asker_id: int
    private: bool


class State:
    """Opens its file at the first call; every call raises StorageError where the disk fails it."""

    def __init__(
        self,
        path: Path,
        *,
        kept_days: int = 30,
        clock: Callable[[], float] = time.time,
        new_id: Callable[[], str] = lambda: secrets.token_urlsafe(ID_BYTES),
    ) -> None:
        self._path = path
        self._kept_s = kept_days * DAY_S
        self._clock = clock
        self._new_id = new_id
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="state")
        self._connection: sqlite3.Connection | None = None

    async def keep_answer(
        self, answer: Answer, *, channel_id: int | None, asker_id: int, private: bool
    ) -> str:
        """Keep an answer for its buttons and return the id that they carry."""
        answer_id = self._new_id()
        payload = _ANSWER.dump_json(_needed(answer)).decode()
        row = (answer_id, channel_id, asker_id, private, payload, self._clock())
        await self._run(lambda db: db.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)", row))
        return answer_id

    async def answer(self, answer_id: str) -> KeptAnswer | None:
        """The kept answer, or None where it is too old, unknown, or in a form that we no longer read."""
        oldest = self._clock() - self._kept_s
        row = await self._run(
            lambda db: db.execute(
                "SELECT payload, channel_id, asker_id, private FROM answers WHERE id = ? AND created_at >= ?",
                (answer_id, oldest),
            ).fetchone()
        )
        if row is None:
            return None
        payload, channel_id, asker_id, private = row
        try:
            return KeptAnswer(_ANSWER.validate_json(payload), channel_id, asker_id, bool(private))
        except ValidationError:
            return None

    async def keep_long_name(self, key: str, value: str) -> None:
        """Keep a text that is too long for a button's id, under a key that the id carries instead."""
        row = (key, value, self._clock())
        await self._run(lambda db: db.execute("INSERT OR REPLACE INTO long_names VALUES (?, ?, ?)", row))

    async def long_name(self, key: str) -> str | None:
        """The text kept under this key, or None."""
        row = await self._run(
            lambda db: db.execute("SELECT value FROM long_names WHERE key = ?", (key,)).fetchone()
        )
        return None if row is None else str(row[0])

    async def purge(self) -> int:
        """Delete what is older than it is kept, and return how many answers that were."""
        oldest = self._clock() - self._kept_s

        def delete(db: sqlite3.Connection) -> int:
            db.execute("DELETE FROM long_names WHERE created_at < ?", (oldest,))
            return db.execute("DELETE FROM answers WHERE created_at < ?", (oldest,)).rowcount

        return await self._run(delete)

    async def close(self) -> None:
        """Finish what is under way and close the file."""

        def close() -> None:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

        await asyncio.get_running_loop().run_in_executor(self._thread, close)
        self._thread.shutdown()

    async def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._in_thread, work)

    def _in_thread(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            if self._connection is None:
                self._connection = _open(self._path)
            with self._connection:
                return work(self._connection)
        except (sqlite3.Error, OSError) as error:
            raise StorageError(
                f"The bot's own file {self._path.name} cannot be used: {error}.",
                "Check that DATA_DIR can be written and has room.",
            ) from error


def _open(path: Path) -> sqlite3.Connection:
    """Open the file, create it where it is missing, and bring its tables up to date."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=BUSY_S, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten, not only unlinked
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise sqlite3.DatabaseError("it was written by a newer version of this bot")
        for number, script in enumerate(MIGRATIONS[version:], version + 1):
            connection.executescript(f"BEGIN;{script}PRAGMA user_version = {number};COMMIT;")
    except BaseException:
        connection.close()
        raise
    return connection


def _needed(answer: Answer) -> Answer:
    """The answer with only the passages that hold its quotes, and without the question."""
    cited = [citation for statement in answer.statements for citation in statement.citations]
    passages = tuple(
        passage
        for passage in answer.passages
        if any(
            passage.article.id == citation.article_id
            and passage.start < citation.end
            and citation.start < passage.end
            for citation in cited
        )
    )
    return replace(answer, question=Question(""), passages=passages, nearest=(), seconds={})
