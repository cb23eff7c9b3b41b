"""Part of a generation: what became of each article over the publishes, in an SQLite file of its own.

It goes from generation to generation with a few more rows each time, so it follows a rollback as well.
"""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from index.article import Article
from index.generation.catalog import Catalog
from index.report import Difference

FILE_NAME = "history.sqlite"
KEPT_VERSIONS = 20  # of each article, and the one in which it came in
KEPT_REMOVED = timedelta(days=365)  # after an article was removed, all of its versions
# Particulars whose change is told, as ArticleInfo names them.
FIELDS = ("title", "publisher", "authors", "published", "url", "language", "section")
_BATCH = 200
_SCHEMA = """
CREATE TABLE IF NOT EXISTS versions (
    article TEXT NOT NULL, at REAL NOT NULL, change TEXT NOT NULL, characters INTEGER NOT NULL,
    fields TEXT NOT NULL, paragraphs_added INTEGER NOT NULL, paragraphs_removed INTEGER NOT NULL,
    PRIMARY KEY (article, at)) WITHOUT ROWID;
"""


class Change(StrEnum):
    """What a publish did to an article."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Version:
    """One entry of an article's history: when it was published, the length of the text in characters, and,
    where it changed, which particulars, and how many paragraphs came and went."""

    at: datetime
    change: Change
    characters: int = 0
    fields: tuple[str, ...] = ()
    paragraphs_added: int = 0
    paragraphs_removed: int = 0


def changed_version(at: datetime, old: Article, new: Article) -> Version:
    """What changed between two states of an article. A paragraph that was edited came and went."""
    before, after = Counter(old.text.split("\n\n")), Counter(new.text.split("\n\n"))
    return Version(
        at,
        Change.CHANGED,
        len(new.text),
        tuple(name for name in FIELDS if getattr(old.info, name) != getattr(new.info, name)),
        (after - before).total(),
        (before - after).total(),
    )


def versions_of(
    difference: Difference, old: Catalog | None, new: Catalog, at: datetime
) -> Iterator[tuple[str, Version]]:
    """What this publish does to each article, by id; `old` is None where there was no last generation."""
    for article in _stored(new, [change.id for change in difference.added]):
        yield article.info.id, Version(at, Change.ADDED, len(article.text))
    for article in _stored(new, [change.id for change in difference.changed]):
        before = old.articles([article.info.id]) if old else []
        if before:
            yield article.info.id, changed_version(at, before[0], article)
    for change in difference.removed:
        yield change.id, Version(at, Change.REMOVED)


def write_history(
    folder: Path,
    written: Catalog,
    before: tuple[Path, Catalog] | None,
    difference: Difference,
    at: datetime,
) -> None:
    """Write the history of the new generation in `folder`, whose articles are `written`: that of the last one
    (its folder and its catalog), and what this publish changes."""
    last, old = before or (None, None)
    extend_history(folder, last, at, versions_of(difference, old, written, at))


def extend_history(
    folder: Path, last: Path | None, at: datetime, versions: Iterable[tuple[str, Version]]
) -> None:
    """The history in the folder `last`, and these versions by article, as the history in `folder`."""
    if last is not None and (last / FILE_NAME).exists():
        shutil.copyfile(last / FILE_NAME, folder / FILE_NAME)
    with closing(sqlite3.connect(folder / FILE_NAME)) as db, db:
        db.execute("PRAGMA synchronous = OFF")  # synced with the whole generation, at its end
        db.execute(_SCHEMA)
        rows = [(article, *_row(version)) for article, version in versions]
        db.executemany("INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        for (article,) in {(row[0],) for row in rows}:
            db.execute(
                "DELETE FROM versions WHERE article = ?1 AND at NOT IN"
                " (SELECT at FROM versions WHERE article = ?1 ORDER BY at DESC LIMIT ?2)"
                " AND at IS NOT (SELECT max(at) FROM versions WHERE article = ?1 AND change = ?3)",
                (article, KEPT_VERSIONS, Change.ADDED),
            )
        db.execute(
            "DELETE FROM versions WHERE article IN (SELECT article FROM versions GROUP BY article"
            " HAVING max(at) < ?1 AND max(CASE change WHEN ?2 THEN at END) = max(at))",
            ((at - KEPT_REMOVED).timestamp(), Change.REMOVED),
        )


def added_at(folder: Path) -> dict[str, datetime]:
    """When each article came into the index, for the last time where it was away in between. Who has no such
    entry is left out: the generation may have no history, or one that began anew after damage."""
    path = (folder / FILE_NAME).resolve()
    if not path.exists():
        return {}
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        rows = db.execute(
            "SELECT article, max(at) FROM versions WHERE change = ? GROUP BY article", (Change.ADDED,)
        ).fetchall()
    return {str(article): datetime.fromtimestamp(at, UTC) for article, at in rows}


def read_history(folder: Path, article: str) -> tuple[Version, ...]:
    """The versions of an article, newest first; none where the generation has no history."""
    path = (folder / FILE_NAME).resolve()
    if not path.exists():
        return ()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        rows = db.execute(
            "SELECT at, change, characters, fields, paragraphs_added, paragraphs_removed FROM versions"
            " WHERE article = ? ORDER BY at DESC",
            (article,),
        ).fetchall()
    return tuple(_version(*row) for row in rows)


def _stored(catalog: Catalog, ids: Sequence[str]) -> Iterator[Article]:
    """The articles, a few at a time in memory."""
    for at in range(0, len(ids), _BATCH):
        yield from catalog.articles(ids[at : at + _BATCH])


def _row(version: Version) -> tuple[float, str, int, str, int, int]:
    return (
        version.at.timestamp(),
        version.change,
        version.characters,
        json.dumps(version.fields),
        version.paragraphs_added,
        version.paragraphs_removed,
    )


def _version(at: float, change: str, characters: int, fields: str, added: int, removed: int) -> Version:
    moment = datetime.fromtimestamp(at, UTC)
    return Version(moment, Change(change), characters, tuple(json.loads(fields)), added, removed)
