"""The doctor, on indexes that are damaged for real: each damage is named, and mended where it can be."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index.building.build import build
from index.doctor.examining import examine
from index.doctor.findings import Fault, Treatment
from index.doctor.mending import mend
from index.embedding.embedder import create_embedder
from index.generation.generation import Generation, generation_folder, generation_names
from index.generation.lock import OWNER_FILE
from index.generation.publication import manifest_path, published, read_manifest
from index.passage import SearchRequest
from index.searching.retrieve import Retriever
from index.vector_store.store import VectorStore
from tests.command_lines import run_here
from tests.index.conftest import Newsroom

ON_EVERY_STORE = True


def current(newsroom: Newsroom) -> Path:
    return generation_folder(newsroom.data, published(newsroom.data)[1].id)


def faults(newsroom: Newsroom) -> list[Fault]:
    return [found.fault for found in examine(newsroom.settings, lambda *_: None).findings]


def mended(newsroom: Newsroom) -> Treatment:
    return mend(newsroom.settings, "the doctor", lambda *_: None)


def best(newsroom: Newsroom) -> str:
    """What a search in the published index brings first."""
    generation = Generation.open(newsroom.settings, published(newsroom.data)[1])
    try:
        retriever = Retriever(generation, create_embedder(newsroom.settings))
        return retriever.search(SearchRequest("How tall is the lighthouse?")).passages[0].article.id
    finally:
        generation.close()


def change(path: Path, statement: str) -> None:
    """Change a database in a way that keeps its size, as a failing disk or a stray hand does."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


def test_a_whole_index_is_well(whole: Newsroom) -> None:
    seen = examine(whole.settings, lambda *_: None)
    assert seen.findings == ()
    assert len(seen.generations) == 2


def test_vectors_that_chroma_lost_or_has_wrong_are_written_from_the_catalog(whole: Newsroom) -> None:
    _, info = published(whole.data)
    with closing(VectorStore.open(whole.settings, info.collection, current(whole), writing=True)) as store:
        numbers = store.numbers()
        vectors = store.vectors(numbers)
        store.remove(numbers[:1])
    assert set(faults(whole)) == {Fault.VECTORS_WRONG}
    treated = mended(whole)
    assert treated.left == ()
    with closing(VectorStore.open(whole.settings, info.collection, current(whole))) as store:
        again = store.vectors(numbers)
    assert again.keys() == vectors.keys()
    assert all(np.allclose(again[number], vectors[number], atol=1e-5) for number in numbers)
    assert best(whole) == "lighthouse.md"


def test_vectors_that_are_gone_altogether_are_written_from_the_catalog(whole: Newsroom) -> None:
    if whole.settings.chroma_url is None:
        shutil.rmtree(current(whole) / "chroma")
    else:
        from index.vector_store.chroma_client import drop_collection

        drop_collection(whole.settings, published(whole.data)[1].collection)
    assert set(faults(whole)) <= {Fault.VECTORS_WRONG, Fault.VECTORS_UNREADABLE}
    assert mended(whole).left == ()
    assert best(whole) == "lighthouse.md"


def test_a_damaged_keyword_index_is_made_again(whole: Newsroom) -> None:
    path = current(whole) / "keyword" / "data.csc.index.npy"
    data = bytearray(path.read_bytes())
    data[-8:] = b"\xff" * 8
    path.write_bytes(data)
    assert faults(whole) == [Fault.KEYWORDS_WRONG]
    assert mended(whole).left == ()
    (current(whole) / "keyword" / "numbers.npy").unlink()
    treated = mended(whole)
    assert {found.fault for found in treated.mended} == {Fault.FILE_CHANGED, Fault.KEYWORDS_WRONG}
    assert treated.left == ()
    assert best(whole) == "lighthouse.md"


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE articles SET text = replace(text, '41', '14')", Fault.ARTICLES_DAMAGED),
        ("UPDATE chunks SET end = end + 100000", Fault.OFFSETS_WRONG),
        ("UPDATE chunks SET vector_key = 'nothing has this'", Fault.KEPT_VECTORS_MISSING),
        ("DELETE FROM chunks WHERE number = (SELECT max(number) FROM chunks)", Fault.COUNTS_DIFFER),
    ],
)
def test_a_damaged_catalog_gives_way_to_the_generation_before(
    whole: Newsroom, statement: str, fault: Fault
) -> None:
    manifest = read_manifest(whole.data)
    assert manifest
    change(current(whole) / "catalog.sqlite", statement)
    assert fault in faults(whole)
    treated = mended(whole)
    assert treated.left == ()
    assert published(whole.data)[1].id == manifest.publications[0].generation
    assert generation_names(whole.data) == [manifest.publications[0].generation]
    assert best(whole) == "lighthouse.md"


