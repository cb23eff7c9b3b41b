"""Where the constants of bot/answering/extractive/refusal.py come from: a logistic regression,
cross-validated.

    DATA_DIR=FOLDER python -m tests.bot.answering.extractive.fit_refusal QUESTIONS.jsonl

FOLDER holds a published index, such as one that `python -m bot evaluate` made under
`DATA_DIR/evaluations/`; a question whose "answer" is null has none in its articles. Each question is
asked of the whole, and of small collections: among random others three articles of its topic, one of which
holds the answer or none does; and of random others alone. Answerable questions are asked also with what
holds their answer taken out. Prints the constants, and what
five folds of questions that were not fitted on would have been answered and refused.
"""

import asyncio
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.answering.extractive import refusal
from bot.answering.extractive.expected_answer import expect
from bot.answering.extractive.extract import pick
from bot.answering.extractive.windows import find_windows
from bot.evaluation.questions import EvaluationQuestion, read_questions
from index.passage import SearchRequest, SearchResult
from index.searching.search_client import SearchClient
from index.settings import IndexSettings
from tests.bot.answering.extractive.part_of_index import PartOfIndex

FOLDS = 5
SEEDS = 10
RIDGE = 0.005  # per row, on standardised features: enough to keep two like features from fighting
ANSWERED = 0.905  # of the answerable of the whole, at the line
SMALL = (2, 5, 20, 100)  # articles
WHOLE = 0
NEAREST = 3
DEEP = 100  # passages, so that enough are left where articles are taken out
# What each kind counts in a collection of one size; the whole counts twice.
THERE, NEAR, TAKEN, ELSEWHERE = "there", "near", "taken out", "elsewhere"
COUNTS = {THERE: 1.0, NEAR: 0.4, TAKEN: 0.4, ELSEWHERE: 0.2}

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Row:
    """One question asked of one collection."""

    question: int
    size: int
    kind: str
    evidence: refusal.Evidence


@dataclass(frozen=True, slots=True)
class Table:
    """All rows as arrays."""

    features: Matrix
    questions: NDArray[np.int64]
    sizes: NDArray[np.int64]
    kinds: NDArray[np.str_]
    counts: Matrix


def weigh(question: EvaluationQuestion, result: SearchResult) -> refusal.Evidence:
    """Weigh what was found for a question."""
    expected = expect(question.text)
    windows = find_windows(result, expected, question.asked)
    return refusal.weigh(result, windows, pick(windows), expected)


async def search_whole(questions: Sequence[EvaluationQuestion]) -> list[SearchResult]:
    """Search the whole index for each question."""
    async with SearchClient.start(IndexSettings.load()) as searcher:
        return [
            await searcher.search(SearchRequest(question.text, asked=question.asked, limit=DEEP))
            for question in questions
        ]


def rows_of(
    number: int, question: EvaluationQuestion, whole: SearchResult, part: PartOfIndex
) -> Iterator[Row]:
    """Ask one question of the whole and of small collections, the same at each run."""
    assert question.expected is not None
    there = question.expected.answer is not None
    holding = list(question.expected.relevant or ())
    yield Row(number, WHOLE, THERE if there else NEAR, weigh(question, _best(whole)))
    if there:
        yield Row(number, WHOLE, TAKEN, weigh(question, _best(whole, holding)))
    near = [
        one for one in dict.fromkeys(passage.article.id for passage in whole.passages) if one not in holding
    ]
    others = [one for one in part.ids if one not in {*near, *holding}]
    dice = random.Random(number)
    for size in SMALL:
        alike = min(NEAREST, max(1, size - 1))
        kinds: list[tuple[str, list[str]]] = [(ELSEWHERE, [])]
        if not there:
            kinds.append((NEAR, near[:alike]))
        elif holding:
            kinds += [(THERE, [holding[0], *near[: alike - 1]]), (TAKEN, near[:alike])]
        for kind, articles in kinds:
            chosen = [*articles, *dice.sample(others, size - len(articles))]
            request = SearchRequest(question.text, asked=question.asked)
            yield Row(number, size, kind, weigh(question, part.search(request, chosen)))


def _best(whole: SearchResult, without: Sequence[str] = ()) -> SearchResult:
    """What a search of the usual depth brings, without some articles."""
    left = [passage for passage in whole.passages if passage.article.id not in without]
    return replace(whole, passages=tuple(left[: SearchRequest("").limit]))


