"""Behind a limit: sliding windows in memory, one set for each person, channel or server that asks."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pyrate_limiter import Decision, InMemoryBucket, RateItem
from pyrate_limiter import Rate as Window

from bot.rates import Rate

_MS = 1000


@dataclass(frozen=True, slots=True)
class Full:
    """The rate that is used up, and the seconds until there is room again."""

    rate: Rate
    wait_s: float


class Windows:
    """Counts by key. `clock` gives seconds that never go back, such as time.monotonic.

    A key is forgotten once its longest window has passed: it then says nothing any more.
    """

    def __init__(self, rates: Sequence[Rate], clock: Callable[[], float]) -> None:
        self._rates = {rate.per.seconds * _MS: rate for rate in rates}
        self._clock = clock
        self._buckets: OrderedDict[int, InMemoryBucket] = OrderedDict()  # the longest unused first
        self._longest_ms = max(self._rates, default=0)

    def __len__(self) -> int:
        return len(self._buckets)

    def take(self, key: int) -> Full | None:
        """Count one more for this key, unless a window is full: then nothing is counted."""
        if not self._rates:
            return None
        self.forget_old()
        now = self._now_ms()
        bucket = self._buckets.get(key) or self._new()
        bucket.leak(now)
        decision = bucket.put_decision(RateItem("", now))
        assert isinstance(decision, Decision)  # awaitable only where the bucket is not in memory
        if decision.failing_rate is not None:
            wait_ms = max(decision.retry_after_ms or 0, 1)
            return Full(self._rates[decision.failing_rate.interval], wait_ms / _MS)
        self._buckets[key] = bucket
        self._buckets.move_to_end(key)
        return None

    def give_back(self, key: int) -> None:
        """Undo the last `take` of this key, where something else refused what it was for."""
        bucket = self._buckets.get(key)
        if bucket is not None and bucket.items:
            bucket.items.pop()

    def times(self, key: int) -> int:
        """How many points in time are held for this key."""
        bucket = self._buckets.get(key)
        return len(bucket.items) if bucket is not None else 0

    def forget(self, key: int) -> None:
        """Drop a key at once."""
        self._buckets.pop(key, None)

    def forget_old(self) -> None:
        """Drop the keys whose last point in time lies outside of every window."""
        oldest = self._now_ms() - self._longest_ms
        while self._buckets:
            key, bucket = next(iter(self._buckets.items()))
            if bucket.items and bucket.items[-1].timestamp >= oldest:
                return
            del self._buckets[key]

    def _new(self) -> InMemoryBucket:
        return InMemoryBucket([Window(rate.most, interval) for interval, rate in self._rates.items()])

    def _now_ms(self) -> int:
        return int(self._clock() * _MS)
