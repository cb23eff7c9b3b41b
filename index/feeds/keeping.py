"""`feeds add` and `feeds refresh`: any number of feeds side by side, none of which stops another."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import TypeVar

from index.addresses import AllowList
from index.errors import ArticleError
from index.feeds.items import NotAFeed
from index.feeds.records import Feed, Feeds, as_text
from index.feeds.refreshing import OVERDUE, Answered, Round, note_overdue, read, refresh_feed
from index.feeds.report import FeedRound
from index.feeds.sandboxed import FeedReader, FeedSandbox
from index.feeds.seen import Seen
from index.reading import FileSandbox
from index.report import BuildProgress, Problem, Stage
from index.settings import IndexSettings
from index.web.fetched import Fetcher
from index.web.fetching import WebFetcher
from index.web.identity import page_key
from index.web.saving import PageSaver

OnProgress = Callable[[BuildProgress], None]
S = TypeVar("S")
R = TypeVar("R")
MINUTE_S = 60.0
# A hundred feeds of one site with ten new items each take half of it, as one request a second is made there.
LONGEST_ROUND_S = 3_600.0


def utc_now() -> datetime:
    """The time."""
    return datetime.now(UTC)


class FeedKeeper:
    """Adds feeds and asks them for what is new. Use `open_keeper`, or give it a fetcher of your own."""

    def __init__(
        self,
        settings: IndexSettings,
        fetcher: Fetcher,
        *,
        reader: FeedReader,
        on_progress: OnProgress | None = None,
        sandbox: FileSandbox | None = None,
        now: Callable[[], datetime] = utc_now,
        chance: random.Random | None = None,
        limit_s: float = LONGEST_ROUND_S,
    ) -> None:
        """limit_s: how long one feed's round may take; the others go on meanwhile."""
        self._data_dir = settings.data_dir
        self._on_progress = on_progress
        self._limit_s = limit_s
        self._done = self._total = 0
        self.feeds = Feeds(settings.data_dir)
        self.saver = PageSaver(fetcher, settings.articles_dir, settings.data_dir, sandbox=sandbox, now=now)
        self._round = Round(
            feeds=self.feeds,
            saver=self.saver,
            fetcher=fetcher,
            reader=reader,
            allow=AllowList.parse(settings.fetch_allow),
            interval_s=settings.feed_interval_minutes * MINUTE_S,
            most_items=settings.feed_items,
            now=now,
            chance=chance or random.Random(),  # noqa: S311 (spreads requests, guards nothing)
            on_items=self._note,
        )

    async def add(self, urls: Sequence[str], *, by: str) -> list[FeedRound | Problem]:
        """Add each feed and bring its newest items; a page's address stands for the first feed that it names.

        In the order of the addresses, each once; a Problem for what is no feed. Raises StorageError.
        """
        return await self._each(list(dict.fromkeys(urls)), lambda url: self._add(url, by))

    async def refresh(self, ids: Sequence[int] = (), *, due: bool = False) -> list[FeedRound]:
        """Ask feeds for new items: these, or all that are not paused; `due`: only those whose time has come.

        Who names a paused one wants it asked all the same. Raises StorageError.
        """
        now = as_text(self._round.now())
        feeds = [feed for feed in self.feeds.every() if not ids or feed.id in ids]
        if not ids:
            feeds = [feed for feed in feeds if feed.paused_by is None]
        if due:
            feeds = [feed for feed in feeds if feed.due_at <= now]
        return await self._each(feeds, self._refresh)

    async def _refresh(self, feed: Feed, answered: Answered | None = None) -> FeedRound:
        try:
            async with asyncio.timeout(self._limit_s):
                return await refresh_feed(feed, Seen(self._data_dir, feed.id), self._round, answered)
        except TimeoutError:
            return note_overdue(feed, self._round, self._limit_s)

    async def _add(self, url: str, by: str) -> FeedRound | Problem:
        known = self._known(url)
        if known is not None:
            return known
        try:
            async with asyncio.timeout(self._limit_s):
                answered = await self._find(url)
        except TimeoutError:
            return Problem(url, OVERDUE.format(minutes=self._limit_s / MINUTE_S), retryable=True)
        except ArticleError as error:
            return Problem(url, str(error), error.retryable)
        fetched, parsed = answered.fetched, answered.parsed
        assert parsed is not None
        address = fetched.url if fetched.moved_for_good else fetched.asked
        known = self._known(address)
        if known is not None:
            return known
        feed = self.feeds.add(
            key=page_key(address),
            url=address,
            kind=parsed.kind,
            title=parsed.title,
            by=by,
            now=self._round.now(),
        )
        return await self._refresh(feed, answered)

    def _known(self, url: str) -> FeedRound | None:
        try:
            feed = self.feeds.of_key(page_key(url))
        except ValueError:
            return None
        if feed is None:
            return None
        return FeedRound(feed.id, feed.name, feed.url, paused=feed.paused_by is not None, known=True)

    async def _find(self, url: str) -> Answered:
        """The feed at an address, or the first that the page there names and that can be read."""
        fetcher = self._round.fetcher
        try:
            return await read(await fetcher.fetch(url), self._round)
        except NotAFeed as error:
            first = error
        for link in first.links:
            try:
                return await read(await fetcher.fetch(link), self._round)
            except ArticleError:
                continue
        raise first

    async def _each(self, sources: Sequence[S], work: Callable[[S], Awaitable[R]]) -> list[R]:
        """Work on all side by side; the fetcher says how many requests there are at once."""
        self._note(len(sources), 0)

        async def one(source: S) -> R:
            result = await work(source)
            self._note(0, 1)
            return result

        tasks = [asyncio.create_task(one(source)) for source in sources]
        try:
            return await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _note(self, more: int, done: int) -> None:
        self._total += more
        self._done += done
        if self._on_progress and self._total:
            self._on_progress(BuildProgress(Stage.FETCHING, self._done, self._total))


@asynccontextmanager
async def open_keeper(
    settings: IndexSettings, on_progress: OnProgress | None = None
) -> AsyncIterator[FeedKeeper]:
    """A keeper with a fetcher that goes out."""
    async with AsyncExitStack() as stack:
        fetcher = await stack.enter_async_context(WebFetcher.from_settings(settings))
        sandbox = stack.enter_context(FileSandbox())
        reader = stack.enter_context(FeedSandbox())
        yield FeedKeeper(settings, fetcher, reader=reader, on_progress=on_progress, sandbox=sandbox)