def tabulate(rows: Sequence[Row]) -> Table:
    """Return the rows as arrays, weighted so that each size and both sides count as intended."""
    sizes, kinds = np.array([row.size for row in rows]), np.array([row.kind for row in rows])
    counts = np.zeros(len(rows))
    for size in (*SMALL, WHOLE):
        for kind, count in COUNTS.items():
            alike = (sizes == size) & (kinds == kind)
            if alike.any():
                counts[alike] = (count if size else 2.0) / alike.sum()
    features = np.array(
        [
            [r.evidence.similarity, r.evidence.coverage, max(refusal.LEAST_CROWD, r.evidence.crowd)]
            for r in rows
        ]
    )
    return Table(features, np.array([row.question for row in rows]), sizes, kinds, counts)


def fit(features: Matrix, there: Flags, counts: Matrix) -> Matrix:
    """Return one weight per feature and the bias (Newton's method)."""
    mean, deviation = features.mean(0), features.std(0) + 1e-9
    rows = np.c_[(features - mean) / deviation, np.ones(len(features))]
    share = counts / counts.mean()
    ridge = RIDGE * len(rows) * np.r_[np.ones(features.shape[1]), 0]
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (share * (likely - there)) + ridge * weights
        curvature = (rows * (share * likely * (1 - likely))[:, None]).T @ rows + np.diag(ridge)
        weights -= np.linalg.solve(curvature, gradient)
    plain = weights[:-1] / deviation
    fitted: Matrix = np.r_[plain, weights[-1] - plain @ mean]
    return fitted


def cross_validate(table: Table, seed: int) -> Matrix:
    """Return each row's score by weights that the other folds' questions gave."""
    order = np.random.default_rng(seed).permutation(int(table.questions.max()) + 1)
    scores = np.zeros(len(table.features))
    for fold in np.array_split(order, FOLDS):
        held = np.isin(table.questions, fold)
        weights = fit(table.features[~held], table.kinds[~held] == THERE, table.counts[~held])
        scores[held] = table.features[held] @ weights[:-1] + weights[-1]
    return scores


def report(table: Table, scores: Matrix) -> Matrix:
    """Return the area under the curve on the whole, and for each size and kind what passes the line."""
    there, near = ((table.sizes == WHOLE) & (table.kinds == kind) for kind in (THERE, NEAR))
    line = np.quantile(scores[there], 1 - ANSWERED)
    passing = [
        (scores[(table.sizes == size) & (table.kinds == kind)] >= line).mean()
        for size in (WHOLE, *SMALL)
        for kind in (COUNTS if size else (THERE, NEAR, TAKEN))
    ]
    return np.array([(scores[there][:, None] > scores[near]).mean(), *passing])


def main() -> None:
    """Fit on the questions of a file and print."""
    questions = [one for one in read_questions(Path(sys.argv[1])) if one.expected]
    whole = asyncio.run(search_whole(questions))
    part = PartOfIndex(IndexSettings.load())
    rows = [
        row
        for number, (question, result) in enumerate(zip(questions, whole, strict=True))
        for row in rows_of(number, question, result, part)
    ]
    table = tabulate(rows)
    similarity, coverage, crowd, bias = fit(table.features, table.kinds == THERE, table.counts)
    print(f"SIMILARITY {similarity:.2f}  COVERAGE {coverage:.2f}  CROWD {crowd:.2f}  BIAS {bias:.2f}")
    confident = np.array([refusal.confidence(row.evidence) for row in rows])
    there, near = ((table.sizes == WHOLE) & (table.kinds == kind) for kind in (THERE, NEAR))
    line = np.quantile(confident[there], 1 - ANSWERED)
    print(f"With the constants as they are {ANSWERED:.1%} are answered at LINE {line:.3f}")
    print(f"at {refusal.LINE}: answered {(confident[there] >= refusal.LINE).mean():.3f}", end=", ")
    print(f"refused {(confident[near] < refusal.LINE).mean():.3f}")
    for size in SMALL:
        passed = [
            f"{kind} {(confident[(table.sizes == size) & (table.kinds == kind)] >= refusal.LINE).mean():.3f}"
            for kind in COUNTS
        ]
        print(f"  of {size} articles shown: {', '.join(passed)}")
    print("By the fitted constants:")
    figures = np.mean([report(table, cross_validate(table, seed)) for seed in range(SEEDS)], axis=0)
    print(
        f"{FOLDS} folds, {SEEDS} times: area {figures[0]:.3f}; shown of the whole: there {figures[1]:.3f}, ",
        end="",
    )
    print(f"near {figures[2]:.3f}, taken out {figures[3]:.3f}")
    for size, shown in zip(SMALL, figures[4:].reshape(-1, len(COUNTS)), strict=True):
        told = [f"{kind} {share:.3f}" for kind, share in zip(COUNTS, shown, strict=True)]
        print(f"  of {size} articles: {', '.join(told)}")


if __name__ == "__main__":
    main()
