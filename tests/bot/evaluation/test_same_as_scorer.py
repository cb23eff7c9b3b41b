"""Our figures and those of `evals/score.py` are the same numbers, for whatever the results are."""

import json
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.evaluation.articles import read_sources
from bot.evaluation.judging import judge
from bot.evaluation.questions import read_questions
from bot.evaluation.results import parse_result
from bot.evaluation.scoring import score
from tests.command_lines import ROOT

SCORER = ROOT.parent / "shared" / "evals" / "score.py"
pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="../shared/evals/score.py is not there")

WORDS = (
    "The",
    "tower",
    "stands",
    "41",
    "metres",
    "U.S.",
    "$787.5m",
    "“high”",
    "Élan",
    "…",
    "é",
    "five-year",
    "\n",
)
texts = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
long_texts = st.tuples(texts, st.integers(1, 60)).map(lambda pair: f"{pair[0]} " * pair[1])
ids = st.sampled_from(["a", "b", "c"])
citations = st.fixed_dictionaries({"article_id": ids, "quote": texts})
statements = st.fixed_dictionaries({"text": texts, "citations": st.lists(citations, max_size=2)})
passages = st.fixed_dictionaries({"article_id": ids, "title": texts, "text": long_texts})
answers = texts.filter(lambda text: any(map(str.isalnum, text)))
pairs = st.fixed_dictionaries(
    {
        "answer": st.none() | long_texts,
        "statements": st.lists(statements, max_size=3),
        "passages": st.lists(passages, max_size=14),
        "seconds": st.integers(0, 9999).map(lambda n: n / 10_000),
        "expected": st.none() | answers,
        "relevant": st.lists(ids, max_size=2),
    }
)
articles = st.fixed_dictionaries({id_: st.tuples(texts, long_texts) for id_ in "ab"})
Scorer = Callable[[list[Any], list[Any], list[Any]], dict[str, float]]


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    found: Scorer = runpy.run_path(str(SCORER))["score"]
    return found


@settings(max_examples=80, deadline=None)
@given(texts=articles, results=st.lists(pairs, min_size=1, max_size=12))
def test_the_figures_of_any_results_are_the_same(
    scorer: Scorer,
    tmp_path_factory: pytest.TempPathFactory,
    texts: dict[str, tuple[str, str]],
    results: list[dict[str, Any]],
) -> None:
    folder = tmp_path_factory.mktemp("scores")
    article_lines = [{"id": id_, "title": title, "text": text} for id_, (title, text) in texts.items()]
    question_lines = [
        {"id": str(n), "question": "?", "answer": each.pop("expected"), "relevant": each.pop("relevant")}
        for n, each in enumerate(results)
    ]
    result_lines = [{"id": str(n), **each} for n, each in enumerate(results)]
    _write(folder / "articles.jsonl", article_lines)
    _write(folder / "questions.jsonl", question_lines)

    theirs = scorer(article_lines, question_lines, result_lines)
    ours = _ours(folder, result_lines)
    # A share of nothing is "not a number" there, and left out here.
    assert {name: value for name, value in theirs.items() if value == value} == pytest.approx(ours, abs=0)


def _ours(folder: Path, result_lines: list[dict[str, Any]]) -> dict[str, float]:
    sources = read_sources(folder / "articles.jsonl")
    questions = read_questions(folder / "questions.jsonl")
    results = [parse_result(json.dumps(line)) for line in result_lines]
    judgements = [judge(q, r, sources) for q, r in zip(questions, results, strict=True)]
    return {figure.value: estimate.value for figure, estimate in score(judgements, rounds=2).items()}


def _write(path: Path, lines: list[dict[str, Any]]) -> None:
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
