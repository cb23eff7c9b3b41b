"""Builds as real processes, watched by their progress, and what must hold of the data folder after them."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from index.embedding.embedder import create_embedder
from index.generation.generation import GENERATIONS_FOLDER, Generation, generation_names
from index.generation.publication import published, read_manifest
from index.passage import SearchRequest
from index.searching.retrieve import Retriever
from index.settings import IndexSettings
from tests import command_lines
from tests.conversation.town import Town

END_S = 60
# What a data folder may hold between builds; the bot's own file is not always there.
TIDY = {
    "manifest.json",
    "build.lock",
    "reading.cache",
    GENERATIONS_FOLDER,
    "bot.sqlite3",
    "bot.sqlite3-wal",
    "bot.sqlite3-shm",
}


class BuildProcess:
    """`python -m index build --json --progress json`, running."""

    def __init__(self, town: Town, by: str = "a test", prefix: Sequence[str] = ()) -> None:
        """by: who asks for it. prefix: what runs the command, such as `nsenter …`."""
        command = [
            *prefix,
            sys.executable,
            "-m",
            "index",
            "build",
            "--json",
            "--progress",
            "json",
            "--by",
            by,
        ]
        self._process = subprocess.Popen(
            command,
            cwd=town.folder,
            env=command_lines.environment(**town.environment()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.seen: list[str] = []

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait_for(self, stage: str, done: int = 0) -> bool:
        """Return as soon as this stage has come that far; False where the build ended without it."""
        for progress in self._progress():
            if progress["stage"] == stage and int(progress["done"]) >= done:
                return True
        return False

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()
        self._process.communicate(timeout=END_S)

    def kill_after(self, seconds: float) -> None:
        """kill -9 after a while, unless it has ended by then."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        self.kill()

    def interrupt(self) -> None:
        """Ctrl-C."""
        self._process.send_signal(signal.SIGINT)

    def pause(self) -> None:
        """Let it stand still, so that what is tried meanwhile surely meets it."""
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def finish(self) -> int:
        """Let it end by itself; its exit status. What it said is in `said`."""
        _, said = self._process.communicate(timeout=END_S)
        self.seen += said.splitlines()
        return self._process.returncode

    @property
    def said(self) -> str:
        """What it said so far beside its progress."""
        return "\n".join(line for line in self.seen if not line.startswith('{"progress"'))

    def _progress(self) -> Iterator[dict[str, str]]:
        assert self._process.stderr
        while line := self._process.stderr.readline():
            self.seen.append(line)
            if line.startswith('{"progress"'):
                yield json.loads(line)["progress"]


class Reader:
    """Searches what is published, in this process; the model is loaded once."""

    def __init__(self, settings: IndexSettings) -> None:
        self._embedder = create_embedder(settings)

    def best(self, town: Town, question: str) -> str:
        """The text of the best passage for a question."""
        generation = Generation.open(town.settings, published(town.data)[1])
        try:
            result = Retriever(generation, self._embedder).search(SearchRequest(question))
        finally:
            generation.close()
        return result.passages[0].text


def litter(data_dir: Path) -> set[str]:
    """What lies in the data folder and belongs to nothing that is published."""
    manifest = read_manifest(data_dir)
    kept = {publication.generation for publication in manifest.publications} if manifest else set()
    loose = {entry.name for entry in data_dir.iterdir()} - TIDY
    return loose | (set(generation_names(data_dir)) - kept)
