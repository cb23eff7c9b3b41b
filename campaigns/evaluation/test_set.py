"""The set of our own keeps its promises: large enough, hard enough, right, and plainly invented."""

import json
from collections import Counter

import frontmatter
import pytest

from bot.evaluation.articles import read_sources
from bot.evaluation.questions import EvaluationQuestion, read_questions
from bot.evaluation.wording import holds
from campaigns.evaluation.gate import ARTICLES, QUESTIONS, SET

QUESTIONS_READ = read_questions(QUESTIONS)
ANSWERABLE = tuple(question for question in QUESTIONS_READ if question.answerable)
INVENTED = (
    "Imagina",
    "Fable",
    "Invented",
    "Pretender",
    "Make-Believe",
    "Fictional",
    "Erfunden",
    "Inexistante",
)
KINDS = (
    "conflict",
    "paraphrase",
    "quote",
    "number",
    "name",
    "date",
    "date in the question",
    "copies",
    "German",
)


def front_matter() -> list[dict[str, object]]:
    files = sorted(ARTICLES.glob("*.md"))
    return [frontmatter.loads(file.read_text(encoding="utf-8")).metadata for file in files]


def test_it_is_large_enough_and_a_third_of_it_cannot_be_answered() -> None:
    assert len(front_matter()) >= 14
    assert len(QUESTIONS_READ) >= 66
    assert 3 * (len(QUESTIONS_READ) - len(ANSWERABLE)) >= len(QUESTIONS_READ)


def test_every_article_says_by_its_publisher_that_it_is_invented() -> None:
    publishers = [str(matter["publisher"]) for matter in front_matter()]
    assert [name for name in publishers if not any(word in name for word in INVENTED)] == []
    assert "invented" in (SET / "README.md").read_text(encoding="utf-8")


def test_it_has_several_languages_years_and_kinds_of_question() -> None:
    matters = front_matter()
    assert {"en", "de", "es", "fr"} == {matter["language"] for matter in matters}
    assert len({str(matter["date"])[:4] for matter in matters}) >= 4
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    kinds = Counter(kind for line in lines for kind in json.loads(line)["kind"].split(", "))
    assert [kind for kind in KINDS if kinds[kind] < 2] == []


@pytest.mark.parametrize("question", ANSWERABLE, ids=lambda question: question.id)
def test_each_answer_stands_in_each_article_that_is_named_for_it(question: EvaluationQuestion) -> None:
    sources = read_sources(ARTICLES)
    assert question.expected
    assert question.expected.answer
    assert question.expected.relevant
    assert all(holds(sources[id_].words, question.expected.answer) for id_ in question.expected.relevant)
    assert question.asked
