"""The page of failures, as it is read."""

from dataclasses import replace

from bot.evaluation.failures import Failure, failure_of, report
from bot.evaluation.questions import EvaluationQuestion, Expected
from bot.evaluation.results import Result, ResultStatement
from tests.bot.evaluation.lines import LAMP, SOURCES, TALL, answered, judged, refused

WRONG = answered(quote="The keepers returned on Monday.")


def page(*pairs: tuple[EvaluationQuestion, Result]) -> str:
    return report([judged(question, result) for question, result in pairs], SOURCES)


def test_each_way_to_go_wrong_is_told_from_the_others_and_from_what_went_right() -> None:
    assert failure_of(judged(TALL, answered())) is None
    assert failure_of(judged(LAMP, refused())) is None
    assert failure_of(judged(TALL, WRONG)) is Failure.WRONG
    assert failure_of(judged(TALL, refused("tall"))) is Failure.REFUSED
    assert failure_of(judged(LAMP, answered("lamp"))) is Failure.INVENTED
    assert failure_of(judged(TALL, answered(article="ferry"))) is Failure.UNSUPPORTED
    unlabelled = EvaluationQuestion("tall", "How tall?")
    assert (
        failure_of(judged(unlabelled, answered())) is failure_of(judged(unlabelled, refused("tall"))) is None
    )
    assert failure_of(judged(unlabelled, answered(article="ferry"))) is Failure.UNSUPPORTED


def test_a_wrong_answer_is_shown_with_its_footnotes_beside_what_was_expected_and_where_that_stands() -> None:
    text = page((TALL, WRONG), (LAMP, refused()))
    assert text.startswith("# 1 of 2 questions went wrong\n")
    assert "**How tall is it?**" in text
    assert "Expected: **41 metres** (in: Lighthouse reopens (light))" in text
    assert "The answer stands in passage 2 of 2, after 29 characters." in text
    assert "The first passage of an article that holds it: 2." in text
    assert "> The keepers returned on Monday. \\[1\\]\n" in text
    assert "1. Lighthouse reopens · Harbour Gazette · 2026-05-02" in text
    assert "lamp" not in text


def test_a_refusal_is_shown_with_the_nearest_articles_and_an_invention_with_what_it_said() -> None:
    text = page((TALL, refused("tall")), (LAMP, answered("lamp")))
    assert "  - Ferry timetable\n" in text
    assert "Expected: a refusal" in text
    assert text.index("Answered, though the articles hold no answer\n\n### lamp") < text.index("### tall")


def test_an_answer_that_nothing_holds_and_one_that_comes_too_late_are_told() -> None:
    elsewhere = replace(TALL, expected=Expected("six", ("light",)))
    none = replace(WRONG, passages=())
    assert "The answer stands in none of the 0 passages" in page((TALL, none))
    assert "No passage is of an article that holds it." in page((TALL, none))
    late = replace(WRONG, answer="x" * 1300 + " 41 metres")
    assert "but after the first 1,200 characters" in page((TALL, late))
    assert "tall: its answer “six” stands in none of the articles that it names" in page((elsewhere, WRONG))
    unknown = replace(TALL, expected=Expected("41 metres", ("gone",)))
    assert "tall: names the article “gone”, which is not there" in page((unknown, answered()))


def test_unsupported_statements_are_counted_first() -> None:
    text = page(
        (TALL, replace(answered(), statements=(ResultStatement("It is tall.", ()),))),
        (TALL, answered(article="ferry")),
    )
    assert text.splitlines()[2] == "- Statements that do not stand in the article they name: 2"
    assert "Without a citation: 1 statement." in text
    assert "Not word for word in its article: 1 quote." in text


def test_foreign_text_can_neither_format_the_page_nor_steer_a_terminal() -> None:
    text = page(
        (replace(TALL, text="# How *tall*\n<b>is</b> \x1b[31mit?"), answered(quote="1 < 2\n\n[x](y) `z`"))
    )
    assert "**\\# How \\*tall\\* \\<b\\>is\\</b\\> it?**" in text
    assert "> 1 \\< 2\n> \\[x\\](y) \\`z\\` \\[1\\]" in text
