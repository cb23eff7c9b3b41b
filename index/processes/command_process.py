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
# One file with half a million articles is read for an hour without a word. A command that
# hangs would else keep all that wait for it, feeds and builds, for ever.
LONGEST_SILENCE_S = 6 * 3_600.0
LAST_LINES = 20  # of what the process said, for the error when it dies without a word of its own
_PROGRESS = TypeAdapter(BuildProgress)


def command_for_a_process(*names: str, by: str) -> list[str]:
    """A command's name and options; `by` in one word with its option, for a name may begin with a hyphen."""
    return [*names, "--json", "--progress", "json", f"--by={by}"]


async def run_command(
    settings: IndexSettings,
    arguments: list[str],
    on_progress: OnProgress | None,
    silence_s: float = LONGEST_SILENCE_S,
) -> bytes:
    """What the command printed. Raises the error that it reported, or BuildError where it says nothing for so
    long; then, and when it is cancelled, the process ends."""
    process = await start_process(settings, "index", *arguments, line_bytes=LINE_BYTES, listen=True)
    assert process.stdout
    try:
        listening = asyncio.create_task(_listen(process, on_progress, silence_s))
        output = asyncio.create_task(process.stdout.read())
        said = await listening
        printed = await output
        status = await process.wait()
    except TimeoutError:
        raise BuildError(
            f"The process that was to do it said nothing for {silence_s / 60:,.0f} minutes, and was ended.",
            "What is published goes on answering. Try again.",
        ) from None
    finally:
        if process.returncode is None:
            await stop_process(process)
    if isinstance(said, FootnoteError):
        raise said
    if not printed.strip():
        why = f" Its last words: {said[-1]}" if said else ""
        raise BuildError(
            f"The build process ended with status {status}.{why}",
            "What is published goes on answering. Try again.",
        )
    return printed


async def _listen(
    process: Process, on_progress: OnProgress | None, silence_s: float
) -> FootnoteError | list[str]:
    """Pass progress on; returns the error that the process reported, or else its last other lines."""
    assert process.stderr
    error: FootnoteError | None = None
    others: list[str] = []
    while line := await asyncio.wait_for(process.stderr.readline(), silence_s):
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
