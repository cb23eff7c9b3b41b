"""Part of a generation: the vectors of its texts by key, in a few SQLite files that generations share.

They are most of an index, and a new generation needs nearly all of those of the last one. So its own file
holds what was embedded for it, and the older files are hard links to the last generation's: no file is
written after its generation is published, so it does not matter who else has it, and it goes with the last.
Files stay few and mostly in use by being merged into the newest: each is more than MERGE_RATIO times as large
as all newer ones together, and three quarters of it are used.

They stand here as well as in Chroma so that the next build can reuse them whatever happened to the store, and
so that sentences can be compared with a question without a search.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Self

import numpy as np

from index.embedding.embedder import Embedded
from index.errors import IndexDamaged
from index.generation.row_checksums import check_row, damaged, parsing, row_checksum

FOLDER_NAME = "vectors"
Row = tuple[Any, ...]  # as SQLite gives it
# At 4, a collection of 62,000 chunks that grows by ten at a time has seven files at most, and each vector is
# written again some ten times in its life.
MERGE_RATIO = 4
USED_SHARE = 0.75
_SCHEMA = """
CREATE TABLE vectors (key TEXT PRIMARY KEY, vector BLOB NOT NULL, sentences BLOB, checksum BLOB NOT NULL)
"""
_PARAMETERS = 500  # placeholders a statement, well under SQLite's limit in old versions (999)


class VectorFile:
    """One of them, open."""

    def __init__(self, db: sqlite3.Connection, path: Path, *, written: bool = False) -> None:
        """written: it still is, and an error is no damage. Raises sqlite3.Error where it is none."""
        self.db = db
        self.path = path
        self._written = written
        columns = {row[1] for row in db.execute("PRAGMA table_info(vectors)")}
        if "vector" not in columns:
            raise sqlite3.DatabaseError("it holds no vectors")
        self._checked = "checksum" in columns  # older ones have no checksums

    @classmethod
    def open(cls, path: Path, *, mode: str = "ro&immutable=1") -> Self:
        """A file that nobody writes any more: SQLite takes no locks then, and writes nothing."""
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, check_same_thread=False)
        try:
            return cls(db, path)
        except sqlite3.Error:
            db.close()
            raise

    def having(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that have vectors."""
        return {str(row[0]) for row in self._rows("SELECT key FROM vectors WHERE key IN", keys)}

    def get(self, keys: Sequence[str]) -> Iterator[tuple[str, Embedded]]:
        """(key, vectors) for those of the keys that have some. Raises IndexDamaged for what is not as it was
        written."""
        columns = "key, vector, sentences" + (", checksum" if self._checked else "")
        for row in self._rows(f"SELECT {columns} FROM vectors WHERE key IN", keys):  # noqa: S608  our own names
            with parsing(self.path):
                if self._checked:
                    check_row(row[3], self.path, *row[:3])
                yield str(row[0]), _embedded(row[1], row[2])

    def salvaged(self, keys: Sequence[str]) -> Iterator[tuple[str, Embedded]]:
        """The same of a file that may be damaged: what is whole of it."""
        for key in keys:
            with suppress(IndexDamaged):
                yield from list(self.get([key]))

    def _rows(self, statement: str, keys: Sequence[str]) -> Iterator[Row]:
        for at in range(0, len(keys), _PARAMETERS):
            some = list(keys[at : at + _PARAMETERS])
            try:
                with closing(self.db.execute(f"{statement} ({','.join('?' * len(some))})", some)) as rows:
                    yield from rows
            except sqlite3.Error as error:
                if self._written:
                    raise
                raise damaged(self.path, error) from error


