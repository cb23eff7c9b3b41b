"""Used by /ask: the publishers that there are, for autocomplete and to check what was typed."""

import asyncio
import difflib
import time
from collections.abc import Callable

from index.errors import FootnoteError
from index.searching.searcher import Searcher

KEPT_S = 30.0  # autocomplete asks at every key; publishers change only with a publish
WAIT_S = 2.0  # Discord waits 3 s for suggestions

Allow = Callable[[str], bool]


def everyone(_: str) -> bool:
    """Where no server leaves a publisher out."""
    return True


class Publishers:
    """Knows the publishers for half a minute at a time."""

    def __init__(self, searcher: Searcher, clock: Callable[[], float] = time.monotonic) -> None:
        self._searcher = searcher
        self._clock = clock
        self._names: tuple[str, ...] = ()
        self._read_at: float | None = None

    async def suggest(self, typed: str, limit: int, allow: Allow = everyone) -> list[str]:
        """Allowed names that contain what was typed, those that begin with it first. Never fails: at worst
        none."""
        try:
            names = await asyncio.wait_for(self.names(), WAIT_S)
        except (FootnoteError, TimeoutError):
            return []
        wanted = " ".join(typed.casefold().split())
        found = [name for name in names if wanted in name.casefold() and allow(name)]
        found.sort(key=lambda name: not name.casefold().startswith(wanted))
        return found[:limit]

    async def names(self) -> tuple[str, ...]:
        """All publishers, most articles first. Raises what the searcher raises."""
        if self._read_at is None or self._clock() - self._read_at > KEPT_S:
            self._names = (await self._searcher.status()).publishers
            self._read_at = self._clock()
        return self._names

    async def resolve(self, typed: str) -> str | None:
        """The publisher's name as the index has it, or None. A name may have appeared just now."""
        wanted = " ".join(typed.casefold().split())
        for _ in range(2):
            for name in await self.names():
                if " ".join(name.casefold().split()) == wanted:
                    return name
            self._read_at = None
        return None

    async def nearest(self, typed: str, count: int = 3, allow: Allow = everyone) -> list[str]:
        """Allowed names that could have been meant."""
        by_folded = {name.casefold(): name for name in await self.names() if allow(name)}
        near = difflib.get_close_matches(typed.casefold(), by_folded, n=count, cutoff=0.5)
        return [by_folded[name] for name in near]
