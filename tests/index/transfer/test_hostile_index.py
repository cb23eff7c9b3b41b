"""An index in a file that fits its hashes and was made to do harm, or cannot answer: refused, no more."""

import hashlib
import io
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.building.build import build
from index.errors import ArchiveError
from index.generation.generation import generation_names
from index.generation.publication import published
from index.generation.row_checksums import row_checksum
from index.settings import IndexSettings
from index.transfer.exporting import export_index
from tests.index.conftest import Newsroom
from tests.index.transfer.test_transfer import ignore, remade, take

SCORES = "keyword/data.csc.index.npy"
COUNTS = "keyword/counts.npy"
VECTORS = "vectors/00000001.sqlite"
SOON_S = 20.0
Change = Callable[[bytes], bytes]


@pytest.fixture
def exported(newsroom: Newsroom, tmp_path: Path) -> Path:
    build(newsroom.settings, by="a test")
    export_index(newsroom.settings, tmp_path / "index.zip", ignore)
    return tmp_path / "index.zip"


def saved(array: Any, *, allow_pickle: bool = False) -> bytes:
    file = io.BytesIO()
    np.save(file, array, allow_pickle=allow_pickle)
    return file.getvalue()


def header(text: str) -> bytes:
    """An array's file with this header and nothing behind it."""
    data = text.encode().ljust(118) + b"\n"
    return b"\x93NUMPY\x01\x00" + len(data).to_bytes(2, "little") + data


def as_array(change: Callable[[Any], Any]) -> Change:
    return lambda data: saved(change(np.load(io.BytesIO(data))))


def in_sqlite(*statements: str) -> Change:
    def change(data: bytes) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "db.sqlite"
            path.write_bytes(data)
            db = sqlite3.connect(path, isolation_level=None)
            for statement in statements:
                db.execute(statement)
            db.close()
            return path.read_bytes()

    return change


def of_ten_dimensions(data: bytes) -> bytes:
    """Vectors that fit each other and their checksums, and no question."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "db.sqlite"
        path.write_bytes(data)
        db = sqlite3.connect(path, isolation_level=None)
        for key, vector in db.execute("SELECT key, vector FROM vectors").fetchall():
            short = np.frombuffer(vector, np.float32)[:10]
            row = (key, (short / np.linalg.norm(short)).tobytes(), None)
            db.execute("REPLACE INTO vectors VALUES (?, ?, ?, ?)", (*row, row_checksum(*row)))
        db.close()
        return path.read_bytes()


class Harm:
    """What unpickling it would do."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path.touch, (Path("/tmp/harm-was-done"),))


HOSTILE: dict[str, tuple[str, Change]] = {
    "a pickle": (SCORES, lambda data: saved(np.array([Harm()], object), allow_pickle=True)),
    "a huge header": (SCORES, lambda data: header("{'descr': '<f4', 'x': " + "[" * 60_000)),
    "a lying shape": (COUNTS, lambda data: header("{'descr':'<u2','fortran_order':False,'shape':(1<<40,)}")),
    "a huge shape": (
        COUNTS,
        lambda data: header(f"{{'descr': '<u2', 'fortran_order': False, 'shape': ({1 << 42},), }}"),
    ),
    "letters": (SCORES, lambda data: saved(np.array(["a", "b"]))),
    "other numbers": (SCORES, as_array(lambda scores: scores.astype(np.float64))),
    "no number": (SCORES, as_array(lambda scores: np.full_like(scores, np.nan))),
    "without end": (SCORES, as_array(lambda scores: np.full_like(scores, np.inf))),
    "a table of them": (SCORES, as_array(lambda scores: scores.reshape(-1, 1))),
    "a view that never ends": (
        "catalog.sqlite",
        in_sqlite(
            "ALTER TABLE copies RENAME TO copies_",
            "CREATE VIEW copies AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
            " SELECT x AS id, x AS copy_of, x AS info, x AS checksum FROM n",
        ),
    ),
    "a trigger": (
        "catalog.sqlite",
        in_sqlite("CREATE TRIGGER t AFTER INSERT ON articles BEGIN DELETE FROM articles; END"),
    ),
    "a module's table": ("history.sqlite", in_sqlite("CREATE VIRTUAL TABLE words USING fts5(a)")),
    "a column that computes": (
        "history.sqlite",
        in_sqlite("ALTER TABLE versions ADD COLUMN x BLOB GENERATED ALWAYS AS (zeroblob(1 << 30))"),
    ),
    "another table": (VECTORS, in_sqlite("CREATE TABLE other (a)")),
    "other dimensions": (VECTORS, of_ten_dimensions),
    "no database": (VECTORS, lambda data: b"SQLite format 3\0" + b"\xff" * 5_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_answer_or_would_do_harm_is_called_damaged_and_changes_nothing(
    newsroom: Newsroom, exported: Path, tmp_path: Path, name: str
) -> None:
    entry, change = HOSTILE[name]

    def swap(head: dict[str, Any], entries: dict[str, bytes]) -> None:
        entries[entry] = change(entries[entry])
        digest = hashlib.sha256(entries[entry]).hexdigest()
        head["parts"][entry] = {"size": len(entries[entry]), "sha256": digest}

    hostile = remade(exported, swap)
    before = published(newsroom.data)[1].id, generation_names(newsroom.data)
    begun = time.monotonic()
    with pytest.raises(ArchiveError, match="damaged"):
        take(newsroom.settings, hostile)
    assert time.monotonic() - begun < SOON_S
    assert (published(newsroom.data)[1].id, generation_names(newsroom.data)) == before
    assert not Path("/tmp/harm-was-done").exists()


def test_an_index_that_would_unpack_to_far_more_than_it_holds_is_not_unpacked(
    newsroom: Newsroom, exported: Path, tmp_path: Path
) -> None:
    elsewhere = IndexSettings(articles_dir=newsroom.articles, data_dir=tmp_path / "elsewhere")

    def swell(head: dict[str, Any], entries: dict[str, bytes]) -> None:
        data = bytes(120_000_000)
        entries["vectors/00000002.sqlite"] = data
        head["parts"]["vectors/00000002.sqlite"] = {
            "size": len(data), "sha256": hashlib.sha256(data).hexdigest(),
        }  # fmt: skip

    hostile = remade(exported, swell)
    with pytest.raises(ArchiveError, match="far more than an index of its size"):
        take(elsewhere, hostile)
    assert generation_names(elsewhere.data_dir) == []
