"""Part of the doctor: whether a generation's catalog is whole: files, articles, chunks, offsets, vectors."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from index.article import Article
from index.building.restoring import chunks_with_vectors
from index.doctor.findings import Fault, Finding
from index.errors import IndexDamaged
from index.generation import catalog, history, vector_files
from index.generation.catalog import Catalog
from index.generation.catalog_rows import StoredChunk, content_hash
from index.generation.generation import GenerationInfo

BATCH = 200
_SCHEMA = "SELECT type, name, sql FROM sqlite_schema"
_OURS = {
    "table": frozenset({"articles", "copies", "chunks", "vectors", "versions"}),
    "index": frozenset({"chunks_of_article"}),
}
# What makes more of a table than rows: it is a module's, or computes something when it is read or checked.
_RUNS = re.compile(r"\b(?:virtual|generated|as|check|default|collate|where)\b", re.IGNORECASE)
OnCount = Callable[[int, int], None]


def check_catalog(folder: Path, info: GenerationInfo, on_count: OnCount) -> Iterator[Finding]:
    """What is wrong with it; nothing else need be looked at where it cannot be read."""
    try:
        yield from _file_faults(folder, info)
        with Catalog.open_damaged(folder) as opened:
            yield from _content_faults(opened, info, on_count)
    except IndexDamaged as error:
        yield Finding(Fault.CATALOG_DAMAGED, info.id, error.message)
    except (OSError, sqlite3.Error) as error:
        yield Finding(Fault.CATALOG_DAMAGED, info.id, str(error))


def _file_faults(folder: Path, info: GenerationInfo) -> Iterator[Finding]:
    """What SQLite itself says of its files."""
    if answer := _fault_of(folder / catalog.FILE_NAME):
        yield Finding(Fault.CATALOG_DAMAGED, info.id, f"{catalog.FILE_NAME}: {answer}")
    for path in sorted((folder / vector_files.FOLDER_NAME).glob("*.sqlite")):
        if answer := _fault_of(path):
            detail = f"{path.relative_to(folder).as_posix()}: {answer}"
            yield Finding(Fault.VECTOR_FILE_DAMAGED, info.id, detail)
    if answer := _fault_of(folder / history.FILE_NAME):
        yield Finding(Fault.HISTORY_DAMAGED, info.id, answer)


def _fault_of(path: Path) -> str:
    """What is wrong with a database, empty where nothing is."""
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error as error:
        return str(error)
    try:
        # Before anything is asked of it: another's file may hold what runs then.
        if any(_is_foreign(kind, name, sql or "") for kind, name, sql in db.execute(_SCHEMA)):
            return "it holds other tables than ours"
        answers = [str(row[0]) for row in db.execute("PRAGMA integrity_check(1)")]
    except sqlite3.Error as error:
        answers = [str(error)]
    finally:
        db.close()
    return "" if answers == ["ok"] else answers[0]


def _is_foreign(kind: str, name: str, sql: str) -> bool:
    """Whether an entry of a database's schema is none that we make: a plain table or index of these names."""
    ours = kind in _OURS and (name in _OURS[kind] or name.startswith("sqlite_"))
    return not ours or _RUNS.search(sql) is not None


def _content_faults(opened: Catalog, info: GenerationInfo, on_count: OnCount) -> Iterator[Finding]:
    hashes = opened.content_hashes()
    numbers = opened.chunk_numbers().tolist()
    if (len(hashes), len(numbers)) != (info.articles, info.chunks):
        counted = f"{len(hashes):,} / {info.articles:,}, {len(numbers):,} / {info.chunks:,}"
        yield Finding(Fault.COUNTS_DIFFER, info.id, counted)
    lengths, wrong = {}, 0
    ids = list(hashes)
    for at in range(0, len(ids), BATCH):
        for article in opened.articles(ids[at : at + BATCH]):
            lengths[article.info.id] = len(article.quotable)
            wrong += _is_changed(article, hashes)
    articles_damaged, chunks_damaged = opened.damaged_rows()
    if wrong or articles_damaged:
        yield Finding(Fault.ARTICLES_DAMAGED, info.id, count=max(wrong, articles_damaged))
    elif chunks_damaged:  # a chunk's text is its article's
        yield Finding(Fault.CHUNKS_DAMAGED, info.id, count=chunks_damaged)
    outside = vectorless = 0
    for slab in chunks_with_vectors(opened, numbers, on_count):
        infos = opened.infos(sorted({chunk.article for chunk, _ in slab}))
        for chunk, vectors in slab:
            length = lengths.get(infos[chunk.article].info.id, 0) if chunk.article in infos else 0
            outside += not _fits(chunk, length)
            vectorless += vectors is None or not bool(np.isfinite(vectors.vector).all())
    # A chunk whose article is gone does not come back from the query at all.
    found = len(opened.chunks(numbers))
    if outside or found < len(numbers):
        yield Finding(Fault.OFFSETS_WRONG, info.id, count=outside + len(numbers) - found)
    if vectorless:
        yield Finding(Fault.KEPT_VECTORS_MISSING, info.id, count=vectorless)


def _is_changed(article: Article, hashes: dict[str, str]) -> bool:
    return content_hash(article) != hashes[article.info.id]


def _fits(chunk: StoredChunk, length: int) -> bool:
    """Whether a chunk is a piece of its article's text, and its sentences, in order, pieces of the chunk."""
    if not 0 <= chunk.start < chunk.end <= length:
        return False
    at = chunk.start
    for sentence in chunk.sentences:
        if not at <= sentence.start < sentence.end <= chunk.end:
            return False
        at = sentence.end
    return True
