"""The file that a moved index is: a ZIP with `footnote-index.json`, which names every other entry with its
size and SHA-256, and those: the catalog, the vectors, the keyword index, and articles if asked for.

Whoever sends such a file may have made it to harm. So its names are only compared with what may be there,
and no path is made of one that is not; an entry is read no further than the size that was said, and nothing
is written before there is room for all of it.
"""

import hashlib
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from pydantic import TypeAdapter, ValidationError

from index.errors import ArchiveError
from index.files import disk_full, storage_errors
from index.generation import catalog, history
from index.generation.generation import GenerationInfo

FORMAT = 1
HEAD = "footnote-index.json"
HEAD_BYTES = 64_000_000  # names and hashes of half a million articles
ARTICLES = "articles/"
PIECE_BYTES = 1 << 20
# Texts pack to about a third, vectors hardly; zeros pack a thousand times.
_HIGHEST_RATIO = 50
_BOMB_FROM_BYTES = 100_000_000
# All that a generation's folder may get from an archive. Chroma's files are not among it: they are written
# from the catalog's vectors.
PART = re.compile(
    r"catalog\.sqlite|history\.sqlite|vectors/\d{8}\.sqlite|keyword/[a-z0-9_]{1,40}(\.[a-z0-9_]{1,40}){0,3}\.(npy|json)"
)
RESERVED = re.compile(r"[\x00-\x1f<>:\"|?*\\]")
OnBytes = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in the archive."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Head:
    """What `footnote-index.json` says. `parts` by their places in a generation's folder, `articles` by theirs
    in the articles folder."""

    format: int
    generation: GenerationInfo
    parts: dict[str, Entry]
    articles: dict[str, Entry] = field(default_factory=dict)

    @property
    def size_bytes(self) -> int:
        """All of it, unpacked."""
        return sum(entry.size for entry in (*self.parts.values(), *self.articles.values()))


HEAD_JSON = TypeAdapter(Head)


def read_head(archive: zipfile.ZipFile) -> Head:
    """The head, with every name in it allowed. Raises ArchiveError where it is not one of ours."""
    try:
        with archive.open(HEAD) as file:
            data = file.read(HEAD_BYTES + 1)
        if len(data) > HEAD_BYTES:
            raise ArchiveError(f"{HEAD} in it is too large.")
        head = HEAD_JSON.validate_json(data)
    except KeyError:
        raise ArchiveError(f"It has no {HEAD}, so `python -m index export` did not make it.") from None
    except (ValidationError, zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise ArchiveError(f"{HEAD} in it cannot be read ({type(error).__name__}).") from error
    _check_names(head)
    return head


def _check_names(head: Head) -> None:
    if head.format != FORMAT:
        raise ArchiveError(f"It is of format {head.format}, and this version reads format {FORMAT}.")
    for name in head.parts:
        if not PART.fullmatch(name):
            raise ArchiveError(f"It names a part that no index has: {name!r}.")
    if missing := {catalog.FILE_NAME, history.FILE_NAME} - head.parts.keys():
        raise ArchiveError(f"It names no {min(missing)}.")
    for name in head.articles:
        if not is_safe(name):
            raise ArchiveError(f"It names an article file that leads elsewhere: {name!r}.")
    if any(entry.size < 0 for entry in (*head.parts.values(), *head.articles.values())):
        raise ArchiveError("It gives a size below zero.")


def is_safe(name: str) -> bool:
    """Whether a name stays below the folder that it is for, on any system, and is no hidden file."""
    parts = name.split("/")
    return (
        0 < len(name) < 1000
        and not RESERVED.search(name)
        and all(part and not part.startswith(".") and not part.endswith((".", " ")) for part in parts)
    )


def unpack(
    archive: zipfile.ZipFile, entries: dict[str, Entry], prefix: str, folder: Path, on_bytes: OnBytes
) -> None:
    """Write these entries below the folder. Raises ArchiveError where one is not what the head says, or all
    are far larger than packed, StorageError where the disk has no room for them."""
    total = sum(entry.size for entry in entries.values())
    if shutil.disk_usage(folder).free < total:
        raise disk_full(folder)
    packed = Path(archive.filename or "").stat().st_size
    if total > max(_BOMB_FROM_BYTES, _HIGHEST_RATIO * packed):
        raise ArchiveError(f"It would unpack to {total / 1e6:,.0f} MB, far more than an index of its size.")
    done = 0
    for name, entry in entries.items():
        target = folder.joinpath(*name.split("/"))
        with storage_errors(folder):
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                for piece in _pieces(archive, prefix + name, entry):
                    file.write(piece)
                    done += len(piece)
                    on_bytes(done, total)


def _pieces(archive: zipfile.ZipFile, name: str, entry: Entry) -> Iterator[bytes]:
    digest = hashlib.sha256()
    left = entry.size
    try:
        info = archive.getinfo(name)
        if info.file_size != entry.size:
            raise ArchiveError(f"{name} in it has not the size that was said.")
        with archive.open(info) as file:
            while piece := file.read(min(PIECE_BYTES, left + 1)):
                left -= len(piece)
                if left < 0:
                    raise ArchiveError(f"{name} in it has not the size that was said.")
                digest.update(piece)
                yield piece
    except KeyError:
        raise ArchiveError(f"{name} is missing in it.") from None
    except (zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError) as error:
        raise ArchiveError(f"{name} in it is damaged ({type(error).__name__}).") from error
    if digest.hexdigest() != entry.sha256:
        raise ArchiveError(f"{name} in it is damaged: its hash is another.")


def digest_of(file: IO[bytes]) -> Entry:
    """Size and hash of what is in a file."""
    digest, size = hashlib.sha256(), 0
    while piece := file.read(PIECE_BYTES):
        digest.update(piece)
        size += len(piece)
    return Entry(size, digest.hexdigest())
