"""A small index whose files are damaged one at a time, and what search, doctor and build make of that.

Beside `damaged_files`, which goes through all of them, in a process that native code may end.
"""

import os
import random
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.building.build import build
from index.command_line.upkeep import fault_line
from index.doctor.examining import examine
from index.doctor.mending import mend
from index.embedding.embedder import Embedder, create_embedder
from index.errors import FootnoteError
from index.generation.generation import generation_folder
from index.generation.publication import published
from index.passage import SearchRequest
from index.searching import opening
from index.searching.opening import Opening
from index.vector_store import store
from tests.index.conftest import FERRY, MARKET, Newsroom

QUESTIONS = (
    "How tall is the lighthouse?",
    "Who paid for the tower?",
    "Is the night ferry to Skagen cancelled?",
    "How many stalls does the fish market have?",
    "What did the mayor say of the money?",
)
BLOCK = 512  # what a disk loses at a time


def _byte(data: bytearray, dice: random.Random) -> bytes:
    data[dice.randrange(len(data))] ^= dice.randrange(1, 256)
    return bytes(data)


def _cut(data: bytearray, dice: random.Random) -> bytes:
    return bytes(data[: dice.randrange(len(data))])


def _block(data: bytearray, dice: random.Random) -> bytes:
    at = dice.randrange(0, len(data), BLOCK)
    data[at : at + BLOCK] = bytes(len(data[at : at + BLOCK]))
    return bytes(data)


DAMAGES: dict[str, Callable[[bytearray, random.Random], bytes]] = {
    "byte": _byte,
    "cut": _cut,
    "block": _block,
}


@dataclass(frozen=True)
class Try:
    """One damage: to which file of the data folder, of which kind, with which dice."""

    file: str
    kind: str
    seed: int


@dataclass(frozen=True)
class Verdict:
    """What became of it.

    `answer` is what a search gave: "same", "before" (of the generation before), "refused" (an error of ours),
    "altered", or what was raised; `on_trust` the same where files are not compared with their checksums
    before they answer, as large ones are not ("died": native code ended the process); the doctor `sees` it
    and `names` the file; what is wrong after the next build, and after `doctor --repair`, as far as these had
    to do.
    """

    answer: str
    on_trust: str
    sees: bool
    names: bool
    after_build: str = ""
    after_repair: str = ""

    @property
    def is_unseen(self) -> bool:
        """Whether somebody could be told what was never written, or the process dies, and no doctor knows."""
        return not self.sees and not {"altered", "died"}.isdisjoint((self.answer, self.on_trust))


