"""Files are read in a process apart, and whatever one of them does to it, the others are read."""

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from index.article import RawArticle
from index.errors import ArticleError
from index.reading import read_file, read_folder
from index.reading.sandboxed import FileSandbox
from index.report import Problem
from index.sandbox.protocol import Limits
from tests.index.reading.page_samples import ARTICLE, SENTENCES
from tests.index.reading.reading_one import TODAY

# Paragraphs that are never closed, by the hundred thousand: taking such a page apart takes a minute.
SLOW = "<html><body>" + "<p>word " * 400_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "light.html").write_text(ARTICLE)
    (tmp_path / "slow.html").write_text(SLOW)
    return tmp_path


@pytest.fixture
def sandbox() -> Iterator[FileSandbox]:
    with FileSandbox(Limits(cpu_s=2)) as process:
        yield process


def _read(path: Path, sandbox: FileSandbox) -> tuple[list[str], list[str]]:
    found = list(read_file(path, path.parent, TODAY, sandbox=sandbox))
    texts = [one.text for one in found if isinstance(one, RawArticle)]
    return texts, [one.reason for one in found if isinstance(one, Problem)]


def test_a_process_reads_many_files(folder: Path, sandbox: FileSandbox) -> None:
    (texts, problems) = _read(folder / "light.html", sandbox)
    first = sandbox.pid
    again = _read(folder / "light.html", sandbox)
    assert SENTENCES[0] in texts[0]
    assert (problems, again) == ([], (texts, []))
    assert first is not None
    assert sandbox.pid == first


def test_no_process_is_started_for_files_that_need_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The light burns.")
    (tmp_path / "b.md").write_text("The light burns.")
    (tmp_path / "c.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with FileSandbox() as process:
        for path in sorted(tmp_path.iterdir()):
            list(read_file(path, tmp_path, TODAY, sandbox=process))
        assert process.pid is None


def test_a_file_that_computes_too_long_is_reported_and_the_next_one_read(
    folder: Path, sandbox: FileSandbox
) -> None:
    texts, problems = _read(folder / "slow.html", sandbox)
    assert texts == []
    assert problems[0].startswith("takes more than 2 s of computing to read. Save its text")
    assert len(_read(folder / "light.html", sandbox)[0]) == 1


def test_the_clock_ends_a_file_too_and_that_may_be_tried_again(folder: Path) -> None:
    with FileSandbox(Limits(wall_s=1, cpu_s=60)) as process:
        (found,) = read_file(folder / "slow.html", folder, TODAY, sandbox=process)
    assert isinstance(found, Problem)
    assert found.reason.startswith("takes longer than 1 s to read.")
    assert found.retryable


def test_a_file_that_needs_too_much_memory_is_reported_and_the_next_one_read(folder: Path) -> None:
    (folder / "fat.html").write_text("<p>" + "<i>a</i>" * 1_000_000)
    with FileSandbox(Limits(memory_mb=250)) as process:
        before = _read(folder / "light.html", process)
        texts, problems = _read(folder / "fat.html", process)
        after = _read(folder / "light.html", process)
    assert texts == []
    assert problems[0].startswith("needs more than 250 MB of memory")
    assert before == after
    assert len(after[0]) == 1


def test_a_process_that_is_killed_in_mid_file_costs_nothing(
    folder: Path, sandbox: FileSandbox, caplog: pytest.LogCaptureFixture
) -> None:
    """The file is read again in a new process, since what ended the old one may have been another file."""
    _read(folder / "light.html", sandbox)
    pid = sandbox.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    with caplog.at_level(logging.WARNING):
        texts, problems = _read(folder / "light.html", sandbox)
    assert (len(texts), problems) == (1, [])
    assert sandbox.pid != pid
    assert "ended at light.html" in caplog.text


def test_a_process_that_dies_of_its_first_file_is_not_tried_again(folder: Path) -> None:
    with FileSandbox(Limits(cpu_s=60)) as process:
        done = threading.Event()

        def kill_each() -> None:
            while not done.wait(0.005):
                if (pid := process.pid) is not None and _reads(pid):
                    os.kill(pid, signal.SIGSEGV)
                    return

        killer = threading.Thread(target=kill_each)
        killer.start()
        try:
            with pytest.raises(ArticleError, match=r"ends the process that reads it \(SIGSEGV\)"):
                list(process.read(folder / "slow.html", "index.reading.html:read_html", "slow.html", TODAY))
        finally:
            done.set()
            killer.join()
        assert process.pid is None


def _reads(pid: int) -> bool:
    """Whether the process is up: its handler for what it reads is in place once it has a second thread."""
    try:
        return psutil.Process(pid).num_threads() > 1
    except psutil.NoSuchProcess:
        return False


def test_the_process_gets_no_secret_and_may_not_write(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "hidden-value")
    with FileSandbox() as process:
        list(process.read(folder / "light.html", "index.reading.html:read_html", "light.html", TODAY))
        assert process.pid is not None
        child = psutil.Process(process.pid)
        assert "hidden-value" not in str(child.environ())
        if sys.platform == "linux":
            assert child.rlimit(psutil.RLIMIT_FSIZE) == (0, 0)
            assert child.rlimit(psutil.RLIMIT_AS)[0] == Limits().memory_mb * 1_000_000


def test_the_process_ends_with_its_user_and_leaves_no_zombie(folder: Path) -> None:
    before = psutil.Process().children()  # other tests of this process may keep one
    found = read_folder(folder, today=TODAY)
    assert isinstance(next(found), RawArticle)
    (child,) = (each for each in psutil.Process().children() if each not in before)
    found.close()  # type: ignore[attr-defined]  # a generator that nobody reads to its end
    assert not child.is_running()


def test_the_process_ends_when_its_parent_is_killed_in_mid_file(folder: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom index.reading import FileSandbox, read_file\n"
        "folder = Path(sys.argv[1])\n"
        "with FileSandbox() as sandbox:\n"
        "    list(read_file(folder / 'light.html', folder, sandbox=sandbox))\n"
        "    print(sandbox.pid, flush=True)\n"
        "    list(read_file(folder / 'slow.html', folder, sandbox=sandbox))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        before = child.cpu_times().user
        while child.cpu_times().user <= before + 0.1:  # until it is at work on the slow page
            pass
        parent.kill()
    child.wait(30)
    assert not child.is_running()
