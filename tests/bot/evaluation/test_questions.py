"""Reading the questions file."""

from datetime import date
from pathlib import Path

import pytest

from bot.evaluation.questions import EvaluationQuestion, Expected, read_questions
from index.errors import ArticleError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "questions.jsonl"


def test_questions_are_read_with_what_is_expected_and_unknown_fields_and_empty_lines_are_left_aside(
    file: Path,
) -> None:
    lines = [
        '{"id": "a", "question": "Who\u2028won?", "answer": null, "asked": "2026/05/03", "kind": "hard"}',
        "",
        '{"id": "b", "question": "Why?", "answer": "41 metres", "relevant": ["x", "y"]}',
        '{"id": "c", "question": "When?", "answer": "at six", "asked": null}',
        '{"id": "d", "question": "How?"}',
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    day = date(2026, 5, 3)
    questions = read_questions(file)
    assert questions == (
        EvaluationQuestion("a", "Who\u2028won?", Expected(None), day),
        EvaluationQuestion("b", "Why?", Expected("41 metres", ("x", "y"))),
        EvaluationQuestion("c", "When?", Expected("at six")),
        EvaluationQuestion("d", "How?"),
    )
    assert [question.answerable for question in questions] == [False, True, True, None]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "line 2"),
        ('["a", "b"]', "line 2: not an object"),
        ('{"id": "b"}', 'line 2: "question" is missing or not text'),
        ('{"id": 7, "question": "Why?"}', 'line 2: "id" is missing or not text'),
        ('{"id": "b", "question": "  "}', 'line 2: "question" is missing or not text'),
        ('{"id": "a", "question": "Why?"}', 'line 2: the id "a" was there before'),
        ('{"id": "b", "question": "Why?", "asked": "soon"}', 'line 2: "asked" must be a day'),
        ('{"id": "b", "question": "Why?", "asked": 2026}', 'line 2: "asked" must be a day'),
        ('{"id": "b", "question": "Why?", "answer": 41}', 'line 2: "answer" must be text'),
        ('{"id": "b", "question": "Why?", "answer": "…"}', 'line 2: "answer" must be text'),
        (
            '{"id": "b", "question": "Why?", "answer": "x", "relevant": "y"}',
            'line 2: "relevant" must be a list',
        ),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_what_is_wrong(file: Path, line: str, reason: str) -> None:
    file.write_text('{"id": "a", "question": "Why?"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(ArticleError, match=reason):
        read_questions(file)


def test_a_file_that_is_missing_or_without_questions_is_an_error(file: Path) -> None:
    with pytest.raises(ArticleError, match="No such file"):
        read_questions(file)
    file.write_text("\n")
    with pytest.raises(ArticleError, match="holds no question"):
        read_questions(file)
