"""Part of a generation: a row of the catalog as SQLite gives it, compared with its checksum, and then made
into what it stands for."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from index.article import Article, ArticleInfo, Heading, Span
from index.generation.row_checksums import check_row, parsing
from index.passage import Filters, day_number

Row = tuple[Any, ...]  # as SQLite gives it
INFO = TypeAdapter(ArticleInfo)
HEADINGS = TypeAdapter(tuple[Heading, ...])  # of earlier versions without their paths
SPANS = TypeAdapter(tuple[Span, ...])
# Where the captions stand in the stored text, behind the article's own; the captions themselves in an index
# of an earlier version, whose stored text is the article's own alone.
CAPTIONS = TypeAdapter(tuple[Span, ...] | tuple[str, ...])
# What the first checksum of an article's row is of, after its number, and the second.
HEAD = "number, id, info, cuts, headings, captions, title, publisher, published, source"
BODY = "id, info, text, headings, cuts, captions"
# The same of a chunk, after its number; its text stands in its article.
CHUNK = (
    "c.number, c.article, c.start, c.end, c.heading, c.sentences, c.vector_key,"
    " substr(a.text, c.start + 1, c.end - c.start)"
)
COPY = "id, copy_of, info"


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
class StoredInfo:
    """What is known of an article but its text, and where no quote may run on, and what stands over what."""

    info: ArticleInfo
    cuts: tuple[int, ...]
    headings: tuple[Heading, ...]
    captions: tuple[Span, ...]

    def is_caption(self, chunk: StoredChunk) -> bool:
        """Whether a chunk of the article is captions of its pictures."""
        return bool(self.captions) and chunk.start >= self.captions[0].start

    def cuts_within(self, chunk: StoredChunk) -> tuple[int, ...]:
        """The offsets in a chunk across which no quote may run."""
        cuts = (*self.cuts, *(caption.start for caption in self.captions))
        return tuple(cut for cut in cuts if chunk.start < cut < chunk.end)


class RowReader:
    """Reads the rows of one catalog. Every call raises IndexDamaged where a row is not as it was written."""

    def __init__(self, path: Path, *, checked: bool) -> None:
        """checked: each row ends with its checksum (index/generation/row_checksums.py)."""
        self._path = path
        self._checked = checked

    def info(self, row: Row) -> ArticleInfo:
        """Of a row of HEAD."""
        with parsing(self._path):
            self._check(row[1:])
            return INFO.validate_json(row[2])

    def stored_info(self, row: Row) -> StoredInfo:
        """Of a row of HEAD, with more of it."""
        with parsing(self._path):
            cuts, headings = tuple(json.loads(row[3])), HEADINGS.validate_json(row[4])
            captions = tuple(one for one in CAPTIONS.validate_json(row[5]) if isinstance(one, Span))
            return StoredInfo(self.info(row), cuts, headings, captions)

    def copy(self, row: Row) -> tuple[ArticleInfo, str]:
        """Of a row of COPY: the copy, and the id of the article that it repeats."""
        with parsing(self._path):
            self._check(row)
            return INFO.validate_json(row[2]), str(row[1])

    def chunk(self, row: Row) -> StoredChunk:
        """Of a row of CHUNK."""
        with parsing(self._path):
            self._check(row[1:])
            number, article, start, end, heading, sentences, key, text = row[:8]
            pairs = np.frombuffer(sentences, np.int32).reshape(-1, 2).tolist()
            spans = tuple(Span(first, last) for first, last in pairs)
            return StoredChunk(number, article, start, end, text, heading, spans, key)

    def article(self, row: Row) -> Article:
        """Of a row of BODY."""
        with parsing(self._path):
            self._check(row)
            _, info, text, headings, cuts, captions = (str(value) for value in row[:6])
            own, words = _taken_apart(text, captions)
            return Article(
                INFO.validate_json(info),
                own,
                HEADINGS.validate_json(headings),
                tuple(json.loads(cuts)),
                words,
            )

    def _check(self, row: Row) -> None:
        if self._checked:
            check_row(row[-1], self._path, *row[:-1])


def _taken_apart(text: str, captions: str) -> tuple[str, tuple[str, ...]]:
    """The article's own text, and its captions."""
    places = CAPTIONS.validate_json(captions)
    words = tuple(text[one.start : one.end] if isinstance(one, Span) else one for one in places)
    spans = [one for one in places if isinstance(one, Span)]
    return (text[: spans[0].start - len("\n\n")] if spans else text), words


def content_hash(article: Article) -> str:
    """Changes whenever anything that is stored of the article does."""
    parts = [INFO.dump_json(article.info), article.text.encode("utf-8", "surrogatepass")]
    # Without what headings lack in an index of an earlier version, or these would not be its hashes.
    parts.append(HEADINGS.dump_json(article.headings, exclude_defaults=True))
    parts.append(json.dumps([article.cuts, article.captions]).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def let_in(filters: Filters, values: dict[str, object]) -> str:
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
