"""The answering words in bold, where they can be told."""

import pytest

from bot.answering.extractive.emphasis import embolden
from bot.answering.extractive.expected_answer import expect
from bot.answering.extractive.windows import find_windows
from index.article import Article, ArticleInfo
from tests.bot.answering import coast


def bold(question: str, sentence: str) -> list[str]:
    article = Article(ArticleInfo("a", "a", "A"), sentence)
    expected = expect(question)
    window = find_windows(coast.search(question, [article]), expected)[0]
    return [window.text[start:end] for start, end in embolden(window, question, expected)]


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        (
            "How many boats did Holm send?",
            "Since 9 May Holm has sent 6,700 boats with three million crates.",
            ["6,700 boats"],
        ),
        (
            "What range does the lamp have?",
            "The 240 mm lamp has a range of between 40 miles and 60 miles (64 km to 97 km) in 2 of 3 nights.",
            ["40 miles", "60 miles", "64 km", "97 km"],
        ),
        ("How tall is the tower?", "The tower is 41 metres tall.", ["41 metres"]),
        (
            "How tall is the tower?",
            "The tower is 41 metres tall and has 300 steps and 7 floors.",
            ["41 metres"],
        ),
        ("How tall is the tower?", "It is 41 metres tall and has 300 steps.", ["41 metres"]),
        ("How large is the tower?", "It has 41 rooms and 300 steps.", []),
        ("How much did the tower cost?", "The tower cost $3.2 million.", ["$3.2 million"]),
        ("When did the tower open?", "The tower did open on 9 June 1911.", ["9 June 1911"]),
        ("When did the tower open?", "The tower did open on 9 June 1911, the annex in 1950.", []),
        ("Who built the tower?", "Ilse Varga built the tower.", []),
    ],
)
def test_numbers_beside_what_is_counted_and_a_window_s_only_date(
    question: str, sentence: str, words: list[str]
) -> None:
    assert bold(question, sentence) == words
