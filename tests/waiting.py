"""Waits in tests for what announces itself nowhere: conditions, never times."""

import asyncio
from collections.abc import Callable

WAIT_S = 60.0  # a machine with much other work


async def until(condition: Callable[[], bool], timeout_s: float = WAIT_S) -> None:
    """Return as soon as the condition holds. Raises TimeoutError."""
    async with asyncio.timeout(timeout_s):
        while not condition():  # noqa: ASYNC110 - what is waited for sets no event
            await asyncio.sleep(0.01)
