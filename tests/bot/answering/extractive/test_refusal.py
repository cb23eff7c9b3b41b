"""The decision to refuse, by evidence that holds for few articles as for many."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.extractive.expected_answer import Expected
from bot.answering.extractive.extract import pick
from bot.answering.extractive.refusal import CROWD_RANK, LEAST_CROWD, Evidence, confidence, refuses, weigh
from bot.answering.extractive.windows import find_windows
from index.article import Article, ArticleInfo
from index.passage import SearchResult
from tests.bot.answering import coast

SHARES = st.floats(0, 1)
EVIDENCE = st.builds(Evidence, st.floats(-1, 1), SHARES, SHARES, st.booleans())


def evidence(
    question: str, expected: Expected = Expected.ANYTHING, result: SearchResult | None = None
) -> Evidence:
    found = result or coast.search(question)
    windows = find_windows(found, expected)
    return weigh(found, windows, pick(windows), expected)


def test_nothing_found_is_refused() -> None:
    assert refuses(evidence("tower", result=SearchResult("g", ())))


def test_a_question_whose_every_word_stands_in_one_sentence_is_answered() -> None:
    assert not refuses(evidence("passengers stranded on Holm island"))


def test_a_question_that_shares_one_word_is_refused() -> None:
    assert refuses(evidence("Who built the tower of the cathedral in Cologne, Germany?"))


@pytest.mark.parametrize(
    ("text", "fits"), [("The tower has many steps.", False), ("The tower has 12 steps.", True)]
)
def test_a_number_that_is_asked_for_must_be_offered(text: str, fits: bool) -> None:
    question = "How many steps has the tower?"
    result = coast.search(question, [Article(ArticleInfo("a", "a", "A"), text)])
    assert evidence(question, Expected.NUMBER, result).fitting is fits
    assert evidence(question, Expected.ANYTHING, result).fitting


def test_a_crowd_of_passages_nearly_as_good_as_the_best_proves_less() -> None:
    result = coast.search("tower")
    assert evidence("tower", result=result).crowd == 0
    best = result.passages[0]
    level = replace(result, passages=(best,) * CROWD_RANK)
    falling = replace(result, passages=(best, *(replace(best, score=best.score * 0.75),) * (CROWD_RANK - 1)))
    assert evidence("tower", result=level).crowd == 1
    assert evidence("tower", result=falling).crowd == 0.75
    crowded, clear = evidence("tower", result=level), evidence("tower", result=falling)
    assert confidence(crowded) < confidence(clear)
    assert confidence(replace(clear, crowd=0)) == confidence(replace(clear, crowd=LEAST_CROWD))


@given(EVIDENCE, SHARES)
def test_more_coverage_or_similarity_never_lowers_the_confidence(found: Evidence, more: float) -> None:
    assert 0 <= confidence(found) <= 1
    assert confidence(replace(found, coverage=max(found.coverage, more))) >= confidence(found)
    assert confidence(replace(found, similarity=max(found.similarity, more))) >= confidence(found)


LONG_FAIR = "The fair opened on Friday. Its pumpkin weighed less than a lantern fish, quipped Nils Brand. "


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who joked about a pumpkin and a lantern fish?", True),
        ("Who joked about the fair, the pumpkin, the sheep, the goats and the horses?", False),
        ("Who opened the fair?", False),
    ],
)
def test_a_sentence_that_repeats_half_the_question_in_words_of_its_own_tells(
    question: str, told: bool
) -> None:
    text = f"{LONG_FAIR} The fair closed on Sunday. Nobody opened the fair again."
    assert (
        evidence(question, result=coast.search(question, [Article(ArticleInfo("a", "a", "A"), text)])).told
        is told
    )


def test_a_sentence_without_a_number_does_not_tell_how_many() -> None:
    question = "How many pumpkins and lantern fish?"
    result = coast.search(question, [Article(ArticleInfo("a", "a", "A"), LONG_FAIR)])
    assert evidence(question, Expected.ANYTHING, result).told
    assert not evidence(question, Expected.NUMBER, result).told


def test_what_is_told_is_answered_however_little_else_speaks_for_it() -> None:
    assert not refuses(Evidence(0.0, 0.5, 0.0, True, told=True))
    assert refuses(Evidence(0.0, 0.5, 0.0, True))
