"""Everything that the bot's file holds of one person: read, counted, deleted."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.storage.database import Database
from bot.storage.personal_tables import PERSONAL, PersonalTable


@dataclass(frozen=True, slots=True)
class Held:
    """How many rows of each table hold the person's id; tables without any are left out."""

    rows: dict[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.rows.values())


class People:
    """Every call raises StorageError where the disk fails it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def held_of(self, person: int) -> Held:
        """How much there is."""

        def count(db: sqlite3.Connection) -> dict[str, int]:
            found = {one.name: int(db.execute(one.count, (person,)).fetchone()[0]) for one in PERSONAL}
            return {name: rows for name, rows in found.items() if rows}

        return Held(await self._database.run(count))

    async def export(self, person: int) -> dict[str, list[dict[str, object]]]:
        """All rows by table, each by its columns, for a JSON file."""

        def read(db: sqlite3.Connection) -> dict[str, list[dict[str, object]]]:
            return {table.name: rows for table in PERSONAL if (rows := _rows(db, table, person))}

        return await self._database.run(read)

    async def forget(self, person: int) -> Held:
        """Delete all of it, and overwrite every byte that is left of it in the file; returns what it was.

        Where the file cannot be overwritten just now, StorageError is raised although the rows are gone; the
        next purge does it.
        """
        held = await self.held_of(person)

        def delete(db: sqlite3.Connection) -> None:
            for table in PERSONAL:
                db.execute(table.forget, (person,))

        await self._database.run(delete)
        await self._database.scrub()
        return held


def _rows(db: sqlite3.Connection, table: PersonalTable, person: int) -> list[dict[str, object]]:
    found = db.execute(table.select, (person,))
    names = [column[0] for column in found.description]
    return [
        {name: _readable(table, name, value) for name, value in zip(names, row, strict=True)}
        for row in found.fetchall()
    ]


def _readable(table: PersonalTable, column: str, value: object) -> object:
    """A value as a person reads it: times as such, documents taken apart, ids as text, as Discord shows them
    (a number of that size is rounded by many programs)."""
    if value is None:
        return None
    if column in table.documents and isinstance(value, str):
        return json.loads(value)
    if column.endswith("_at") and isinstance(value, float):
        return datetime.fromtimestamp(value, UTC).isoformat(timespec="seconds")
    if column.endswith("_id") and isinstance(value, int):
        return str(value)
    return value
