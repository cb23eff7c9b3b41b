"""Before a question is answered: whether its asker, their channel or their server has asked too much.

Held in memory only, for as long as the longest window; but the day's count of each server is kept, without
who asked (bot/storage/daily_counts.py).
"""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from pyrate_limiter import Decision, InMemoryBucket, RateItem
from pyrate_limiter import Rate as Window

from bot.rates import Per, Rate, read_rates
from bot.settings import BotSettings
from bot.storage.daily_counts import Days

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


FORGETTINGS = Rate(3, Per.HOUR)


class Whose(StrEnum):
    """Whose limit it is."""

    PERSON = "person"
    CHANNEL = "channel"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and where; no server in direct messages. For an admin there is no limit."""

    person: int
    channel: int | None = None
    server: int | None = None
    admin: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """A limit that is met: whose, how many it allows, and when there is room again."""

    whose: Whose
    rate: Rate
    wait_s: float
    until: datetime


class Limits:
    """All limits of this process. `clock` never goes back; `now` says what day it is, in UTC."""

    def __init__(
        self,
        settings: BotSettings,
        days: Days,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._clock = clock
        self._now = now
        self._days = days
        self._daily = settings.limit_server_daily
        self._person = Windows(read_rates(settings.limit_person), clock)
        self._channel = Windows(read_rates(settings.limit_channel), clock)
        self._server = Windows(read_rates(settings.limit_server), clock)
        self._llm_person = Windows(read_rates(settings.limit_llm_person), clock)
        self._llm_server = Windows(read_rates(settings.limit_llm_server), clock)
        self._forgettings = Windows((FORGETTINGS,), clock)
        self._salt = secrets.token_bytes(32)
        self._told: dict[int, float] = {}

    def check(self, asker: Asker) -> Met | None:
        """Count a question, or say which limit it meets; one that is refused counts nowhere.

        Where several are met it is the one that lasts longest, so that nobody is sent from one to the next.
        """
        if asker.admin:
            return None
        met = self._take(
            asker,
            (
                (Whose.PERSON, self._person, asker.person),
                (Whose.CHANNEL, self._channel, asker.channel),
                (Whose.SERVER, self._server, asker.server),
            ),
        )
        return met or self._take_of_day(asker)

    def check_llm(self, asker: Asker) -> Met | None:
        """The same for an answer in a language model's words; where it is met quotes can stand in."""
        if asker.admin:
            return None
        person, server = self._llm_person, self._llm_server
        return self._take(asker, ((Whose.PERSON, person, asker.person), (Whose.SERVER, server, asker.server)))

    def first_refusal(self, asker: Asker, met: Met) -> bool:
        """Whether this person has yet to be told, in words that a channel sees: once until it is over."""
        now = self._clock()
        self._told = {person: until for person, until in self._told.items() if until > now}
        if asker.person in self._told:
            return False
        self._told[asker.person] = now + met.wait_s
        return True

    def check_forgetting(self, asker: Asker) -> Met | None:
        """Whether they had themselves forgotten too often of late, since it begins their limits anew.

        Counted under a salted hash, so that the id of whoever was forgotten is not held for it.
        """
        key = hashlib.blake2b(str(asker.person).encode(), key=self._salt, digest_size=8)
        return self._take(asker, ((Whose.PERSON, self._forgettings, int.from_bytes(key.digest())),))

    def held_of(self, person: int) -> int:
        """How many points in time are held for this person."""
        return self._person.times(person) + self._llm_person.times(person) + (person in self._told)

    def forget(self, person: int) -> None:
        """Drop what is held for this person at once."""
        self._told.pop(person, None)
        self._person.forget(person)
        self._llm_person.forget(person)

    def forget_old(self) -> None:
        """Drop whatever lies outside of every window."""
        kinds = (self._person, self._channel, self._server, self._llm_person, self._llm_server)
        for windows in (*kinds, self._forgettings):
            windows.forget_old()

    def _take(self, asker: Asker, each: tuple[tuple[Whose, Windows, int | None], ...]) -> Met | None:
        taken: list[tuple[Windows, int]] = []
        full: list[tuple[Whose, Full]] = []
        for whose, windows, key in each:
            if key is None:
                continue
            found = windows.take(key)
            if found is None:
                taken.append((windows, key))
            else:
                full.append((whose, found))
        if not full:
            return None
        for windows, key in taken:
            windows.give_back(key)
        whose, longest = max(full, key=lambda one: one[1].wait_s)
        return self._met(whose, longest.rate, longest.wait_s)

    def _take_of_day(self, asker: Asker) -> Met | None:
        """The day's questions of a server (UTC)."""
        if self._daily is None or asker.server is None:
            return None
        now = self._now()
        if self._days.count(asker.server, now.date()) < self._daily:
            self._days.add(asker.server, now.date())
            return None
        midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        return self._met(Whose.SERVER, Rate(self._daily, Per.DAY), (midnight - now).total_seconds())

    def _met(self, whose: Whose, rate: Rate, wait_s: float) -> Met:
        return Met(whose, rate, wait_s, self._now() + timedelta(seconds=wait_s))
