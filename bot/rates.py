"""From a setting to its rates: "10 per minute, 120 per hour"."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

NONE = "none"
EXPECTS = 'such as "10 per minute" or "10 per minute, 120 per hour", the shorter time first, or "none"'
_RATE = re.compile(r"([1-9][0-9]{0,8}) *(?:per|/) *(second|minute|hour|day)")


class Per(StrEnum):
    """The time within which is counted."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"

    @property
    def seconds(self) -> int:
        """How long it is."""
        return {Per.SECOND: 1, Per.MINUTE: 60, Per.HOUR: 3600, Per.DAY: 86_400}[self]


@dataclass(frozen=True, slots=True)
class Rate:
    """So many within any stretch of this length."""

    most: int
    per: Per


def read_rates(text: str) -> tuple[Rate, ...]:
    """The rates of a setting, the shortest time first; "none" has none. Raises ValueError.

    Each longer time must allow more in all, and no more for its length: else one of two says nothing.
    """
    if text.strip().lower() == NONE:
        return ()
    rates = []
    for part in text.split(","):
        found = _RATE.fullmatch(part.strip().lower())
        if found is None:
            raise ValueError(EXPECTS)
        rates.append(Rate(int(found[1]), Per(found[2])))
    for short, long in pairwise(rates):
        times = long.per.seconds / short.per.seconds
        if times <= 1 or not short.most < long.most <= short.most * times:
            raise ValueError(EXPECTS)
    return tuple(rates)
