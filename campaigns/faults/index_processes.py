"""Builds, rollbacks and searches as processes of their own, forked from the nursery: each can be killed."""

import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import Any

from campaigns.faults.nursery import nursery
from index.building.build import build
from index.errors import FootnoteError
from index.generation.generation import Generation
from index.generation.overview import status_of
from index.generation.publication import published, rollback
from index.passage import Passage, SearchRequest
from index.report import BuildReport, IndexStatus
from index.searching.retrieve import Retriever
from index.settings import IndexSettings

END_S = 120


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: with a result, with what people are told, or killed before either."""

    result: Any
    said: str | None
    seconds: float
    killed: bool = False


def built(settings: IndexSettings, *, dry_run: bool = False, killed_after_s: float | None = None) -> Ended:
    """A build, killed after a while unless it has ended by then; the result is its BuildReport."""
    return _run(_build, settings, dry_run, killed_after_s=killed_after_s)


def rolled_back(settings: IndexSettings, killed_after_s: float | None = None) -> Ended:
    return _run(_roll_back, settings, killed_after_s=killed_after_s)


def _run(function: Any, *arguments: Any, killed_after_s: float | None) -> Ended:
    ours, theirs = nursery().Pipe()
    began = time.monotonic()
    process = nursery().Process(target=_told, args=(theirs, function, *arguments), daemon=True)
    process.start()
    theirs.close()
    with ours:
        if killed_after_s is not None and not ours.poll(killed_after_s):
            process.kill()
        assert ours.poll(END_S), "it does not end"
        seconds = time.monotonic() - began
        try:
            result, said, crash = ours.recv()
        except EOFError:
            process.join(END_S)
            assert killed_after_s is not None, f"died with status {process.exitcode}"
            return Ended(None, None, seconds, killed=True)
    process.join(END_S)
    assert crash is None, crash
    return Ended(result, said, seconds)


def _told(conn: Connection, function: Any, *arguments: Any) -> None:
    try:
        conn.send((function(*arguments), None, None))
    except FootnoteError as error:
        conn.send((None, str(error), None))
    except BaseException as error:
        conn.send((None, None, f"{type(error).__name__}: {error}"))
        raise


def _build(settings: IndexSettings, dry_run: bool) -> BuildReport:
    from campaigns.faults.loaded import EMBEDDER

    return build(settings, by="the test", dry_run=dry_run, embedder=EMBEDDER)


def _roll_back(settings: IndexSettings) -> str:
    return rollback(settings, by="the test")


class SearchProcess:
    """Holds what is published open and answers, until it is killed; then the next question starts another."""

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self._process: ForkServerProcess | None = None
        self._conn: Connection | None = None

    def kill(self) -> None:
        """kill -9, also because something else is published."""
        if self._process and self._conn:
            self._process.kill()
            self._process.join(END_S)
            self._conn.close()
        self._process = self._conn = None

    def search(self, text: str, limit: int) -> tuple[Passage, ...]:
        passages: tuple[Passage, ...] = self._ask(SearchRequest(text, limit=limit))
        return passages

    def status(self) -> IndexStatus:
        status: IndexStatus = self._ask(None)
        return status

    def _ask(self, question: SearchRequest | None) -> Any:
        if self._conn is None:
            self._conn, theirs = nursery().Pipe()
            self._process = nursery().Process(target=_serve, args=(theirs, self._settings), daemon=True)
            self._process.start()
            theirs.close()
        self._conn.send(question)
        assert self._conn.poll(END_S), "no answer"
        return self._conn.recv()


def _serve(conn: Connection, settings: IndexSettings) -> None:
    from campaigns.faults.loaded import EMBEDDER

    publication, info = published(settings.data_dir)
    generation = Generation.open(settings, info)
    retriever = Retriever(generation, EMBEDDER)
    with suppress(EOFError):
        while True:
            request = conn.recv()
            if request is None:
                conn.send(status_of(publication, info, generation.catalog))
            else:
                conn.send(retriever.search(request).passages)
