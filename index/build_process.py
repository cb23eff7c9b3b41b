"""Builds from a process of their own: bulk writes in Chroma hold the GIL for seconds (docs/architecture.md),
so whoever talks to people starts `python -m index build` and listens to its progress."""

from collections.abc import Callable
from typing import Protocol

from index.report import BuildProgress, BuildReport


class Builder(Protocol):
    """What the bot may ask of the build side. Errors are the FootnoteErrors of `index.errors`."""

    async def build(
        self, *, by: str, dry_run: bool = False, on_progress: Callable[[BuildProgress], None] | None = None
    ) -> BuildReport:
        """Build and publish what changed in the articles folder; as a dry run only report it.

        Raises BuildRunning where another build holds the lock. Cancelling the call ends the process;
        what is published stays as it was.
        """
        ...

    async def rollback(self, *, by: str) -> str:
        """Publish the previous generation again and return its name; BuildError if there is none."""
        ...
