"""Intervals by drawing the questions anew."""

import math
from functools import partial

import numpy as np
import pytest

from bot.evaluation.bootstrap import Indices, Interval, Values, intervals


def everything(size: int) -> list[Indices]:
    return [np.arange(size)]


def mean_of(values: Values, drawn: Indices) -> Values:
    return np.array([values[drawn].mean()])


def test_the_interval_of_a_share_is_about_as_wide_as_the_binomial_says() -> None:
    """Two standard errors of 60 of 100: 0.6 ± 1.96 × sqrt(0.6 × 0.4 / 100) = 0.504 to 0.696."""
    flags = np.array([1.0] * 60 + [0.0] * 40)
    (interval,) = intervals(everything(100), lambda drawn: mean_of(flags, drawn))
    assert interval.low == pytest.approx(0.504, abs=0.02)
    assert interval.high == pytest.approx(0.696, abs=0.02)
    assert 0.6 in interval
    assert 0.75 not in interval


def test_it_holds_the_truth_about_as_often_as_it_says() -> None:
    """Of 200 samples of 80 flags with p = 0.7, the interval holds 0.7 in some 95 %."""
    random = np.random.default_rng(7)
    held = 0
    for _ in range(200):
        flags = (random.random(80) < 0.7).astype(float)
        (interval,) = intervals(everything(80), partial(mean_of, flags), rounds=400)
        held += 0.7 in interval
    assert 180 <= held <= 199


def test_the_same_seed_gives_the_same_interval_and_another_one_gives_another() -> None:
    values = np.random.default_rng(1).random(50)

    def with_seed(seed: int) -> tuple[Interval, ...]:
        return intervals(everything(50), lambda drawn: mean_of(values, drawn), rounds=100, seed=seed)

    assert with_seed(3) == with_seed(3)
    assert with_seed(3) != with_seed(4)


def test_each_drawing_has_as_many_of_each_group_as_there_are() -> None:
    groups = [np.array([0, 2, 4]), np.array([], dtype=np.int64), np.array([1])]
    drawings: list[Indices] = []

    def remember(drawn: Indices) -> Values:
        drawings.append(drawn)
        return np.array([0.0])

    intervals(groups, remember, rounds=50)
    assert all(len(drawn) == 4 and set(drawn[:3]) <= {0, 2, 4} and drawn[3] == 1 for drawn in drawings)
    assert len({tuple(drawn) for drawn in drawings}) > 10


def test_drawings_without_a_value_do_not_count_and_where_none_has_one_there_is_no_interval() -> None:
    values = np.array([math.nan, 5.0])
    (some,) = intervals(everything(2), lambda drawn: values[drawn[:1]], rounds=40)
    assert some == Interval(5.0, 5.0)
    (none,) = intervals(everything(2), lambda drawn: np.array([math.nan]), rounds=40)
    assert math.isnan(none.low)
    assert math.isnan(none.high)
