"""Used by a build's first half: what each file held when it was read, so that only what changed is read anew.

The rules are git's. A file is the same while its stamp (device, inode, size, times) is. A stamp proves
nothing of a file that had changed shortly before it was read, nor where the system gives no time of change;
there the hash of the bytes decides. Texts are not kept here: they stand in the last generation's catalog.

One file, replaced in one step, with a checksum: where it is damaged, or was written by another version of the
code or of a library, everything is read again. A dry run only reads it.
"""

import hashlib
import logging
import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from index.article import ArticleInfo
from index.files import write_atomically
from index.report import Problem

log = logging.getLogger(__name__)
FILE_NAME = "reading.cache"
# A file's time of change moves with the clock of its system: 2 s a step on the coarsest (FAT). A file that is
# written through a memory map may even change for as long as the system holds its pages back, some 30 s.
SETTLED_AFTER_NS = 60_000_000_000
# Elsewhere st_ctime is the time of creation, and a change with its times put back would go unseen.
_KNOWS_CHANGE_TIME = os.name == "posix"


@dataclass(frozen=True, slots=True)
class Listed:
    """A cleaned article without its text: what builds are compared by. `text_key` is the same for articles
    that are copies of one text, `content_hash` only for those that are alike in everything."""

    info: ArticleInfo
    content_hash: str
    text_key: str


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What became of one article of a file: `raw_hash` is of what the reader gave, `cleaned` what cleaning
    made of it, a Problem where nothing was left."""

    id: str
    source: str
    raw_hash: str
    cleaned: Listed | Problem


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the system says of a file without opening it; `changed_ns` cannot be put back by its owner."""

    device: int
    inode: int
    size: int
    modified_ns: int
    changed_ns: int

    @classmethod
    def of(cls, path: Path) -> "Stamp | None":
        """None for what is not a plain file: a link may come to lead elsewhere without changing itself."""
        try:
            found = path.lstat()
        except OSError:
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)

    def is_settled(self, now_ns: int) -> bool:
        """Whether a file with this stamp, read now, could not change later and keep its stamp."""
        return _KNOWS_CHANGE_TIME and self.changed_ns < now_ns - SETTLED_AFTER_NS


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file as it was read: its stamp and whether that alone proves it unchanged, the hash of its bytes,
    and what was found in it, in order."""

    stamp: Stamp
    settled: bool
    digest: str
    found: tuple[ReadArticle | Problem, ...]


@dataclass(frozen=True, slots=True)
class _Content:
    """What stands in the cache file: the key that it is good for, and the records by source."""

    key: str
    files: dict[str, FileRecord]


_CONTENT = TypeAdapter(_Content)


def load_records(data_dir: Path, key: str) -> dict[str, FileRecord]:
    """The records by source; none where there is no cache, or it is damaged or of another key."""
    try:
        data = (data_dir / FILE_NAME).read_bytes()
    except OSError:
        return {}
    checksum, _, body = data.partition(b"\n")
    if checksum != _checksum(body):
        log.warning("%s is damaged; every article is read again.", data_dir / FILE_NAME)
        return {}
    try:
        content = _CONTENT.validate_json(body)
    except ValidationError:
        return {}  # written by another version
    return content.files if content.key == key else {}


def save_records(data_dir: Path, key: str, files: dict[str, FileRecord]) -> None:
    """Replace the cache. That it cannot be written costs the next build some time and nothing else."""
    body = _CONTENT.dump_json(_Content(key, files))
    try:
        write_atomically(data_dir / FILE_NAME, _checksum(body) + b"\n" + body)
    except OSError as error:
        log.warning("What was read could not be remembered: %s", error)


def cache_key(year: int) -> str:
    """Changes with everything but the files that decides what is read from them: this package's code, the
    installed libraries, Python, and the year, by which dates are judged."""
    digest = hashlib.sha256(f"{sys.version}\0{year}".encode())
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*.py")):
        digest.update(f"\0{path.relative_to(package)}\0".encode() + path.read_bytes())
    for folder in map(Path, sys.path):
        with suppress(OSError):
            names = sorted(
                path.name for path in folder.iterdir() if path.suffix in (".dist-info", ".egg-info")
            )
            digest.update("\0".join(names).encode("utf-8", "replace"))
    return digest.hexdigest()


def digest_of(path: Path) -> str:
    """The hash of a file's bytes. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checksum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()
