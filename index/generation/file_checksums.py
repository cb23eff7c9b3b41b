"""Part of a generation: whether its files are, byte for byte, as they were written.

Sizes are looked at whenever a generation is opened; these checksums before a build starts from it, by the
doctor, and by the search worker. Of Chroma's own database the contents count: Chroma notes in it when it is
opened. CRC-32, which sees every change of up to 32 bits in a row and one of 4 billion others does not: it is
three times as quick as SHA-256 (3.7 GB/s here), and no defence against who can write the files is meant.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from index.generation import catalog, history, keyword, vector_files
from index.vector_store.chroma_client import FOLDER_NAME as CHROMA

PIECE_BYTES = 1 << 20
CHROMA_DATABASE = f"{CHROMA}/chroma.sqlite3"
# It is there once vectors stand in the files beside it; before, these are written anew at each opening.
_HNSW_IN_USE = "index_metadata.pickle"
# What a search depends on. Columns by name: a later Chroma may add some as it opens the file.
_CHROMA_TABLES = {
    "collections": "id, name, dimension",
    "segments": "id, type, scope, collection",
    "embeddings": "id, segment_id, embedding_id, seq_id",
    "embedding_metadata": "id, key, string_value, int_value, float_value, bool_value",
    "embeddings_queue": "seq_id, operation, topic, id, vector, encoding, metadata",
    "max_seq_id": "segment_id, seq_id",
}


def fixed_paths(folder: Path) -> list[Path]:
    """The files that must stay as they are. Chroma's own are not among them: it may touch them when it opens
    them."""
    files = [folder / catalog.FILE_NAME, folder / history.FILE_NAME]
    for name in (keyword.FOLDER_NAME, vector_files.FOLDER_NAME):
        files += sorted((folder / name).iterdir())
    return files


def checksums_of(folder: Path) -> dict[str, str]:
    """The checksums of all that a generation consists of, by path; but for generation.json."""
    files = [*fixed_paths(folder), *_hnsw_files(folder)]
    found = {path.relative_to(folder).as_posix(): file_checksum(path) for path in files}
    if (folder / CHROMA_DATABASE).exists():
        found[CHROMA_DATABASE] = _contents_checksum(folder / CHROMA_DATABASE)
    return found


def changed_files(folder: Path, checksums: dict[str, str]) -> Iterator[str]:
    """The files that are not as these say, small ones first; none for a generation that has no checksums."""
    for name in sorted(checksums, key=lambda name: _size(folder / name)):
        try:
            if name == CHROMA_DATABASE:
                found = _contents_checksum(folder / name)
            else:
                found = file_checksum(folder / name)
        except OSError:
            yield name
            continue
        if found not in (checksums[name], _UNKNOWN):
            yield name


def file_checksum(path: Path) -> str:
    """Of the bytes of a file."""
    checksum = 0
    with path.open("rb") as file:
        while piece := file.read(PIECE_BYTES):
            checksum = zlib.crc32(piece, checksum)
    return f"{checksum:08x}"


_UNKNOWN = "unknown"
_DAMAGED = "damaged"


def _contents_checksum(path: Path) -> str:
    """Of what Chroma's database holds, and that SQLite finds it whole. Where a later Chroma has other tables,
    nothing is known."""
    checksum = 0
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            if [row[0] for row in db.execute("PRAGMA integrity_check(1)")] != ["ok"]:
                return _DAMAGED
            for table, columns in _CHROMA_TABLES.items():
                if not {name.strip() for name in columns.split(",")} <= _columns(db, table):
                    return _UNKNOWN
                for row in db.execute(f"SELECT {columns} FROM {table} ORDER BY rowid"):  # noqa: S608  our own
                    checksum = zlib.crc32(ascii(row).encode(), checksum)
    except sqlite3.Error:
        return _DAMAGED
    return f"{checksum:08x}"


def _columns(db: sqlite3.Connection, table: str) -> set[str]:
    return {str(row[1]) for row in db.execute(f"PRAGMA table_info({table})")}


def _hnsw_files(folder: Path) -> list[Path]:
    return sorted(
        path
        for used in (folder / CHROMA).glob(f"*/{_HNSW_IN_USE}")
        for path in used.parent.iterdir()
        if path.is_file()
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