class VectorFiles:
    """The vector files of one generation, for reading."""

    def __init__(self, files: Sequence[VectorFile]) -> None:
        """files: the newest first."""
        self._files = list(files)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Those of a published generation. folder: the generation's own. Raises IndexDamaged."""
        files: list[VectorFile] = []
        for path in _newest_first(folder):
            try:
                files.append(VectorFile.open(path))
            except sqlite3.Error as error:
                cls(files).close()
                raise damaged(path, error) from error
        return cls(files)

    @classmethod
    def open_leftover(cls, folder: Path) -> Self:
        """Those of an interrupted build, or of a damaged generation, as far as they open."""
        files = []
        for path in _newest_first(folder):
            # A shared file must not be touched; of a build's own one the journal is played back.
            is_unfinished = path.stat().st_nlink == 1 and path.with_name(f"{path.name}-journal").exists()
            mode = "rw" if is_unfinished else "ro&immutable=1"
            with suppress(sqlite3.Error):
                files.append(VectorFile.open(path, mode=mode))
        return cls(files)

    def close(self) -> None:
        for file in self._files:
            file.db.close()

    def having(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that have vectors."""
        found: set[str] = set()
        for file in self._files:
            found |= file.having([key for key in keys if key not in found])
        return found

    def get(self, keys: Sequence[str]) -> Iterator[tuple[str, Embedded]]:
        """(key, vectors) for those of the keys that have some, each once. Raises IndexDamaged where a file is
        not as it was written."""
        found: set[str] = set()
        for file in self._files:
            for key, vectors in file.get([key for key in dict.fromkeys(keys) if key not in found]):
                found.add(key)
                yield key, vectors

    def salvaged(self, keys: Sequence[str]) -> Iterator[tuple[str, Embedded]]:
        """The same, as far as the files are whole."""
        found: set[str] = set()
        for file in self._files:
            for key, vectors in file.salvaged([key for key in dict.fromkeys(keys) if key not in found]):
                found.add(key)
                yield key, vectors


class VectorFilesWriter(VectorFiles):
    """The vector files of a generation that is being built: the last one's, and one of its own."""

    def __init__(self, folder: Path, last: Path | None) -> None:
        """folder: the generation's own; last: that of the generation to start from, None for none."""
        self._folder = folder / FOLDER_NAME
        self._folder.mkdir()
        shared = _newest_first(last) if last else []
        for path in shared:
            _share(path, self._folder / path.name)
        number = int(shared[0].stem) + 1 if shared else 1
        self._path = self._folder / f"{number:08}.sqlite"
        own = sqlite3.connect(self._path, isolation_level="DEFERRED")
        # Everything is synced once, when the generation is finished. The journal on disk (the default) still
        # keeps the file whole when the process is killed, so the next build can take vectors from it.
        own.execute("PRAGMA synchronous = OFF")
        own.execute(_SCHEMA)
        self._own = VectorFile(own, self._path, written=True)
        super().__init__([self._own, *(VectorFile.open(self._folder / path.name) for path in shared)])

    def commit(self) -> None:
        if self._own in self._files:
            self._own.db.commit()

    def add(self, key: str, embedded: Embedded) -> None:
        """Store a text's vectors under its key; the same key again changes nothing."""
        sentences = None if embedded.sentences is None else embedded.sentences.tobytes()
        vector = embedded.vector.astype(np.float32).tobytes()
        row = (key, vector, sentences)
        self._own.db.execute("INSERT OR IGNORE INTO vectors VALUES (?, ?, ?, ?)", (*row, row_checksum(*row)))

    def tidy(self, used: Callable[[Sequence[str]], set[str]]) -> None:
        """Merge files until they are few and mostly in use, and leave no empty one. used: which of some keys
        are in use."""
        size = _count(self._own)
        for file in self._files[1:]:
            keys = [str(row[0]) for row in file.db.execute("SELECT key FROM vectors")]
            in_use = used(keys)
            if len(in_use) > MERGE_RATIO * size and len(in_use) >= USED_SHARE * len(keys):
                size += len(in_use)
                continue
            for key, vectors in file.get(sorted(in_use)):
                self.add(key, vectors)
            size += len(in_use)
            self._remove(file)
        self._own.db.commit()
        if _count(self._own) == 0 and len(self._files) > 1:
            self._remove(self._own)

    def _remove(self, file: VectorFile) -> None:
        self._files.remove(file)
        file.db.close()
        file.path.unlink()


def _newest_first(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER_NAME).resolve().glob("*.sqlite"), reverse=True)


def _share(path: Path, target: Path) -> None:
    """The same file under another name, or a copy of it where the file system knows no hard links."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)


def _count(file: VectorFile) -> int:
    return int(file.db.execute("SELECT count(*) FROM vectors").fetchone()[0])


def _embedded(vector: bytes, sentences: bytes | None) -> Embedded:
    whole = np.frombuffer(vector, np.float32)
    if sentences is None:
        return Embedded(whole, None)
    return Embedded(whole, np.frombuffer(sentences, np.int8).reshape(-1, len(whole)))
