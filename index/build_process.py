"""Builds from a process of their own: bulk writes in Chroma hold the GIL for seconds (docs/architecture.md),
so whoever talks to people starts `python -m index build` and listens to its progress."""

import asyncio
import json
from asyncio.subprocess import Process
from collections.abc import Callable
from typing import Protocol

from pydantic import TypeAdapter

from index.child_process import start_process, stop_process
from index.errors import BuildError, FootnoteError
from index.report import BuildProgress, BuildReport
from index.settings import IndexSettings
from index.wire import error_from_json

OnProgress = Callable[[BuildProgress], None]
LINE_BYTES = 64 * 1024 * 1024  # a report names every article that changed
LAST_LINES = 20  # of what the process said, for the error when it dies without a word of its own
_REPORT = TypeAdapter(BuildReport)
_PROGRESS = TypeAdapter(BuildProgress)


class Builder(Protocol):
    """What the bot may ask of the build side. Errors are the FootnoteErrors of `index.errors`."""

    async def build(
        self, *, by: str, dry_run: bool = False, on_progress: OnProgress | None = None
    ) -> BuildReport:
        """Build and publish what changed in the articles folder; as a dry run only report it.

        Raises BuildRunning where another build holds the lock. Cancelling the call ends the process;
        what is published stays as it was.
        """
        ...

    async def rollback(self, *, by: str) -> str:
        """Publish the previous generation again and return its name; BuildError if there is none."""
        ...


class BuildProcess:
    """The Builder that starts processes."""

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings

    async def build(
        self, *, by: str, dry_run: bool = False, on_progress: OnProgress | None = None
    ) -> BuildReport:
        arguments = ["build", "--json", "--progress", "json", "--by", by, *(["--dry-run"] if dry_run else [])]
        return _REPORT.validate_json(await self._run(arguments, on_progress))

    async def rollback(self, *, by: str) -> str:
        result = json.loads(await self._run(["rollback", "--json", "--progress", "json", "--by", by], None))
        return str(result["generation"])

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
