"""`add` and `refresh`: sources of every kind, each with what became of it."""

import asyncio
import threading
from asyncio import FIRST_COMPLETED
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from index.errors import ArticleError
from index.intake.files import GoOn, add_file, add_folder
from index.reading import FileSandbox
from index.report import AddedSource, BuildProgress, Problem, SourceOutcome, Stage
from index.settings import IndexSettings
from index.web.fetched import Fetcher
from index.web.fetching import WebFetcher
from index.web.pages import PageRecord
from index.web.rechecking import is_due
from index.web.restoring import are_known, take_up_pages
from index.web.saving import PageSaver, is_gone

OnProgress = Callable[[BuildProgress], None]
Added = AddedSource | Problem
S = TypeVar("S")
R = TypeVar("R")


# Each request and each reading has a limit of its own, far below it, and only waits for its turn besides.
LONGEST_STANDSTILL_S = 900.0
_OVERDUE = "was not through when nothing had moved for {minutes:,.0f} minutes. Try again."


def is_address(source: str) -> bool:
    """Whether a source is an address of the web; anything else is a path."""
    return "://" in source


async def add_sources(
    sources: Sequence[str],
    settings: IndexSettings,
    on_progress: OnProgress | None = None,
    fetcher: Fetcher | None = None,
    patience_s: float = LONGEST_STANDSTILL_S,
) -> list[Added]:
    """Bring each source into the articles folder, in the order given; a problem for each that cannot be.

    A source is a path of a file or folder, or an address. fetcher: by default one that goes out. patience_s:
    where for so long no page is done, the rest of them is given up. Raises StorageError where nothing can be
    written. When it is cancelled, what is done stays, and nothing is half done.
    """
    unique = list(dict.fromkeys(sources))
    urls = [source for source in unique if is_address(source)]
    found: dict[str, list[Added]] = {}
    if len(urls) < len(unique):
        paths = [source for source in unique if not is_address(source)]
        found.update(await _add_paths(paths, settings.articles_dir))
    if urls:
        async with _saver(settings, fetcher) as saver:
            pages = await _each(urls, lambda url: _add_page(url, saver), _overdue, on_progress, patience_s)
            found.update(zip(urls, ([page] for page in pages), strict=True))
    return [one for source in unique for one in found[source]]


async def refresh_pages(
    settings: IndexSettings,
    on_progress: OnProgress | None = None,
    fetcher: Fetcher | None = None,
    *,
    every: bool = False,
) -> tuple[list[Added], list[Problem]]:
    """Ask the pages whether they have changed: all that people added by their addresses, and of those that
    feeds brought the ones whose time has come, or, with `every`, all of them too.

    Gives what became of each, and apart from those the ones that are gone (404, 410): they stay as they are.
    A page whose file somebody deleted counts as removed. Raises StorageError.
    """
    async with _saver(settings, fetcher) as saver:
        now, feeds_own = datetime.now(UTC), saver.pages.from_feeds()
        pages = [
            page
            for page in saver.pages.every()
            if page.feed is None or (page.key not in feeds_own and (every or is_due(page, now)))
        ]
        for page in pages:
            if not (settings.articles_dir / page.file).is_file():
                saver.pages.mark_removed(page.file, datetime.now(UTC))
        there = [page for page in pages if (settings.articles_dir / page.file).is_file()]
        found = await _each(
            there,
            lambda page: _refresh_page(page, saver),
            lambda page: (_overdue(page.url), False),
            on_progress,
            LONGEST_STANDSTILL_S,
        )
    gone = [problem for problem, is_gone_ in found if is_gone_ and isinstance(problem, Problem)]
    return [one for one, is_gone_ in found if not is_gone_], gone


@asynccontextmanager
async def _saver(settings: IndexSettings, fetcher: Fetcher | None) -> AsyncIterator[PageSaver]:
    async with AsyncExitStack() as stack:
        if fetcher is None:
            fetcher = await stack.enter_async_context(WebFetcher.from_settings(settings))
        sandbox = stack.enter_context(FileSandbox())
        if not are_known(settings.data_dir):
            await asyncio.to_thread(take_up_pages, settings.articles_dir, settings.data_dir)
        yield PageSaver(fetcher, settings.articles_dir, settings.data_dir, sandbox=sandbox)


async def _refresh_page(page: PageRecord, saver: PageSaver) -> tuple[Added, bool]:
    try:
        saved = await saver.save(page.url)
    except ArticleError as error:
        return Problem(page.url, str(error), error.retryable), is_gone(error)
    return AddedSource(page.url, saved.outcome, saved.file, title=saved.title), False


def _overdue(url: str) -> Added:
    return Problem(url, _OVERDUE.format(minutes=LONGEST_STANDSTILL_S / 60), retryable=True)


async def _add_page(url: str, saver: PageSaver) -> Added:
    try:
        saved = await saver.save(url)
    except ArticleError as error:
        return Problem(url, str(error), error.retryable)
    return AddedSource(url, saved.outcome, saved.file, title=saved.title)


async def _each(
    sources: Sequence[S],
    work: Callable[[S], Awaitable[R]],
    overdue: Callable[[S], R],
    on_progress: OnProgress | None,
    patience_s: float,
) -> list[R]:
    """Work on all side by side (the fetcher says how many at once), telling how many are done.

    Where for so long none is done, the rest is ended, and `overdue` says what is told of each.
    """
    tasks = {asyncio.ensure_future(work(source)): source for source in sources}
    waiting = set(tasks)
    try:
        while True:
            if on_progress:
                stage = Stage.FETCHING
                on_progress(BuildProgress(stage, len(sources) - len(waiting), len(sources)))
            if not waiting:
                break
            done, waiting = await asyncio.wait(waiting, timeout=patience_s, return_when=FIRST_COMPLETED)
            for task in done:
                task.result()  # raises where one failed for all: a full disk
            if not done:
                break
        return [overdue(source) if task in waiting else task.result() for task, source in tasks.items()]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class _Ended(Exception):
    """Nobody waits for what is being added any more."""


async def _add_paths(sources: Sequence[str], articles_dir: Path) -> dict[str, list[Added]]:
    """Add files and folders in a thread, one after the other. When it is cancelled the thread ends, too: with
    the next megabyte or article, and the reading process at once."""
    ended = threading.Event()

    def go_on() -> None:
        if ended.is_set():
            raise _Ended

    with FileSandbox() as sandbox:
        try:
            return {
                source: await asyncio.to_thread(_add_path, source, articles_dir, sandbox, go_on)
                for source in sources
            }
        except asyncio.CancelledError:
            ended.set()
            raise


def _add_path(source: str, articles_dir: Path, sandbox: FileSandbox, go_on: GoOn) -> list[Added]:
    path = Path(source)
    try:
        if not path.is_dir():
            return [add_file(path, articles_dir, sandbox=sandbox, go_on=go_on)]
        found = list(add_folder(path, articles_dir, sandbox=sandbox, go_on=go_on))
    except ArticleError as error:
        return [Problem(source, str(error))]
    added = [one for one in found if isinstance(one, AddedSource)]
    problems: list[Added] = [one for one in found if isinstance(one, Problem)]
    if not added:
        return problems or [Problem(source, "no article is in it.")]
    outcome = (
        SourceOutcome.ADDED
        if any(one.outcome is SourceOutcome.ADDED for one in added)
        else SourceOutcome.UNCHANGED
    )
    folder = added[0].file.split("/", 1)[0] + "/"
    return [AddedSource(source, outcome, folder, sum(one.articles for one in added)), *problems]
