"""What is remembered of each feed: its address, its health and when it is due. The items are in `seen`."""

from dataclasses import astuple, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from index.web.sources_file import open_sources


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its health. Times are ISO 8601, UTC; what has not happened yet is None.

    `error` is that of the last attempt, None where it went well; `failures` how many there were in a row;
    `items` how many articles it has brought; `paused_by` who paused it, None where it is not paused.
    """

    id: int
    key: str
    url: str
    kind: str
    title: str | None
    added_by: str
    added_at: str
    due_at: str
    etag: str | None = None
    last_modified: str | None = None
    asked_s: float | None = None
    tried_at: str | None = None
    succeeded_at: str | None = None
    error: str | None = None
    failures: int = 0
    items: int = 0
    paused_by: str | None = None
    paused_why: str | None = None

    @property
    def name(self) -> str:
        """What people call it: its title, else its address."""
        return self.title or self.url


_NAMES = tuple(field.name for field in fields(Feed))
_COLUMNS = ", ".join(_NAMES)
_OF_A_ROUND = tuple(name for name in _NAMES if name != "id" and not name.startswith(("paused", "added")))


class Feeds:
    """The feeds of a data folder. Every call is a transaction of its own; StorageError where it fails."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir

    def every(self) -> tuple[Feed, ...]:
        """All of them, oldest first."""
        with open_sources(self._data_dir) as db:
            rows = db.execute(f"SELECT {_COLUMNS} FROM feeds ORDER BY id").fetchall()  # noqa: S608
        return tuple(Feed(*row) for row in rows)

    def find(self, id_: int) -> Feed | None:
        with open_sources(self._data_dir) as db:
            row = db.execute(f"SELECT {_COLUMNS} FROM feeds WHERE id = ?", (id_,)).fetchone()  # noqa: S608
        return None if row is None else Feed(*row)

    def of_key(self, key: str) -> Feed | None:
        """The feed at this address (`page_key`)."""
        with open_sources(self._data_dir) as db:
            row = db.execute(f"SELECT {_COLUMNS} FROM feeds WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return None if row is None else Feed(*row)

    def add(self, *, key: str, url: str, kind: str, title: str | None, by: str, now: datetime) -> Feed:
        """Remember a new feed, due at once. Where there is one at this address already, that one."""
        with open_sources(self._data_dir) as db:
            db.execute(
                "INSERT INTO feeds (key, url, kind, title, added_by, added_at, due_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
                (key, url, kind, title, by, as_text(now), as_text(now)),
            )
            row = db.execute(f"SELECT {_COLUMNS} FROM feeds WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return Feed(*row)

    def put(self, feed: Feed) -> None:
        """Remember a feed as it is after a round.

        A feed that was removed meanwhile stays so, one that somebody paused meanwhile stays paused, and
        an address that another feed has by now is not taken.
        """
        values = dict(zip(_NAMES, astuple(feed), strict=True))
        with open_sources(self._data_dir) as db:
            other = db.execute(
                "SELECT 1 FROM feeds WHERE key = ? AND id != ?", (feed.key, feed.id)
            ).fetchone()
            kept = [n for n in _OF_A_ROUND if not (other and n in ("key", "url"))]
            updates = ", ".join(f"{name} = ?" for name in kept)
            given = (*(values[name] for name in kept), feed.id)
            db.execute(f"UPDATE feeds SET {updates} WHERE id = ?", given)  # noqa: S608

    def pause(self, id_: int, *, by: str, why: str | None = None) -> bool:
        """Ask it no more until it is resumed; whether there is such a feed. Who paused it first, stays."""
        with open_sources(self._data_dir) as db:
            db.execute(
                "UPDATE feeds SET paused_by = ?, paused_why = ? WHERE id = ? AND paused_by IS NULL",
                (by, why, id_),
            )
            return db.execute("SELECT 1 FROM feeds WHERE id = ?", (id_,)).fetchone() is not None

    def resume(self, id_: int, now: datetime) -> bool:
        """Ask it again, from now on and as if it had never failed; whether there is such a feed."""
        with open_sources(self._data_dir) as db:
            done = db.execute(
                "UPDATE feeds SET paused_by = NULL, paused_why = NULL, failures = 0, due_at = ? WHERE id = ?",
                (as_text(now), id_),
            )
            return done.rowcount > 0

    def remove(self, id_: int) -> None:
        """Forget a feed and what it has shown. Its articles stay."""
        with open_sources(self._data_dir) as db:
            db.execute("DELETE FROM feeds WHERE id = ?", (id_,))

    def next_due(self) -> datetime | None:
        """When the first feed is due, or something that was brought waits for a build; None: never."""
        with open_sources(self._data_dir) as db:
            (due,) = db.execute("SELECT min(due_at) FROM feeds WHERE paused_by IS NULL").fetchone()
        return None if due is None else datetime.fromisoformat(due)


def as_text(moment: datetime) -> str:
    """A moment as it is kept: ISO 8601, UTC, to the second, so that the text's order is that of time."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")
