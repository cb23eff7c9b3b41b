"""One build at a time, across processes: a lock that the operating system drops when its owner dies."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import BuildRunning
from index.files import storage_error, storage_errors, write_atomically

LOCK_FILE = "build.lock"
OWNER_FILE = "build.owner.json"  # beside the lock, since a locked file cannot be read everywhere


@contextmanager
def build_lock(data_dir: Path, by: str) -> Iterator[None]:
    """Hold the build lock of a data folder. Raises BuildRunning, naming who builds and since
    when, and StorageError where the folder cannot be written."""
    lock = FileLock(data_dir / LOCK_FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BuildRunning(
            f"A build is running already{_owner(data_dir)}.", "Try again when it is done."
        ) from None
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


def _owner(data_dir: Path) -> str:
    """`, started by NAME at TIME UTC`, as far as it is known."""
    try:
        owner = json.loads((data_dir / OWNER_FILE).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(owner["since"])
        return f", started by {owner['by']} at {since:%H:%M:%S} UTC (process {owner['pid']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
