"""Around a build: what the system, SQLite or Chroma say of a disk, in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager

from index.building.cleanup import remove_generation
from index.errors import FootnoteError, IndexUnavailable
from index.files import (
    disk_full,
    is_disk_fault,
    is_disk_full,
    storage_error,
    write_fault,
)
from index.generation.generation import (
    unfinished_folders,
)
from index.settings import IndexSettings


@contextmanager
def disk_errors(settings: IndexSettings) -> Iterator[None]:
    """Say in plain words what the system, SQLite or Chroma say when the disk is full, broken or read-only;
    and do not keep a full disk full with what the build left. Raises StorageError."""
    try:
        yield
    except Exception as error:
        if isinstance(error, FootnoteError) and not isinstance(error, IndexUnavailable):
            raise
        # Of a full or read-only disk Chroma often says no more than that it could not compact, or could not
        # open what was just copied: we look.
        fault = write_fault(settings.data_dir)
        if is_disk_full(error) or (fault and is_disk_full(fault)):
            for folder in unfinished_folders(settings.data_dir):
                remove_generation(settings, folder.name)
            raise disk_full(settings.data_dir) from error
        if not (fault or is_disk_fault(error)):
            raise
        raise storage_error(settings.data_dir, fault or error) from error
