"""Where `sources.sqlite3` is damaged or gone: what can be read of it is kept, and the pages that lie in the
articles folder are known again, so that a refresh asks for them and a feed does not bring them twice."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.files import storage_errors
from index.reading.html import saved_from
from index.report import SourceOutcome
from index.web.identity import page_key
from index.web.kinds import Kind
from index.web.naming import WEB_FOLDER, file_for
from index.web.pages import PageRecord, Pages
from index.web.sources_file import FILE, create_sources, open_sources

log = logging.getLogger(__name__)
SET_ASIDE = f"{FILE}.damaged"
# Those that others name first.
TABLES = ("feeds", "pages", "other_addresses", "feed_items")
_HEAD_BYTES = 10_000  # of a saved page; its first line says where it came from


@dataclass(frozen=True, slots=True)
class Restored:
    """How many pages and feeds could be read, and how many pages were taken up from their files."""

    pages: int
    feeds: int
    taken_up: int


def restore_sources(articles_dir: Path, data_dir: Path) -> Restored:
    """Put a new file in the place of the damaged one, which is kept as SET_ASIDE. Raises StorageError."""
    path, aside = data_dir / FILE, data_dir / SET_ASIDE
    with storage_errors(data_dir):
        for beside in ("", "-wal", "-shm"):
            old = path.with_name(path.name + beside)
            if old.exists():
                old.replace(aside.with_name(aside.name + beside))
    create_sources(data_dir)
    with open_sources(data_dir) as db:
        kept = {table: _salvage(aside, table, db) for table in TABLES}
    taken_up = take_up_pages(articles_dir, data_dir)
    log.warning(
        "%s is made anew: %d pages and %d feeds could be read of the damaged one, which is %s now;"
        " %d pages were taken up from the articles folder.",
        path, kept["pages"], kept["feeds"], aside.name, taken_up,
    )  # fmt: skip
    return Restored(kept["pages"], kept["feeds"], taken_up)


def take_up_pages(articles_dir: Path, data_dir: Path) -> int:
    """Remember the saved pages of the articles folder that nothing is known of; how many. Of a document (a
    PDF, say) nobody can tell where it came from: it stays an article, and is not asked for again."""
    pages = Pages(data_dir)
    taken_up = 0
    for path in sorted((articles_dir / WEB_FOLDER).rglob(f"*{Kind.HTML}")):
        url, file = _address_of(path), path.relative_to(articles_dir).as_posix()
        if url is None:
            continue
        key = page_key(url)
        # The name holds a hash of the key: what somebody else put there has another one.
        if file == file_for(url, key, Kind.HTML) and pages.find(key) is None:
            saved_at = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
            pages.put(
                PageRecord(
                    key, url, file, None, None, saved_at, SourceOutcome.ADDED,
                    asked_at=saved_at, changed_at=saved_at,
                )
            )  # fmt: skip
            taken_up += 1
    return taken_up


def _address_of(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return saved_from(file.read(_HEAD_BYTES).decode("utf-8", "replace"))
    except OSError:
        return None


def _salvage(damaged: Path, table: str, target: sqlite3.Connection) -> int:
    """Copy the rows of a table that can be read; how many."""
    columns = [str(row[1]) for row in target.execute(f"PRAGMA table_info({table})")]
    found = {row[0]: row for row in _readable_rows(damaged, table, columns)}
    kept = 0
    for row in found.values():
        marks = ", ".join("?" * len(columns))
        with suppress(sqlite3.Error):  # what cannot be as it is read
            kept += target.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row[1:]).rowcount  # noqa: S608
    return kept


def _readable_rows(damaged: Path, table: str, columns: list[str]) -> Iterator[tuple[object, ...]]:
    """The rows before a part that cannot be read, and those behind it, each after its number."""
    if not damaged.exists():
        return
    try:
        # The last changes may stand beside it; reading brings them in.
        with closing(sqlite3.connect(damaged)) as db:
            there = [str(row[1]) for row in db.execute(f"PRAGMA table_info({table})")]
            if not set(columns) <= set(there):
                return
            for order in ("ASC", "DESC"):
                with suppress(sqlite3.Error):
                    yield from db.execute(
                        f"SELECT rowid, {', '.join(columns)} FROM {table} ORDER BY rowid {order}"  # noqa: S608
                    )
    except sqlite3.Error as error:
        log.info("Nothing of %s can be read: %s", table, error)


def are_known(data_dir: Path) -> bool:
    """Whether there is a file of sources; without one every saved page is unknown."""
    return os.path.lexists(data_dir / FILE)
