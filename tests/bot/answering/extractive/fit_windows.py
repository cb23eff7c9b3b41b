"""Where the weights of bot/answering/extractive/extract.py come from: a conditional logit, cross-validated.

    DATA_DIR=FOLDER python -m tests.bot.answering.extractive.fit_windows QUESTIONS.jsonl

FOLDER holds a published index, such as one that `python -m bot evaluate` made under
`DATA_DIR/evaluations/`. Of all windows of a question the weights shall make those likeliest that hold
the answer while no smaller window in them does. Prints the weights, and how often the answer is shown
by weights that were fitted on the other folds.
"""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.answering.extractive.expected_answer import expect
from bot.answering.extractive.extract import Weights, pick
from bot.answering.extractive.windows import Window, find_windows
from bot.evaluation.questions import EvaluationQuestion, read_questions
from bot.evaluation.wording import holds
from index.passage import SearchRequest
from index.searching.search_client import SearchClient
from index.settings import IndexSettings

FOLDS = 5
SEEDS = 10
# On standardised features. From 0.01 to 0.1 the share of answers shown was the same.
RIDGE = 0.03
STEPS = 15  # of Newton's method; it stands still after ten
NAMES = tuple(field.name for field in fields(Weights))

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One answerable question: its windows, which of them are right, and which count in the fit."""

    answer: str
    windows: list[Window]
    features: Matrix
    right: NDArray[np.bool_]
    counts: NDArray[np.bool_]  # all but those that are right only by a smaller one in them


async def gather(questions: Sequence[EvaluationQuestion]) -> list[Case]:
    """Search for each answerable question and find the windows of what comes."""
    cases = []
    async with SearchClient.start(IndexSettings.load()) as searcher:
        for question in questions:
            if question.expected and question.expected.answer is not None:
                result = await searcher.search(SearchRequest(question.text, asked=question.asked))
                windows = find_windows(result, expect(question.text), question.asked)
                cases.append(case(windows, question.expected.answer))
    return cases


def case(windows: list[Window], answer: str) -> Case:
    """Return the windows with what is needed to fit on them."""
    holding = [window for window in windows if holds(window.text, answer)]
    small = [not any(_within(other, window) for other in holding) for window in holding]
    smallest = {id(window) for window, is_small in zip(holding, small, strict=True) if is_small}
    larger = {id(window) for window in holding} - smallest
    return Case(
        answer,
        windows,
        np.array([[getattr(window.features, name) for name in NAMES] for window in windows]),
        np.array([id(window) in smallest for window in windows], np.bool_),
        np.array([id(window) not in larger for window in windows], np.bool_),
    )


def _within(small: Window, large: Window) -> bool:
    same_text = small.passage.article.id == large.passage.article.id and small.headline == large.headline
    inside = large.start <= small.start and small.end <= large.end
    return same_text and inside and len(small.text) < len(large.text)


def fit(cases: Sequence[Case]) -> Matrix:
    """Return one weight per feature (Newton's method on the log-odds of the right windows)."""
    used = [case for case in cases if case.right.any()]
    everything = np.concatenate([case.features for case in used])
    deviation = everything.std(0) + 1e-9
    rows = np.concatenate([case.features[case.counts] for case in used]) / deviation
    right = np.concatenate([case.right[case.counts] for case in used]).astype(np.float64)
    sizes = [int(case.counts.sum()) for case in used]
    starts = np.cumsum([0, *sizes[:-1]])
    of = np.repeat(np.arange(len(used)), sizes)
    weights = np.zeros(len(NAMES))
    for _ in range(STEPS):
        scores = rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        likely = odds / np.add.reduceat(odds, starts)[of]
        wanted = odds * right / np.add.reduceat(odds * right, starts)[of]
        means = np.add.reduceat(rows * likely[:, None], starts)
        curvature = ((rows * likely[:, None]).T @ rows - means.T @ means) / len(used)
        gradient = rows.T @ (likely - wanted) / len(used) + 2 * RIDGE * weights
        weights -= np.linalg.solve(curvature + 2 * RIDGE * np.eye(len(NAMES)), gradient)
    fitted: Matrix = weights / deviation
    return fitted


def shown(case: Case, weights: Matrix) -> bool:
    """Whether the answer stands in what would be shown."""
    chosen = pick(case.windows, Weights(*map(float, weights)))
    return holds("\n".join(window.text for window in chosen), case.answer)


def cross_validate(cases: Sequence[Case], seed: int) -> float:
    """Return the share of answers shown by weights that other folds gave."""
    order = np.random.default_rng(seed).permutation(len(cases))
    right = 0
    for fold in np.array_split(order, FOLDS):
        weights = fit([cases[i] for i in np.setdiff1d(order, fold)])
        right += sum(shown(cases[i], weights) for i in fold)
    return right / len(cases)


def main() -> None:
    """Fit on the questions of a file and print."""
    cases = asyncio.run(gather(read_questions(Path(sys.argv[1]))))
    weights = fit(cases)
    deviation = np.concatenate([case.features for case in cases]).std(0)
    for name, weight, spread in zip(NAMES, weights, deviation, strict=True):
        print(f"{name:12s} {weight:6.2f}   times its deviation {weight * spread:6.2f}")
    there = np.mean([case.right.any() for case in cases])
    print(f"{len(cases)} answerable questions; some window holds the answer of {there:.3f}")
    print(f"shown with the weights as they are: {np.mean([shown(c, _present()) for c in cases]):.3f}")
    print(f"shown with these: {np.mean([shown(c, weights) for c in cases]):.3f}")
    folds = [cross_validate(cases, seed) for seed in range(SEEDS)]
    print(f"{FOLDS} folds, {SEEDS} times: {np.mean(folds):.3f} ({min(folds):.3f} to {max(folds):.3f})")


def _present() -> Matrix:
    present: Matrix = np.array([getattr(Weights(), name) for name in NAMES])
    return present


if __name__ == "__main__":
    main()
