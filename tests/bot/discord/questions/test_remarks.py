"""What stands beside the statements in Discord and in the terminal, in the same words."""

import io
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from bot.answer import Answer, Conflict, Degraded, Outcome, PeriodUse, Question, Side, UsedPeriod
from bot.discord.questions.answer_embed import answer_embed, growing_embed
from bot.messages import messages_for
from bot.presenting.json_line import result_line
from bot.terminal.display import Terminal
from index.passage import Period
from tests.bot import samples

MESSAGES = messages_for()
CONFLICT = Conflict((Side("41 metres", 1, date(2026, 5, 2)), Side("40 metres", 2, date(2026, 3, 11))))
DIFFER = "The articles differ: 41 metres (2 May 2026, the newest), 40 metres (11 March 2026)."


def discord(answer: Answer) -> str:
    """As it is read: spaces that do not break as spaces."""
    return (answer_embed(answer, MESSAGES).description or "").replace("\u00a0", " ")


def terminal(answer: Answer) -> str:
    stream = io.StringIO()
    Terminal(Console(file=stream, width=300, markup=False, highlight=False), MESSAGES).show_answer(answer)
    return stream.getvalue()


@pytest.mark.parametrize("face", [discord, terminal])
def test_articles_that_differ_stand_side_by_side_with_their_dates(face: object) -> None:
    assert callable(face)
    assert DIFFER in face(replace(samples.answered(), conflict=CONFLICT)).replace("*", "")


def test_without_dates_no_article_is_called_the_newest() -> None:
    undated = Conflict(tuple(replace(side, published=None) for side in CONFLICT.sides))
    text = discord(replace(samples.answered(), conflict=undated))
    assert "**41 metres** (date unknown), **40 metres** (date unknown)" in text


@pytest.mark.parametrize("face", [discord, terminal])
@pytest.mark.parametrize("why", list(Degraded))
@pytest.mark.parametrize("answered", [True, False])
def test_the_reader_is_told_why_a_model_did_without(face: object, why: Degraded, answered: bool) -> None:
    assert callable(face)
    answer = samples.answered() if answered else samples.refused()
    told = face(replace(answer, degraded=why))
    assert "anguage model" in told
    assert "anguage model" not in face(answer)
    assert result_line(replace(answer, degraded=why), 0.1)["degraded"] == why.value


@pytest.mark.parametrize("face", [discord, terminal])
def test_how_a_follow_up_was_understood_and_what_is_left_open_is_said(face: object) -> None:
    assert callable(face)
    answer = replace(
        samples.answered(), understood="How tall is it (Lindau)?", unanswered=("Who paid for it?",)
    )
    told = face(answer)
    assert "Understood as: How tall is it (Lindau)?" in told
    assert "I found nothing in the articles about this part: Who paid for it?" in told


def test_foreign_text_in_remarks_is_escaped_in_discord() -> None:
    hostile = "@everyone **x** [y](https://evil.example)" * 30
    sides = tuple(Side(hostile, 1, None) for _ in range(9))
    answer = replace(
        samples.answered(), understood=hostile, unanswered=(hostile,) * 2, conflict=Conflict(sides)
    )
    text = discord(answer)
    assert "@everyone" not in text.replace("\\@everyone", "")
    assert "**x**" not in text
    assert len(text) <= 4096


def test_an_answer_that_still_grows_says_so() -> None:
    assert growing_embed(samples.answered(), MESSAGES).footer.text == "More is on its way …"


def test_a_terminal_shows_each_statement_once_while_an_answer_grows() -> None:
    stream = io.StringIO()
    face = Terminal(Console(file=stream, width=300, markup=False, highlight=False), MESSAGES)
    whole = samples.answered()
    shown = face.show_statements(replace(whole, statements=whole.statements[:1]), 0)
    assert "40 metres" not in stream.getvalue()
    shown = face.show_statements(whole, shown)
    face.show_answer(whole, shown=shown)
    assert stream.getvalue() == terminal(whole)


def test_a_result_line_holds_both_sides_of_a_conflict() -> None:
    line = result_line(replace(samples.answered(), conflict=CONFLICT), 0.1)
    assert line["conflict"] == [
        {"words": "41 metres", "number": 1, "date": date(2026, 5, 2)},
        {"words": "40 metres", "number": 2, "date": date(2026, 3, 11)},
    ]
    assert result_line(Answer(Question("x"), Outcome.REFUSED), 0.1)["conflict"] == []


MAY = Period(date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize("face", [discord, terminal])
@pytest.mark.parametrize(
    ("used", "said"),
    [
        (
            UsedPeriod(MAY, PeriodUse.ONLY),
            "Only articles published from 1 May 2026 to 31 May 2026 were searched.",
        ),
        (
            UsedPeriod(MAY, PeriodUse.PREFERRED),
            "Articles published from 1 May 2026 to 31 May 2026 or soon after were preferred.",
        ),
        (
            UsedPeriod(Period(MAY.start), PeriodUse.ONLY),
            "Only articles published since 1 May 2026 were searched.",
        ),
        (
            UsedPeriod(Period(MAY.start), PeriodUse.PREFERRED),
            "Articles published since 1 May 2026 were preferred.",
        ),
        (UsedPeriod(Period(None, MAY.end), PeriodUse.ONLY), "published until 31 May 2026 were searched."),
        (UsedPeriod(Period(MAY.start, MAY.start), PeriodUse.ONLY), "published on 1 May 2026 were searched."),
        (UsedPeriod(MAY, PeriodUse.SET_ASIDE), "so I kept to the days that you set."),
    ],
)
def test_the_reader_is_told_what_a_time_in_the_question_did(
    face: object, used: UsedPeriod, said: str
) -> None:
    assert callable(face)
    assert said in face(replace(samples.answered(), periods=(used,)))


@pytest.mark.parametrize("face", [discord, terminal])
def test_a_refusal_says_that_only_a_period_was_searched_and_how_to_search_all(face: object) -> None:
    assert callable(face)
    told = face(replace(samples.refused(), periods=(UsedPeriod(MAY, PeriodUse.ONLY),)))
    assert (
        "I found nothing in the articles published from 1 May 2026 to 31 May 2026 that answers this." in told
    )
    assert "Ask without the time to have all articles searched." in told
    assert "were searched" not in told  # it is said once
    assert "The nearest articles:" in told


def test_a_result_line_says_what_the_times_in_the_question_did() -> None:
    answer = replace(samples.answered(), periods=(UsedPeriod(MAY, PeriodUse.PREFERRED),))
    assert result_line(answer, 0.1)["periods"] == [{"since": MAY.start, "until": MAY.end, "use": "preferred"}]
