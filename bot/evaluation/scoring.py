"""After judging: all judgements as figures, each with the interval that the choice of questions leaves.

The figures are those of `evals/score.py`, number for number (campaigns/evaluation/test_same_as_scorer.py).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from bot.evaluation.bootstrap import ROUNDS, SEED, Indices, Interval, Values, intervals
from bot.evaluation.judging import Judgement


class Figure(StrEnum):
    """The figures by the names that the scorer gives them, in its order: people and programs see the same."""

    FOUND_1000 = "found in 1,000 characters"
    FOUND_4000 = "found in 4,000 characters"
    FOUND_10000 = "found in 10,000 characters"
    HIT = "article hit@10"
    ANSWERED = "answered, of answerable"
    CORRECT = "correct, of answerable"
    REFUSED = "refused, of unanswerable"
    BALANCED = "balanced (correct, refused)"
    CITED = "statements cited"
    VERBATIM = "quotes verbatim"
    LENGTH = "answer length, median"
    P50 = "seconds, p50"
    P95 = "seconds, p95"


SHARES = tuple(Figure)[: tuple(Figure).index(Figure.LENGTH)]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure's value, its interval, and of how many questions it is."""

    value: float
    interval: Interval
    questions: int


Scores = dict[Figure, Estimate]  # without the figures for which the questions do not say enough


def score(judgements: Sequence[Judgement], *, rounds: int = ROUNDS, seed: int = SEED) -> Scores:
    """Every figure that these judgements give, with its interval."""
    counts = _Counts(judgements)
    values = counts.figures(counts.everything)
    ends = intervals(counts.groups, counts.figures, rounds=rounds, seed=seed)
    return {
        figure: Estimate(float(value), interval, counts.questions(figure))
        for figure, value, interval in zip(Figure, values, ends, strict=True)
        if not math.isnan(value)
    }


def differences(
    now: Sequence[Judgement], before: Sequence[Judgement], *, rounds: int = ROUNDS, seed: int = SEED
) -> Scores:
    """How each figure changed between two runs of the same questions, in the same order.

    The same drawing is taken of both runs, so what is hard or easy about a question cancels out: these
    intervals are narrower than those of the figures, and one without 0 in it is a change beyond noise.
    """
    if [j.question.id for j in now] != [j.question.id for j in before]:
        raise ValueError("both runs must have the same questions in the same order")
    new, old = _Counts(now), _Counts(before)
    values = new.figures(new.everything) - old.figures(old.everything)
    ends = intervals(
        new.groups, lambda drawn: new.figures(drawn) - old.figures(drawn), rounds=rounds, seed=seed
    )
    return {
        figure: Estimate(float(value), interval, new.questions(figure))
        for figure, value, interval in zip(Figure, values, ends, strict=True)
        if not math.isnan(value)
    }


class _Counts:
    """The judgements as arrays, from which the figures of any drawing of questions are soon taken."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self._size = len(judgements)
        rows = [_shares(judgement) for judgement in judgements]
        self._having = np.array([[row[f][0] for f in _COUNTED] for row in rows], np.float64).T
        self._of = np.array([[row[f][1] for f in _COUNTED] for row in rows], np.float64).T
        self._chars = _column([judgement.answer_chars for judgement in judgements])
        self._seconds = _column([judgement.result.seconds for judgement in judgements])
        kinds = [judgement.question.answerable for judgement in judgements]
        self.groups = [
            np.array([i for i, kind in enumerate(kinds) if kind is wanted], np.int64)
            for wanted in (True, False, None)
        ]
        self.everything: Indices = np.arange(self._size)

    def figures(self, drawn: Indices) -> Values:
        """Every figure of the questions with these indices, in the order of Figure; NaN for none."""
        of = self._of[:, drawn].sum(axis=1)
        shares = np.full(len(_COUNTED), np.nan)
        np.divide(self._having[:, drawn].sum(axis=1), of, out=shares, where=of > 0)
        by_figure = dict(zip(_COUNTED, shares, strict=True))
        by_figure[Figure.BALANCED] = (by_figure[Figure.CORRECT] + by_figure[Figure.REFUSED]) / 2
        by_figure[Figure.LENGTH] = _nearest_rank(self._chars[drawn], 50)
        by_figure[Figure.P50] = _nearest_rank(self._seconds[drawn], 50)
        by_figure[Figure.P95] = _nearest_rank(self._seconds[drawn], 95)
        return np.array([by_figure[figure] for figure in Figure], np.float64)

    def questions(self, figure: Figure) -> int:
        """Of how many questions the figure is."""
        if figure in _COUNTED:
            return int((self._of[_COUNTED.index(figure)] > 0).sum())
        if figure is Figure.BALANCED:
            return self.questions(Figure.CORRECT) + self.questions(Figure.REFUSED)
        column = self._chars if figure is Figure.LENGTH else self._seconds
        return int((~np.isnan(column)).sum())


_COUNTED = tuple(figure for figure in SHARES if figure is not Figure.BALANCED)


def _shares(judgement: Judgement) -> dict[Figure, tuple[int, int]]:
    """What one judgement adds to each share: how many have it, of how many."""
    found = judgement.found or (None, None, None)
    answerable = judgement.question.answerable
    return {
        Figure.FOUND_1000: _flag(found[0]),
        Figure.FOUND_4000: _flag(found[1]),
        Figure.FOUND_10000: _flag(found[2]),
        Figure.HIT: _flag(judgement.hit),
        Figure.ANSWERED: _flag(judgement.answered if answerable else None),
        Figure.CORRECT: _flag(judgement.correct),
        Figure.REFUSED: _flag(None if answerable is not False else not judgement.answered),
        Figure.CITED: (sum(judgement.cited), len(judgement.cited)),
        Figure.VERBATIM: (sum(judgement.verbatim), len(judgement.verbatim)),
    }


def _flag(value: bool | None) -> tuple[int, int]:
    return (0, 0) if value is None else (int(value), 1)


def _column(values: Sequence[float | None]) -> NDArray[np.float64]:
    return np.array([math.nan if value is None else value for value in values], np.float64)


def _nearest_rank(values: Values, percent: float) -> float:
    there = values[~np.isnan(values)]
    return percentile(there.tolist(), percent) if len(there) else math.nan


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that `percent` of the values do not exceed (nearest rank, as the scorer counts it)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]
