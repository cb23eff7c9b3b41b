"""One result beside what was expected."""

from dataclasses import replace

import pytest

from bot.evaluation.judging import SHOWN_CHARS, Place, is_verbatim, place_of_answer, rank_of_article
from bot.evaluation.questions import EvaluationQuestion, Expected
from bot.evaluation.results import ResultPassage, ResultStatement
from bot.evaluation.wording import first_characters, holds
from tests.bot.evaluation.lines import LAMP, SOURCES, TALL, answered, judged, refused


@pytest.mark.parametrize(
    ("text", "answer", "held"),
    [
        ("It cost “$787.5m”, they said.", "$787.5m", True),
        ("THE TOWER, at last", "the tower at last", True),
        ("41 metres.", "41 metres", True),
        ("141 metres", "41 metres", False),
        ("41 or so metres", "41 metres", False),
        ("5 %", "5%", False),
        ("towers", "tower", False),
    ],
)
def test_an_answer_is_held_where_its_words_stand_one_after_the_other(
    text: str, answer: str, held: bool
) -> None:
    assert holds(text, answer) is held


def test_reading_stops_after_so_many_characters_and_titles_that_are_reached_are_free() -> None:
    passages = [
        ResultPassage("a", "12345", "A"),
        ResultPassage("b", "67890", "B"),
        ResultPassage("c", "x", "C"),
    ]
    assert first_characters(passages, 7).split() == ["A", "12345", "B", "67"]
    assert first_characters(passages, 10).split() == ["A", "12345", "B", "67890"]
    assert first_characters(passages, 11).split() == ["A", "12345", "B", "67890", "C", "x"]


def test_an_answerable_question_is_judged_by_all_that_it_says() -> None:
    judgement = judged(TALL, answered())
    assert (judgement.found, judgement.hit, judgement.correct) == ((True, True, True), True, True)
    assert (judgement.cited, judgement.verbatim, judgement.answered) == ((True,), (True,), True)
    refusal = judged(TALL, refused("tall"))
    assert (refusal.found, refusal.hit, refusal.correct) == ((True, True, True), True, False)
    assert (refusal.cited, refusal.verbatim, refusal.answered) == ((), (), False)


def test_a_question_is_not_judged_by_what_it_does_not_say() -> None:
    for expected in (None, Expected(None, ("light",))):
        judgement = judged(EvaluationQuestion("tall", "How tall?", expected), answered())
        assert (judgement.found, judgement.hit, judgement.correct) == (None, None, None)
    judgement = judged(EvaluationQuestion("tall", "How tall?", Expected("41 metres")), answered())
    assert (judgement.hit, judgement.correct) == (None, True)


def test_only_what_is_shown_first_and_only_the_first_passages_count() -> None:
    filler = "x" * SHOWN_CHARS + " "
    late = replace(
        answered(), answer=filler + "41 metres", passages=answered().passages[:1] * 10 + answered().passages
    )
    judgement = judged(TALL, late)
    assert (judgement.correct, judgement.hit) == (False, False)


def test_quotes_are_verbatim_only_in_the_article_that_they_name() -> None:
    assert is_verbatim("The  tower\nstands 41 metres", SOURCES["light"])
    assert not is_verbatim("the tower stands 41 metres", SOURCES["light"])
    assert not is_verbatim("The tower stands 41 metres", SOURCES["ferry"])
    assert not is_verbatim(" ", SOURCES["light"])
    assert not is_verbatim("The tower", None)
    assert judged(TALL, answered(article="ferry")).verbatim == (False,)


def test_statements_without_citations_are_seen_and_those_of_a_refusal_are_not() -> None:
    bare = replace(answered(), statements=(ResultStatement("It is tall.", ()),))
    assert judged(TALL, bare).cited == (False,)
    assert judged(LAMP, replace(bare, answer=None)).cited == ()


def test_the_place_of_an_answer_is_its_passages_rank_and_what_is_read_before_it() -> None:
    assert place_of_answer(answered(), "41 metres") == Place(2, len("The first boat leaves at six."))
    assert place_of_answer(answered(), "lighthouse") == Place(2, 29)
    assert place_of_answer(answered(), "42 metres") is None
    assert (rank_of_article(answered(), ("light",)), rank_of_article(answered(), ("other",))) == (2, None)
