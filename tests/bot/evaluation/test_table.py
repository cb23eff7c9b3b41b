"""The figures as they are printed, for people and for programs."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.evaluation.bootstrap import Interval
from bot.evaluation.run import IndexFacts
from bot.evaluation.scoring import Estimate, Figure
from bot.evaluation.table import Counts, Outcome, as_object, is_beyond_noise, lines
from index.command_line.console import as_json
from tests.bot.evaluation.lines import LAMP, TALL, answered, judged, refused

OUTCOME = Outcome(
    counts=Counts.of([judged(TALL, answered()), judged(LAMP, refused())]),
    scores={
        Figure.CORRECT: Estimate(0.61718, Interval(0.53125, 0.70312), 128),
        Figure.LENGTH: Estimate(897.0, Interval(894.0, 1899.0), 154),
    },
    index=IndexFacts("4a1c", "some-model@1", 1500, 9000, 85_300_000),
    llm_model=None,
    results=Path("out.jsonl"),
    failures=Path("out.failures.md"),
)
COMPARED = replace(
    OUTCOME,
    against=Path("before.jsonl"),
    changes={
        Figure.CORRECT: Estimate(0.05, Interval(0.01, 0.09), 128),
        Figure.LENGTH: Estimate(-12.0, Interval(-40.0, 10.0), 154),
    },
)


def text(outcome: Outcome) -> list[str]:
    return list(lines(outcome))


def test_each_figure_stands_with_its_interval_and_under_them_what_was_measured() -> None:
    printed = text(OUTCOME)
    assert printed[:2] == [
        "2 questions: 1 answered, 1 refused.",
        "1 can be answered from the articles, 1 cannot.",
    ]
    assert [line.split() for line in printed[4:6]] == [
        ["correct,", "of", "answerable", "0.617", "0.531", "…", "0.703"],
        ["answer", "length,", "median", "897", "894", "…", "1,899"],
    ]
    assert printed[-4:] == [
        "Models: some-model@1 (embedding), none (language model)",
        "Index: 4a1c (1,500 articles, 9,000 passages, 85.3 MB)",
        "Result lines: out.jsonl",
        "Failures, to read: out.failures.md",
    ]


def test_a_comparison_says_which_changes_are_beyond_noise() -> None:
    printed = text(COMPARED)
    at = printed.index("Change since before.jsonl:")
    assert printed[at + 2].endswith("+0.050   +0.010 … +0.090  beyond noise")
    assert printed[at + 3].endswith("-12      -40 … +10")


@pytest.mark.parametrize(
    ("figure", "value", "low", "high", "beyond"),
    [
        (Figure.CORRECT, 0.1, 0.01, 0.2, True),
        (Figure.CORRECT, -0.1, -0.2, -0.01, True),
        (Figure.CORRECT, 0.1, 0.0, 0.2, False),
        (Figure.CORRECT, 0.0, 0.0, 0.0, False),
        (Figure.P50, -0.1, -0.2, -0.05, False),  # the machine may have been busy
    ],
)
def test_a_change_is_beyond_noise_where_its_interval_is_on_one_side_of_nothing(
    figure: Figure, value: float, low: float, high: float, beyond: bool
) -> None:
    assert is_beyond_noise(figure, Estimate(value, Interval(low, high), 9)) is beyond


def test_without_anything_that_says_what_is_right_the_reason_is_printed() -> None:
    unlabelled = replace(OUTCOME, counts=Counts(2, 1, 1, 0, 0), failures=None)
    assert any("docs/evaluation.md" in line for line in text(unlabelled))
    assert not any("docs/evaluation.md" in line for line in text(OUTCOME))


def test_answers_that_the_language_model_had_no_part_in_are_counted() -> None:
    away = judged(TALL, replace(answered(), degraded="away"))
    degraded = replace(OUTCOME, counts=Counts.of([away, judged(LAMP, refused())]))
    assert any("In 1 answer the language model" in line for line in text(degraded))
    assert not any("language model did" in line for line in text(OUTCOME))


def test_programs_get_the_same_as_one_object() -> None:
    found = json.loads(as_json(as_object(COMPARED)))
    assert found["counts"]["answerable"] == 1
    assert found["figures"]["correct, of answerable"] == {
        "value": 0.61718, "low": 0.53125, "high": 0.70312, "questions": 128
    }  # fmt: skip
    assert found["model"] == {"embedding": "some-model@1", "llm": None}
    assert found["index"]["fingerprint"] == "4a1c"
    assert found["changes"]["correct, of answerable"]["low"] == 0.01
    assert (found["results"], found["failures"]) == ("out.jsonl", "out.failures.md")
