"""A question set through the answering code: reading it, the result lines, the evaluation's own index."""

import json
from pathlib import Path

import pytest

from bot.evaluation import (
    EvaluationQuestion,
    answer_all,
    percentile,
    read_questions,
    settings_for,
    summarise,
    write_results,
)
from bot.messages import messages_for
from bot.settings import BotSettings
from index.errors import ArticleError, SearchUnavailable
from tests.bot import faces

MESSAGES = messages_for()
QUESTIONS = (
    EvaluationQuestion("q1", "How tall is the lighthouse?"),
    EvaluationQuestion("q2", "Who won the cup?"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "questions.jsonl"


def test_questions_are_read_with_their_ids_and_other_fields_and_empty_lines_are_left_aside(
    file: Path,
) -> None:
    lines = [
        '{"id": "a", "question": "Who\u2028won?", "answer": null, "asked": "2026/05/03"}',
        "",
        '{"id": "b", "question": "Why?"}',
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert read_questions(file, MESSAGES) == (
        EvaluationQuestion("a", "Who\u2028won?"),
        EvaluationQuestion("b", "Why?"),
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "line 2"),
        ('["a", "b"]', "line 2: not an object"),
        ('{"id": "a"}', 'line 2: "question" is missing or not text'),
        ('{"id": 7, "question": "Why?"}', 'line 2: "id" is missing or not text'),
        ('{"id": "a", "question": "  "}', 'line 2: "question" is missing or not text'),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_what_is_wrong(file: Path, line: str, reason: str) -> None:
    file.write_text('{"id": "a", "question": "Why?"}\n' + line + "\n")
    with pytest.raises(ArticleError, match=reason):
        read_questions(file, MESSAGES)


def test_a_file_that_is_missing_or_without_questions_is_an_error(file: Path) -> None:
    with pytest.raises(ArticleError, match="No such file"):
        read_questions(file, MESSAGES)
    file.write_text("\n")
    with pytest.raises(ArticleError, match="holds no question"):
        read_questions(file, MESSAGES)


async def test_each_question_gets_a_result_line_in_order_and_the_counts_add_up(tmp_path: Path) -> None:
    out, progress = tmp_path / "results.jsonl", []
    answered = await answer_all(faces.desk(), QUESTIONS, lambda done, total: progress.append((done, total)))
    write_results(out, answered)
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert [(line["id"], line["answer"] is None) for line in lines] == [("q1", False), ("q2", True)]
    assert progress == [(0, 2), (1, 2), (2, 2)]
    summary = summarise(answered)
    assert (summary.questions, summary.answered, summary.refused) == (2, 1, 1)
    assert 0 < summary.p50_s <= summary.p95_s


async def test_an_evaluation_that_fails_leaves_the_last_results_as_they_were(tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    out.write_text("the last results\n")
    answers = faces.FakeAnswers()
    answers.error = SearchUnavailable("The search is away.")
    with pytest.raises(SearchUnavailable):
        write_results(out, await answer_all(faces.desk(answers), QUESTIONS, lambda done, total: None))
    assert out.read_text() == "the last results\n"


def test_the_evaluations_index_is_its_own_and_the_same_for_the_same_articles_and_model(
    tmp_path: Path,
) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text('{"id": "a"}\n')
    settings = BotSettings(data_dir=tmp_path / "data")
    own = settings_for(settings, articles, MESSAGES)
    assert own.articles_dir == articles
    assert own.data_dir.parent == tmp_path / "data" / "evaluations"
    assert settings_for(settings, articles, MESSAGES) == own
    other_model = settings.model_copy(update={"embedding_model": "another"})
    assert settings_for(other_model, articles, MESSAGES).data_dir != own.data_dir
    articles.write_text('{"id": "b"}\n')
    assert settings_for(settings, articles, MESSAGES).data_dir != own.data_dir


def test_missing_articles_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="No such file"):
        settings_for(BotSettings(data_dir=tmp_path), tmp_path / "gone.jsonl", MESSAGES)


def test_percentiles_are_those_of_the_nearest_rank() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert (percentile(values, 50), percentile(values, 95), percentile([3.0], 95)) == (51.0, 96.0, 3.0)
