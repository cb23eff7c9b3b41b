"""What stands in an index is shown only as it was written: a changed value is damage, never another quote."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.building.build import build
from index.errors import IndexDamaged
from index.generation.catalog import Catalog
from index.generation.generation import INFO_FILE, generation_folder
from index.generation.publication import published
from index.generation.row_checksums import Value, row_checksum
from tests.index.conftest import FERRY, Newsroom

Read = Callable[[Catalog], object]


def chunks(catalog: Catalog) -> object:
    return catalog.chunks(catalog.chunk_numbers().tolist())


def infos(catalog: Catalog) -> object:
    return catalog.infos([1, 2])


def articles(catalog: Catalog) -> object:
    return catalog.articles(["ferry.md", "lighthouse.md"])


def vectors(catalog: Catalog) -> object:
    keys = [chunk.vector_key for chunk in catalog.chunks(catalog.chunk_numbers().tolist()).values()]
    return list(catalog.vectors(keys))


def copies(catalog: Catalog) -> object:
    return catalog.copies(["ferry.md"]), catalog.all_copies()


def listed(catalog: Catalog) -> object:
    return catalog.find("", 0, 10)


def passages(catalog: Catalog) -> object:
    return catalog.chunk_texts("lighthouse.md")


CHANGES: list[tuple[str, list[Read]]] = [
    ("UPDATE articles SET text = replace(text, '140', '940')", [chunks, articles]),
    ("UPDATE articles SET text = replace(text, '41', '71')", [passages]),
    ("UPDATE articles SET headings = '[]' WHERE headings <> '[]'", [articles, infos]),
    ("UPDATE articles SET cuts = '[5]'", [articles, infos]),
    ("UPDATE articles SET captions = '[\"None of ours.\"]'", [articles, infos]),
    ("UPDATE articles SET info = replace(info, 'Night ferry', 'Right ferry')", [infos, listed, articles]),
    ("UPDATE articles SET info = replace(info, 'Coast', 'Ghost')", [infos, listed, articles]),
    ("UPDATE articles SET info = replace(info, '2026-03-11', '2026-03-17')", [infos, listed, articles]),
    ("UPDATE articles SET info = replace(info, 'J. Voss', 'J. Moss')", [infos, listed, articles]),
    ('UPDATE articles SET info = replace(info, \'"url":null\', \'"url":"h"\')', [infos, listed, articles]),
    ("UPDATE articles SET title = 'Another'", [infos, listed]),
    ("UPDATE articles SET publisher = 'Another'", [infos, listed]),
    ("UPDATE articles SET published = 20260101", [infos, listed]),
    ("UPDATE chunks SET start = start + 1", [chunks]),
    ("UPDATE chunks SET end = end - 1", [chunks]),
    ("UPDATE chunks SET heading = 'What it lost'", [chunks]),
    ("UPDATE chunks SET article = 3 - article", [chunks]),
    ("UPDATE chunks SET sentences = zeroblob(length(sentences))", [chunks]),
    ("UPDATE chunks SET vector_key = 'x'", [chunks]),
    ("UPDATE copies SET info = replace(info, 'Night', 'Right')", [copies]),
    ("UPDATE copies SET copy_of = 'lighthouse.md'", [copies]),
    ("UPDATE chunks SET checksum = NULL", [chunks]),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    newsroom = Newsroom(tmp_path_factory.mktemp("news"))
    newsroom.write("wire.md", FERRY)
    build(newsroom.settings, by="a test")
    return generation_folder(newsroom.data, published(newsroom.data)[1].id)


def changed(folder: Path, tmp_path: Path, statement: str, file: str = "catalog.sqlite") -> Path:
    """A generation with one value changed, in a way that SQLite itself finds right."""
    (tmp_path / "vectors").mkdir()
    for name in ("catalog.sqlite", "vectors/00000001.sqlite"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    with closing(sqlite3.connect(tmp_path / file)) as db, db:
        # As a disk would, whatever the table's own rules are.
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = replace(sql, 'checksum BLOB NOT NULL', 'checksum BLOB')")
        db.execute("PRAGMA writable_schema = RESET")
        assert db.execute(statement).rowcount > 0
    return tmp_path


@pytest.mark.parametrize(("statement", "reads"), CHANGES)
def test_a_changed_value_is_damage(folder: Path, tmp_path: Path, statement: str, reads: list[Read]) -> None:
    for read in reads:
        with Catalog.open(folder) as whole:
            read(whole)
    with Catalog.open(changed(folder, tmp_path, statement)) as catalog:
        for read in reads:
            with pytest.raises(IndexDamaged, match=r"catalog\.sqlite"):
                read(catalog)


@pytest.mark.parametrize(
    "change", ["vector = zeroblob(1536)", "sentences = zeroblob(length(sentences))", "sentences = NULL"]
)
def test_changed_vectors_are_damage_and_the_whole_ones_can_be_taken(
    folder: Path, tmp_path: Path, change: str
) -> None:
    statement = f"UPDATE vectors SET {change} WHERE key = (SELECT min(key) FROM vectors)"
    with Catalog.open(changed(folder, tmp_path, statement, "vectors/00000001.sqlite")) as catalog:
        with pytest.raises(IndexDamaged, match=r"vectors/00000001\.sqlite"):
            vectors(catalog)
        keys = [chunk.vector_key for chunk in catalog.chunks(catalog.chunk_numbers().tolist()).values()]
        assert len(catalog.whole_vectors(keys)) == len(set(keys)) - 1


def test_an_index_from_before_the_checksums_opens_and_the_next_build_gives_it_some(
    newsroom: Newsroom,
) -> None:
    first = build(newsroom.settings, by="a version from before").generation
    assert first
    old = generation_folder(newsroom.data, first)
    tables = {
        "catalog.sqlite": ("articles", "chunks", "copies"),
        "vectors/00000001.sqlite": ("vectors",),
    }
    for file, names in tables.items():
        size = (old / file).stat().st_size
        with closing(sqlite3.connect(old / file)) as db, db:
            for name in names:
                db.execute(f"ALTER TABLE {name} DROP checksum")
        assert (old / file).stat().st_size == size
    with closing(sqlite3.connect(old / "catalog.sqlite")) as db, db:
        db.execute("ALTER TABLE articles DROP text_checksum")
    said = json.loads((old / INFO_FILE).read_bytes())
    del said["checksum"], said["checksums"]
    (old / INFO_FILE).write_text(json.dumps(said))
    with Catalog.open(old) as catalog:
        assert not catalog.checked
        for read in (chunks, infos, articles, vectors, copies, listed, passages):
            assert read(catalog)
    report = build(newsroom.settings, by="this version")
    assert (report.embedded, report.unchanged) == (0, 2)
    assert report.generation not in (None, first)
    with Catalog.open(generation_folder(newsroom.data, report.generation or "")) as catalog:
        assert catalog.checked
    assert build(newsroom.settings, by="again").generation is None


def test_a_checksum_depends_on_every_value_and_on_nothing_else() -> None:
    rows: list[tuple[Value, ...]] = [
        (1, "a", None, b"x"),
        (1, "a", None, b"y"),
        (1, "a", "None", b"x"),
        ("1", "a", None, b"x"),
        (1, "ab", None, b""),
        ("1a", "", None, b"x"),
        (1, "a", b"x", None),
        (1, "a", b"", b"x"),
    ]
    assert len({row_checksum(*row) for row in rows}) == len(rows)
    # Indexes hold these: another version must compute the same.
    assert row_checksum("Brandt", 7, None, b"\1").hex() == "22a128b2e217251d"
