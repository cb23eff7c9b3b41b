"""Beside the flow: the bot's own SQLite file and its tables. All work runs in one thread of its own, so that
the event loop never waits for the disk."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from index.errors import StorageError

FILE_NAME = "bot.sqlite3"
BUSY_S = 2.0  # how long to wait for another process that writes; a reply must not wait longer

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
    """
    CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        by_name TEXT NOT NULL,
        user_id INTEGER NOT NULL,
        channel_id INTEGER,
        started_at REAL NOT NULL,
        ended_at REAL,
        error TEXT
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE servers (
        guild_id INTEGER PRIMARY KEY,
        settings TEXT NOT NULL,
        changed_at REAL NOT NULL
    );
    """,
    """
    CREATE TABLE identify_turns (
        key INTEGER PRIMARY KEY,
        next_at REAL NOT NULL
    );
    ALTER TABLE jobs ADD COLUMN shard INTEGER NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE registered_commands (
        application_id INTEGER PRIMARY KEY,
        sent TEXT NOT NULL,
        made TEXT NOT NULL
    );
    """,
    """
    ALTER TABLE answers ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE server_days (
        guild_id INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        questions INTEGER NOT NULL
    );
    """,
    """
    CREATE TABLE turns (
        id INTEGER PRIMARY KEY,
        channel_id INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        private INTEGER NOT NULL,
        question TEXT NOT NULL,
        said TEXT NOT NULL,
        answer_id TEXT,
        ends_at REAL NOT NULL
    );
    CREATE INDEX turns_by_talk ON turns (channel_id, user_id);
    CREATE INDEX turns_by_user ON turns (user_id);
    CREATE INDEX turns_by_answer ON turns (answer_id);
    CREATE INDEX turns_by_age ON turns (ends_at);
    """,
    """
    CREATE TABLE replies (
        question_id INTEGER PRIMARY KEY,
        channel_id INTEGER NOT NULL,
        reply_id INTEGER NOT NULL,
        asker_id INTEGER NOT NULL,
        answer_id TEXT,
        created_at REAL NOT NULL
    );
    CREATE INDEX replies_by_asker ON replies (asker_id);
    CREATE INDEX replies_by_reply ON replies (reply_id);
    CREATE INDEX replies_by_answer ON replies (answer_id);
    CREATE INDEX replies_by_age ON replies (created_at);
    """,
    """
    CREATE TABLE questions (
        id INTEGER PRIMARY KEY,
        guild_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        answer_id TEXT,
        question TEXT NOT NULL,
        outcome TEXT NOT NULL,
        articles TEXT NOT NULL,
        asked_at REAL NOT NULL,
        missing INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX questions_by_person ON questions (person_id);
    CREATE INDEX questions_by_answer ON questions (answer_id);
    CREATE INDEX questions_by_age ON questions (asked_at);
    CREATE TABLE feedback (
        answer_id TEXT NOT NULL,
        person_id INTEGER NOT NULL,
        guild_id INTEGER,
        helpful INTEGER NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        question TEXT,
        articles TEXT NOT NULL,
        words TEXT NOT NULL,
        generation TEXT NOT NULL,
        given_on TEXT NOT NULL,
        PRIMARY KEY (answer_id, person_id)
    ) WITHOUT ROWID;
    CREATE INDEX feedback_by_person ON feedback (person_id);
    """,
)

T = TypeVar("T")


@dataclass(slots=True)
class _Scrub:
    """One writing anew: all that was deleted before it began is gone once it is done."""

    begun: bool = False
    done: asyncio.Future[None] | None = None


class Database:
    """Opens its file at the first piece of work."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._connection: sqlite3.Connection | None = None
        self._scrub: _Scrub | None = None
        self.unclean = False  # a scrub was asked for and could not be done

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do some work in a transaction. Raises StorageError where the disk fails it."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._in_thread, work)

    async def scrub(self) -> None:
        """Leave no byte in the file of what was deleted before: it is written anew from what it holds.

        With secure_delete alone some stay: a page that SQLite splits keeps what it moved to another. Who asks
        while one is waiting to begin shares it. Raises StorageError where the disk or another process is in
        the way; then `unclean` says so.
        """
        waiting = self._scrub
        if waiting is None or waiting.begun:
            self.unclean = True
            waiting = self._scrub = _Scrub()
            loop = asyncio.get_running_loop()
            waiting.done = loop.run_in_executor(self._thread, self._scrub_in_thread, waiting)
        assert waiting.done is not None
        await asyncio.shield(waiting.done)

    def _scrub_in_thread(self, this: "_Scrub") -> None:
        this.begun = True  # what is deleted from now on needs another one

        def scrub(db: sqlite3.Connection) -> None:
            db.execute("VACUUM")
            (busy, *_) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise sqlite3.OperationalError("another process is using it")

        self._in_thread(scrub)
        self.unclean = False

    async def close(self) -> None:
        """Finish what is under way and close the file."""

        def close() -> None:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

        await asyncio.get_running_loop().run_in_executor(self._thread, close)
        self._thread.shutdown()

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
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten, not only unlinked
        _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers and a writer at once. Of processes that turn it on in the same moment one may be told that the
    file is locked, without the wait that SQLite has otherwise."""
    until = time.monotonic() + BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    """Run the scripts that did not run yet; another process may run them in the same moment."""
    while (version := _version(connection)) < len(MIGRATIONS):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;{MIGRATIONS[version]}PRAGMA user_version = {version + 1};COMMIT;"
            )
        except sqlite3.Error:
            connection.rollback()
            if _version(connection) == version:
                raise
    if version > len(MIGRATIONS):
        raise sqlite3.DatabaseError("it was written by a newer version of this bot")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
