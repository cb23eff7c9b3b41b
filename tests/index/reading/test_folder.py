"""What reading an articles folder gives: every article, and every file that could not be read, by name."""

import gzip
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from index.article import Kind, RawArticle
from index.errors import SettingsError
from index.reading import Found, read_file, read_folder
from index.reading.decoding import LARGEST_TEXT_BYTES
from index.reading.registry import KINDS
from index.report import Problem

TODAY = date(2026, 11, 21)


def _read(folder: Path) -> tuple[list[RawArticle], dict[str, str]]:
    found: list[Found] = list(read_folder(folder, today=TODAY))
    articles = [one for one in found if isinstance(one, RawArticle)]
    return articles, {one.source: one.reason for one in found if isinstance(one, Problem)}


def _reason(path: Path) -> str:
    """Why the one file cannot be read."""
    (problem,) = read_file(path, path.parent, TODAY)
    assert isinstance(problem, Problem)
    assert problem.source == path.name
    return problem.reason


def test_gives_every_article_in_the_order_of_names_with_its_path_as_id(tmp_path: Path) -> None:
    (tmp_path / "north").mkdir()
    (tmp_path / "north" / "ferry.txt").write_text("The ferry sails again.")
    (tmp_path / "b.md").write_text("The mill burns.")
    (tmp_path / "a.txt").write_text("The bridge opens.")
    articles, problems = _read(tmp_path)
    assert [article.id for article in articles] == ["a.txt", "b.md", "north/ferry.txt"]
    assert [article.source for article in articles] == ["a.txt", "b.md", "north/ferry.txt"]
    assert problems == {}


def test_leaves_hidden_files_and_folders_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.txt").write_text("hidden")
    (tmp_path / ".notes.txt").write_text("hidden")
    assert _read(tmp_path) == ([], {})


def test_names_the_kinds_that_can_be_read_for_one_that_cannot(tmp_path: Path) -> None:
    (tmp_path / "tower.jpg").write_bytes(b"\xff\xd8\xff")
    _, problems = _read(tmp_path)
    assert problems["tower.jpg"].endswith(f"these can: {KINDS}.")
    assert all(kind in KINDS.split(", ") for kind in (".txt", ".md", ".html", ".jsonl.gz"))


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02 binary")
    (tmp_path / "c.txt").write_text("The bridge opens.")
    articles, problems = _read(tmp_path)
    assert [article.id for article in articles] == ["c.txt"]
    assert problems == {
        "a.txt": "is empty. Remove it, or fill it.",
        "b.txt": "is binary, not text. Remove it, or save its text as UTF-8.",
    }


def test_a_file_of_200_mb_is_refused_by_its_size_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(4 * LARGEST_TEXT_BYTES)
    assert _reason(path) == "has 200 MB; at most 50 MB are read. Split it, or remove it."


def test_a_link_out_of_the_folder_is_reported_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("not for the index")
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    articles, problems = _read(folder)
    assert articles == []
    assert set(problems) == {"link.txt", "up"}
    assert all("link out of the articles folder" in reason for reason in problems.values())


def test_a_link_within_the_folder_is_read_and_one_to_nothing_is_reported(tmp_path: Path) -> None:
    (tmp_path / ".data").mkdir()
    (tmp_path / ".data" / "ferry.txt").write_text("The ferry sails again.")
    (tmp_path / "ferry.txt").symlink_to(tmp_path / ".data" / "ferry.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    articles, problems = _read(tmp_path)
    assert [article.id for article in articles] == ["ferry.txt"]
    assert problems["gone.txt"].startswith("is a link to nothing.")


def test_something_that_is_no_file_is_reported_and_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)  # opening it would wait for ever
    assert _reason(path) == "is not a regular file. Remove it."


def test_a_name_that_is_not_utf8_is_reported_in_a_form_that_can_be_printed(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as file:  # noqa: PTH123 (Path takes no bytes)
        file.write(b"The bridge opens.")
    _, problems = _read(tmp_path)
    assert problems == {"caf?.txt": "has a name that is not UTF-8. Rename it."}


def test_a_link_to_itself_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "loop.txt"
    path.symlink_to(path)
    assert _reason(path).startswith("is a link to nothing.")


def test_a_file_that_may_not_be_read_is_reported() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "private.txt"
        path.write_text("x")
        path.chmod(0)
        Path(folder).chmod(0o755)
        with _without_roots_rights():
            assert _reason(path) == "cannot be read: Permission denied."


@contextmanager
def _without_roots_rights() -> Iterator[None]:
    """Root may read everything, so the test steps down for a moment."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_missing_folder_is_a_setting_to_mend(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ARTICLES_DIR"):
        read_folder(tmp_path / "nowhere")


def test_a_single_file_can_stand_for_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    record = {"id": "n1", "url": "https://www.example.org/1", "title": "Ferry", "text": "It sails."}
    path.write_bytes(gzip.compress(json.dumps(record).encode()))
    articles, problems = _read(path)
    assert [(article.id, article.source) for article in articles] == [("n1", "news.jsonl.gz#n1")]
    assert problems == {}


def test_an_id_that_is_taken_is_a_problem_and_the_first_article_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "n1", "text": "First."}\n')
    (tmp_path / "b.jsonl").write_text('{"id": "n1", "text": "Second."}\n')
    articles, problems = _read(tmp_path)
    assert [article.text for article in articles] == ["First."]
    assert problems == {"b.jsonl#n1": "has the id n1, as a.jsonl#n1 does; only that one is indexed."}


def test_progress_counts_files_up_to_all_of_them(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Words.")
    seen: list[tuple[int, int]] = []
    for _ in read_folder(tmp_path, on_progress=lambda done, total: seen.append((done, total))):
        pass
    assert seen == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Le café rouvre.".encode(), "Le café rouvre."),
        ("Le café rouvre.".encode("utf-8-sig"), "Le café rouvre."),
        ("Le café rouvre.".encode("utf-16"), "Le café rouvre."),
        (
            "Le café du « château » a rouvert ses portes hier, après des années de travaux où l’on avait "
            "perdu l’espoir.".encode("cp1252"),
            "Le café du « château » a rouvert ses portes hier, après des années de travaux où l’on avait "
            "perdu l’espoir.",
        ),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16", "cp1252 that is clear"],
)
def test_text_is_decoded_where_its_encoding_is_sure(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "cafe.txt").write_bytes(data)
    articles, _ = _read(tmp_path)
    assert [article.text for article in articles] == [text]


@pytest.mark.parametrize("data", [bytes(range(33, 256)), "Ärger über Öl".encode("latin-1")])
def test_an_encoding_in_doubt_is_reported_and_not_guessed(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "doubt.txt"
    path.write_bytes(b"First line.\n" + data)
    assert _reason(path) == (
        "is not UTF-8 (from line 2 on), and its encoding is not clear. Save it as UTF-8."
    )


def test_kind_defaults_to_the_article_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    articles, _ = _read(tmp_path)
    assert articles[0].kind is Kind.ARTICLE
    assert (articles[0].title, articles[0].publisher, articles[0].published) == (None, None, None)
