"""The rate limits of the HTTP side: a bucket per route and main object, and 50 requests a second in all."""

import hashlib
import re
import time
from dataclasses import dataclass

from tests.discord_server.disruptions import Disruptions, RouteLimit

GLOBAL_PER_S = 50
# Generous, so that tests run fast; a test that is about rate limits sets its own by `limit_route`.
DEFAULT = RouteLimit(40, 1.0)
# Interaction endpoints do not count toward the global limit.
INTERACTION_PATH = re.compile(r"/(interactions|webhooks)/.*")
MAJOR = re.compile(r"/(channels|guilds|webhooks|interactions)/([^/]+)(?:/([\w-]{40,}))?")
ANY_ID = re.compile(r"/\d{15,}")


@dataclass
class Bucket:
    """One window of one bucket."""

    limit: RouteLimit
    opened_s: float
    used: int = 0


@dataclass(frozen=True)
class Usage:
    """What the headers say, and whether this request is one too many."""

    headers: dict[str, str]
    retry_after_s: float | None


class RateLimits:
    """Counts requests, in real time."""

    def __init__(self, disruptions: Disruptions) -> None:
        self._disruptions = disruptions
        self._buckets: dict[str, Bucket] = {}
        self._recent: list[float] = []

    def count_globally(self, path: str) -> bool:
        """Count a request; False where it is more than Discord takes in a second."""
        if INTERACTION_PATH.fullmatch(path):
            return True
        now = time.monotonic()
        self._recent = [at for at in self._recent if now - at < 1.0] + [now]
        return len(self._recent) <= GLOBAL_PER_S

    def use(self, method: str, path: str) -> Usage:
        """Count a request in its bucket."""
        route = ANY_ID.sub("/{id}", path)
        name = hashlib.md5(f"{method} {route}".encode(), usedforsecurity=False).hexdigest()
        major = MAJOR.match(path)
        key = f"{name}:{major.group(2, 3) if major else ''}"
        now = time.monotonic()
        limit = self._limit(method, path)
        bucket = self._buckets.get(key)
        if bucket is None or now - bucket.opened_s >= bucket.limit.window_s or bucket.limit != limit:
            bucket = self._buckets[key] = Bucket(limit, now)
        bucket.used += 1
        left_s = max(0.001, bucket.opened_s + limit.window_s - now)
        headers = {
            "X-RateLimit-Limit": str(limit.limit),
            "X-RateLimit-Remaining": str(max(0, limit.limit - bucket.used)),
            "X-RateLimit-Reset": f"{time.time() + left_s:.3f}",
            "X-RateLimit-Reset-After": f"{left_s:.3f}",
            "X-RateLimit-Bucket": name,
            "Via": "1.1 google",
        }
        return Usage(headers, left_s if bucket.used > limit.limit else None)

    def _limit(self, method: str, path: str) -> RouteLimit:
        for wanted, pattern, limit in self._disruptions.limits:
            if wanted in (method, "*") and pattern.fullmatch(path):
                return limit
        return DEFAULT
