"""A short answer: its first statement, and what that needs."""

from dataclasses import replace

from bot.answer import Answer, Conflict, Outcome, Question, Side
from bot.answering.shortening import short
from tests.bot import samples


def test_the_first_statement_stays_with_its_own_footnote_and_the_newest_date_is_told_anew() -> None:
    answer = replace(samples.answered(), conflict=None)
    last = replace(answer, statements=answer.statements[1:])
    shortened = short(last)
    assert [one.text for one in shortened.statements] == [answer.statements[1].text]
    assert [note.number for note in shortened.footnotes] == [1]
    assert shortened.footnotes[0].article.id == answer.statements[1].citations[0].article_id
    assert shortened.newest == shortened.footnotes[0].article.published


def test_where_articles_differ_each_side_stays() -> None:
    answer = samples.answered()
    sides = tuple(Side(f"{n} metres", n, None) for n in (1, 2))
    shortened = short(replace(answer, conflict=Conflict(sides)))
    assert len(shortened.statements) == 2
    assert shortened.conflict == Conflict(sides)


def test_each_part_of_a_question_keeps_its_first_statement() -> None:
    answer = replace(samples.answered(), conflict=None)
    first, second = answer.statements
    parts = (first, replace(second, part=1), replace(first, part=1))
    assert [one.part for one in short(replace(answer, statements=parts)).statements] == [0, 1]


def test_a_refusal_stays_as_it_is() -> None:
    refusal = Answer(Question("Why?"), Outcome.REFUSED)
    assert short(refusal) == refusal
