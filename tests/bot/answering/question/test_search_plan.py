"""What a period in a question does to its search and to its answer."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answer import Outcome, PeriodUse, Question, Turn, UsedPeriod
from bot.answering.answerer import Answerer
from index.passage import Filters, Period
from tests.bot.answering.coast import FERRY, LIGHTHOUSE, Coast

ASKED = date(2026, 6, 17)
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
TALL = "How many metres does the rebuilt tower stand above the quay"


@pytest.fixture
def coast() -> Coast:
    return Coast()


@pytest.fixture
def answerer(coast: Coast) -> Iterator[Answerer]:
    with Answerer(coast, today=lambda: ASKED) as open_answerer:
        yield open_answerer


async def test_a_time_of_the_event_is_a_preference_and_the_answer_says_so(
    coast: Coast, answerer: Answerer
) -> None:
    answer = await answerer.answer(Question(f"{TALL} in May?"))
    assert answer.outcome is Outcome.ANSWERED
    (request,) = coast.searches
    assert request.preferred == MAY
    assert request.filters == Filters()
    assert request.text == f"{TALL} in May?"
    assert answer.periods == (UsedPeriod(MAY, PeriodUse.PREFERRED),)


async def test_a_preference_for_a_time_of_which_nothing_was_found_is_not_spoken_of(
    answerer: Answerer,
) -> None:
    assert (await answerer.answer(Question(f"{TALL} in 1912?"))).periods == ()


async def test_a_time_of_publication_is_a_filter_and_the_answer_says_so(
    coast: Coast, answerer: Answerer
) -> None:
    answer = await answerer.answer(
        Question("What was published in June about passengers stranded on Holm island?")
    )
    assert coast.searches[0].filters == Filters(since=date(2026, 6, 1))
    assert answer.outcome is Outcome.ANSWERED
    assert {note.article for note in answer.footnotes} == {FERRY.info}
    assert answer.periods == (UsedPeriod(Period(date(2026, 6, 1)), PeriodUse.ONLY),)


async def test_nothing_in_the_period_is_a_refusal_that_names_the_nearest_of_other_days(
    coast: Coast, answerer: Answerer
) -> None:
    answer = await answerer.answer(Question("What was reported in 2021 about the lighthouse of Lindau?"))
    assert answer.outcome is Outcome.REFUSED
    assert answer.nearest[0] == LIGHTHOUSE.info
    assert not answer.passages
    assert [use.use for use in answer.periods] == [PeriodUse.ONLY]
    assert [request.filters.until for request in coast.searches] == [date(2021, 12, 31), None]


async def test_the_askers_own_days_are_narrowed_and_never_widened(coast: Coast, answerer: Answerer) -> None:
    own = Filters(since=date(2026, 5, 10), until=date(2026, 6, 30))
    await answerer.answer(Question("Which articles from May tell of the tower?", own))
    assert coast.searches[0].filters == Filters(since=date(2026, 5, 10), until=date(2026, 5, 31))
    assert {request.filters for request in coast.searches[1:]} == {own}


async def test_the_askers_own_days_win_where_the_period_lies_outside(
    coast: Coast, answerer: Answerer
) -> None:
    own = Filters(since=date(2026, 6, 1))
    answer = await answerer.answer(Question("Which articles from May tell of the ferry strike?", own))
    assert [request.filters for request in coast.searches] == [own]
    assert coast.searches[0].preferred is None
    assert answer.periods == (UsedPeriod(MAY, PeriodUse.SET_ASIDE),)


async def test_a_publisher_without_any_article_is_still_told_apart_from_an_empty_period(
    answerer: Answerer,
) -> None:
    question = Question("Which articles from May tell of the tower?", Filters(publishers=("Nobody",)))
    assert (await answerer.answer(question)).outcome is Outcome.NO_ARTICLES


async def test_a_part_without_a_time_takes_over_that_of_the_other(coast: Coast, answerer: Answerer) -> None:
    await answerer.answer(
        Question("When did the Lindau lighthouse reopen in May, and who paid for the tower?")
    )
    assert [request.preferred for request in coast.searches] == [MAY, MAY]


async def test_a_follow_up_keeps_the_time_of_the_question_before(coast: Coast, answerer: Answerer) -> None:
    before = Turn("What did Ilse Varga pay for the Lindau tower in May?")
    await answerer.answer(Question("And who repaired it?", conversation=(before,)))
    assert coast.searches[0].preferred == MAY


async def test_a_follow_up_with_a_time_of_its_own_takes_that_one(coast: Coast, answerer: Answerer) -> None:
    before = Turn("What did Ilse Varga pay for the Lindau tower last month?")
    await answerer.answer(Question("And in 2022?", conversation=(before,)))
    assert coast.searches[0].text == "What did Ilse Varga pay for the Lindau tower in 2022?"
    assert coast.searches[0].preferred == Period(date(2022, 1, 1), date(2022, 12, 31))
