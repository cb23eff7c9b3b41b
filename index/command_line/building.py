"""Behind the commands that build: in this process, which is there for nothing else, and in order."""

import argparse
import asyncio
import getpass
import os
import signal
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from types import FrameType
from typing import Any, TypeVar

from index.command_line import phrases
from index.command_line.progress import ProgressDisplay, ProgressStyle
from index.errors import BuildRunning, StorageError
from index.report import BuildReport
from index.settings import IndexSettings

T = TypeVar("T")


def user_name() -> str:
    """Who builds, where nobody says: the user that the process runs as."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without an entry; what is raised depends on Python
        return f"user {os.getuid()}"


def build_now(options: argparse.Namespace, settings: IndexSettings, *, dry_run: bool = False) -> BuildReport:
    """Build, as the options say who asked for it and how progress is shown."""
    from index.building.build import build
    from index.web.pages import Pages
    from index.web.sources_file import FILE as SOURCES

    wait, begun = not options.no_wait, datetime.now(UTC)
    with ProgressDisplay(ProgressStyle(options.progress)) as display:
        report = build(
            settings, by=options.by or user_name(), dry_run=dry_run, wait=wait, on_progress=display
        )
    if not dry_run and (settings.data_dir / SOURCES).is_file():
        with suppress(StorageError):  # then the next round of the feeds builds once more
            Pages(settings.data_dir).note_built(begun)
    return report


def build_added(options: argparse.Namespace, settings: IndexSettings) -> BuildReport:
    """The same after something was added or removed: where it is not to wait for another build, that is not
    lost."""
    try:
        return build_now(options, settings)
    except BuildRunning as error:
        waits = phrases.ADDED_WAITS.format(articles_dir=settings.articles_dir)
        raise BuildRunning(f"{error.message} {waits}", error.next_step) from None


def run_to_end(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine, and let the request to end (SIGTERM) cancel it as Ctrl-C does: KeyboardInterrupt."""

    async def run() -> T:
        task = asyncio.current_task()
        assert task is not None
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        return await work

    try:
        return asyncio.run(run())
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


@contextmanager
def ending_in_order() -> Iterator[None]:
    """The same for what is not a coroutine, so that what is unfinished is cleared away."""

    def end(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
