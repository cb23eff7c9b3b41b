"""A fake of ours for the feeds behind the bot: three of them, one that fails and one that is paused."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from index.feeds.records import Feed
from index.feeds.report import BroughtItem, FeedRound, FeedsReport, RemovedFeed
from index.processes.command_process import OnProgress
from index.processes.feed_process import FeedProcess
from index.report import BuildReport, Problem

HOUR = "2026-05-03T12:00:00+00:00"
Build = Callable[..., Awaitable[BuildReport]]


def feed(id_: int, title: str, **more: str | int | None) -> Feed:
    url = f"https://gazette.example/feed-{id_}"
    known = Feed(id_, url, url, "RSS 2.0", title, "Nora", HOUR, HOUR, succeeded_at=HOUR, items=12)
    return replace(known, **more)  # type: ignore[arg-type]


class Feeds(FeedProcess):
    """Feeds whose rounds bring two articles each, through the build of the stand-in that has them."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self.feeds = [
            feed(1, "Harbour *Gazette*"),
            feed(2, "Coast Weekly", error="is not there (404).", failures=3),
            feed(3, "Old Post", paused_by="Nora", paused_why=None),
        ]
        self.asked: list[object] = []
        self.due: datetime | None = None
        self.brings = True

    async def every(self) -> tuple[Feed, ...]:
        return tuple(self.feeds)

    async def next_due(self) -> datetime | None:
        return self.due

    async def add(
        self, urls: Sequence[str], *, by: str, on_progress: OnProgress | None = None
    ) -> FeedsReport:
        self.asked.append(("add", tuple(urls), by))
        build = await self._build(by=by, on_progress=on_progress)
        items = tuple(BroughtItem(f"https://gazette.example/{n}", f"Ferry {n}") for n in range(7))
        rounds = (FeedRound(4, "New <feed>", urls[0], items, passed_over=30),)
        problems = tuple(Problem(url, "is a page, not a feed.") for url in urls[1:])
        return FeedsReport(rounds, problems, build)

    async def refresh(
        self, ids: Sequence[int] = (), *, by: str, due: bool = False, on_progress: OnProgress | None = None
    ) -> FeedsReport:
        self.asked.append(("refresh", tuple(ids), due, by))
        self.due = None
        if not self.brings:
            return FeedsReport((FeedRound(1, "Harbour *Gazette*", "https://gazette.example/feed-1"),))
        build = await self._build(by=by, on_progress=on_progress)
        items = (
            BroughtItem("https://gazette.example/1", "Fog on the river"),
            BroughtItem("https://gazette.example/2", "The ferry", changed=True),
        )
        failed = FeedRound(
            2, "Coast Weekly", "https://gazette.example/feed-2", error="is gone (410).", paused=True
        )
        return FeedsReport((FeedRound(1, "Harbour *Gazette*", "x", items, waiting=3), failed), (), build)

    async def pause(self, id_: int, *, by: str) -> bool:
        self.asked.append(("pause", id_, by))
        self.feeds = [replace(one, paused_by=by) if one.id == id_ else one for one in self.feeds]
        return True

    async def resume(self, id_: int) -> bool:
        self.asked.append(("resume", id_))
        self.feeds = [replace(one, paused_by=None) if one.id == id_ else one for one in self.feeds]
        return True

    async def remove(
        self, id_: int, *, by: str, with_articles: bool, on_progress: OnProgress | None = None
    ) -> RemovedFeed:
        self.asked.append(("remove", id_, with_articles, by))
        build = await self._build(by=by, on_progress=on_progress) if with_articles else None
        gone = next(one for one in self.feeds if one.id == id_)
        self.feeds.remove(gone)
        return RemovedFeed(id_, gone.name, gone.url, gone.items if with_articles else 0, build)


def now() -> datetime:
    """The moment of the real clock: what is due now is due."""
    return datetime.now(UTC)
