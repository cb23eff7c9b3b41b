"""One build at a time, across processes: a lock that the operating system drops when its owner dies."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import BuildRunning
from index.files import storage_error, storage_errors, write_atomically
from index.report import Builder

LOCK_FILE = "build.lock"
OWNER_FILE = "build.owner.json"  # beside the lock, since a locked file cannot be read everywhere
LOOK_S = 1.0  # after so long it is looked again who builds
OnWait = Callable[[Builder | None], None]


@contextmanager
def build_lock(data_dir: Path, by: str, on_wait: OnWait | None = None) -> Iterator[None]:
    """Hold the build lock of a data folder. Where somebody else holds it, wait until they let go, or, without
    `on_wait`, raise BuildRunning, naming who builds and since when. on_wait: is told who it is, at once and
    when that changes. Raises StorageError where the folder cannot be written."""
    lock = FileLock(data_dir / LOCK_FILE)
    try:
        _acquire(lock, data_dir, on_wait)
    except OSError as error:
        raise storage_error(data_dir, error) from error
    owner = {"by": by, "pid": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
    try:
        with storage_errors(data_dir):
            write_atomically(data_dir / OWNER_FILE, json.dumps(owner).encode())
        yield
    finally:
        with suppress(OSError):  # on a disk that became read-only: the next owner replaces it
            (data_dir / OWNER_FILE).unlink(missing_ok=True)
        lock.release()


def _acquire(lock: FileLock, data_dir: Path, on_wait: OnWait | None) -> None:
    told: list[Builder | None] = []
    while True:
        try:
            lock.acquire(timeout=LOOK_S if told else 0)
        except Timeout:
            builder = _builder(data_dir)
            if on_wait is None:
                raise BuildRunning(
                    f"A build is running already{_said(builder)}.", "Try again when it is done."
                ) from None
            if not told or told[-1] != builder:
                told.append(builder)
                on_wait(builder)
        else:
            return


def is_building(data_dir: Path) -> bool:
    """Whether somebody holds the build lock just now."""
    lock = FileLock(data_dir / LOCK_FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False  # nothing can be written there, so nobody builds
    lock.release()
    return False


def _builder(data_dir: Path) -> Builder | None:
    """Who builds, as far as it is known."""
    try:
        owner = json.loads((data_dir / OWNER_FILE).read_text(encoding="utf-8"))
        return Builder(str(owner["by"]), datetime.fromisoformat(owner["since"]), int(owner["pid"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _said(builder: Builder | None) -> str:
    """`, started by NAME at TIME UTC`."""
    if builder is None:
        return ""
    return f", started by {builder.by} at {builder.since:%H:%M:%S} UTC (process {builder.pid})"
