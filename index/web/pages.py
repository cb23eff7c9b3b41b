"""What is remembered of each page that was saved: where it came from, and what its server said of it."""

import sqlite3
from dataclasses import astuple, dataclass, fields
from datetime import datetime
from pathlib import Path

from index.web.sources_file import open_sources


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page. `file` is relative to the articles folder; `fetched_at` is when its server answered last,
    `asked_at` when it was asked last, `changed_at` when the article came or changed last; `result` says what
    became of the last attempt, `feed` which feed brought it; `removed_at` since when nobody wants it;
    `built` is False while the article waits for a build. Times are ISO 8601, UTC."""

    key: str
    url: str
    file: str
    etag: str | None
    last_modified: str | None
    fetched_at: str
    result: str
    feed: str | None = None
    removed_at: str | None = None
    asked_at: str = ""
    changed_at: str = ""
    built: bool = True


_COLUMNS = ", ".join(field.name for field in fields(PageRecord))
_MARKS = ", ".join("?" for _ in fields(PageRecord))


class Pages:
    """The pages of a data folder. Every call is a transaction of its own; StorageError where it fails."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir

    def find(self, key: str) -> PageRecord | None:
        """The page with this key, or the one that this address has led to."""
        with open_sources(self._data_dir) as db:
            row = db.execute(f"SELECT {_COLUMNS} FROM pages WHERE key = ?", (key,)).fetchone()  # noqa: S608
            if row is None:
                row = db.execute(
                    f"SELECT {_COLUMNS} FROM pages WHERE key ="  # noqa: S608
                    " (SELECT page FROM other_addresses WHERE key = ?)",
                    (key,),
                ).fetchone()
        return _record(row)

    def every(self) -> tuple[PageRecord, ...]:
        """All pages that nobody has removed, in the order of their addresses."""
        with open_sources(self._data_dir) as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM pages WHERE removed_at IS NULL ORDER BY url"  # noqa: S608
            ).fetchall()
        return tuple(_of(row) for row in rows)

    def of_feed(self, feed: str) -> tuple[PageRecord, ...]:
        """The pages that a feed brought and that nobody has removed."""
        return tuple(page for page in self.every() if page.feed == feed)

    def forget(self, key: str) -> None:
        """As if the page had never been saved. Its file is for the caller to take away."""
        with open_sources(self._data_dir) as db:
            db.execute("DELETE FROM pages WHERE key = ?", (key,))

    def put(self, record: PageRecord, *, also: frozenset[str] = frozenset()) -> None:
        """Remember a page, in place of what was known of it. also: keys of other addresses that led to it."""
        with open_sources(self._data_dir) as db:
            db.execute("DELETE FROM pages WHERE file = ? AND key != ?", (record.file, record.key))
            updates = ", ".join(f"{f.name} = excluded.{f.name}" for f in fields(record) if f.name != "key")
            db.execute(
                f"INSERT INTO pages ({_COLUMNS}) VALUES ({_MARKS})"  # noqa: S608
                f" ON CONFLICT (key) DO UPDATE SET {updates}",
                astuple(record),
            )
            db.executemany(
                "INSERT OR REPLACE INTO other_addresses (key, page) VALUES (?, ?)",
                [(key, record.key) for key in also if key != record.key],
            )

    def note(self, key: str, result: str, now: str) -> None:
        """What became of an attempt, where the page itself stays as it was."""
        with open_sources(self._data_dir) as db:
            db.execute("UPDATE pages SET result = ?, asked_at = ? WHERE key = ?", (result, now, key))

    def from_feeds(self) -> frozenset[str]:
        """The keys of pages that could not be had, whose feeds' own text stands in for them."""
        with open_sources(self._data_dir) as db:
            rows = db.execute("SELECT page FROM feed_items WHERE from_feed = 1 AND page IS NOT NULL")
            return frozenset(str(row[0]) for row in rows)

    def any_waits(self) -> bool:
        """Whether an article came or changed, and no build has been made since."""
        with open_sources(self._data_dir) as db:
            rows = db.execute("SELECT 1 FROM pages WHERE built = 0 AND removed_at IS NULL LIMIT 1")
            return rows.fetchone() is not None

    def note_built(self, begun: datetime) -> None:
        """That a build which began then has taken in what was there before."""
        with open_sources(self._data_dir) as db:
            time = begun.isoformat(timespec="seconds")
            db.execute("UPDATE pages SET built = 1 WHERE built = 0 AND asked_at <= ?", (time,))

    def mark_removed(self, file: str, now: datetime) -> bool:
        """Remember that somebody took the file out; whether it was a page's."""
        with open_sources(self._data_dir) as db:
            done = db.execute(
                "UPDATE pages SET removed_at = ? WHERE file = ?",
                (now.isoformat(timespec="seconds"), file),
            )
            return done.rowcount > 0


def _record(row: sqlite3.Row | None) -> PageRecord | None:
    return None if row is None else _of(row)


def _of(row: sqlite3.Row) -> PageRecord:
    return PageRecord(**{**row, "built": bool(row["built"])})
