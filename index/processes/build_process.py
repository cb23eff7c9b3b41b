"""Builds from a process of their own: bulk writes in Chroma hold the GIL for seconds (docs/architecture.md),
so whoever talks to people starts `python -m index build` and listens to its progress."""

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter

from index.processes.command_process import OnProgress, command_for_a_process, run_command
from index.processes.feed_process import FeedProcess
from index.report import AddReport, BuildReport, RefreshReport, RemoveReport
from index.settings import IndexSettings

_REPORT = TypeAdapter(BuildReport)
_ADDED = TypeAdapter(AddReport)
_REFRESHED = TypeAdapter(RefreshReport)
_REMOVED = TypeAdapter(RemoveReport)


class BuildProcess:
    """What the bot may ask of the build side. Errors are the FootnoteErrors of `index.errors`."""

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self.feeds = FeedProcess(settings)

    async def build(
        self, *, by: str, dry_run: bool = False, on_progress: OnProgress | None = None
    ) -> BuildReport:
        """Build and publish what changed in the articles folder; as a dry run only report it.

        Where another build runs it goes after that, which is told as progress. Cancelling the call ends the
        process; what is published stays as it was.
        """
        arguments = ["--dry-run"] if dry_run else []
        return _REPORT.validate_json(await self._run("build", arguments, by, on_progress))

    async def rollback(self, *, by: str) -> str:
        """Publish the previous generation again and return its name. Raises BuildError if there is none, and
        BuildRunning where a build runs: which index is the previous one then, nobody knows."""
        result = json.loads(await self._run("rollback", [], by, None))
        return str(result["generation"])

    async def add(
        self,
        *,
        by: str,
        urls: Sequence[str] = (),
        files: Sequence[Path] = (),
        on_progress: OnProgress | None = None,
    ) -> AddReport:
        """Bring pages and files into the articles folder, then build once.

        urls: as a person wrote them; none is ever taken for a path. files: files and folders of this machine.
        What cannot be added is in the report, and the rest goes on; `build` is None where nothing was added.
        Raises as `build` does. Cancelling the call ends the process: what was added whole stays, nothing is
        there in half.
        """
        addresses = [url if "://" in url else f"https://{url}" for url in urls]
        sources = [*addresses, *(str(path.absolute()) for path in files)]
        return _ADDED.validate_json(await self._run("add", ["--", *sources], by, on_progress))

    async def refresh(self, *, by: str, on_progress: OnProgress | None = None) -> RefreshReport:
        """Ask every page that a person added by its address for changes, then build if there are some."""
        return _REFRESHED.validate_json(await self._run("refresh", [], by, on_progress))

    async def remove(
        self, ids: Sequence[str], *, by: str, on_progress: OnProgress | None = None
    ) -> RemoveReport:
        """Move the files of published articles out of the articles folder, then build once."""
        return _REMOVED.validate_json(await self._run("remove", ["--", *ids], by, on_progress))

    async def _run(
        self, name: str, arguments: Sequence[str], by: str, on_progress: OnProgress | None
    ) -> bytes:
        command = [*command_for_a_process(name, by=by), *arguments]
        return await run_command(self._settings, command, on_progress)
