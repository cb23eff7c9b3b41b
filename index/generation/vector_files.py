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
from contextlib import closing
from pathlib import Path
from typing import Any, Self

import numpy as np

from index.embedding.embedder import Embedded

FOLDER_NAME = "vectors"
Row = tuple[Any, ...]  # as SQLite gives it
# At 4, a collection of 62,000 chunks that grows by ten at a time has seven files at most, and each vector is
# written again some ten times in its life.
MERGE_RATIO = 4
USED_SHARE = 0.75
_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB NOT NULL, sentences BLOB)"
_PARAMETERS = 500  # placeholders a statement, well under SQLite's limit in old versions (999)


class VectorFiles:
    """The vector files of one generation, for reading."""

    def __init__(self, files: Sequence[sqlite3.Connection]) -> None:
        """files: the newest first."""
        self._files = list(files)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Those of a published generation. folder: the generation's own."""
        return cls([_open(path) for path in _newest_first(folder)])

    @classmethod
    def open_leftover(cls, folder: Path) -> Self:
        """Those of an interrupted build, as far as they open."""
        files = []
        for path in _newest_first(folder):
            # A shared file is whole and must not be touched; of its own one the journal is played back.
            mode = "ro&immutable=1" if path.stat().st_nlink > 1 else "rw"
            db = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
            try:
                db.execute("SELECT count(*) FROM vectors")
                files.append(db)
            except sqlite3.Error:
                db.close()
        return cls(files)

    def close(self) -> None:
        for db in self._files:
            db.close()

    def having(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that have vectors."""
        return {str(row[0]) for row in self._rows("SELECT key, key FROM vectors WHERE key IN", keys)}

    def get(self, keys: Sequence[str]) -> Iterator[tuple[str, Embedded]]:
        """(key, vectors) for those of the keys that have some, each once."""
        statement = "SELECT key, vector, sentences FROM vectors WHERE key IN"
        for key, vector, sentences in self._rows(statement, keys):
            yield str(key), _embedded(vector, sentences)

    def _rows(self, statement: str, keys: Sequence[str]) -> Iterator[Row]:
        missing = list(dict.fromkeys(keys))
        for db in self._files:
            found = set()
            for at in range(0, len(missing), _PARAMETERS):
                some = missing[at : at + _PARAMETERS]
                with closing(db.execute(f"{statement} ({','.join('?' * len(some))})", some)) as rows:
                    for row in rows:
                        found.add(row[0])
                        yield row
            missing = [key for key in missing if key not in found]


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
        self._own = sqlite3.connect(self._path, isolation_level="DEFERRED")
        # Everything is synced once, when the generation is finished. The journal on disk (the default) still
        # keeps the file whole when the process is killed, so the next build can take vectors from it.
        self._own.execute("PRAGMA synchronous = OFF")
        self._own.execute(_SCHEMA)
        super().__init__([self._own, *(_open(self._folder / path.name) for path in shared)])

    def commit(self) -> None:
        if self._own in self._files:
            self._own.commit()

    def add(self, key: str, embedded: Embedded) -> None:
        """Store a text's vectors under its key; the same key again changes nothing."""
        sentences = None if embedded.sentences is None else embedded.sentences.tobytes()
        vector = embedded.vector.astype(np.float32).tobytes()
        self._own.execute("INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)", (key, vector, sentences))

    def tidy(self, used: Callable[[Sequence[str]], set[str]]) -> None:
        """Merge files until they are few and mostly in use, and leave no empty one. used: which of some keys
        are in use."""
        size = _count(self._own)
        for db, path in list(zip(self._files, _newest_first(self._folder.parent), strict=True))[1:]:
            keys = [str(row[0]) for row in db.execute("SELECT key FROM vectors")]
            in_use = used(keys)
            if len(in_use) > MERGE_RATIO * size and len(in_use) >= USED_SHARE * len(keys):
                size += len(in_use)
                continue
            for key, vectors in VectorFiles([db]).get(sorted(in_use)):
                self.add(key, vectors)
            size += len(in_use)
            self._remove(db, path)
        self._own.commit()
        if _count(self._own) == 0 and len(self._files) > 1:
            self._remove(self._own, self._path)

    def _remove(self, db: sqlite3.Connection, path: Path) -> None:
        self._files.remove(db)
        db.close()
        path.unlink()


def _newest_first(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER_NAME).resolve().glob("*.sqlite"), reverse=True)


def _share(path: Path, target: Path) -> None:
    """The same file under another name, or a copy of it where the file system knows no hard links."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)


def _open(path: Path) -> sqlite3.Connection:
    """A file that nobody writes any more: SQLite takes no locks then, and writes nothing."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


def _count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM vectors").fetchone()[0])


def _embedded(vector: bytes, sentences: bytes | None) -> Embedded:
    whole = np.frombuffer(vector, np.float32)
    if sentences is None:
        return Embedded(whole, None)
    return Embedded(whole, np.frombuffer(sentences, np.int8).reshape(-1, len(whole)))
