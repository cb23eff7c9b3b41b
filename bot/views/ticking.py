"""Used by replies that change while something goes on: the task that edits them, ended with the work."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager


@asynccontextmanager
async def ticking(ticks: Coroutine[None, None, None], name: str) -> AsyncIterator[None]:
    """Run `ticks` beside what is within; afterwards it is cancelled, and has ended."""
    ticker = asyncio.create_task(ticks, name=name)
    try:
        yield
    finally:
        ticker.cancel()
        await asyncio.wait([ticker])
