"""Which items of a feed are known, by their ids and their addresses, and what became of each."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from index.feeds.items import FeedItem
from index.feeds.records import as_text
from index.web.identity import page_key
from index.web.sources_file import open_sources


class State(StrEnum):
    """What became of an item."""

    SAVED = "saved"
    FAILED = "failed"  # is tried again
    GIVEN_UP = "given up"  # until it changes
    OLD = "old"  # was there before its feed was added, and too many newer ones with it
    REMOVED = "removed"  # its article was taken out by somebody


@dataclass(frozen=True, slots=True)
class SeenItem:
    """An item that is known. `id` is `item_key`'s, `page` the key of its address, `version` what changes when
    the item does; `attempts` failed in a row; `from_feed`: its text is the feed's own."""

    id: str
    page: str | None
    state: State
    version: str
    attempts: int
    asked_at: str | None
    from_feed: bool


class Seen:
    """The items of one feed. Every call is a transaction of its own; StorageError where it fails."""

    def __init__(self, data_dir: Path, feed: int) -> None:
        self._data_dir = data_dir
        self._feed = feed

    def every(self) -> tuple[SeenItem, ...]:
        with open_sources(self._data_dir) as db:
            rows = db.execute(
                "SELECT id, page, state, version, attempts, asked_at, from_feed"
                " FROM feed_items WHERE feed = ?",
                (self._feed,),
            ).fetchall()
        return tuple(SeenItem(r[0], r[1], State(r[2]), r[3], r[4], r[5], bool(r[6])) for r in rows)

    def last_listed(self) -> str | None:
        """When the feed was read as a whole last; None where nothing of it is known."""
        with open_sources(self._data_dir) as db:
            (at,) = db.execute(
                "SELECT max(listed_at) FROM feed_items WHERE feed = ?", (self._feed,)
            ).fetchone()
        return None if at is None else str(at)

    def put(self, items: Iterable[SeenItem], now: datetime) -> None:
        """Remember items as they are now. Of a feed that was removed meanwhile nothing is remembered."""
        time = as_text(now)
        rows = [
            (self._feed, i.id, i.page, i.state, i.version, i.attempts, i.asked_at, time, i.from_feed)
            for i in items
        ]
        with open_sources(self._data_dir) as db:
            if db.execute("SELECT 1 FROM feeds WHERE id = ?", (self._feed,)).fetchone() is None:
                return
            db.executemany(
                "INSERT OR REPLACE INTO feed_items (feed, id, page, state, version, attempts, asked_at,"
                " listed_at, from_feed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
            )

    def note_listed(self, ids: Sequence[str], now: datetime, forget_before: datetime) -> None:
        """That the feed still names these; what it has not named since `forget_before` is forgotten."""
        with open_sources(self._data_dir) as db:
            db.executemany(
                "UPDATE feed_items SET listed_at = ? WHERE feed = ? AND id = ?",
                [(as_text(now), self._feed, id_) for id_ in ids],
            )
            db.execute(
                "DELETE FROM feed_items WHERE feed = ? AND listed_at < ?",
                (self._feed, as_text(forget_before)),
            )


def item_key(item: FeedItem) -> str:
    """An item's id as it is kept: of any length and any letters, and so hashed."""
    return _hash(item.id)


def address_key(item: FeedItem) -> str | None:
    """The key of an item's address; None where it has none."""
    try:
        return page_key(item.url) if item.url else None
    except ValueError:
        return None


def version_of(item: FeedItem) -> str:
    """Changes when the item does: by the day of its last change, where it states one, else by its text."""
    if item.updated is not None:
        return _hash(as_text(item.updated))
    return _hash("\n".join((item.title or "", item.content or item.summary or "")))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
