"""Strikes a build at one of its system calls: killed there, or refused by a disk that is full, broken or
read-only from then on. What must hold afterwards is looked at by a process of its own."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from multiprocessing.reduction import recv_handle, send_handle
from pathlib import Path
from typing import Any, TypeVar, cast

from campaigns.faults.builds import litter
from campaigns.faults.nursery import nursery
from campaigns.faults.system_calls import Listener, SystemCall, install
from index.building.build import build
from index.errors import FootnoteError, IndexUnavailable
from index.generation.generation import Generation, generation_folder
from index.generation.publication import published, rollback
from index.passage import SearchRequest
from index.searching.retrieve import Retriever
from tests.conversation import town as news
from tests.conversation.town import Town

QUESTIONS = (news.TRAM_QUESTION, news.LIBRARY_QUESTION, news.MILL_QUESTION, news.POOL_QUESTION)
END_S = 60
Answers = tuple[tuple[tuple[str, int, int, str, float], ...], ...]  # per question, the passages
T = TypeVar("T")


class Fault(Enum):
    """What happens at a call: its error and the calls that get it, from then on or only once."""

    KILL = "kill -9"
    FULL = "disk full"
    BROKEN = "I/O error"
    READ_ONLY = "read-only"


_ERRORS = {Fault.FULL: errno.ENOSPC, Fault.BROKEN: errno.EIO, Fault.READ_ONLY: errno.EROFS}
_CHANGING = frozenset({"open", "write", "mkdir", "rename", "unlink", "rmdir", "truncate"})
# A full disk still renames, removes and syncs; a read-only one syncs, and that alone.
STRIKES = {
    Fault.KILL: _CHANGING | {"fsync"},
    Fault.FULL: frozenset({"open", "write", "mkdir", "truncate"}),
    Fault.BROKEN: _CHANGING | {"fsync"},
    Fault.READ_ONLY: _CHANGING,
}
ONCE = (Fault.KILL, Fault.BROKEN)


@dataclass(frozen=True, slots=True)
class Strike:
    """How a struck build went: `call`, where it was struck (None: it ended before that); `calls`, how many
    there were up to the end; `said`, the error for people; `crash`, an error that is not for people."""

    call: str | None
    calls: int
    said: str | None
    crash: str | None


@dataclass(frozen=True, slots=True)
class State:
    """What stands in a data folder: the published generation, and what it answers."""

    generation: str | None
    answers: Answers


class Act(Enum):
    """What is struck."""

    BUILD = "build"
    ROLLBACK = "rollback"


def strike(town: Town, fault: Fault | None, at: int, act: Act = Act.BUILD) -> Strike:
    """Run a build and strike it at its `at`-th call (from 0) that changes the data folder; no fault: only
    count these calls."""
    ours, theirs = nursery().Pipe()
    process = nursery().Process(target=_act, args=(theirs, str(town.folder), act), daemon=True)
    process.start()
    theirs.close()
    struck: SystemCall | None = None
    calls = 0
    with ours, Listener(recv_handle(ours)) as listener:
        for call in listener.calls():
            if not call.path.is_relative_to(town.data) or (fault and call.does not in STRIKES[fault]):
                listener.let_through(call)
                continue
            here = calls == at or (calls > at and fault not in ONCE)
            calls += 1
            if fault is None or not here:
                listener.let_through(call)
                continue
            struck = struck or call
            if fault is Fault.KILL:
                process.kill()
            else:
                listener.fail(call, _ERRORS[fault])
        said, crash = (None, None) if struck and fault is Fault.KILL else _received(ours, process)
    process.join(END_S)
    where = f"{struck.does} {struck.path.relative_to(town.data)}" if struck else None
    return Strike(where, calls, said, crash)


def look(town: Town) -> State:
    """What the data folder answers, as a process that has just started sees it."""
    return _in_child(_look, str(town.folder))


def mend(town: Town) -> tuple[State, set[str]]:
    """Build once more, undisturbed; what then answers, and what was left lying about."""
    return _in_child(_mend, str(town.folder))


def _act(conn: Connection, folder: str, act: Act) -> None:
    """In the struck process: everything after this line is watched."""
    from campaigns.faults.loaded import EMBEDDER

    settings = Town(Path(folder)).settings
    descriptor = install()
    send_handle(conn, descriptor, 0)
    os.close(descriptor)
    try:
        if act is Act.BUILD:
            build(settings, by="the struck build", embedder=EMBEDDER)
        else:
            rollback(settings, by="the struck rollback")
    except FootnoteError as error:
        conn.send((str(error), None))
    except BaseException as error:  # noqa: BLE001  told to the parent, which judges it
        conn.send((None, f"{type(error).__name__}: {error}"))
    else:
        conn.send((None, None))


def _look(folder: str) -> State:
    from campaigns.faults.loaded import EMBEDDER

    settings = Town(Path(folder)).settings
    try:
        generation = Generation.open(settings, published(settings.data_dir)[1])
    except IndexUnavailable:
        return State(None, ())
    try:
        retriever = Retriever(generation, EMBEDDER)
        results = [retriever.search(SearchRequest(question)) for question in QUESTIONS]
    finally:
        generation.close()
    answers = tuple(
        tuple((p.article.id, p.start, p.end, p.text, round(p.score, 4)) for p in result.passages)
        for result in results
    )
    return State(generation.info.id, answers)


def _mend(folder: str) -> tuple[State, set[str]]:
    from campaigns.faults.loaded import EMBEDDER

    town = Town(Path(folder))
    build(town.settings, by="the next build", embedder=EMBEDDER)
    left = litter(town.data) | {entry.name for entry in Path(tempfile.gettempdir()).iterdir()}
    whole = generation_folder(town.data, published(town.data)[0].generation)
    left |= {file.name for file in whole.rglob("*") if file.name.endswith(("-journal", ".new", "-wal"))}
    return _look(folder), left


def _in_child(function: Callable[[str], T], folder: str) -> T:
    ours, theirs = nursery().Pipe()
    process = nursery().Process(target=_report, args=(theirs, function, folder), daemon=True)
    process.start()
    theirs.close()
    with ours:
        result, crash = _received(ours, process)
    process.join(END_S)
    assert crash is None, crash
    return cast(T, result)


def _report(conn: Connection, function: Callable[[str], Any], folder: str) -> None:
    """In a child: the result, or the error, to the parent. Temporary files go where they can be seen."""
    temporary = Path(folder) / "temporary"
    temporary.mkdir(exist_ok=True)
    tempfile.tempdir = str(temporary)
    try:
        conn.send((function(folder), None))
    except BaseException as error:
        conn.send((None, f"{type(error).__name__}: {error}"))
        raise


def _received(conn: Connection, process: ForkServerProcess) -> tuple[Any, str | None]:
    try:
        assert conn.poll(END_S), "it does not end"
        result, crash = conn.recv()
    except EOFError:
        process.join(END_S)
        return None, f"it died with status {process.exitcode}"
    return result, crash


def copy_of(town: Town, folder: Path) -> Town:
    """A town to be spoilt, where an earlier one stood."""
    shutil.rmtree(folder, ignore_errors=True)
    return town.copy_to(folder)
