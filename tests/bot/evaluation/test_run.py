"""A question set through the answering code: the result lines, and the evaluation's own index."""

import json
from pathlib import Path

import pytest

from bot.evaluation.questions import EvaluationQuestion
from bot.evaluation.run import answer_all, index_facts, settings_for, write_results
from bot.messages import messages_for
from bot.opening import open_desk, rebuild
from bot.settings import BotSettings
from index.errors import ArticleError, SearchUnavailable
from tests.bot import faces

MESSAGES = messages_for()
QUESTIONS = (
    EvaluationQuestion("q1", "How tall is the lighthouse?"),
    EvaluationQuestion("q2", "Who won the cup?"),
)


async def test_each_question_gets_a_result_line_in_order_and_what_is_judged_is_what_was_written(
    tmp_path: Path,
) -> None:
    out, progress = tmp_path / "results.jsonl", []
    answered = await answer_all(faces.desk(), QUESTIONS, lambda done, total: progress.append((done, total)))
    results = write_results(out, answered)
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert [(line["id"], line["answer"] is None) for line in lines] == [("q1", False), ("q2", True)]
    assert [(result.id, result.answer) for result in results] == [
        (line["id"], line["answer"]) for line in lines
    ]
    assert results[0].statements[0].citations[0].article_id == "lighthouse"
    assert [article.article_id for article in results[1].nearest] == ["ferry", "coast"]
    assert progress == [(0, 2), (1, 2), (2, 2)]


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


def test_a_folder_of_articles_does_as_well_as_a_file_and_each_file_in_it_counts(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.md").write_text("One.")
    settings = BotSettings(data_dir=tmp_path / "data")
    own = settings_for(settings, folder, MESSAGES)
    assert settings_for(settings, folder, MESSAGES) == own
    (folder / "two.md").write_text("Two.")
    with_two = settings_for(settings, folder, MESSAGES)
    (folder / "two.md").rename(folder / "three.md")
    assert len({own.data_dir, with_two.data_dir, settings_for(settings, folder, MESSAGES).data_dir}) == 3


async def test_the_fingerprint_of_an_index_is_that_of_its_passages_whenever_it_was_built(
    tmp_path: Path,
) -> None:
    articles = tmp_path / "articles.jsonl"
    lines = [
        json.dumps({"id": f"a{n}", "title": f"Boat {n}", "text": f"Boat {n} leaves at {n}."}) for n in (1, 2)
    ]

    async def facts(name: str, *lines: str) -> tuple[str, int, int]:
        articles.write_text("\n".join(lines) + "\n")
        settings = BotSettings(articles_dir=articles, data_dir=tmp_path / name)
        await rebuild(settings, "a test", MESSAGES)
        async with open_desk(settings, "a test", MESSAGES) as desk:
            found = await index_facts(desk, settings)
        assert found.chunks
        assert found.size_bytes
        return found.fingerprint, found.articles, found.chunks

    first = await facts("first", *lines)
    one_after_the_other = [await facts("grown", lines[1]), await facts("grown", *lines)]
    assert one_after_the_other[1] == first
    assert one_after_the_other[0] != first
