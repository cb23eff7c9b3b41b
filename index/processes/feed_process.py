"""The feeds for whoever talks to people: what fetches and builds runs in a process of its own, as builds do;
what only looks into the file of sources, or writes a word there, does so in a thread."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from pydantic import TypeAdapter

from index.feeds.records import Feed, Feeds
from index.feeds.report import FeedsReport, RemovedFeed
from index.processes.command_process import OnProgress, command_for_a_process, run_command
from index.settings import IndexSettings
from index.web.pages import Pages
from index.web.sources_file import FILE

_REPORT = TypeAdapter(FeedsReport)
_REMOVED = TypeAdapter(RemovedFeed)


class FeedProcess:
    """What the bot may ask of the feeds. Errors are the FootnoteErrors of `index.errors`."""

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self._feeds = Feeds(settings.data_dir)

    async def every(self) -> tuple[Feed, ...]:
        """All feeds with their health, oldest first."""
        return await asyncio.to_thread(self._feeds.every) if self._any() else ()

    async def next_due(self) -> datetime | None:
        """When `refresh(due=True)` will have something to do; None where it never will."""
        return await asyncio.to_thread(self._next_due) if self._any() else None

    async def add(
        self, urls: Sequence[str], *, by: str, on_progress: OnProgress | None = None
    ) -> FeedsReport:
        """Add feeds, bring their newest items, and build once.

        What is no feed is in the report. Raises as `BuildProcess.build` does. Cancelling the call ends the
        process: what has come stays.
        """
        addresses = [url if "://" in url else f"https://{url}" for url in urls]
        arguments = [*command_for_a_process("feeds", "add", by=by), "--", *addresses]
        return _REPORT.validate_json(await run_command(self._settings, arguments, on_progress))

    async def refresh(
        self, ids: Sequence[int] = (), *, by: str, due: bool = False, on_progress: OnProgress | None = None
    ) -> FeedsReport:
        """Ask these feeds for new items, or all that are not paused, or of them those that are due; build.

        With `due` BuildRunning is raised where another build runs: what came is built the next time.
        """
        arguments = command_for_a_process("feeds", "refresh", by=by)
        arguments += [*(["--due"] if due else []), *map(str, ids)]
        return _REPORT.validate_json(await run_command(self._settings, arguments, on_progress))

    async def pause(self, id_: int, *, by: str) -> bool:
        """Ask a feed no more; whether there is such a feed."""
        return await asyncio.to_thread(self._feeds.pause, id_, by=by)

    async def resume(self, id_: int) -> bool:
        """Ask a paused feed again; whether there is such a feed."""
        return await asyncio.to_thread(self._feeds.resume, id_, datetime.now(UTC))

    async def remove(
        self, id_: int, *, by: str, with_articles: bool, on_progress: OnProgress | None = None
    ) -> RemovedFeed:
        """Forget a feed, and where its articles go with it, build."""
        arguments = command_for_a_process("feeds", "remove", by=by)
        arguments += [*(["--with-articles"] if with_articles else []), str(id_)]
        return _REMOVED.validate_json(await run_command(self._settings, arguments, on_progress))

    def _any(self) -> bool:
        """Whether anything was ever added; looking must not create the file."""
        return (self._settings.data_dir / FILE).is_file()

    def _next_due(self) -> datetime | None:
        if Pages(self._settings.data_dir).any_waits():
            return datetime.now(UTC)
        return self._feeds.next_due()
