"""The bot's end of the search: keeps one search worker running on what is published, and asks it.

A worker that dies is started anew, and what it was asked is asked again; when something else is published, a
new worker takes over before the old one is let go. Nobody waits for an answer longer than CALL_S.
"""

import asyncio
import logging
import time
from asyncio import Task
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TypeVar

from index.article import Article
from index.errors import FootnoteError, SearchUnavailable, ServerUnavailable
from index.generation.history import Version
from index.generation.publication import manifest_path
from index.passage import EVERYTHING, Filters, SearchRequest, SearchResult
from index.report import IndexStatus
from index.searching.searcher import ArticlePage, WorkerState
from index.searching.wire import ARTICLES, CHUNKS, FIND_ARTICLES, HISTORY, SEARCH, STATUS, Call, PageRequest
from index.searching.worker_process import CALL_S, START_S, WorkerGone, WorkerProcess
from index.settings import IndexSettings

A = TypeVar("A")
R = TypeVar("R")
log = logging.getLogger(__name__)
LEAVE_S = 1.0  # for a worker at the very end; it only reads, so ending it by force harms nothing
WATCH_S = 0.5  # how often the manifest is looked at
QUICK_S = 60.0  # a worker that dies twice within this time may die of the files that it reads
RESTART_WAITS_S = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)  # between attempts, the last one for ever


class SearchClient:
    """Implements index.searching.searcher.Searcher; made by `SearchClient.start`."""

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self._worker: WorkerProcess | None = None
        self._failure: FootnoteError | None = None  # why there is no worker
        self._ready = asyncio.Event()  # there is a worker, or a reason why not
        self._taken = asyncio.Condition()  # another worker has taken over
        self._let_go: set[Task[None]] = set()
        self._deaths = 0
        self._quick_deaths = 0  # in a row
        self._taken_at = 0.0

    @classmethod
    @asynccontextmanager
    async def start(cls, settings: IndexSettings) -> "AsyncIterator[SearchClient]":
        """A client whose worker is ready. Raises IndexUnavailable where nothing can be searched; where
        only the Chroma server is away, searches say so until it is back."""
        client = cls(settings)
        stamp = _stamp(settings.data_dir)
        try:
            client._take(await _first_worker(settings))
        except ServerUnavailable as error:
            client._fail(error)
        keeper = asyncio.create_task(client._keep_running(stamp), name="search worker keeper")
        try:
            yield client
        finally:
            keeper.cancel()
            with suppress(asyncio.CancelledError):
                await keeper
            if client._worker:
                await client._worker.stop(LEAVE_S)
            await asyncio.gather(*client._let_go)

    async def search(self, request: SearchRequest) -> SearchResult:
        return await self._call(SEARCH, request)

    async def articles(self, ids: tuple[str, ...]) -> tuple[Article, ...]:
        return await self._call(ARTICLES, ids)

    async def find_articles(
        self, text: str = "", offset: int = 0, limit: int = 10, filters: Filters = EVERYTHING
    ) -> ArticlePage:
        return await self._call(FIND_ARTICLES, PageRequest(text, offset, limit, filters))

    async def chunks(self, article_id: str) -> tuple[str, ...]:
        return await self._call(CHUNKS, article_id)

    async def history(self, article_id: str) -> tuple[Version, ...]:
        return await self._call(HISTORY, article_id)

    async def status(self) -> IndexStatus:
        return await self._call(STATUS, None)

    async def wait_until_served(self, generation: str) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(START_S), self._taken:
                await self._taken.wait_for(lambda: self._worker and self._worker.generation == generation)

    @property
    def worker_pid(self) -> int | None:
        """The process id of the worker, None while there is none."""
        return self._worker.pid if self._worker else None

    @property
    def worker_state(self) -> WorkerState:
        """How the worker does, without asking it."""
        waiting = self._worker.waiting if self._worker else 0
        return WorkerState(self.worker_pid, self._failure, self._deaths, waiting)

    async def _call(self, call: Call[A, R], argument: A) -> R:
        try:
            async with asyncio.timeout(CALL_S):
                while True:
                    await self._ready.wait()
                    worker = self._worker
                    if worker is None:
                        raise self._failure or SearchUnavailable("There is no search worker.")
                    try:
                        return await worker.ask(call, argument)
                    except WorkerGone:
                        if self._worker is worker:
                            self._lose()
        except TimeoutError:
            raise SearchUnavailable("The search does not answer.", "Try again in a minute.") from None

    def _take(self, worker: "WorkerProcess") -> None:
        self._worker, self._failure = worker, None
        self._taken_at = time.monotonic()
        self._ready.set()

    def _fail(self, error: FootnoteError) -> None:
        """There is no worker, and this is why: whoever asks is told so."""
        self._failure = error
        self._ready.set()

    def _lose(self) -> None:
        """The worker is gone: whoever asks waits for the next one."""
        self._worker = None
        self._ready.clear()

    async def _keep_running(self, stamp: object) -> None:
        """Start a new worker whenever this one is gone or something else is published."""
        failures = 0
        while True:
            await self._wait_for_change(stamp)
            now = _stamp(self._settings.data_dir)
            await asyncio.sleep(RESTART_WAITS_S[min(failures, len(RESTART_WAITS_S) - 1)])
            try:
                worker = await WorkerProcess.start(self._settings, careful=failures + self._quick_deaths > 1)
            except FootnoteError as error:
                failures += 1
                if self._worker is None:
                    self._fail(error)
                log.error("The search worker cannot be started: %s", error)
                continue
            old, failures, stamp = self._worker, 0, now
            self._take(worker)
            async with self._taken:
                self._taken.notify_all()
            log.info("The search worker %d answers from %s.", worker.pid, worker.generation)
            if old:
                # What the old one was asked, it still answers.
                task = asyncio.create_task(old.stop())
                self._let_go.add(task)
                task.add_done_callback(self._let_go.discard)

    async def _wait_for_change(self, stamp: object) -> None:
        """Return when the worker is gone, or the manifest is another than it was."""
        while True:
            worker = self._worker
            if worker is None or worker.is_gone:
                if worker:
                    self._deaths += 1
                    is_quick = time.monotonic() - self._taken_at < QUICK_S
                    self._quick_deaths = self._quick_deaths + 1 if is_quick else 1
                    log.warning("The search worker %d ended with status %s.", worker.pid, worker.status)
                self._lose()
                return
            if _stamp(self._settings.data_dir) != stamp:
                self._quick_deaths = 0
                return
            await worker.wait_gone(WATCH_S)


async def _first_worker(settings: IndexSettings) -> WorkerProcess:
    """A worker; where the first one dies of what it opens, one that is careful."""
    try:
        return await WorkerProcess.start(settings)
    except ServerUnavailable:
        raise
    except SearchUnavailable:
        return await WorkerProcess.start(settings, careful=True)


def _stamp(data_dir: Path) -> object:
    """Changes whenever the manifest is replaced."""
    try:
        found = manifest_path(data_dir).stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_ino, found.st_size)
