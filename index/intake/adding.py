"""`add` and `refresh`: sources of every kind, each with what became of it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from index.errors import ArticleError
from index.intake.files import add_file, add_folder
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


def is_address(source: str) -> bool:
    """Whether a source is an address of the web; anything else is a path."""
    return "://" in source


async def add_sources(
    sources: Sequence[str],
    settings: IndexSettings,
    on_progress: OnProgress | None = None,
    fetcher: Fetcher | None = None,
) -> list[Added]:
    """Bring each source into the articles folder, in the order given; a problem for each that cannot be.

    A source is a path of a file or folder, or an address. fetcher: by default one that goes out. Raises
    StorageError where nothing can be written. When it is cancelled, what is done stays, and nothing is half
    done.
    """
    unique = list(dict.fromkeys(sources))
    urls = [source for source in unique if is_address(source)]
    found: dict[str, list[Added]] = {}
    for source in unique:
        if not is_address(source):
            found[source] = await asyncio.to_thread(_add_path, source, settings.articles_dir)
    if urls:
        async with _saver(settings, fetcher) as saver:
            pages = await _each(urls, lambda url: _add_page(url, saver), on_progress)
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
        found = await _each(there, lambda page: _refresh_page(page, saver), on_progress)
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


async def _add_page(url: str, saver: PageSaver) -> Added:
    try:
        saved = await saver.save(url)
    except ArticleError as error:
        return Problem(url, str(error), error.retryable)
    return AddedSource(url, saved.outcome, saved.file, title=saved.title)


async def _each(
    sources: Sequence[S], work: Callable[[S], Awaitable[R]], on_progress: OnProgress | None
) -> list[R]:
    """Work on all side by side (the fetcher says how many at once), telling how many are done."""
    done = 0

    async def one(source: S) -> R:
        nonlocal done
        result = await work(source)
        done += 1
        tell()
        return result

    def tell() -> None:
        if on_progress:
            on_progress(BuildProgress(Stage.FETCHING, done, len(sources)))

    tell()
    tasks = [asyncio.create_task(one(source)) for source in sources]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:  # where one failed for all (a full disk), or somebody ended it
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _add_path(source: str, articles_dir: Path) -> list[Added]:
    path = Path(source)
    try:
        if not path.is_dir():
            return [add_file(path, articles_dir)]
        found = list(add_folder(path, articles_dir))
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