class DamagedIndex:
    """Two generations of three articles; of the newer one, and of what both share, files are damaged."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        # Chroma brings its vectors into files of their own from this many on, else from 1,000.
        store.CONFIGURATION["hnsw"] |= {"batch_size": 2, "sync_threshold": 2}
        newsroom = Newsroom(folder)
        self.settings = newsroom.settings
        self.data = newsroom.data
        self._embedder = _Remembering(create_embedder(self.settings))
        self._build()
        self._before = self._answers()
        newsroom.write("market.md", MARKET)
        newsroom.write("wire.md", FERRY.replace("03-11", "03-12"))  # a copy
        self._build()
        self._kept = folder / "kept"
        _copy(self.data, self._kept)
        self._whole = self._answers()
        assert self._whole != self._before

    def files(self) -> list[str]:
        """What is damaged, relative to the data folder."""
        newest = generation_folder(self.data, published(self.data)[1].id)
        inside = [p.relative_to(self.data).as_posix() for p in newest.rglob("*") if p.is_file()]
        filled = (name for name in inside if (self.data / name).stat().st_size)
        return ["manifest.json", *sorted(filled, key=short_name)]

    def judge(self, one: Try, *, trusting: bool = True) -> Verdict | None:
        """Do it, and look; None where it changed nothing. trusting: open the files unseen, too."""
        self._restore()
        path = self.data / one.file
        data = path.read_bytes()
        damaged = DAMAGES[one.kind](bytearray(data), random.Random(one.seed))
        if damaged == data:
            return None
        with path.open("r+b") as file:  # in its place: other generations may have the same file
            file.write(damaged)
            file.truncate(len(damaged))
        answer = self._outcome(self._answers)
        on_trust = self._outcome(self._answers_on_trust) if trusting else "died"
        faults = [fault_line(found) for found in examine(self.settings, lambda *_: None).findings]
        names = any(_inner_name(one.file) in line for line in faults) or one.file == "manifest.json"
        if answer == on_trust == "same" and not faults:
            return Verdict(answer, on_trust, sees=False, names=False)
        with path.open("rb") as file:
            still = file.read()
        after_build = self._after(self._build)
        self._restore()
        with path.open("r+b") as file:
            file.write(still)
            file.truncate(len(still))
        after_repair = self._after(lambda: mend(self.settings, "a campaign", lambda *_: None), built=False)
        return Verdict(answer, on_trust, bool(faults), names, after_build, after_repair)

    def _after(self, work: Callable[[], object], *, built: bool = True) -> str:
        """What is wrong after it; nothing: the empty text."""
        try:
            work()
        except Exception as error:  # noqa: BLE001  told in the table
            return f"{type(error).__name__}: {error}"
        wrong = []
        outcome = self._outcome(self._answers)
        if outcome not in (("same",) if built else ("same", "before")):
            wrong.append(outcome)
        wrong += [fault_line(found) for found in examine(self.settings, lambda *_: None).findings]
        return "; ".join(wrong)

    def _outcome(self, answers: Callable[[], Any]) -> str:
        try:
            found = answers()
        except FootnoteError:
            return "refused"
        except Exception as error:  # noqa: BLE001  told in the table
            return f"{type(error).__name__}: {error}"
        return {str(self._whole): "same", str(self._before): "before"}.get(str(found), "altered")

    def _answers(self) -> list[object]:
        """What a worker finds, with all that is shown of it."""
        opener = Opening(self.settings, self._embedder)
        opened = opener.newest()
        try:
            return [_shown(opened.calls.search(SearchRequest(question, limit=5))) for question in QUESTIONS]
        finally:
            opened.calls.close()

    def _answers_on_trust(self) -> list[object]:
        """The same where only rows are compared with their checksums."""
        at_once, opening.CHECKED_AT_ONCE_BYTES = opening.CHECKED_AT_ONCE_BYTES, -1
        watch, opening.Watch = opening.Watch, lambda *_: None  # type: ignore[assignment, misc]
        try:
            return self._answers()
        finally:
            opening.CHECKED_AT_ONCE_BYTES, opening.Watch = at_once, watch  # type: ignore[misc]

    def _build(self) -> None:
        build(self.settings, by="a campaign", embedder=self._embedder)

    def _restore(self) -> None:
        shutil.rmtree(self.data)
        _copy(self._kept, self.data)


def _shown(result: Any) -> object:
    return [
        (p.article, p.text, p.heading, p.copies, p.cuts, [(s.start, s.end) for s in p.sentences], p.score)
        for p in result.passages
    ]


def short_name(file: str) -> str:
    """A file's name without those that chance gives."""
    parts = file.removeprefix("generations/").split("/")
    return "/".join(part for part in parts if "-" not in part)


def _inner_name(file: str) -> str:
    """A file's name within its generation."""
    return file.split("/", 2)[2] if file.startswith("generations/") else file


def _copy(source: Path, target: Path) -> None:
    """A data folder as it is: what is one file under several names stays one."""
    copied: dict[int, str] = {}

    def copy(name: str, to: str) -> None:
        inode = Path(name).stat().st_ino
        if inode in copied:
            os.link(copied[inode], to)
        else:
            shutil.copy2(name, to)
            copied[inode] = to

    shutil.copytree(source, target, copy_function=copy)


class _Remembering:
    """An embedder that embeds each question once."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.embed_query = cache(self._embed_query)

    def _embed_query(self, text: str) -> NDArray[np.float32]:
        return self._embedder.embed_query(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._embedder, name)


def tries(files: Iterable[str], count: int, seed: int) -> list[Try]:
    """So many of each kind of damage to each file."""
    dice = random.Random(seed)
    return [
        Try(file, kind, dice.randrange(1 << 30)) for file in files for kind in DAMAGES for _ in range(count)
    ]
