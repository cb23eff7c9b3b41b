"""Part of a generation: the checksum that stands in each row, compared before anything is made of the row.

A disk that changes a bit of a text gives no error, and SQLite has no checksums of its own: without these a
quote, a title or a date would be shown as it never stood. Rows of generations from before have none.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from index.errors import IndexDamaged

# Each search compares some 150 rows, 1 ms of work. By chance one change in 2^64 would go unseen.
_BYTES = 8
Value = str | int | bytes | None


def row_checksum(*values: Value) -> bytes:
    """The same only for the same values in the same order, with any version of Python."""
    head = json.dumps([len(value) if isinstance(value, bytes) else value for value in values])
    digest = blake2b(head.encode(), digest_size=_BYTES)
    for value in values:
        if isinstance(value, bytes):
            digest.update(value)
    return digest.digest()


def check_row(found: object, path: Path, *values: Value) -> None:
    """Raise IndexDamaged where a row of the file does not hold what was written into it. found: its
    checksum."""
    if found != row_checksum(*values):
        raise damaged(path, "a row is not as it was written")


def damaged(path: Path, reason: object) -> IndexDamaged:
    """What to tell of a file of a generation that cannot be read as it was written."""
    name = f"{path.parent.name}/{path.name}"
    return IndexDamaged(
        f"The file {name} of the index is damaged: {reason}.",
        "Run `python -m index build`, which makes a new index; `python -m index doctor` says what is wrong.",
    )


@contextmanager
def parsing(path: Path) -> Iterator[None]:
    """Turn what the parsers of values raise into IndexDamaged: nobody wrote such values."""
    try:
        yield
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
        raise damaged(path, f"{type(error).__name__} in a row") from error
