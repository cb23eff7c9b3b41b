"""Part of a generation: its articles and chunks in one SQLite file, and their vectors beside it, as read.

Offsets are characters into the stored text. A published catalog is opened immutable: SQLite then takes no
locks and writes nothing.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from index.article import Article, ArticleInfo, Span
from index.embedding.embedder import Embedded
from index.generation.vector_files import VectorFiles
from index.passage import EVERYTHING, Filters, day_number

FILE_NAME = "catalog.sqlite"
Row = tuple[Any, ...]  # as SQLite gives it
INFO = TypeAdapter(ArticleInfo)
SPANS = TypeAdapter(tuple[Span, ...])
_PARAMETERS = 500  # placeholders a statement, well under SQLite's limit in old versions (999)


@dataclass(frozen=True, slots=True)
class StoredChunk:
    """A chunk by its number in the catalog, with the number of its article and its text."""

    number: int
    article: int
    start: int
    end: int
    text: str
    heading: str | None
    sentences: tuple[Span, ...]
    vector_key: str


@dataclass(frozen=True, slots=True)
class ChunkFacts:
    """What filters need of every chunk, as arrays in the order of `numbers`: publisher code (an index
    into `publishers`, -1 for unknown) and day of publication (yyyymmdd, 0 for unknown)."""

    numbers: NDArray[np.int64]
    publisher: NDArray[np.int32]
    published: NDArray[np.int32]
    publishers: tuple[str, ...]


class Catalog:
    """One generation's catalog, for reading."""

    def __init__(self, connection: sqlite3.Connection, vectors: VectorFiles) -> None:
        self._db = connection
        self._vectors = vectors

    @classmethod
    def open(cls, folder: Path) -> Self:
        """A published catalog, read-only."""
        path = (folder / FILE_NAME).resolve()
        uri = f"{path.as_uri()}?mode=ro&immutable=1"
        return cls(sqlite3.connect(uri, uri=True, check_same_thread=False), VectorFiles.open(folder))

    @classmethod
    def open_leftover(cls, folder: Path) -> Self:
        """The catalog of an interrupted build. Raises sqlite3.Error where it cannot be read."""
        path = (folder / FILE_NAME).resolve()
        db = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)  # rw: its journal is played back
        catalog = cls(db, VectorFiles.open_leftover(folder))
        try:
            catalog._db.execute("SELECT count(*) FROM chunks")
        except sqlite3.Error:
            catalog.close()
            raise
        return catalog

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()
        self._vectors.close()

    def content_hashes(self) -> dict[str, str]:
        """The content hash of each article, by id."""
        return dict(self._db.execute("SELECT id, content_hash FROM articles"))

    def sources(self) -> dict[str, int]:
        """How many articles were read from each source."""
        return dict(self._db.execute("SELECT source, count(*) FROM articles GROUP BY source"))

    def titles(self, ids: Iterable[str]) -> dict[str, str]:
        """The titles of those of the articles that are stored, by id."""
        rows = self._select("SELECT id, title FROM articles WHERE id IN", list(ids))
        return {str(row[0]): str(row[1]) for row in rows}

    def articles(self, ids: Sequence[str]) -> list[Article]:
        """The articles with these ids, in that order; ids that are not there are left out."""
        rows = self._select("SELECT id, info, text, headings, cuts, captions FROM articles WHERE id IN", ids)
        found = {str(row[0]): _article(row) for row in rows}
        return [found[wanted] for wanted in ids if wanted in found]

    def infos(self, numbers: Sequence[int]) -> dict[int, tuple[ArticleInfo, tuple[int, ...]]]:
        """What is known of the articles with these numbers, and their cuts."""
        rows = self._select("SELECT number, info, cuts FROM articles WHERE number IN", numbers)
        return {row[0]: (INFO.validate_json(row[1]), tuple(json.loads(row[2]))) for row in rows}

    def all_infos(self) -> list[ArticleInfo]:
        """What is known of every article, in the order in which they were stored."""
        return [INFO.validate_json(row[0]) for row in self._db.execute("SELECT info FROM articles")]

    def copies(self, article_ids: Sequence[str]) -> dict[str, list[ArticleInfo]]:
        """The copies of each of these articles."""
        found: dict[str, list[ArticleInfo]] = {}
        for row in self._select("SELECT copy_of, info FROM copies WHERE copy_of IN", article_ids):
            found.setdefault(str(row[0]), []).append(INFO.validate_json(row[1]))
        return found

    def all_copies(self) -> list[tuple[ArticleInfo, str]]:
        """Every copy with the id of the article that it repeats, in the order of their ids."""
        rows = self._db.execute("SELECT info, copy_of FROM copies")
        copies = [(INFO.validate_json(row[0]), str(row[1])) for row in rows]
        return sorted(copies, key=lambda copy: copy[0].id)

    def chunks(self, numbers: Sequence[int]) -> dict[int, StoredChunk]:
        """The chunks with these numbers."""
        rows = self._select(
            "SELECT c.number, c.article, c.start, c.end, substr(a.text, c.start + 1, c.end - c.start),"
            " c.heading, c.sentences, c.vector_key"
            " FROM chunks c JOIN articles a ON a.number = c.article WHERE c.number IN",
            numbers,
        )
        return {int(row[0]): _chunk(row) for row in rows}

    def chunk_texts(self, article_id: str) -> list[str]:
        """The texts of an article's chunks, in order."""
        rows = self._db.execute(
            "SELECT substr(a.text, c.start + 1, c.end - c.start) FROM chunks c"
            " JOIN articles a ON a.number = c.article WHERE a.id = ? ORDER BY c.start",
            (article_id,),
        )
        return [str(row[0]) for row in rows]

    def all_chunk_texts(self) -> Iterator[tuple[int, str, str, str]]:
        """(number, title, heading or "", text) of every chunk, by number."""
        for number, title, heading, text, start, end in self._db.execute(
            "SELECT c.number, a.title, c.heading, a.text, c.start, c.end FROM chunks c"
            " JOIN articles a ON a.number = c.article ORDER BY c.number"
        ):
            yield int(number), str(title), str(heading or ""), str(text)[start:end]

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

    def chunk_facts(self) -> ChunkFacts:
        """What filters need, for all chunks."""
        rows = self._db.execute(
            "SELECT c.number, a.publisher, a.published FROM chunks c"
            " JOIN articles a ON a.number = c.article ORDER BY c.number"
        ).fetchall()
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
        return np.array(
            [row[0] for row in self._db.execute("SELECT number FROM chunks ORDER BY number")], np.int64
        )

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
        condition = f"({condition}) AND {_let_in(filters, values)}"
        rows = self._db.execute(
            f"SELECT info FROM articles WHERE {condition} ORDER BY published DESC, title, id"  # noqa: S608  only our own column names are put in
            " LIMIT :limit OFFSET :offset",
            values,
        ).fetchall()
        total = self._db.execute(f"SELECT count(*) FROM articles WHERE {condition}", values).fetchone()[0]  # noqa: S608
        return [INFO.validate_json(row[0]) for row in rows], int(total)

    def counts(self) -> tuple[int, int]:
        """How many articles and how many chunks."""
        articles = self._db.execute("SELECT count(*) FROM articles").fetchone()[0]
        return int(articles), int(self._db.execute("SELECT count(*) FROM chunks").fetchone()[0])

    def newest(self) -> date | None:
        """The newest day of publication that is known."""
        return _day(self._db.execute("SELECT max(published) FROM articles").fetchone()[0])

    def publishers(self) -> tuple[str, ...]:
        """Every publisher, the one with most articles first."""
        rows = self._db.execute(
            "SELECT publisher FROM articles WHERE publisher IS NOT NULL"
            " GROUP BY publisher ORDER BY count(*) DESC, publisher"
        )
        return tuple(str(row[0]) for row in rows)

    def _select(self, statement: str, values: Sequence[str] | Sequence[int]) -> Iterator[Row]:
        """The rows of `… WHERE x IN` for any number of values."""
        for at in range(0, len(values), _PARAMETERS):
            some = list(values[at : at + _PARAMETERS])
            with closing(self._db.execute(f"{statement} ({','.join('?' * len(some))})", some)) as rows:
                yield from rows


