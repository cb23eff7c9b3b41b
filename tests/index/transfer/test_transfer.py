"""An index in a file: moved between folder and server, and refused where the file is damaged or hostile."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.building.build import build
from index.embedding.embedder import create_embedder
from index.errors import ArchiveError, FootnoteError, ModelMismatch
from index.generation.generation import Generation, generation_names
from index.generation.publication import published, rollback
from index.passage import SearchRequest, SearchResult
from index.searching.retrieve import Retriever
from index.settings import IndexSettings
from index.transfer.archive import HEAD
from index.transfer.exporting import export_index
from index.transfer.importing import Imported, import_index
from tests.command_lines import run_here
from tests.index.chroma_server import ChromaServer, Proxy
from tests.index.conftest import MARKET, Newsroom, on_server

QUESTIONS = ("How tall is the lighthouse?", "Does the night ferry sail?", "money")


def ignore(*_: object) -> None:
    """Progress that nobody looks at."""


def take(settings: IndexSettings, file: Path, *, with_articles: bool = False) -> Imported:
    return import_index(settings, file, "a test", ignore, with_articles=with_articles)


def answers(settings: IndexSettings) -> list[list[tuple[str, str, float]]]:
    """What searches bring: article, text, and score to three places (on a server the last bits differ)."""
    generation = Generation.open(settings, published(settings.data_dir)[1])
    try:
        retriever = Retriever(generation, create_embedder(settings))
        found: list[SearchResult] = [retriever.search(SearchRequest(q)) for q in QUESTIONS]
    finally:
        generation.close()
    return [[(p.article.id, p.text, round(p.score, 3)) for p in result.passages] for result in found]


@pytest.fixture
def exported(newsroom: Newsroom, tmp_path: Path) -> Path:
    """The newsroom's index in a file, with the articles."""
    build(newsroom.settings, by="a test")
    file = tmp_path / "index.zip"
    export_index(newsroom.settings, file, ignore, with_articles=True)
    return file


@pytest.fixture
def elsewhere(tmp_path: Path) -> IndexSettings:
    """Another machine: an empty data folder, and no articles."""
    folder = tmp_path / "elsewhere"
    (folder / "articles").mkdir(parents=True)
    return IndexSettings(articles_dir=folder / "articles", data_dir=folder / "data")


def test_an_index_moves_to_another_machine_with_its_articles(
    newsroom: Newsroom, exported: Path, elsewhere: IndexSettings
) -> None:
    done = take(elsewhere, exported, with_articles=True)
    assert (done.articles, done.article_files, done.missing_sources) == (2, 2, 0)
    assert answers(elsewhere) == answers(newsroom.settings)
    report = build(elsewhere, by="the next build")
    assert (report.generation, report.unchanged) == (None, 2)


@pytest.mark.xdist_group("chroma")
def test_an_index_moves_from_a_folder_to_a_server_and_back(
    newsroom: Newsroom,
    exported: Path,
    elsewhere: IndexSettings,
    chroma_server: ChromaServer,
    chroma_proxy: Proxy,
    tmp_path: Path,
) -> None:
    served = on_server(chroma_server, chroma_proxy).model_copy(
        update={"articles_dir": newsroom.articles, "data_dir": tmp_path / "served"}
    )
    take(served, exported)
    assert answers(served) == answers(newsroom.settings)
    newsroom.write("market.md", MARKET)
    report = build(served, by="a build on the server")
    assert (report.embedded, len(report.added)) == (report.chunks - report.reused, 1)
    export_index(served, tmp_path / "back.zip", ignore)
    take(elsewhere, tmp_path / "back.zip")
    assert answers(elsewhere) == answers(served)


def test_an_import_can_be_gone_back_from(
    newsroom: Newsroom, exported: Path, elsewhere: IndexSettings
) -> None:
    (elsewhere.articles_dir / "market.md").write_text(MARKET, encoding="utf-8")
    before = build(elsewhere, by="a test").generation
    done = take(elsewhere, exported)
    assert published(elsewhere.data_dir)[1].id == done.generation
    assert done.missing_sources == 2
    assert rollback(elsewhere, by="a test") == before


def test_article_files_that_are_there_stay_as_they_are(exported: Path, elsewhere: IndexSettings) -> None:
    own = elsewhere.articles_dir / "ferry.md"
    own.write_text("mine", encoding="utf-8")
    done = take(elsewhere, exported, with_articles=True)
    assert (done.article_files, done.kept_files) == (1, 1)
    assert own.read_text(encoding="utf-8") == "mine"


def test_an_index_of_another_model_is_refused(exported: Path, elsewhere: IndexSettings) -> None:
    other = elsewhere.model_copy(
        update={"embedding_model": "other", "embedding_base_url": "http://127.0.0.1:9/v1"}
    )
    with pytest.raises(ModelMismatch, match="Set EMBEDDING_MODEL"):
        take(other, exported)


def test_an_export_overwrites_nothing(newsroom: Newsroom, exported: Path) -> None:
    with pytest.raises(ArchiveError, match="exists already"):
        export_index(newsroom.settings, exported, ignore)


