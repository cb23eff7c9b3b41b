"""Between whoever talks to people and the build side: one command of `python -m index` in its own process,
its progress listened to, its result taken from its standard output."""

import asyncio
import json
from asyncio.subprocess import Process
from collections.abc import Callable

from pydantic import TypeAdapter

from index.errors import BuildError, FootnoteError, error_from_json
from index.processes.child_process import start_process, stop_process
from index.report import BuildProgress
from index.settings import IndexSettings

OnProgress = Callable[[BuildProgress], None]
LINE_BYTES = 64 * 1024 * 1024  # a report names every article that changed
LAST_LINES = 20  # of what the process said, for the error when it dies without a word of its own
_PROGRESS = TypeAdapter(BuildProgress)


def command_for_a_process(*names: str, by: str) -> list[str]:
    """A command's name and options; `by` in one word with its option, for a name may begin with a hyphen."""
    return [*names, "--json", "--progress", "json", f"--by={by}"]


async def run_command(settings: IndexSettings, arguments: list[str], on_progress: OnProgress | None) -> bytes:
    """What the command printed. Raises the error that it reported; when it is cancelled, the process ends."""
    process = await start_process(settings, "index", *arguments, line_bytes=LINE_BYTES, listen=True)
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
