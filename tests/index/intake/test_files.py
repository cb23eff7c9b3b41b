"""An operator's files into the articles folder, and out of it."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.article import ArticleInfo
from index.errors import ArticleError
from index.intake import phrases
from index.intake.files import add_file, add_folder, remove_file
from index.intake.opening import open_within
from index.report import AddedSource, Problem, SourceOutcome

NOW = datetime(2026, 5, 3, 12, 0, 0, tzinfo=UTC)
TEXT = (
    "Harbour light burns again\n\nThe keepers of the old light came back on Monday after five years ashore.\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "light.txt"
    path.write_text(TEXT)
    return path


def test_a_file_that_reads_is_copied_and_nothing_else_is_left(file: Path, articles: Path) -> None:
    assert add_file(file, articles).outcome is SourceOutcome.ADDED
    assert [path.name for path in articles.iterdir()] == ["light.txt"]
    assert (articles / "light.txt").read_text() == TEXT
    assert file.exists()


def test_the_articles_folder_is_made_where_there_is_none(file: Path, tmp_path: Path) -> None:
    add_file(file, tmp_path / "new" / "folder")
    assert (tmp_path / "new" / "folder" / "light.txt").exists()


def test_adding_a_file_a_second_time_changes_nothing(file: Path, articles: Path) -> None:
    add_file(file, articles)
    for path in (file, articles / "light.txt"):
        again = add_file(path, articles)
        assert (again.outcome, again.file, again.articles) == (SourceOutcome.UNCHANGED, "light.txt", 1)
    assert [path.name for path in articles.iterdir()] == ["light.txt"]


def test_another_file_of_the_same_name_is_never_overwritten(file: Path, articles: Path) -> None:
    (articles / "light.txt").write_text("Another article of that name, with a text of its own.")
    with pytest.raises(ArticleError, match="another file of this name"):
        add_file(file, articles)
    assert (articles / "light.txt").read_text().startswith("Another")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), "is binary"),
        ("table.xlsx", b"whatever", "kind"),
        (".hidden.txt", TEXT.encode(), "begin with a dot"),
        ("none.jsonl", b"\n\n", "is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_not_copied(
    tmp_path: Path, articles: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ArticleError, match=reason):
        add_file(tmp_path / name, articles)
    assert list(articles.iterdir()) == []


def test_a_missing_file_is_refused(articles: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        add_file(Path("gone.txt"), articles)


def test_a_folder_is_copied_with_those_in_it_and_what_cannot_be_read_is_named(
    tmp_path: Path, articles: Path
) -> None:
    harbour = tmp_path / "harbour"
    (harbour / "north" / ".git").mkdir(parents=True)
    for name in ("light.txt", "north/ferry.txt", "north/.git/config.txt", ".hidden.txt"):
        (harbour / name).write_text(TEXT + name)
    (harbour / "empty.txt").write_text("")
    for name in ("a.jpg", "b.jpg", "c.mov"):
        (harbour / name).write_bytes(b"no text")
    found = list(add_folder(harbour, articles))
    added = [one.file for one in found if isinstance(one, AddedSource)]
    assert added == ["harbour/light.txt", "harbour/north/ferry.txt"]
    assert (articles / "harbour/north/ferry.txt").read_text().endswith("north/ferry.txt")
    empty, others = [one for one in found if isinstance(one, Problem)]
    assert "is empty" in empty.reason
    assert others.reason == "3 files of other kinds were left out (.jpg, .mov)"
    again = [one.outcome for one in add_folder(harbour, articles) if isinstance(one, AddedSource)]
    assert again == [SourceOutcome.UNCHANGED, SourceOutcome.UNCHANGED]


def test_a_folder_is_never_copied_into_itself(tmp_path: Path, articles: Path) -> None:
    (articles / "light.txt").write_text(TEXT)
    for folder in (tmp_path, articles):
        with pytest.raises(ArticleError, match="into itself"):
            list(add_folder(folder, articles))


def _info(source: str) -> ArticleInfo:
    return ArticleInfo("a1", source, "Harbour light burns again")


@pytest.mark.parametrize("source", ["light.txt", "north/sea/light.txt", "C# for keepers.txt"])
def test_the_file_of_an_article_moves_out_of_the_folder_and_is_kept(
    tmp_path: Path, articles: Path, source: str
) -> None:
    (articles / source).parent.mkdir(parents=True, exist_ok=True)
    (articles / source).write_text(TEXT)
    target = remove_file(_info(source), articles, tmp_path / "data", NOW)
    assert not (articles / source).exists()
    assert target.read_text() == TEXT
    assert target.is_relative_to(tmp_path / "data" / "removed")


def test_an_article_among_others_in_a_file_is_left_and_the_operator_told_to_take_it_out(
    tmp_path: Path, articles: Path
) -> None:
    (articles / "all.jsonl").write_text("{}\n")
    with pytest.raises(ArticleError, match=r"one of several articles in all\.jsonl.*Take it out") as caught:
        remove_file(_info("all.jsonl#a1"), articles, tmp_path / "data", NOW)
    assert "index build" in caught.value.next_step
    assert (articles / "all.jsonl").exists()


@pytest.mark.parametrize("source", ["gone.txt", "../outside.txt"])
def test_nothing_outside_the_folder_and_nothing_missing_is_moved(
    tmp_path: Path, articles: Path, source: str
) -> None:
    (tmp_path / "outside.txt").write_text(TEXT)
    with pytest.raises(ArticleError, match="is not in"):
        remove_file(_info(source), articles, tmp_path / "data", NOW)
    assert (tmp_path / "outside.txt").exists()


def test_no_link_leads_out_of_a_folder_that_is_added(tmp_path: Path) -> None:
    private, folder, articles = tmp_path / "private", tmp_path / "harbour", tmp_path / "articles"
    private.mkdir()
    (private / "secret.txt").write_text("The key lies under the mat.\n")
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "tower.txt").write_text("The tower stands 41 metres tall.\n")
    (folder / "again.txt").symlink_to(folder / "deep" / "tower.txt")
    (folder / "absolute.txt").symlink_to(private / "secret.txt")
    (folder / "deep" / "relative.txt").symlink_to("../../private/secret.txt")
    (folder / "stairs").symlink_to(private)
    (folder / "by-the-stairs.txt").symlink_to("stairs/secret.txt")
    (folder / "nothing.txt").symlink_to("gone.txt")
    (folder / "round.txt").symlink_to("round.txt")
    (folder / "machine.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.txt")
    found = list(add_folder(folder, articles))
    added = {one.file for one in found if isinstance(one, AddedSource)}
    problems = {Path(one.source).name: one.reason for one in found if isinstance(one, Problem)}
    assert added == {"harbour/again.txt", "harbour/deep/tower.txt"}
    assert {file.name for file in articles.rglob("*") if file.is_file()} == {"again.txt", "tower.txt"}
    out = f"{phrases.ADD_LINK_OUT} {phrases.ADD_LINK_OUT_NEXT_STEP}"
    assert problems == {
        **dict.fromkeys(("absolute.txt", "relative.txt", "by-the-stairs.txt", "machine.txt"), out),
        "stairs": phrases.ADD_LINK_TO_FOLDER,
        "nothing.txt": f"{phrases.ADD_MISSING} {phrases.ADD_MISSING_NEXT_STEP}",
        "round.txt": phrases.ADD_LINK,
        "pipe.txt": phrases.ADD_IRREGULAR,
    }


def test_a_link_that_is_laid_while_a_folder_is_added_is_not_followed(tmp_path: Path) -> None:
    private, folder = tmp_path / "private", tmp_path / "harbour"
    for place in (private, folder / "deep"):
        place.mkdir(parents=True)
        (place / "tower.txt").write_text(f"This is in {place.name}.\n")
    swapped = (folder / "deep").rename(tmp_path / "elsewhere")
    (folder / "deep").symlink_to(private)
    with pytest.raises(ArticleError):
        open_within(folder, folder / "deep" / "tower.txt")
    (folder / "deep").unlink()
    swapped.rename(folder / "deep")
    with open_within(folder, folder / "deep" / "tower.txt") as file:
        assert file.read() == b"This is in deep.\n"


def test_what_is_added_is_what_was_read_and_leaves_nothing_behind_when_it_is_ended(tmp_path: Path) -> None:
    file, articles = tmp_path / "tower.txt", tmp_path / "articles"
    file.write_text("The tower stands 41 metres tall.\n")

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_file(file, articles, go_on=stop)
    assert list(articles.iterdir()) == []
