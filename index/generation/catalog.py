"""Part of a generation: its articles and chunks in one SQLite file, and their vectors beside it, as read.

Offsets are characters into the stored text. A published catalog is opened immutable: SQLite then takes no
locks and writes nothing.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.article import Article, ArticleInfo
from index.embedding.embedder import Embedded
from index.errors import FootnoteError, IndexDamaged
from index.generation.catalog_rows import (
    BODY,
    CHUNK,
    COPY,
    HEAD,
    Row,
    RowReader,
    StoredChunk,
    StoredInfo,
    let_in,
)
from index.generation.row_checksums import damaged
from index.generation.vector_files import VectorFiles
from index.passage import EVERYTHING, Filters

FILE_NAME = "catalog.sqlite"
_PARAMETERS = 500  # placeholders a statement, well under SQLite's limit in old versions (999)


@dataclass(frozen=True, slots=True)
class ChunkFacts:
    """What filters need of every chunk, as arrays in the order of `numbers`: publisher code (an index
    into `publishers`, -1 for unknown) and day of publication (yyyymmdd, 0 for unknown)."""

    numbers: NDArray[np.int64]
    publisher: NDArray[np.int32]
    published: NDArray[np.int32]
    publishers: tuple[str, ...]


class Catalog:
    """One generation's catalog, for reading. Calls raise IndexDamaged where it is not as it was written."""

    _is_written = False  # what is still written is not damaged by an error: its disk is full, or fails

    def __init__(
        self, connection: sqlite3.Connection, path: Path, vectors: VectorFiles, *, comparing: bool = True
    ) -> None:
        """comparing: each row that is read with its checksum. Raises IndexDamaged where the file is no
        catalog."""
        self._db = connection
        self._path = path
        self._vectors = vectors
        columns = {row[1] for row in self._ask("PRAGMA table_info(chunks)")}
        if "vector_key" not in columns:
            raise damaged(path, "it holds no chunks")
        self.checked = "checksum" in columns  # older ones have no checksums
        self._rows = RowReader(path, checked=self.checked and comparing)
        also = ", checksum" if self.checked else ""
        self._heads = f"SELECT {HEAD}{also} FROM articles"  # noqa: S608  our own column names only
        self._bodies = f"SELECT {BODY}{', text_checksum' if self.checked else ''} FROM articles"  # noqa: S608
        self._copies = f"SELECT {COPY}{also} FROM copies"  # noqa: S608
        self._chunks = (
            f"SELECT {CHUNK}{', c.checksum' if self.checked else ''}"  # noqa: S608
            " FROM chunks c JOIN articles a ON a.number = c.article"
        )

    @classmethod
    def open(cls, folder: Path) -> Self:
        """A published catalog, read-only. Raises IndexDamaged where it is none."""
        return cls._opened(folder, "ro&immutable=1", VectorFiles.open(folder))

    @classmethod
    def open_damaged(cls, folder: Path) -> Self:
        """The same, to look for what is wrong with it: rows are not compared with their checksums as they are
        read, and vector files that do not open are left out."""
        return cls._opened(folder, "ro&immutable=1", VectorFiles.open_leftover(folder), comparing=False)

    @classmethod
    def open_leftover(cls, folder: Path) -> Self:
        """The catalog of an interrupted build. Raises IndexDamaged where it cannot be read."""
        return cls._opened(folder, "rw", VectorFiles.open_leftover(folder))  # rw: its journal is played back

    @classmethod
    def _opened(cls, folder: Path, mode: str, vectors: VectorFiles, *, comparing: bool = True) -> Self:
        path = (folder / FILE_NAME).resolve()
        db = None
        try:
            db = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, check_same_thread=False)
            return cls(db, path, vectors, comparing=comparing)
        except (sqlite3.Error, FootnoteError) as error:
            vectors.close()
            if db:
                db.close()
            raise error if isinstance(error, FootnoteError) else damaged(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()
        self._vectors.close()

    def content_hashes(self) -> dict[str, str]:
        """The content hash of each article, by id."""
        return dict(self._ask("SELECT id, content_hash FROM articles"))

    def sources(self) -> dict[str, int]:
        """How many articles were read from each source."""
        return dict(self._ask("SELECT source, count(*) FROM articles GROUP BY source"))

    def titles(self, ids: Iterable[str]) -> dict[str, str]:
        """The titles of those of the articles that are stored, by id."""
        rows = self._select("SELECT id, title FROM articles WHERE id IN", list(ids))
        return {str(row[0]): str(row[1]) for row in rows}

    def articles(self, ids: Sequence[str]) -> list[Article]:
        """The articles with these ids, in that order; ids that are not there are left out."""
        rows = self._select(f"{self._bodies} WHERE id IN", ids)
        found = {str(row[0]): self._rows.article(row) for row in rows}
        return [found[wanted] for wanted in ids if wanted in found]

    def articles_and_copies(self, ids: Sequence[str]) -> list[Article]:
        """The same, also of copies: with the text of the article that each repeats."""
        found = {article.info.id: article for article in self.articles(ids)}
        rows = self._select(f"{self._copies} WHERE id IN", [one for one in ids if one not in found])
        copies = [self._rows.copy(row) for row in rows]
        originals = {one.info.id: one for one in self.articles([copy_of for _, copy_of in copies])}
        found |= {copy.id: replace(originals[copy_of], info=copy) for copy, copy_of in copies}
        return [found[wanted] for wanted in ids if wanted in found]

    def infos(self, numbers: Sequence[int]) -> dict[int, StoredInfo]:
        """What is known of the articles with these numbers."""
        rows = self._select(f"{self._heads} WHERE number IN", numbers)
        return {row[0]: self._rows.stored_info(row) for row in rows}

    def all_infos(self) -> list[ArticleInfo]:
        """What is known of every article, in the order in which they were stored."""
        return [self._rows.info(row) for row in self._ask(self._heads)]

    def copies(self, article_ids: Sequence[str]) -> dict[str, list[ArticleInfo]]:
        """The copies of each of these articles."""
        found: dict[str, list[ArticleInfo]] = {}
        for row in self._select(f"{self._copies} WHERE copy_of IN", article_ids):
            copy, copy_of = self._rows.copy(row)
            found.setdefault(copy_of, []).append(copy)
        return found

    def all_copies(self) -> list[tuple[ArticleInfo, str]]:
        """Every copy with the id of the article that it repeats, in the order of their ids."""
        copies = [self._rows.copy(row) for row in self._ask(self._copies)]
        return sorted(copies, key=lambda copy: copy[0].id)

    def chunks(self, numbers: Sequence[int]) -> dict[int, StoredChunk]:
        """Those of the chunks that are there, by number."""
        rows = self._select(f"{self._chunks} WHERE c.number IN", numbers)
        return {int(row[0]): self._rows.chunk(row) for row in rows}

    def chunk_texts(self, article_id: str) -> list[str]:
        """The texts of an article's chunks, in order."""
        rows = self._ask(f"{self._chunks} WHERE a.id = ? ORDER BY c.start", (article_id,))
        return [self._rows.chunk(row).text for row in rows]

    def all_chunk_texts(self) -> Iterator[tuple[int, str, str, str]]:
        """(number, title, heading or "", text) of every chunk, by number."""
        try:
            for number, title, heading, text, start, end in self._db.execute(
                "SELECT c.number, a.title, c.heading, a.text, c.start, c.end FROM chunks c"
                " JOIN articles a ON a.number = c.article ORDER BY c.number"
            ):
                yield int(number), str(title), str(heading or ""), str(text)[start:end]
        except sqlite3.Error as error:
            if self._is_written:
                raise
            raise damaged(self._path, error) from error

    def texts_of_chunks(self, numbers: Sequence[int]) -> list[tuple[int, str, str, str]]:
        """The same of the chunks with these numbers, by number."""
        rows = self._select(
            "SELECT c.number, a.title, c.heading, substr(a.text, c.start + 1, c.end - c.start)"
            " FROM chunks c JOIN articles a ON a.number = c.article WHERE c.number IN",
            numbers,
        )
        return sorted((int(row[0]), str(row[1]), str(row[2] or ""), str(row[3])) for row in rows)

    def vector_keys(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that have vectors."""
        return self._vectors.having(keys)

    def vectors(self, keys: Sequence[str]) -> Iterator[tuple[str, Embedded]]:
        """(key, vectors) for those of the keys that have some."""
        return self._vectors.get(keys)

    def whole_vectors(self, keys: Sequence[str]) -> dict[str, Embedded]:
        """The same, of files that may be damaged: those that are whole."""
        try:
            return dict(self._vectors.get(keys))
        except IndexDamaged:
            return dict(self._vectors.salvaged(keys))

    def damaged_rows(self) -> tuple[int, int]:
        """How many rows of articles and copies, and how many of chunks, are not as they were written."""
        reader = RowReader(self._path, checked=self.checked)
        articles = self._failing(self._heads, reader.info) + self._failing(self._bodies, reader.article)
        articles += self._failing(self._copies, reader.copy)
        return articles, self._failing(self._chunks, reader.chunk)

    def _failing(self, statement: str, read: Callable[[Row], object]) -> int:
        failing = 0
        for row in self._db.execute(statement):
            try:
                read(row)
            except IndexDamaged:
                failing += 1
        return failing

    def chunk_facts(self) -> ChunkFacts:
        """What filters need, for all chunks."""
        rows = self._ask(
            "SELECT c.number, a.publisher, a.published FROM chunks c"
            " JOIN articles a ON a.number = c.article ORDER BY c.number"
        )
        publishers = tuple(sorted({str(row[1]) for row in rows if row[1] is not None}))
        codes: Mapping[str | None, int] = {name: code for code, name in enumerate(publishers)} | {None: -1}
        return ChunkFacts(
            np.array([row[0] for row in rows], np.int64),
            np.array([codes[row[1]] for row in rows], np.int32),
            np.array([row[2] for row in rows], np.int32),
            publishers,
        )

    def chunk_numbers(self) -> NDArray[np.int64]:
        """The numbers of all chunks, ascending."""
        return np.array([row[0] for row in self._ask("SELECT number FROM chunks ORDER BY number")], np.int64)

    def find(
        self, text: str, offset: int, limit: int, filters: Filters = EVERYTHING
    ) -> tuple[list[ArticleInfo], int]:
        """Articles that the filters let in and whose title, publisher or source contains the text, newest
        first, and how many."""
        escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        condition = " OR ".join(
            f"{column} LIKE :like ESCAPE '\\'" for column in ("title", "publisher", "source")
        )
        values: dict[str, object] = {"like": f"%{escaped}%", "offset": offset, "limit": limit}
        condition = f"({condition}) AND {let_in(filters, values)}"
        rows = self._ask(
            f"{self._heads} WHERE {condition} ORDER BY published DESC, title, id LIMIT :limit OFFSET :offset",
            values,
        )
        total = self._ask(f"SELECT count(*) FROM articles WHERE {condition}", values)[0][0]  # noqa: S608
        return [self._rows.info(row) for row in rows], int(total)

    def counts(self) -> tuple[int, int]:
        """How many articles and how many chunks."""
        articles = self._ask("SELECT count(*) FROM articles")[0][0]
        return int(articles), int(self._ask("SELECT count(*) FROM chunks")[0][0])

    def newest(self) -> date | None:
        """The newest day of publication that is known."""
        return _day(self._ask("SELECT max(published) FROM articles")[0][0])

    def publishers(self) -> tuple[str, ...]:
        """Every publisher, the one with most articles first."""
        rows = self._ask(
            "SELECT publisher FROM articles WHERE publisher IS NOT NULL"
            " GROUP BY publisher ORDER BY count(*) DESC, publisher"
        )
        return tuple(str(row[0]) for row in rows)

    def _select(self, statement: str, values: Sequence[str] | Sequence[int]) -> Iterator[Row]:
        """The rows of `… WHERE x IN` for any number of values."""
        for at in range(0, len(values), _PARAMETERS):
            some = list(values[at : at + _PARAMETERS])
            yield from self._ask(f"{statement} ({','.join('?' * len(some))})", some)

    def _ask(self, statement: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """The rows of an answer. Raises IndexDamaged where SQLite cannot give it."""
        try:
            return self._db.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            if self._is_written:
                raise
            raise damaged(self._path, error) from error


def _day(number: int | None) -> date | None:
    return date(number // 10000, number // 100 % 100, number % 100) if number else None
