"""Beside the flow: the bot's own SQLite file and its tables. All work runs in one thread of its own, so that
the event loop never waits for the disk."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.storage.opening import cannot_be_written, open_file, open_read_only
from index.errors import StorageError

FILE_NAME = "bot.sqlite3"

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

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """The same for work that only reads, also from a disk that cannot be written. Raises StorageError
        where the file cannot be read."""
        try:
            return await self.run(work)
        except StorageError:
            loop = asyncio.get_running_loop()
            if not await loop.run_in_executor(self._thread, cannot_be_written, self._path):
                raise
            return await loop.run_in_executor(self._thread, self._read_in_thread, work)

    def _read_in_thread(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            with closing(open_read_only(self._path)) as connection:
                return work(connection)
        except sqlite3.Error as error:
            raise self._unusable(error) from error

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

    async def let_go(self) -> None:
        """Close the file; the next piece of work opens what is there by then."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close_in_thread)

    async def close(self) -> None:
        """Finish what is under way and close the file."""
        await self.let_go()
        self._thread.shutdown()

    def _close_in_thread(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _in_thread(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            if self._connection is None:
                self._connection = open_file(self._path)
            with self._connection:
                return work(self._connection)
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error) from error

    def _unusable(self, error: Exception) -> StorageError:
        return StorageError(
            f"The bot's own file {self._path.name} cannot be used: {error}.",
            "Check that DATA_DIR can be written and has room.",
        )
