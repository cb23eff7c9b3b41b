"""Part of a build: what is written into the catalog of a new generation (index/generation/catalog.py reads
it)."""

import json
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

import numpy as np

from index.article import Article, ArticleInfo, Span
from index.embedding.chunking import Chunk
from index.embedding.embedder import Embedded
from index.generation.catalog import FILE_NAME, Catalog
from index.generation.catalog_rows import HEADINGS, INFO, SPANS, content_hash
from index.generation.row_checksums import row_checksum
from index.generation.vector_files import VectorFilesWriter
from index.passage import day_number

# Chunk numbers are never used twice (AUTOINCREMENT): Chroma knows a chunk by its number.
_SCHEMA = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, info TEXT NOT NULL, text TEXT NOT NULL,
    headings TEXT NOT NULL, cuts TEXT NOT NULL, captions TEXT NOT NULL, content_hash TEXT NOT NULL,
    title TEXT NOT NULL, publisher TEXT, published INTEGER, source TEXT NOT NULL,
    text_checksum BLOB NOT NULL, checksum BLOB NOT NULL);
CREATE TABLE copies (
    id TEXT PRIMARY KEY, copy_of TEXT NOT NULL, info TEXT NOT NULL, checksum BLOB NOT NULL);
CREATE TABLE chunks (
    number INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL REFERENCES articles(number),
    start INTEGER NOT NULL, end INTEGER NOT NULL, heading TEXT, sentences BLOB NOT NULL,
    vector_key TEXT NOT NULL, checksum BLOB NOT NULL);
CREATE INDEX chunks_of_article ON chunks(article, start);
"""


class CatalogWriter(Catalog):
    """The catalog of a generation that is being built: all that a Catalog reads, and writing."""

    _vectors: VectorFilesWriter
    _is_written = True

    @classmethod
    def create(cls, folder: Path, vectors_of: Path | None) -> Self:
        """A new, empty catalog in the folder. vectors_of: the folder of the generation whose vectors may be
        needed again; what of them is not goes with `drop_unused_vectors`."""
        return cls._open(folder, vectors_of, _SCHEMA)

    @classmethod
    def start_from(cls, folder: Path, last: Path) -> Self:
        """A catalog that has all that the last generation's has."""
        shutil.copyfile(last / FILE_NAME, folder / FILE_NAME)
        return cls._open(folder, last)

    @classmethod
    def _open(cls, folder: Path, vectors_of: Path | None, schema: str = "") -> Self:
        connection = sqlite3.connect(folder / FILE_NAME, isolation_level="DEFERRED")
        # Everything is synced once, when the generation is finished. The journal on disk (the default) still
        # keeps the file whole when the process is killed.
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(schema)
        return cls(connection, folder / FILE_NAME, VectorFilesWriter(folder, vectors_of))

    def number_from(self, number: int) -> None:
        """Let the chunks that are added from now on have this number and higher ones."""
        (last,) = self._db.execute(
            "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'chunks'"
        ).fetchone()
        self._db.execute("DELETE FROM sqlite_sequence WHERE name = 'chunks'")
        self._db.execute("INSERT INTO sqlite_sequence VALUES ('chunks', ?)", (max(last, number - 1),))

    def commit(self) -> None:
        self._db.commit()
        self._vectors.commit()

    def add_article(self, article: Article, chunks: Sequence[Chunk], vector_keys: Sequence[str]) -> list[int]:
        """Store an article with its chunks; returns the chunks' numbers."""
        info = article.info
        stored, headings = INFO.dump_json(info).decode(), HEADINGS.dump_json(article.headings).decode()
        cuts, captions = json.dumps(article.cuts), SPANS.dump_json(article.caption_spans).decode()
        text = article.quotable
        columns = (info.title, info.publisher, day_number(info.published), info.source)
        cursor = self._db.execute(
            "INSERT INTO articles (id, info, text, headings, cuts, captions, content_hash, title, publisher,"
            " published, source, text_checksum, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(info.id, stored, text, headings, cuts, captions, content_hash(article)),
                *columns,
                row_checksum(info.id, stored, text, headings, cuts, captions),
                row_checksum(info.id, stored, cuts, headings, captions, *columns),
            ),
        )
        numbers = []
        for piece, key in zip(chunks, vector_keys, strict=True):
            row = (cursor.lastrowid, piece.start, piece.end, piece.heading, _pack(piece.sentences), key)
            inserted = self._db.execute(
                "INSERT INTO chunks (article, start, end, heading, sentences, vector_key, checksum)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*row, row_checksum(*row, text[piece.start : piece.end])),
            )
            numbers.append(int(inserted.lastrowid or 0))
        return numbers

    def remove_article(self, article_id: str) -> list[int]:
        """Take an article and its chunks out; returns the chunks' numbers. Unused vectors stay until
        `drop_unused_vectors`."""
        numbers = [
            int(row[0])
            for row in self._db.execute(
                "SELECT c.number FROM chunks c JOIN articles a ON a.number = c.article WHERE a.id = ?",
                (article_id,),
            )
        ]
        self._db.execute(
            "DELETE FROM chunks WHERE article = (SELECT number FROM articles WHERE id = ?)", (article_id,)
        )
        self._db.execute("DELETE FROM articles WHERE id = ?", (article_id,))
        return numbers

    def set_copies(self, copies: Iterable[tuple[ArticleInfo, str]]) -> None:
        """Replace the list of copies: pairs of a copy's info and the id of the article it repeats."""
        self._db.execute("DELETE FROM copies")
        rows = [(info.id, copy_of, INFO.dump_json(info).decode()) for info, copy_of in copies]
        checked = [(*row, row_checksum(*row)) for row in rows]
        self._db.executemany("INSERT INTO copies (id, copy_of, info, checksum) VALUES (?, ?, ?, ?)", checked)

    def add_vector(self, key: str, embedded: Embedded) -> None:
        """Store a text's vectors under its key; the same key again changes nothing."""
        self._vectors.add(key, embedded)

    def drop_unused_vectors(self) -> None:
        """Let go of vectors that no chunk refers to."""
        used = {str(row[0]) for row in self._db.execute("SELECT vector_key FROM chunks")}
        self._vectors.tidy(used.intersection)


def _pack(spans: Sequence[Span]) -> bytes:
    return np.array([(span.start, span.end) for span in spans], np.int32).tobytes()
