"""Which files of the articles folder are read, by ARTICLES_INCLUDE and ARTICLES_EXCLUDE."""

from datetime import date
from pathlib import Path

import pytest

from index.article import RawArticle
from index.building.collection import collect
from index.errors import SettingsError
from index.reading import read_file, read_folder_by
from index.selection import Selection
from index.settings import IndexSettings

FILES = ("a.md", "a.txt", "drafts/b.md", "drafts/old/c.md", "reports/2026/d.md", "reports/e.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, name in enumerate(FILES):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The light number {number} burns.")
    return tmp_path


@pytest.mark.parametrize(
    ("include", "exclude", "read"),
    [
        ("", "", FILES),
        ("**/*.md", "", ("a.md", "drafts/b.md", "drafts/old/c.md", "reports/2026/d.md")),
        ("*.md", "", ("a.md", "drafts/b.md", "drafts/old/c.md", "reports/2026/d.md")),
        ("./*.md", "", ("a.md", "drafts/b.md", "drafts/old/c.md", "reports/2026/d.md")),
        ("reports/*", "", ("reports/e.txt",)),
        ("reports/**", "", ("reports/2026/d.md", "reports/e.txt")),
        ("reports/", "", ("reports/2026/d.md", "reports/e.txt")),
        ("reports/**/d.md, a.txt", "", ("a.txt", "reports/2026/d.md")),
        ("", "drafts/**", ("a.md", "a.txt", "reports/2026/d.md", "reports/e.txt")),
        ("", "drafts/**, ?.txt", ("a.md", "reports/2026/d.md")),
        ("*.md", "drafts/old/**", ("a.md", "drafts/b.md", "reports/2026/d.md")),
        ("[a].md", "", ()),
    ],
)
def test_patterns_choose_the_files(folder: Path, include: str, exclude: str, read: tuple[str, ...]) -> None:
    selection = Selection.parse(include, exclude)
    found = read_folder_by(read_file, folder, today=date(2026, 11, 21), selection=selection)
    assert sorted(one.source for one in found if isinstance(one, RawArticle)) == sorted(read)


def test_the_settings_reach_a_build(folder: Path) -> None:
    settings = IndexSettings(articles_dir=folder, articles_include="*.md", articles_exclude="drafts/")
    collection = collect(settings.articles_dir, selection=settings.selection)
    assert sorted(collection.articles) == ["a.md", "reports/2026/d.md"]
    assert collection.problems == []


def test_of_a_single_file_there_is_nothing_to_select(folder: Path) -> None:
    selection = Selection.parse("*.pdf")
    found = read_folder_by(read_file, folder / "a.md", today=date(2026, 11, 21), selection=selection)
    assert [one.source for one in found] == ["a.md"]


@pytest.mark.parametrize("pattern", ["/etc/*", "~/x", "../*", "a/../b", "a\\b"])
def test_a_pattern_that_could_fit_no_file_is_refused_with_the_settings_name(pattern: str) -> None:
    with pytest.raises(SettingsError, match="ARTICLES_EXCLUDE must be patterns of files in ARTICLES_DIR"):
        IndexSettings.load({"ARTICLES_EXCLUDE": pattern}, Path("nowhere"))
