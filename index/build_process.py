"""Builds from a process of their own: bulk writes in Chroma hold the GIL for seconds (docs/architecture.md),
so whoever talks to people starts `python -m index build` and listens to its progress."""

import asyncio
import json
from asyncio.subprocess import Process
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from pydantic import TypeAdapter

from index.child_process import start_process, stop_process
from index.errors import BuildError, FootnoteError
from index.report import AddReport, BuildProgress, BuildReport, RefreshReport, RemoveReport
from index.settings import IndexSettings
from index.wire import error_from_json

OnProgress = Callable[[BuildProgress], None]
LINE_BYTES = 64 * 1024 * 1024  # a report names every article that changed
LAST_LINES = 20  # of what the process said, for the error when it dies without a word of its own
_REPORT = TypeAdapter(BuildReport)
_ADDED = TypeAdapter(AddReport)
_REFRESHED = TypeAdapter(RefreshReport)
_REMOVED = TypeAdapter(RemoveReport)
_PROGRESS = TypeAdapter(BuildProgress)


def _command(name: str, by: str) -> list[str]:
    """A command's name and options; `by` in one word with its option, for a name may begin with a hyphen."""
    return [name, "--json", "--progress", "json", f"--by={by}"]


class Builds(Protocol):
    """Whoever can bring the index up to the articles folder."""

    async def build(
        self, *, by: str, dry_run: bool = False, on_progress: OnProgress | None = None
    ) -> BuildReport:
        """Build and publish what changed in the articles folder; as a dry run only report it.

        Raises BuildRunning where another build holds the lock. Cancelling the call ends the process;
        what is published stays as it was.
        """
        ...


class Builder(Builds, Protocol):
    """What the bot may ask of the build side. Errors are the FootnoteErrors of `index.errors`."""

    async def rollback(self, *, by: str) -> str:
        """Publish the previous generation again and return its name; BuildError if there is none."""
        ...

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
        Raises as `build` does; BuildRunning says that what was added waits. Cancelling the call ends the
        process: what was added whole stays, nothing is there in half.
        """
        ...

    async def refresh(self, *, by: str, on_progress: OnProgress | None = None) -> RefreshReport:
        """Ask every page that a person added by its address for changes, then build if there are some."""
        ...

    async def remove(
        self, ids: Sequence[str], *, by: str, on_progress: OnProgress | None = None
    ) -> RemoveReport:
        """Move the files of published articles out of the articles folder, then build once."""
        ...


class BuildProcess:
    """The Builder that starts processes."""

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings

    async def build(
        self, *, by: str, dry_run: bool = False, on_progress: OnProgress | None = None
    ) -> BuildReport:
        arguments = [*_command("build", by), *(["--dry-run"] if dry_run else [])]
        return _REPORT.validate_json(await self._run(arguments, on_progress))

    async def rollback(self, *, by: str) -> str:
        result = json.loads(await self._run(_command("rollback", by), None))
        return str(result["generation"])

    async def add(
        self,
        *,
        by: str,
        urls: Sequence[str] = (),
        files: Sequence[Path] = (),
        on_progress: OnProgress | None = None,
    ) -> AddReport:
        addresses = [url if "://" in url else f"https://{url}" for url in urls]
        sources = [*addresses, *(str(path.absolute()) for path in files)]
        return _ADDED.validate_json(await self._run([*_command("add", by), "--", *sources], on_progress))

    async def refresh(self, *, by: str, on_progress: OnProgress | None = None) -> RefreshReport:
        return _REFRESHED.validate_json(await self._run(_command("refresh", by), on_progress))

    async def remove(
        self, ids: Sequence[str], *, by: str, on_progress: OnProgress | None = None
    ) -> RemoveReport:
        return _REMOVED.validate_json(await self._run([*_command("remove", by), "--", *ids], on_progress))

    async def _run(self, arguments: list[str], on_progress: OnProgress | None) -> bytes:
        """What the command printed. Raises the error that it reported."""
        process = await start_process(self._settings, "index", *arguments, line_bytes=LINE_BYTES, listen=True)
        assert process.stdout
        try:
            listening = asyncio.create_task(_listen(process, on_progress))
            output = await process.stdout.read()
            said = await listening
            status = await process.wait()
        finally:
            if process.returncode is None:
                await stop_process(process)
        if isinstance(said, FootnoteError):
            raise said
        if not output.strip():
            why = f" Its last words: {said[-1]}" if said else ""
            raise BuildError(
                f"The build process ended with status {status}.{why}",
                "What is published goes on answering. Try again.",
            )
        return output


async def _listen(process: Process, on_progress: OnProgress | None) -> FootnoteError | list[str]:
    """Pass progress on; returns the error that the process reported, or else its last other lines."""
    assert process.stderr
    error: FootnoteError | None = None
    others: list[str] = []
    while line := await process.stderr.readline():
        message = _message(line)
        if "progress" in message:
            if on_progress:
                on_progress(_PROGRESS.validate_python(message["progress"]))
        elif "error" in message:
            error = error_from_json(message["error"])
        else:
            others = [*others[1 - LAST_LINES :], line.decode(errors="replace").strip()]
    return error or others


def _message(line: bytes) -> dict[str, dict[str, str]]:
    """A line of ours as an object; an empty one for anything else (a library's warning)."""
    try:
        message = json.loads(line)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}
