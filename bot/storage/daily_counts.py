"""Behind a server's limit for the day: how many questions it asked today (UTC), kept over a restart.

Who asked is not kept, nor any day but the last.
"""

import asyncio
import logging
import sqlite3
from datetime import date

from bot.storage.database import Database
from index.errors import StorageError

log = logging.getLogger(__name__)


class Days:
    """Counts in memory, and brings them to the disk behind the questions, many of them at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counts: dict[int, tuple[date, int]] = {}
        self._unsaved: set[int] = set()
        self._saving: asyncio.Task[None] | None = None

    async def load(self) -> None:
        """Read what an earlier process counted. Raises StorageError."""
        rows = await self._database.run(
            lambda db: db.execute("SELECT guild_id, day, questions FROM server_days").fetchall()
        )
        for guild_id, day, questions in rows:
            self._counts.setdefault(guild_id, (date.fromisoformat(day), questions))

    def count(self, guild_id: int, today: date) -> int:
        """How many questions this server has asked today."""
        day, questions = self._counts.get(guild_id, (today, 0))
        return questions if day == today else 0

    def add(self, guild_id: int, today: date) -> None:
        """Count one more."""
        self._counts[guild_id] = (today, self.count(guild_id, today) + 1)
        self._unsaved.add(guild_id)
        if self._saving is None or self._saving.done():
            self._saving = asyncio.create_task(self._save(), name="days")

    async def close(self) -> None:
        """Wait until all is on the disk."""
        if self._saving is not None:
            await asyncio.gather(self._saving, return_exceptions=True)

    async def _save(self) -> None:
        while self._unsaved:
            counts = {guild_id: self._counts[guild_id] for guild_id in self._unsaved}
            self._unsaved.clear()
            rows = [(guild_id, day.isoformat(), questions) for guild_id, (day, questions) in counts.items()]
            last = max(row[1] for row in rows)

            def write(
                db: sqlite3.Connection, rows: list[tuple[int, str, int]] = rows, last: str = last
            ) -> None:
                db.executemany("INSERT OR REPLACE INTO server_days VALUES (?, ?, ?)", rows)
                db.execute("DELETE FROM server_days WHERE day < ?", (last,))

            try:
                await self._database.run(write)
            except StorageError as error:
                log.warning("The day's questions could not be kept; a restart would forget them: %s", error)
                return
