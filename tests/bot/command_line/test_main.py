"""`python -m bot`, as real processes over an index that is built once."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command_lines import environment, run, run_here
from tests.index.conftest import FERRY, LIGHTHOUSE

# One process of the test run builds the index that these share.
pytestmark = pytest.mark.xdist_group("bot command line")
QUESTION = "How tall is the rebuilt lighthouse?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles, indexed by the first command that needs the index."""
    folder = tmp_path_factory.mktemp("bot")
    (folder / "articles").mkdir()
    (folder / "articles" / "lighthouse.md").write_text(LIGHTHOUSE)
    (folder / "articles" / "ferry.md").write_text(FERRY)
    done = run("bot", "ask", QUESTION, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "Nothing is indexed yet, so articles is indexed first." in done.stderr
    assert "Indexed 2 articles" in done.stderr
    return folder


def test_a_question_is_answered_with_footnotes_and_nothing_else_on_standard_output(folder: Path) -> None:
    done = run("bot", "ask", QUESTION, cwd=folder)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith(f"{QUESTION}\n\n  “")
    assert "41 metres" in done.stdout
    assert "Lighthouse reopens after five years · Harbour Gazette · J. Voss · 2 May 2026" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_passages_come_with_the_answer_where_they_are_asked_for(folder: Path) -> None:
    done = run_here("bot", "ask", QUESTION, "--passages", cwd=folder)
    assert "The rebuilt Lindau lighthouse reopened on Saturday" in done.stdout.split("Newest article")[1]


def test_json_is_one_object_in_the_scorers_format_with_the_cited_articles(folder: Path) -> None:
    line = json.loads(run_here("bot", "ask", QUESTION, "--json", cwd=folder).stdout)
    assert "41 metres" in line["answer"]
    cited = {
        citation["article_id"] for statement in line["statements"] for citation in statement["citations"]
    }
    assert "lighthouse.md" in cited
    by_id = {citation["article_id"]: citation for citation in line["citations"]}
    assert by_id["lighthouse.md"]["publisher"] == "Harbour Gazette"
    assert by_id["lighthouse.md"]["date"] == "2026-05-02"
    assert line["passages"]
    assert 0 < line["seconds"] < 10


def test_a_question_that_the_articles_do_not_answer_is_refused_with_status_0(folder: Path) -> None:
    done = run_here("bot", "ask", "Who won the 1998 World Cup?", "--json", cwd=folder)
    assert done.returncode == 0
    assert json.loads(done.stdout)["answer"] is None


def test_filters_leave_only_the_articles_that_match(folder: Path) -> None:
    filters = ("--publisher", "Coast Weekly", "--since", "2026-01-01", "--until", "2026-12-31")
    line = json.loads(run_here("bot", "ask", QUESTION, "--json", *filters, cwd=folder).stdout)
    assert {passage["article_id"] for passage in line["passages"]} == {"ferry.md"}
    none = run_here("bot", "ask", QUESTION, "--publisher", "Nobody", cwd=folder)
    assert none.returncode == 0
    assert "publisher: Nobody" in none.stdout


def test_any_question_is_answered_or_declined_politely(folder: Path) -> None:
    lines = ["@everyone <@123> **", "x" * 4000, "Wie hoch ist der Turm? 塔の高さは?", "\x1b[2J\x1b]0;hm\x07?"]
    done = run("bot", cwd=folder, stdin="\n".join(lines))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stdout
    assert "4,000 characters" in done.stdout


def test_an_empty_question_is_declined_politely(folder: Path) -> None:
    done = run_here("bot", "ask", "  ", cwd=folder)
    assert done.returncode == 0
    assert "nothing in this to search for" in done.stdout


def test_without_a_terminal_each_line_of_standard_input_is_answered(folder: Path) -> None:
    done = run_here("bot", cwd=folder, stdin=f"{QUESTION}\n\nWhere will the night ferry not sail?\n")
    assert done.returncode == 0
    assert done.stdout.index("41 metres") < done.stdout.index("Where will the night ferry not sail?")
    assert "DISCORD_TOKEN" in done.stderr


def test_without_a_terminal_and_without_lines_a_sample_question_is_answered(folder: Path) -> None:
    done = run_here("bot", cwd=folder, ARTICLES_DIR=str(folder / "articles"))
    assert done.returncode == 0
    assert done.stdout.startswith("What is said about: Lighthouse reopens after five years")
    assert "[1]" in done.stdout


def test_in_a_terminal_it_chats_and_ctrl_c_leaves_without_a_traceback(folder: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot"]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(TERM="xterm"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = _read_until(ours, "Ask: ")
    os.write(ours, QUESTION.encode() + b"\n")
    shown += _read_until(ours, "word for word")
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    shown += _read_until(ours, "")
    assert process.wait(20) == 130
    assert "41 metres" in shown
    assert "Traceback" not in shown
    os.close(ours)


def test_ctrl_c_while_the_first_index_is_built_ends_the_build_too(tmp_path: Path) -> None:
    text = "".join(f"Ship number {n} came into the harbour with {n} boxes of fish. " for n in range(300))
    lines = [json.dumps({"id": f"a{n}", "title": f"Ships {n}", "text": f"{n} {text}"}) for n in range(60)]
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "ships.jsonl").write_text("\n".join(lines))
    asking = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", QUESTION],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert asking.stdout is not None
    assert "indexed first" in asking.stdout.readline()
    time.sleep(3)
    asking.send_signal(signal.SIGINT)
    said = asking.stdout.read()  # to its end, which comes when the build process has let go of it too
    asking.stdout.close()
    assert asking.wait(30) == 130
    assert "Traceback" not in said
    assert not (tmp_path / "data" / "manifest.json").exists()


def _read_until(terminal: int, wanted: str) -> str:
    """What the terminal shows, up to the wanted words, or to its end where none are."""
    shown = ""
    while not wanted or wanted not in shown:
        try:
            read = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
        if not read:
            break
        shown += read.decode(errors="replace")
    return shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("aks", "why"), "aks"),
        (("ask",), "QUESTION"),
        (("ask", "why", "--since", "yesterday"), "2026-05-02"),
        (("ask", "why", "--since", "2026-05-02", "--until", "2026-05-01"), "later"),
        (("evaluate", "--articles", "a"), "--questions"),
    ],
)
def test_wrong_usage_is_explained_with_status_2(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = run("bot", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"DISCORD_TOKN": "x"}, "Did you mean DISCORD_TOKEN?"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL must be one of debug, info, warning, error."),
        ({"ARTICLES_DIR": "nowhere"}, "nowhere"),
    ],
)
def test_wrong_settings_are_named_with_status_2_and_no_traceback(
    tmp_path: Path, settings: dict[str, str], says: str
) -> None:
    done = run_here("bot", "ask", "why", cwd=tmp_path, **settings)
    assert done.returncode == 2
    assert says in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_the_bot_without_a_token_says_what_is_missing_before_anything_starts(tmp_path: Path) -> None:
    done = run("bot", "run", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("DISCORD_TOKEN is not set.")
    assert list(tmp_path.iterdir()) == []


def test_a_token_that_is_set_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKEN=very-secret-token\nKEEP_GENERATIONS=many\n")
    done = run_here("bot", "ask", "why", "--verbose", cwd=tmp_path)
    assert done.returncode == 2
    assert "very-secret-token" not in done.stdout + done.stderr


def test_an_evaluation_writes_result_lines_and_leaves_the_published_index_alone(
    folder: Path, tmp_path: Path
) -> None:
    article = {"id": "m1", "title": "Fish market", "text": "The fish market opens at 5 in the morning. " * 3}
    (tmp_path / "articles.jsonl").write_text(json.dumps(article))
    asked = [
        {"id": "q1", "question": "When does the fish market open?", "answer": "at 5", "relevant": ["m1"]},
        {"id": "q2", "question": "Who won the World Cup?", "answer": None},
    ]
    (tmp_path / "questions.jsonl").write_text("".join(json.dumps(line) + "\n" for line in asked))
    files = [f"--{name}={tmp_path / name}.jsonl" for name in ("articles", "questions")]
    before = (folder / "data" / "manifest.json").read_bytes()
    done = run_here("bot", "evaluate", *files, f"--out={tmp_path / 'out.jsonl'}", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 questions: ")
    assert "correct, of answerable" in done.stdout
    line, other = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert (line["id"], other["id"]) == ("q1", "q2")
    assert {passage["article_id"] for passage in line["passages"]} == {"m1"}
    assert (folder / "data" / "manifest.json").read_bytes() == before

    (tmp_path / "earlier.jsonl").write_text(json.dumps(line) + "\n")
    more = ("--json", f"--against={tmp_path / 'earlier.jsonl'}")
    again = run_here("bot", "evaluate", *files, f"--out={tmp_path / 'out.jsonl'}", *more, cwd=folder)
    assert again.returncode == 0, again.stderr
    assert "has no result for 1 question," in again.stderr
    figures = json.loads(again.stdout)
    assert figures["counts"]["questions"] == 2
    assert figures["figures"]["article hit@10"]["value"] == 1
    assert figures["changes"]["correct, of answerable"]["value"] == 0
    assert figures["index"]["articles"] == 1
    assert Path(figures["failures"]).read_text().startswith("# ")


def test_a_reader_that_goes_away_is_no_error_of_ours(folder: Path) -> None:
    asking = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", QUESTION, "--json"],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert asking.stdout is not None
    asking.stdout.close()
    assert asking.stderr is not None
    said = asking.stderr.read()
    asking.stderr.close()
    assert asking.wait(30) == 141
    assert said == ""
