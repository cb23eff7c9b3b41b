"""Between the build side and Discord: a Builder whose reports name no path of this machine.

Its errors pass as they are: the log has the whole sentence, bot/discord/toolkit/errors.py says what a person
is told.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.redacting import Places
from index.feeds.records import Feed
from index.feeds.report import FeedsReport, RemovedFeed
from index.processes.build_process import Builder
from index.processes.command_process import OnProgress
from index.processes.feed_process import Feeding
from index.report import AddReport, BuildReport, RefreshReport, RemoveReport


class PathlessFeeds:
    """As the Feeding that it wraps."""

    def __init__(self, feeds: Feeding, places: Places) -> None:
        self._feeds = feeds
        self._places = places

    async def every(self) -> tuple[Feed, ...]:
        return self._places.hidden_in(await self._feeds.every())

    async def next_due(self) -> datetime | None:
        return await self._feeds.next_due()

    async def add(
        self, urls: Sequence[str], *, by: str, on_progress: OnProgress | None = None
    ) -> FeedsReport:
        return self._places.hidden_in(await self._feeds.add(urls, by=by, on_progress=on_progress))

    async def refresh(
        self, ids: Sequence[int] = (), *, by: str, due: bool = False, on_progress: OnProgress | None = None
    ) -> FeedsReport:
        return self._places.hidden_in(await self._feeds.refresh(ids, by=by, due=due, on_progress=on_progress))

    async def pause(self, id_: int, *, by: str) -> bool:
        return await self._feeds.pause(id_, by=by)

    async def resume(self, id_: int) -> bool:
        return await self._feeds.resume(id_)

    async def remove(
        self, id_: int, *, by: str, with_articles: bool, on_progress: OnProgress | None = None
    ) -> RemovedFeed:
        return self._places.hidden_in(
            await self._feeds.remove(id_, by=by, with_articles=with_articles, on_progress=on_progress)
        )


class PathlessBuilder:
    """As the Builder that it wraps."""

    def __init__(self, builder: Builder, places: Places) -> None:
        self._builder = builder
        self._places = places
        self._feeds = PathlessFeeds(builder.feeds, places)

    @property
    def feeds(self) -> Feeding:
        return self._feeds

    async def build(
        self, *, by: str, dry_run: bool = False, on_progress: OnProgress | None = None
    ) -> BuildReport:
        return self._places.hidden_in(
            await self._builder.build(by=by, dry_run=dry_run, on_progress=on_progress)
        )

    async def rollback(self, *, by: str) -> str:
        return await self._builder.rollback(by=by)

    async def add(
        self,
        *,
        by: str,
        urls: Sequence[str] = (),
        files: Sequence[Path] = (),
        on_progress: OnProgress | None = None,
    ) -> AddReport:
        """As `Builder.add`; a file that was given by its path is named as `Places.hidden` names it."""
        return self._places.hidden_in(
            await self._builder.add(by=by, urls=urls, files=files, on_progress=on_progress)
        )

    async def refresh(self, *, by: str, on_progress: OnProgress | None = None) -> RefreshReport:
        return self._places.hidden_in(await self._builder.refresh(by=by, on_progress=on_progress))

    async def remove(
        self, ids: Sequence[str], *, by: str, on_progress: OnProgress | None = None
    ) -> RemoveReport:
        return self._places.hidden_in(await self._builder.remove(ids, by=by, on_progress=on_progress))
