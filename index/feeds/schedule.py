"""When a feed is asked next. Pure functions: the clock and chance come from outside.

A few minutes more or less are nothing for a reader, and everything for a server that all its readers ask
on the hour: so each wait is up to a tenth shorter or longer.
"""

import random
import re
from datetime import datetime, timedelta

DAY_S = 86_400.0
JITTER = 0.1
# The first failure doubles the wait, the second doubles it again…; 2**10 of the shortest wait (a minute) is
# most of a day.
MOST_DOUBLINGS = 11


def wait_s(
    interval_s: float,
    *,
    asked_s: float | None = None,
    failures: int = 0,
    retry_after_s: float | None = None,
    chance: random.Random,
) -> float:
    """How many seconds to wait before a feed is asked again.

    interval_s: what the operator wants. asked_s: what the feed asks for (its `ttl`, its server's max-age):
    it can make the wait longer, never shorter. failures: how many times in a row it has failed by now; each
    doubles the wait. retry_after_s: what its server said when it failed. Never more than a day (and a tenth
    of one), whatever anybody asks for.
    """
    wait = max(interval_s, asked_s or 0.0)
    wait = min(wait * 2.0 ** min(failures, MOST_DOUBLINGS), DAY_S)
    if failures:
        wait = max(wait, min(retry_after_s or 0.0, DAY_S))
    return wait * chance.uniform(1 - JITTER, 1 + JITTER)


def due_at(now: datetime, seconds: float) -> datetime:
    """That long from now."""
    return now + timedelta(seconds=seconds)


def max_age_s(cache_control: str | None) -> float | None:
    """The `max-age` of a Cache-Control header; None where it says nothing, or forbids to keep the answer."""
    text = (cache_control or "").lower()
    found = re.search(r"(?<![\w-])max-age\s*=\s*\"?(\d{1,9})", text)
    return None if found is None or "no-cache" in text or "no-store" in text else float(found[1])