def remade(file: Path, change: Callable[[dict[str, Any], dict[str, bytes]], None]) -> Path:
    """The archive with its head and its entries changed by somebody who means harm."""
    with zipfile.ZipFile(file) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    head = json.loads(entries.pop(HEAD))
    change(head, entries)
    target = file.with_name("remade.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
        archive.writestr(HEAD, json.dumps(head))
    return target


def add(head: dict[str, Any], entries: dict[str, bytes], where: str, name: str, data: bytes = b"x") -> None:
    head[where][name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    entries[name if where == "parts" else f"articles/{name}"] = data


def flip(head: dict[str, Any], entries: dict[str, bytes]) -> None:
    data = bytearray(entries["catalog.sqlite"])
    data[-1] ^= 1
    entries["catalog.sqlite"] = bytes(data)


def swell(head: dict[str, Any], entries: dict[str, bytes]) -> None:
    """A bomb: far more in an entry than was said."""
    entries["catalog.sqlite"] += b"\0" * 50_000_000


def boast(head: dict[str, Any], entries: dict[str, bytes]) -> None:
    """More than any disk has room for."""
    head["parts"]["catalog.sqlite"]["size"] = 1 << 60


def lie(head: dict[str, Any], entries: dict[str, bytes]) -> None:
    """Hashes that fit, of texts that are not what was stored."""
    changed = entries["catalog.sqlite"].replace(b"five years of work", b"nine years of work")
    assert changed != entries["catalog.sqlite"]
    add(head, entries, "parts", "catalog.sqlite", changed)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (flip, "damaged: its hash is another"),
        (swell, "has not the size"),
        (boast, "is full"),
        (lie, "articles damaged"),
        (lambda head, entries: entries.pop("keyword/numbers.npy"), "is missing in it"),
        (lambda head, entries: add(head, entries, "parts", "../../outside"), "no index has"),
        (lambda head, entries: add(head, entries, "parts", "/etc/outside"), "no index has"),
        (lambda head, entries: add(head, entries, "parts", "chroma/chroma.sqlite3"), "no index has"),
        (lambda head, entries: add(head, entries, "articles", "../outside.md"), "leads elsewhere"),
        (lambda head, entries: add(head, entries, "articles", "C:\\outside.md"), "leads elsewhere"),
        (lambda head, entries: add(head, entries, "articles", "a/.ssh/config"), "leads elsewhere"),
        (lambda head, entries: head.update(format=99), "format 99"),
        (lambda head, entries: head.pop("parts"), "cannot be read"),
    ],
)
def test_a_damaged_or_hostile_file_is_refused_and_leaves_nothing(
    exported: Path,
    elsewhere: IndexSettings,
    tmp_path: Path,
    change: Callable[[dict[str, Any], dict[str, bytes]], None],
    said: str,
) -> None:
    hostile = remade(exported, change)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(FootnoteError, match=said):
        take(elsewhere, hostile, with_articles=True)
    litter = {p.name for p in sorted(tmp_path.rglob("*")) if p not in before}
    assert litter <= {"data", "build.lock", "generations"}
    assert generation_names(elsewhere.data_dir) == []


def test_a_link_in_the_articles_folder_does_not_lead_an_import_out_of_it(
    newsroom: Newsroom, elsewhere: IndexSettings, tmp_path: Path
) -> None:
    (newsroom.articles / "sub").mkdir()
    newsroom.write("sub/market.md", MARKET)
    build(newsroom.settings, by="a test")
    export_index(newsroom.settings, tmp_path / "index.zip", ignore, with_articles=True)
    outside = tmp_path / "outside"
    outside.mkdir()
    (elsewhere.articles_dir / "sub").symlink_to(outside)
    done = take(elsewhere, tmp_path / "index.zip", with_articles=True)
    assert done.kept_files == 1
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"no archive at all"])
def test_a_file_that_is_no_archive_is_named(tmp_path: Path, elsewhere: IndexSettings, data: bytes) -> None:
    (tmp_path / "some.zip").write_bytes(data)
    with pytest.raises(ArchiveError, match="no ZIP archive"):
        take(elsewhere, tmp_path / "some.zip")


def test_the_commands_say_what_they_did_and_warn_of_missing_articles(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    build(newsroom.settings, by="a test")
    here = {"ARTICLES_DIR": str(newsroom.articles), "DATA_DIR": str(newsroom.data)}
    there = {"ARTICLES_DIR": str(tmp_path / "none"), "DATA_DIR": str(tmp_path / "there")}
    sent = run_here("index", "export", "index.zip", cwd=tmp_path, **here)
    assert sent.returncode == 0, sent.stderr
    assert "2 articles" in sent.stdout
    taken = run_here("index", "import", "index.zip", cwd=tmp_path, **there)
    assert taken.returncode == 0, taken.stderr
    assert "2 of 2 articles have no file in" in taken.stderr
    assert (
        "lighthouse.md"
        in run_here("index", "search", "How tall is the lighthouse?", "--json", cwd=tmp_path, **there).stdout
    )
