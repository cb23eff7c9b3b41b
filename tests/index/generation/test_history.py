"""What the publishes did to each article is kept from generation to generation, and follows a rollback."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from index.building.build import build
from index.generation.generation import generation_folder
from index.generation.history import (
    KEPT_REMOVED,
    KEPT_VERSIONS,
    Change,
    Version,
    extend_history,
    read_history,
)
from index.generation.publication import published, rollback
from index.settings import IndexSettings

FERRY = "---\ntitle: {title}\n---\n{text}\n"
NOON = "It sails at noon.\n\nTickets cost four crowns."
ONE = "It sails at one.\n\nTickets cost four crowns.\n\nDogs may come."
NOW = datetime(2026, 5, 2, 12, tzinfo=UTC)


def at(day: int) -> datetime:
    return NOW + timedelta(days=day)


def history(settings: IndexSettings, article: str) -> tuple[Version, ...]:
    return read_history(generation_folder(settings.data_dir, published(settings.data_dir)[1].id), article)


def settings_of(folder: Path) -> IndexSettings:
    (folder / "articles").mkdir()
    return IndexSettings(articles_dir=folder / "articles", data_dir=folder / "data")


def test_an_articles_versions_say_what_each_publish_did(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    file = settings.articles_dir / "ferry.md"
    file.write_text(FERRY.format(title="The ferry", text=NOON))
    build(settings, by="test")
    file.write_text(
        "---\ntitle: The ferry\n---\nIt sails at one.\n\nTickets cost four crowns.\n\nDogs may come.\n"
    )
    build(settings, by="test")
    file.write_text(
        "---\ntitle: The new ferry\n---\nIt sails at one.\n\nTickets cost four crowns.\n\nDogs may come.\n"
    )
    build(settings, by="test")
    newest, middle, first = history(settings, "ferry.md")
    assert (first.change, first.characters) == (
        Change.ADDED,
        len(NOON),
    )
    assert (middle.change, middle.paragraphs_added, middle.paragraphs_removed) == (Change.CHANGED, 2, 1)
    assert middle.fields == ()
    assert (newest.fields, newest.paragraphs_added) == (("title",), 0)
    assert first.at < middle.at < newest.at


def test_a_removed_article_keeps_its_history_and_a_rollback_takes_the_last_entry_back(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    (settings.articles_dir / "ferry.md").write_text("It sails at noon.\n")
    (settings.articles_dir / "tram.md").write_text("It leaves every hour.\n")
    build(settings, by="test")
    (settings.articles_dir / "tram.md").unlink()
    build(settings, by="test")
    assert [one.change for one in history(settings, "tram.md")] == [Change.REMOVED, Change.ADDED]
    rollback(settings, by="test")
    assert [one.change for one in history(settings, "tram.md")] == [Change.ADDED]


def test_a_history_is_bounded_in_length_and_in_time(tmp_path: Path) -> None:
    last = None
    for day in range(KEPT_VERSIONS + 5):
        folder = tmp_path / str(day)
        folder.mkdir()
        versions = [("often", Version(at(day), Change.CHANGED))]
        if day == 0:
            versions += [("gone", Version(at(0), Change.REMOVED)), ("quiet", Version(at(0), Change.ADDED))]
        extend_history(folder, last, at(day), versions)
        last = folder
    assert last is not None
    assert [one.at for one in read_history(last, "often")][-1] == at(5)
    assert len(read_history(last, "often")) == KEPT_VERSIONS
    assert len(read_history(last, "gone")) == 1
    final = tmp_path / "final"
    final.mkdir()
    extend_history(final, last, at(0) + KEPT_REMOVED + timedelta(days=1), [])
    assert read_history(final, "gone") == ()
    assert len(read_history(final, "quiet")) == 1


def test_a_generation_without_a_history_has_none(tmp_path: Path) -> None:
    assert read_history(tmp_path, "ferry.md") == ()
