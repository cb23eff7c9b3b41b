"""The loopback server's time: real seconds, plus what a test adds to let tokens expire without waiting."""

import time
from datetime import UTC, datetime, timedelta

DISCORD_EPOCH_MS = 1_420_070_400_000


class ServerClock:
    """Seconds since the server started, which a test may move forward."""

    def __init__(self) -> None:
        self._added_s = 0.0

    def now_s(self) -> float:
        """Monotonic seconds, with all that was added."""
        return time.monotonic() + self._added_s

    def today(self) -> datetime:
        """The date and time that messages carry."""
        return datetime.now(UTC) + timedelta(seconds=self._added_s)

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass at once."""
        self._added_s += seconds


class Snowflakes:
    """Makes ids as Discord does: milliseconds since 2015 and a counter, as strings, ever growing."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> str:
        """A new id. Real time, not the test's: discord.py reads an interaction's age from its id."""
        now_ms = int(time.time() * 1000) - DISCORD_EPOCH_MS
        self._last = max(self._last + 1, now_ms << 22)
        return str(self._last)
