"""The operator's command line, as real processes."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.web.pages import PageRecord, Pages
from tests.command_lines import environment, run, run_here
from tests.index.conftest import FERRY, LIGHTHOUSE, MARKET


class Office:
    """An articles folder and a data folder, and the operator's commands on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.way: Callable[..., subprocess.CompletedProcess[str]] = run_here
        self.articles = folder / "articles"
        self.articles.mkdir()
        (self.articles / "lighthouse.md").write_text(LIGHTHOUSE)

    def __call__(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return self.way("index", *arguments, cwd=self.folder, **settings)

    def json(self, *arguments: str, status: int = 0) -> dict[str, object]:
        done = self(*arguments, "--json")
        assert done.returncode == status, done.stderr
        result = json.loads(done.stdout)
        assert isinstance(result, dict)
        return result


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_an_operators_day(office: Office) -> None:
    """A dry run, a build, looking, a new file, a wrong file, taking one out, and going back: as processes."""
    office.way = run
    dry = office("build", "--dry-run")
    assert dry.returncode == 0
    assert "A build would change this:\n  added    lighthouse.md" in dry.stdout
    assert "Nothing is indexed yet." in office("status").stdout

    first = office("build", "--by", "the night shift")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("Published ")
    status = office.json("status")
    assert (status["articles"], status["published_by"]) == (1, "the night shift")
    assert status["publishers"] == ["Harbour Gazette"]

    (office.folder / "ferry.md").write_text(FERRY)
    (office.folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    added = office("add", "ferry.md", "picture.md", "http://10.0.0.1/a")
    assert added.returncode == 1
    assert "Added ferry.md (1 article)." in added.stdout
    assert "picture.md: is binary" in added.stdout
    assert "http://10.0.0.1/a: leads to 10.0.0.1, which is not a public address" in added.stdout
    found = office("search", "When does the night ferry sail?", "--limit", "1")
    assert "1. Night ferry to Skagen is cancelled · Coast Weekly · 2026-03-11" in found.stdout

    assert f"Moved ferry.md to {Path('data', 'removed')}" in office("remove", "ferry.md").stdout
    assert not (office.articles / "ferry.md").exists()
    assert office.json("status")["articles"] == 1

    back = office("rollback", "--by", "the day shift")
    assert back.returncode == 0
    assert office.json("status")["articles"] == 2
    assert office.json("status")["published_by"] == "the day shift"


def test_a_build_with_a_file_that_cannot_be_read_says_so_in_its_status(office: Office) -> None:
    (office.articles / "empty.txt").write_text("")
    done = office("build")
    assert done.returncode == 1
    assert done.stdout.startswith("Published ")
    assert "empty.txt: is empty" in done.stdout


def test_a_listening_process_gets_progress_and_report_as_json(office: Office) -> None:
    done = office("build", "--json", "--progress", "json", "--by", "a test")
    events = [json.loads(line)["progress"] for line in done.stderr.splitlines()]
    assert {"reading", "embedding", "publishing"} <= {event["stage"] for event in events}
    report = json.loads(done.stdout)
    assert (report["by"], report["added"][0]["id"]) == ("a test", "lighthouse.md")


def test_a_search_without_an_index_builds_it_first(office: Office) -> None:
    (office.articles / "market.md").write_text(MARKET)
    done = office("search", "How many stalls get a place?", "--json")
    assert done.returncode == 0
    assert "Nothing is indexed yet" in done.stderr
    assert json.loads(done.stdout)["passages"][0]["article"]["id"] == "market.md"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "COMMAND"),
        (("bild",), "bild"),
        (("search",), "TEXT"),
        (("search", "x", "--limit", "0"), "1 to 100"),
        (("build", "--progress", "loud"), "loud"),
    ],
)
def test_wrong_usage_is_explained_with_status_2(
    office: Office, arguments: tuple[str, ...], says: str
) -> None:
    done = office(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"ARTICLE_DIR": "x"}, "ARTICLE_DIR is not a setting. Did you mean ARTICLES_DIR?"),
        ({"KEEP_GENERATIONS": "many"}, "KEEP_GENERATIONS must be a whole number from 1 to 50."),
        ({"ARTICLES_DIR": "nowhere"}, "nowhere"),
    ],
)
def test_wrong_settings_are_one_line_that_names_the_variable_with_status_2(
    office: Office, settings: dict[str, str], says: str
) -> None:
    done = office("build", **settings)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert says in done.stderr


def test_an_error_reaches_a_listening_process_as_json(office: Office) -> None:
    done = office("build", "--json", "--progress", "json", KEEP_GENERATIONS="many")
    assert done.returncode == 2
    assert json.loads(done.stderr)["error"]["type"] == "SettingsError"


