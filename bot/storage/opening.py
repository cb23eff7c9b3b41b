"""Beneath the database: the bot's SQLite file opened, created, brought up to date, or only read."""

import os
import sqlite3
import time
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from bot.storage.migrations import MIGRATIONS

BUSY_S = 2.0  # how long to wait for another process that writes; a reply must not wait longer


def cannot_be_written(path: Path) -> bool:
    """Whether a file that is there lies on a disk, or in a folder, where nothing can be written."""
    if not path.is_file():
        return False
    try:
        with NamedTemporaryFile(dir=path.parent):
            return False
    except OSError:
        return True


def open_read_only(path: Path) -> sqlite3.Connection:
    """The file as it stands, without what SQLite writes beside one that it reads. Raises sqlite3.Error where
    a part of it stands beside it, or where it is no file of this version or an older one."""
    beside = path.with_name(f"{path.name}-wal")
    if beside.exists() and beside.stat().st_size:
        raise sqlite3.OperationalError("its last changes stand in a file beside it")
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    try:
        _refuse_newer(_version(connection))
    except BaseException:
        connection.close()
        raise
    return connection


def open_file(path: Path) -> sqlite3.Connection:
    """Open the file, create it where it is missing, and bring its tables up to date."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _create(path)
    elif path.stat().st_size == 0:
        raise sqlite3.DatabaseError("it is empty, and it never was; where nothing was in it, delete it")
    return _opened(path)


def _create(path: Path) -> None:
    """Make the file under another name first: SQLite takes an empty file for a new one, so that a file which
    was cut down to nothing would be one without anybody's settings."""
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}-") as folder:
        made = Path(folder) / path.name
        _opened(made).close()
        try:
            os.link(made, path)
        except FileExistsError:
            return  # another process was quicker
        except OSError:  # a file system without hard links
            made.replace(path)


def _opened(path: Path) -> sqlite3.Connection:
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
    _refuse_newer(version)


def _refuse_newer(version: int) -> None:
    if version > len(MIGRATIONS):
        raise sqlite3.DatabaseError("it was written by a newer version of this bot")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
