"""Used by scoring: how far a figure could have come out otherwise with other questions of the same kind.

The bootstrap (Efron 1979): the questions are drawn anew with replacement, as many as there are, the
figures are taken of each drawing, and the middle 95 % of them is the interval (the percentile method).
Questions are drawn within their group, so that each drawing has as many answerable ones as the set.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# 2,000 drawings leave the ends of an interval uncertain by about a twentieth of its width, at 0.3 s.
ROUNDS = 2000
SEED = 20261122
COVERAGE = 0.95

Indices = NDArray[np.int64]
Values = NDArray[np.float64]
Statistic = Callable[[Indices], Values]


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends, inclusive; NaN where there was nothing to draw from."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


def intervals(
    groups: Sequence[Indices], statistic: Statistic, *, rounds: int = ROUNDS, seed: int = SEED
) -> tuple[Interval, ...]:
    """An interval for each number that `statistic` gives for a drawing of indices.

    groups: the indices of each group of questions; together they are all of them. A drawing for which
    a number is NaN (none of what it counts was drawn) does not count for it. The same seed gives the
    same intervals.
    """
    random = np.random.default_rng(seed)
    drawn = [statistic(_draw(random, groups)) for _ in range(rounds)]
    tail = (1 - COVERAGE) / 2
    return tuple(_middle(values, tail) for values in np.stack(drawn, axis=1))


def _draw(random: np.random.Generator, groups: Sequence[Indices]) -> Indices:
    return np.concatenate(
        [group[random.integers(0, len(group), len(group))] for group in groups if len(group)]
    )


def _middle(values: Values, tail: float) -> Interval:
    there = values[~np.isnan(values)]
    if not len(there):
        return Interval(float("nan"), float("nan"))
    low, high = np.quantile(there, [tail, 1 - tail], method="nearest")
    return Interval(float(low), float(high))