@pytest.mark.parametrize("command", [("rollback",), ("remove", "lighthouse.md"), ("add", "gone.txt")])
def test_what_cannot_be_done_is_said_with_status_1(office: Office, command: tuple[str, ...]) -> None:
    done = office(*command)
    assert done.returncode == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("stray", "status"),
    [
        ("photo.jpg", 0),
        ("Thumbs.db", 0),
        ("style.css", 0),
        ("LICENCE", 0),
        ("minutes.doc", 1),
        ("empty.txt", 1),
    ],
)
def test_a_file_that_was_never_to_be_read_is_said_and_fails_no_build(
    office: Office, stray: str, status: int
) -> None:
    (office.articles / stray).write_bytes(b"")
    done = office("build", "--dry-run")
    assert (done.returncode, stray in done.stdout) == (status, True)


def test_a_folder_is_added_with_a_picture_in_it_and_without_a_failure(office: Office) -> None:
    folder = office.folder / "new"
    folder.mkdir()
    (folder / "ferry.txt").write_text("The night ferry sails again after five years. " * 5)
    (folder / "photo.jpg").touch()
    done = office("add", str(folder))
    assert done.returncode == 0, done.stdout
    assert "1 file of other kinds was left out (.jpg)" in done.stdout.replace("were left", "was left")


def test_an_article_of_many_in_a_file_is_not_removed_by_the_command(office: Office) -> None:
    lines = [
        json.dumps({"id": name, "title": f"News from {name}", "text": f"{text} " * 8})
        for name, text in (("north", "The northern harbour froze."), ("south", "The southern one did not."))
    ]
    (office.articles / "all.jsonl").write_text("\n".join(lines))
    assert office("build").returncode == 0
    done = office("remove", "north")
    assert done.returncode == 1
    assert "all.jsonl" in done.stderr
    assert (office.articles / "all.jsonl").exists()


def test_ctrl_c_ends_a_build_without_a_traceback(office: Office) -> None:
    text = "".join(
        f"Ship number {n} came into the harbour of Lindau with {n} boxes of fish. " for n in range(400)
    )
    lines = [json.dumps({"id": f"a{n}", "title": f"Ships {n}", "text": f"{n} {text}"}) for n in range(60)]
    (office.articles / "ships.jsonl").write_text("\n".join(lines))
    process = subprocess.Popen(
        [sys.executable, "-m", "index", "build", "--progress", "json"],
        cwd=office.folder,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if '"embedding"' in line:
            break
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read()
    process.stderr.close()
    assert process.wait(30) == 130
    assert "Traceback" not in rest


def test_with_the_bundled_model_neither_a_build_nor_a_search_loads_llamaindex(office: Office) -> None:
    code = (
        "import sys\nfrom index.__main__ import main\n"
        "assert main(['build']) == main(['search', 'How tall is the lighthouse?']) == 0\n"
        "print([name for name in sys.modules if name.startswith('llama_index')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=office.folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_articles_are_listed_and_one_is_shown(office: Office) -> None:
    assert "Nothing is indexed yet." in office("list").stderr
    assert office("list", "--json").stdout == "[]\n"
    (office.articles / "market.md").write_text(MARKET)
    office("build")
    listed = office("list")
    assert listed.stdout.splitlines() == [
        "2026-05-02  lighthouse.md  Lighthouse reopens after five years · Harbour Gazette",
        "unknown     market.md      Fish market moves indoors · Harbour Gazette",
    ]
    assert listed.stderr == "2 articles.\n"
    assert office("list", "indoors").stderr == "1 article with these words.\n"
    (market,) = json.loads(office("list", "fish", "--json").stdout)
    assert (market["id"], market["published"], market["source"]) == ("market.md", None, "market.md")
    assert market["added"].startswith("20")

    shown = office.json("show", "lighthouse.md")
    assert (shown["title"], shown["authors"]) == ("Lighthouse reopens after five years", ["J. Voss"])
    assert shown["headings"] == ["What it cost"]
    assert str(shown["text"]).startswith("The rebuilt Lindau lighthouse reopened on Saturday")
    read = office("show", "market.md").stdout
    assert "published           unknown\n" in read
    assert read.endswith(
        "\nThe fish market of Lindau moves into the old customs hall in October. Some 60 stalls"
        " have asked for a place there, and 48 will get one.\n"
    )
    missing = office("show", "marketmd")
    assert missing.returncode == 1
    assert "Did you mean 'market.md'? `python -m index list` shows them all." in missing.stderr


def test_any_build_takes_in_what_feeds_brought(office: Office) -> None:
    pages = Pages(office.folder / "data")
    pages.put(PageRecord("k", "https://a.example/", "web/a.html", None, None, "2026", "added", built=False))
    assert office("build", "--dry-run").returncode == 0
    assert pages.any_waits()
    assert office("build").returncode == 0
    assert not pages.any_waits()
