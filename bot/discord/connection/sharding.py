"""Beside the flow: which of the bot's shards this process runs, and when each may identify itself to Discord.

One bot may run over several processes of one machine, which share its DATA_DIR (docs/scaling.md). Only the
one with shard 0 does what must be done once: it registers commands, asks feeds, watches the articles, purges.
"""

import asyncio
import logging
import re
import sqlite3
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.storage.database import Database
from index.errors import FootnoteError, SettingsError, StorageError

log = logging.getLogger(__name__)

HOUR_MS = 3_600_000
MAX_SHARDS = 16_384  # far beyond any bot; keeps a slip like 0-999999999 from filling the memory
# Turns that are further away than this many are of a clock that jumped, or of processes that are gone.
MOST_AHEAD = 64
_PART = re.compile(r"([0-9]{1,9})(?:\s*-\s*([0-9]{1,9}))?")


def read_ids(value: object) -> object:
    """`0-3,7` as (0, 1, 2, 3, 7), each once and in order. ValueError for anything else that is written."""
    if not isinstance(value, str):
        return value
    ids: set[int] = set()
    for part in filter(None, (part.strip() for part in value.split(","))):
        found = _PART.fullmatch(part)
        if found is None:
            raise ValueError(part)
        first, last = int(found[1]), int(found[2] or found[1])
        if first > last or last >= MAX_SHARDS:
            raise ValueError(part)
        ids.update(range(first, last + 1))
    return tuple(sorted(ids))


@dataclass(frozen=True, slots=True)
class Share:
    """This process's part of the bot: `ids` out of `count` shards; no ids: all, no count: as Discord says."""

    count: int | None = None
    ids: tuple[int, ...] = ()

    @property
    def leads(self) -> bool:
        """Whether what must be done once is done here."""
        return not self.ids or 0 in self.ids

    @property
    def first(self) -> int:
        """The shard that this process's own work is noted under."""
        return self.ids[0] if self.ids else 0

    def owns(self, shard: int) -> bool:
        """Whether work noted under that shard is this process's to end. What no process has any more, since
        the bot was divided otherwise, is for the one that leads."""
        if not self.ids or shard in self.ids:
            return True
        return self.leads and self.count is not None and shard >= self.count

    def __str__(self) -> str:
        if not self.ids:
            return f"all {self.count}" if self.count else "all"
        return f"{', '.join(map(str, self.ids))} of {self.count}"


def check_share(count: int | None, ids: tuple[int, ...]) -> Share:
    """The two settings together. Raises SettingsError where they do not fit each other."""
    if ids and count is None:
        raise SettingsError(
            "SHARD_IDS needs SHARD_COUNT.",
            "Set SHARD_COUNT to the number of shards of all processes together.",
        )
    if ids and count is not None and ids[-1] >= count:
        raise SettingsError(
            f"SHARD_IDS names shard {ids[-1]}, but with SHARD_COUNT={count} they go from 0 to {count - 1}.",
            "Raise SHARD_COUNT in all processes, or take that shard away.",
        )
    return Share(count, ids)


def check_sessions(left: int, reset_after_ms: int, shards: int) -> None:
    """Raise FootnoteError where Discord would not let so many shards connect today.

    Who tries all the same, as a process does that is started again and again, loses the token.
    """
    if left >= shards:
        return
    hours = max(1, round(reset_after_ms / HOUR_MS))
    raise FootnoteError(
        f"Discord lets this bot connect {left} more times, and its shards need {shards}.",
        f"Something starts it again and again: look at its log. It may connect again within {hours} h.",
    )


class IdentifyTurns:
    """Shards take turns: Discord lets `max_concurrency` of them identify every five seconds, one of each
    remainder of their number. The turns stand in the bot's file, so that processes share them.

    pause_s: between two of one remainder.
    """

    def __init__(
        self,
        database: Database,
        pause_s: float,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._database = database
        self._pause_s = pause_s
        self._clock = clock
        self._sleep = sleep

    async def wait(self, shard: int, max_concurrency: int, *, at_once: bool = False) -> None:
        """Return when it is this shard's turn; `at_once`: take the turn now, whatever went before."""
        key = shard % max(1, max_concurrency)
        try:
            wait_s = await self._database.run(lambda db: self._take(db, key, at_once=at_once))
        except StorageError as error:
            log.warning("Whether other processes identify just now cannot be told: %s", error)
            wait_s = 0.0 if at_once else self._pause_s
        if wait_s > 0:
            log.debug("Shard %d waits %.1f s for its turn to identify.", shard, wait_s)
            await self._sleep(wait_s)

    def _take(self, db: sqlite3.Connection, key: int, *, at_once: bool) -> float:
        """Reserve the next turn; the seconds until then."""
        db.execute("BEGIN IMMEDIATE")  # read and written as one, whoever else reserves
        row = db.execute("SELECT next_at FROM identify_turns WHERE key = ?", (key,)).fetchone()
        now = self._clock()
        turn = now if row is None or at_once else max(now, float(row[0]))
        if turn - now > MOST_AHEAD * self._pause_s:
            turn = now
        db.execute("INSERT OR REPLACE INTO identify_turns VALUES (?, ?)", (key, turn + self._pause_s))
        return turn - now
