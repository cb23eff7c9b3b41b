"""Beneath the store: a generation's vectors opened from a disk that cannot be written.

Chroma writes a little into its SQLite file as it opens it, also to read no more. Where the disk is full or
read-only, that file is copied to a temporary folder (26 MB at 12,000 chunks), and what Chroma only reads is
linked there.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from index.vector_store.chroma_client import FOLDER_NAME


def stand_in_for(folder: Path) -> "TemporaryDirectory[str]":
    """A folder that can be opened in the place of a generation's; to be cleaned up by who asked for it.
    Raises OSError where the temporary disk has no room either."""
    made = TemporaryDirectory(prefix="footnote-")
    try:
        place = Path(made.name) / FOLDER_NAME
        place.mkdir()
        for entry in (folder / FOLDER_NAME).iterdir():
            if entry.is_dir():
                (place / entry.name).symlink_to(entry.resolve(), target_is_directory=True)
            else:
                shutil.copyfile(entry, place / entry.name)
    except BaseException:
        made.cleanup()
        raise
    return made
