"""Used while building and publishing: files that are either wholly there or not at all."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.errors import StorageError

# Less room than this is none: the vectors of one slab of chunks (index/building/writing.py) take about as
# much.
ROOM_BYTES = 4_000_000


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file in one step: a reader sees the old content or the new, also after a power cut."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def sync_tree(folder: Path) -> None:
    """Bring every file of a folder to the disk."""
    for root, _, names in os.walk(folder):
        for name in names:
            descriptor = os.open(Path(root) / name, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        sync_folder(Path(root))


def sync_folder(folder: Path) -> None:
    """Bring a folder's own entries to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def size_of(*folders: Path) -> int:
    """The bytes of all files in some folders; a file with several names among them counts once."""
    found = {}
    for folder in folders:
        for file in folder.rglob("*"):
            if file.is_file():
                stat = file.stat()
                found[stat.st_dev, stat.st_ino] = stat.st_size
    return sum(found.values())


def keep_to_owner() -> None:
    """What this process and those that it starts create is its owner's alone, whatever the shell says: the
    index, what people asked, exports. Articles are not: `make_shared_folder`."""
    os.umask(0o077)


def make_shared_folder(folder: Path) -> None:
    """Create a folder of the articles, and those above it that are missing, for others to read as well."""
    if folder.is_dir():
        return
    make_shared_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)


def is_open_to_others(folder: Path) -> bool:
    """Whether others than the owner may look into a folder."""
    return os.name == "posix" and bool(folder.stat().st_mode & 0o077)


def make_writable_folder(folder: Path) -> None:
    """Create the folder if need be. Raises StorageError where nothing can be written in it."""
    with storage_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write-test"  # always the same name: one that a kill leaves is not there for ever
        probe.touch()
        probe.unlink(missing_ok=True)


@contextmanager
def storage_errors(folder: Path) -> Iterator[None]:
    """Turn the operating system's errors about a place into a StorageError that says what to do."""
    try:
        yield
    except OSError as error:
        raise storage_error(folder, error) from error


def storage_error(folder: Path, error: Exception) -> StorageError:
    """What to tell about an error while writing below `folder`."""
    if is_disk_full(error):
        return disk_full(folder)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    if isinstance(error, shutil.Error):  # of a copied folder: one entry a file, with its reason
        reason = str(error.args[0][0][-1])
    return StorageError(f"{folder} cannot be written: {reason}.", "Check DATA_DIR and who may write there.")


def disk_full(folder: Path) -> StorageError:
    """What to tell where the disk of a folder is full."""
    return StorageError(f"The disk of {folder} is full.", "Free some space, then build again.")


def write_fault(folder: Path, size_bytes: int = ROOM_BYTES) -> OSError | None:
    """What the system says when a file of that size is written in the folder; None where it can be."""
    probe = folder / ".room-test"
    try:
        probe.write_bytes(bytes(size_bytes))
    except OSError as error:
        return error
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return None


def is_disk_fault(error: BaseException) -> bool:
    """Whether an error comes from the disk, as the system, SQLite or an embedded Chroma tell it. Of a write
    that failed Chroma says only what it was about, in errors of its own."""
    is_chroma = type(error).__module__.startswith("chromadb.")
    return isinstance(error, OSError | sqlite3.Error) or is_chroma


def is_disk_full(error: BaseException) -> bool:
    """Whether an error of the system, SQLite or Chroma means that the disk (or a quota) is full."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return True
    text = str(error).lower()
    return "disk is full" in text or "no space left" in text or "(code: 13)" in text