def test_a_damaged_history_begins_anew(whole: Newsroom) -> None:
    name = published(whole.data)[1].id
    path = current(whole) / "history.sqlite"
    path.write_bytes(b"\0" * path.stat().st_size)
    assert faults(whole) == [Fault.HISTORY_DAMAGED]
    assert mended(whole).left == ()
    path.unlink()
    assert mended(whole).left == ()
    assert published(whole.data)[1].id == name


def test_a_catalog_that_is_no_database_any_more_is_named(whole: Newsroom) -> None:
    path = current(whole) / "catalog.sqlite"
    path.write_bytes(b"\0" * path.stat().st_size)
    assert Fault.CATALOG_DAMAGED in faults(whole)
    assert mended(whole).left == ()


def test_where_nothing_is_whole_nothing_is_thrown_away(newsroom: Newsroom) -> None:
    build(newsroom.settings, by="the only one")
    change(current(newsroom) / "catalog.sqlite", "UPDATE articles SET text = replace(text, '41', '14')")
    treated = mended(newsroom)
    assert {found.fault for found in treated.left} == {Fault.ARTICLES_DAMAGED, Fault.NOTHING_WHOLE}
    assert len(generation_names(newsroom.data)) == 1


@pytest.mark.parametrize("damage", ["gone", "cut"])
def test_a_lost_manifest_is_written_from_the_generations(whole: Newsroom, damage: str) -> None:
    name = published(whole.data)[1].id
    path = manifest_path(whole.data)
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:20])
    assert faults(whole) == [Fault.MANIFEST_MISSING if damage == "gone" else Fault.MANIFEST_DAMAGED]
    assert mended(whole).left == ()
    assert published(whole.data)[1].id == name
    assert json.loads(path.read_text())["publications"]


def test_what_is_left_lying_about_is_cleared_away(whole: Newsroom) -> None:
    leftover = generation_folder(whole.data, "20260101T000000-aaaaaa")
    leftover.mkdir()
    (leftover / "catalog.sqlite").write_bytes(b"half of something")
    (whole.data / OWNER_FILE).write_text("{}")
    assert set(faults(whole)) == {Fault.LEFTOVER, Fault.OWNER_STALE}
    assert mended(whole).left == ()
    assert faults(whole) == []
    assert not leftover.exists()


def test_other_databases_of_the_data_folder_are_looked_at(whole: Newsroom) -> None:
    (whole.data / "sources.sqlite3").write_bytes(b"no database at all" * 100)
    assert faults(whole) == [Fault.SOURCES_DAMAGED]


def test_the_command_says_it_in_words_and_by_its_exit_status(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    settings = {"ARTICLES_DIR": str(newsroom.articles), "DATA_DIR": str(newsroom.data)}
    nothing = run_here("index", "doctor", cwd=tmp_path, **settings)
    assert (nothing.returncode, nothing.stdout) == (
        0,
        "There is nothing to examine: nothing is indexed yet.\n",
    )
    build(newsroom.settings, by="a test")
    shutil.rmtree(current(newsroom) / "keyword")
    seen = run_here("index", "doctor", "--json", cwd=tmp_path, **settings)
    assert seen.returncode == 1
    assert "keywords wrong" in {found["fault"] for found in json.loads(seen.stdout)["findings"]}
    treated = run_here("index", "doctor", "--repair", cwd=tmp_path, **settings)
    assert (treated.returncode, treated.stderr) == (0, "")
    assert "The keyword index is not that of the chunks (generation" in treated.stdout
    assert "All is well: 1 generation, " in run_here("index", "doctor", cwd=tmp_path, **settings).stdout