def _let_in(filters: Filters, values: dict[str, object]) -> str:
    """The filters as SQLite's condition; what it compares with goes into `values`."""
    conditions = ["1"]
    for column, names, missing in (
        ("IN", filters.publishers, "FALSE"),
        ("NOT IN", filters.without, "TRUE"),  # holds for articles without a publisher too
    ):
        if names:
            keys = [f"{column[:2]}{number}" for number in range(len(names))]
            values |= zip(keys, names, strict=True)
            listed = ", ".join(f":{key}" for key in keys)
            conditions.append(f"ifnull(publisher {column} ({listed}), {missing})")
    if filters.since:
        values["since"] = day_number(filters.since)
        conditions.append("published >= :since")
    if filters.until:
        values["until"] = day_number(filters.until)
        conditions.append("published BETWEEN 1 AND :until")
    return " AND ".join(conditions)


def content_hash(article: Article) -> str:
    """Changes whenever anything that is stored of the article does."""
    parts = [INFO.dump_json(article.info), article.text.encode("utf-8", "surrogatepass")]
    parts += [SPANS.dump_json(article.headings), json.dumps([article.cuts, article.captions]).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _day(number: int | None) -> date | None:
    return date(number // 10000, number // 100 % 100, number % 100) if number else None


def _chunk(row: Row) -> StoredChunk:
    number, article, start, end, text, heading, sentences, key = row
    pairs = np.frombuffer(sentences, np.int32).reshape(-1, 2).tolist()
    spans = tuple(Span(first, last) for first, last in pairs)
    return StoredChunk(number, article, start, end, text, heading, spans, key)


def _article(row: Row) -> Article:
    _, info, text, headings, cuts, captions = (str(value) for value in row)
    return Article(
        INFO.validate_json(info),
        text,
        SPANS.validate_json(headings),
        tuple(json.loads(cuts)),
        tuple(json.loads(captions)),
    )
