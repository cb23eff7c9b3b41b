"""Beside the flow: which of the bot's shards this process runs, and when each may identify itself to Discord.

One bot may run over several processes of one machine, which share its DATA_DIR (docs/scaling.md). Only the
one with shard 0 does what must be done once: it registers commands, asks feeds, watches the articles, purges.
"""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Awaitable, Callable

from bot.storage.database import Database
from index.errors import FootnoteError, StorageError

log = logging.getLogger(__name__)

HOUR_MS = 3_600_000
# Turns that are further away than this many are of a clock that jumped, or of processes that are gone.
MOST_AHEAD = 64


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
