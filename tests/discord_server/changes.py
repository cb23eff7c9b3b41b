"""How a test waits for something to become true in the server: woken at each change, never polling."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Changes:
    """Wakes all who wait whenever something changed."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def tell(self) -> None:
        """Something changed: everyone looks again."""
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
        self._waiting.clear()

    async def until(self, look: Callable[[], T | None], timeout_s: float) -> T | None:
        """What `look` gives as soon as it is neither None nor False; None after `timeout_s`."""
        deadline = asyncio.get_running_loop().time() + timeout_s
        while True:
            found = look()
            if found is not None and found is not False:
                return found
            left_s = deadline - asyncio.get_running_loop().time()
            if left_s <= 0:
                return None
            changed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.add(changed)
            await asyncio.wait([changed], timeout=left_s)
            self._waiting.discard(changed)
