"""`DATA_DIR/sources.sqlite3`: what is known of pages and feeds. Opened by any process, for as long as a call.

What is in it is in the modules that use it (`pages`); here is how it is opened and how it grew.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import StorageError
from index.files import make_writable_folder, storage_error, storage_errors

FILE = "sources.sqlite3"
BUSY_S = 10.0  # how long another process may take with a write of its own
# Step by step from nothing, each some statements; a file's user_version is how many steps it has. Never
# change one that has been released: add another.
MIGRATIONS = (
    (
        """
    CREATE TABLE pages (
        key TEXT PRIMARY KEY,          -- index/web/identity.py
        url TEXT NOT NULL,
        file TEXT NOT NULL UNIQUE,     -- relative to the articles folder
        etag TEXT,
        last_modified TEXT,
        fetched_at TEXT NOT NULL,      -- last time the server gave an answer, ISO 8601, UTC
        result TEXT NOT NULL,          -- of the last attempt: added, changed, unchanged, or what went wrong
        feed TEXT,                     -- the feed that brought it; NULL: a person did
        removed_at TEXT                -- taken out by a person; a feed does not bring it again
    )""",
        """
    CREATE TABLE other_addresses (
        key TEXT PRIMARY KEY,          -- an address that leads to the page
        page TEXT NOT NULL REFERENCES pages (key) ON DELETE CASCADE
    )""",
    ),
    (
        """
    CREATE TABLE feeds (
        id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: `pages.feed` names it
        key TEXT NOT NULL UNIQUE,              -- index/web/identity.py
        url TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT,
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL,                -- all times ISO 8601, UTC
        due_at TEXT NOT NULL,
        etag TEXT,
        last_modified TEXT,
        asked_s REAL,                          -- how long the feed itself asks to wait
        tried_at TEXT,
        succeeded_at TEXT,
        error TEXT,                            -- of the last attempt; NULL: it went well
        failures INTEGER NOT NULL DEFAULT 0,   -- in a row
        items INTEGER NOT NULL DEFAULT 0,      -- articles that it has brought, in all
        paused_by TEXT,                        -- NULL: it is not paused
        paused_why TEXT
    )""",
        """
    CREATE TABLE feed_items (
        feed INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
        id TEXT NOT NULL,                      -- the item's own, hashed
        page TEXT,                             -- key of its address
        state TEXT NOT NULL,                   -- index/feeds/seen.py
        version TEXT NOT NULL,                 -- what changes when the item does, hashed
        attempts INTEGER NOT NULL DEFAULT 0,
        asked_at TEXT,                         -- when its page was asked for last
        listed_at TEXT NOT NULL,               -- when the feed named it last
        from_feed INTEGER NOT NULL DEFAULT 0,  -- its text is the feed's own, for its page could not be had
        built INTEGER NOT NULL DEFAULT 1,      -- 0: its article waits for a build
        PRIMARY KEY (feed, id)
    )""",
        "CREATE INDEX feed_items_page ON feed_items (feed, page)",
    ),
    (
        # When its server was asked last, whatever came of it; when its article came or changed last; 0: its
        # article waits for a build.
        "ALTER TABLE pages ADD COLUMN asked_at TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE pages ADD COLUMN changed_at TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE pages ADD COLUMN built INTEGER NOT NULL DEFAULT 1",
        "UPDATE pages SET asked_at = fetched_at, changed_at = fetched_at",
        """
    UPDATE pages SET built = 0 WHERE key IN (
        SELECT coalesce(other.page, item.page) FROM feed_items item
        LEFT JOIN other_addresses other ON other.key = item.page WHERE item.built = 0)""",
        "ALTER TABLE feed_items DROP COLUMN built",
    ),
)


@contextmanager
def open_sources(data_dir: Path) -> Iterator[sqlite3.Connection]:
    """A connection in one transaction, which is committed at the end and rolled back by an error.

    Raises StorageError where the file cannot be opened or written, is damaged or of a later version.
    """
    create_sources(data_dir)
    path = data_dir / FILE
    try:
        if path.is_file() and path.stat().st_size == 0:
            raise sqlite3.DatabaseError("it is empty")
        with _opened(path) as connection:
            yield connection
    except sqlite3.Error as error:
        raise _explained(path, error) from error


def create_sources(data_dir: Path) -> None:
    """Make the file where there is none; under another name first, for SQLite takes one that was cut down to
    nothing for a new one. Raises StorageError."""
    make_writable_folder(data_dir)
    path = data_dir / FILE
    if path.exists():
        return
    with storage_errors(data_dir), TemporaryDirectory(dir=data_dir, prefix=f".{FILE}-") as folder:
        made = Path(folder) / FILE
        try:
            with _opened(made):
                pass
            os.link(made, path)
        except FileExistsError:
            return  # another process was quicker
        except sqlite3.Error as error:
            raise storage_error(data_dir, error) from error
        except OSError:  # a file system without hard links
            made.replace(path)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        try:
            _migrate(connection)
            yield connection
        except BaseException:
            with suppress(sqlite3.Error):  # of a damaged file: what went wrong first is told
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _explained(path: Path, error: Exception) -> StorageError:
    if type(error) is sqlite3.DatabaseError:  # not one of its kinds, such as that it is locked
        return StorageError(
            f"{path} is damaged: {error}.",
            "Run `python -m index doctor --repair`: it keeps what can be read of it, and takes up the pages"
            " again that are in the articles folder.",
        )
    return storage_error(path.parent, error)


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the file up to this version, within the caller's transaction."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise StorageError(
            f"{FILE} was written by a later version of this program.", "Update it, or move that file away."
        )
    for number, statements in enumerate(MIGRATIONS[version:], start=version + 1):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
