"""A question set through the answering code: the result lines, and the evaluation's own index."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.evaluation.questions import EvaluationQuestion
from bot.evaluation.run import IndexFacts, answer_all, index_facts, settings_for, write_results
from bot.settings import BotSettings
from index.building.build import build
from index.errors import ArticleError, SearchUnavailable
from tests.bot import faces

QUESTIONS = (
    EvaluationQuestion("q1", "How tall is the lighthouse?"),
    EvaluationQuestion("q2", "Who won the cup?"),
)


async def test_each_question_gets_a_result_line_in_order_and_what_is_judged_is_what_was_written(
    tmp_path: Path,
) -> None:
    out, progress = tmp_path / "results.jsonl", []
    answered = await answer_all(
        faces.service(), QUESTIONS, lambda done, total: progress.append((done, total))
    )
    results = write_results(out, answered)
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert [(line["id"], line["answer"] is None) for line in lines] == [("q1", False), ("q2", True)]
    assert [(result.id, result.answer) for result in results] == [
        (line["id"], line["answer"]) for line in lines
    ]
    assert results[0].statements[0].citations[0].article_id == "lighthouse"
    assert [article.article_id for article in results[1].nearest] == ["ferry", "coast"]
    assert progress == [(0, 2), (1, 2), (2, 2)]


async def test_each_question_is_asked_as_of_its_day() -> None:
    answers, day = faces.FakeAnswers(), date(2026, 5, 3)
    questions = (EvaluationQuestion("q1", "How tall is the lighthouse?", asked=day), QUESTIONS[1])
    await answer_all(faces.service(answers), questions, lambda done, total: None)
    assert [question.asked for question in answers.asked] == [day, None]


async def test_an_evaluation_that_fails_leaves_the_last_results_as_they_were(tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    out.write_text("the last results\n")
    answers = faces.FakeAnswers()
    answers.error = SearchUnavailable("The search is away.")
    with pytest.raises(SearchUnavailable):
        write_results(out, await answer_all(faces.service(answers), QUESTIONS, lambda done, total: None))
    assert out.read_text() == "the last results\n"


def test_the_evaluations_index_is_its_own_and_the_same_for_the_same_articles_and_model(
    tmp_path: Path,
) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text('{"id": "a"}\n')
    settings = BotSettings(data_dir=tmp_path / "data")
    own = settings_for(settings, articles)
    assert own.articles_dir == articles
    assert own.data_dir.parent == tmp_path / "data" / "evaluations"
    assert settings_for(settings, articles) == own
    other_model = settings.model_copy(update={"embedding_model": "another"})
    assert settings_for(other_model, articles).data_dir != own.data_dir
    articles.write_text('{"id": "b"}\n')
    assert settings_for(settings, articles).data_dir != own.data_dir


def test_missing_articles_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="No such file"):
        settings_for(BotSettings(data_dir=tmp_path), tmp_path / "gone.jsonl")


def test_a_folder_of_articles_does_as_well_as_a_file_and_each_file_in_it_counts(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.md").write_text("One.")
    settings = BotSettings(data_dir=tmp_path / "data")
    own = settings_for(settings, folder)
    assert settings_for(settings, folder) == own
    (folder / "two.md").write_text("Two.")
    with_two = settings_for(settings, folder)
    (folder / "two.md").rename(folder / "three.md")
    assert len({own.data_dir, with_two.data_dir, settings_for(settings, folder).data_dir}) == 3


def test_the_fingerprint_of_an_index_is_that_of_its_passages_whenever_it_was_built(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    texts = [f"Boat {number} leaves the harbour of Lindau at {number} in the morning." for number in (1, 2)]
    one, two = [json.dumps({"id": text[5], "title": text[:6], "text": text}) for text in texts]

    def facts(name: str, *lines: str) -> IndexFacts:
        articles.write_text("\n".join(lines) + "\n")
        settings = BotSettings(articles_dir=articles, data_dir=tmp_path / name)
        build(settings, by="a test")
        return index_facts(settings)

    both = facts("at once", one, two)
    assert (both.articles, both.chunks) == (2, 2)
    assert both.size_bytes > 0
    assert facts("bit by bit", two).fingerprint != both.fingerprint
    assert facts("bit by bit", one, two).fingerprint == both.fingerprint
