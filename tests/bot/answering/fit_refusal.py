"""Where the constants of bot/answering/refusal.py come from: a logistic regression, cross-validated.

    DATA_DIR=FOLDER python -m tests.bot.answering.fit_refusal QUESTIONS.jsonl

FOLDER holds a published index, such as one that `python -m bot evaluate` made under
`DATA_DIR/evaluations/`; a question whose "answer" is null has none in its articles. Prints the
constants, and what five folds that were not fitted on would have been answered and refused.
"""

import asyncio
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.answering import refusal
from bot.answering.expectation import expect
from bot.answering.extractive import pick
from bot.answering.windows import find_windows
from index.passage import SearchRequest
from index.search_client import SearchClient
from index.settings import IndexSettings

FOLDS = 5
RIDGE = 0.005  # per question, on standardised features: enough to keep two like features from fighting
ANSWERED = 0.9  # of the answerable, at the line

Matrix = NDArray[np.float64]


async def weigh_all(questions: list[str]) -> list[refusal.Evidence]:
    """Search for each question and weigh what comes."""
    evidence = []
    async with SearchClient.start(IndexSettings.load()) as searcher:
        for question in questions:
            result = await searcher.search(SearchRequest(question))
            expected = expect(question)
            windows = find_windows(result, expected)
            evidence.append(refusal.weigh(result, windows, pick(windows), expected))
    return evidence


def fit(features: Matrix, answerable: NDArray[np.bool_]) -> Matrix:
    """Return one weight per feature and the bias, both classes weighted alike (Newton's method)."""
    mean, deviation = features.mean(0), features.std(0) + 1e-9
    rows = np.c_[(features - mean) / deviation, np.ones(len(features))]
    share = answerable.mean()
    row_weights = np.where(answerable, 0.5 / share, 0.5 / (1 - share))
    ridge = RIDGE * len(rows) * np.r_[np.ones(features.shape[1]), 0]
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (row_weights * (likely - answerable)) + ridge * weights
        curvature = (rows * (row_weights * likely * (1 - likely))[:, None]).T @ rows + np.diag(ridge)
        weights -= np.linalg.solve(curvature, gradient)
    plain = weights[:-1] / deviation
    fitted: Matrix = np.r_[plain, weights[-1] - plain @ mean]
    return fitted


def cross_validate(features: Matrix, answerable: NDArray[np.bool_], seed: int) -> tuple[float, float, float]:
    """Return area under the curve, and shares answered and refused at lines that the other folds set."""
    order = np.random.default_rng(seed).permutation(len(features))
    scores, shown = np.zeros(len(features)), np.zeros(len(features), np.bool_)
    for fold in np.array_split(order, FOLDS):
        others = np.setdiff1d(order, fold)
        weights = fit(features[others], answerable[others])
        known = features[others] @ weights[:-1] + weights[-1]
        scores[fold] = features[fold] @ weights[:-1] + weights[-1]
        shown[fold] = scores[fold] >= np.quantile(known[answerable[others]], 1 - ANSWERED)
    area = (scores[answerable][:, None] > scores[~answerable]).mean()
    return float(area), float(shown[answerable].mean()), float((~shown[~answerable]).mean())


def main() -> None:
    """Fit on the questions of a file and print."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines if line.strip()]
    answerable = np.array([question["answer"] is not None for question in questions])
    evidence = asyncio.run(weigh_all([question["question"] for question in questions]))
    features = np.array([[one.similarity, one.coverage] for one in evidence])
    similarity, coverage, bias = fit(features, answerable)
    print(f"SIMILARITY {similarity:.2f}  COVERAGE {coverage:.2f}  BIAS {bias:.2f}")
    confident = np.array([refusal.confidence(one) for one in evidence])
    line = np.quantile(confident[answerable], 1 - ANSWERED)
    print(f"with the constants as they are, {ANSWERED:.0%} are answered at LINE {line:.3f}")
    print(f"at {refusal.LINE}: answered {(confident[answerable] >= refusal.LINE).mean():.3f}", end=", ")
    print(f"refused {(confident[~answerable] < refusal.LINE).mean():.3f}")
    folds = np.mean([cross_validate(features, answerable, seed) for seed in range(10)], axis=0)
    print(f"{FOLDS} folds, 10 times: area {folds[0]:.3f}, answered {folds[1]:.3f}, refused {folds[2]:.3f}")


if __name__ == "__main__":
    main()
