"""The whole way of a question, over an index in memory."""

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Citation, Outcome, Question, Statement
from bot.answering.answerer import Answerer, Answers
from bot.answering.composing import Part
from index.errors import SearchUnavailable
from index.passage import Filters, SearchRequest, SearchResult
from tests.bot.answering.coast import FERRY, LIGHTHOUSE, Coast

TALL = Question("How many metres does the rebuilt tower stand above the quay?")


TODAY = date(2026, 6, 1)


@pytest.fixture
def coast() -> Coast:
    return Coast()


@pytest.fixture
def answerer(coast: Coast) -> Iterator[Answerer]:
    with Answerer(coast, today=lambda: TODAY) as open_answerer:
        yield open_answerer


async def test_an_answer_is_numbered_footnoted_and_dated(answerer: Answers) -> None:
    answer = await answerer.answer(TALL)
    assert answer.outcome is Outcome.ANSWERED
    assert "41 metres" in answer.statements[0].text
    assert answer.footnotes[0].number == 1
    assert answer.footnotes[0].article == LIGHTHOUSE.info
    cited = {citation.number for statement in answer.statements for citation in statement.citations}
    assert cited == {note.number for note in answer.footnotes} == set(range(1, len(cited) + 1))
    assert answer.newest == date(2026, 5, 2)
    assert answer.generation == "g1"
    assert answer.question is TALL
    assert {"search", "answer", "verify"} <= answer.seconds.keys()


async def test_what_is_not_there_is_refused_with_the_nearest_articles(answerer: Answerer) -> None:
    answer = await answerer.answer(Question("Who won the 1998 World Cup of the Lindau harbour?"))
    assert answer.outcome is Outcome.REFUSED
    assert not answer.statements
    assert not answer.footnotes
    assert answer.nearest[0] == LIGHTHOUSE.info
    assert len(set(answer.nearest)) == len(answer.nearest)
    assert answer.passages


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [("", Outcome.NOT_A_QUESTION), ("<@123>  **", Outcome.NOT_A_QUESTION), ("word " * 800, Outcome.TOO_LONG)],
)
async def test_what_is_no_question_is_not_searched_for(
    coast: Coast, answerer: Answerer, typed: str, outcome: Outcome
) -> None:
    assert (await answerer.answer(Question(typed))).outcome is outcome
    assert coast.searches == []


async def test_the_search_gets_the_cleaned_words_and_the_filters(coast: Coast, answerer: Answerer) -> None:
    filters = Filters(publishers=("Harbour Gazette",))
    answer = await answerer.answer(Question("<@123> how *tall*?", filters))
    assert coast.searches == [SearchRequest("how tall?", filters, asked=TODAY)]
    assert answer.outcome is Outcome.NO_ARTICLES


async def test_a_question_of_another_day_is_searched_as_of_that_day(coast: Coast, answerer: Answerer) -> None:
    await answerer.answer(Question("How tall?", asked=date(2023, 5, 1)))
    assert coast.searches[0].asked == date(2023, 5, 1)


async def test_an_article_that_changed_after_the_search_is_searched_for_again(
    coast: Coast, answerer: Answerer
) -> None:
    changed = replace(LIGHTHOUSE, text=LIGHTHOUSE.text.replace("41", "43"))
    coast.stored["lighthouse"] = changed
    real_search = coast.search

    async def search(request: SearchRequest) -> SearchResult:
        result = await real_search(request)
        coast.found = (changed,)
        return result

    with Answerer(Searching(coast, search)) as again:
        coast.found = (LIGHTHOUSE,)
        answer = await again.answer(TALL)
    assert len(coast.searches) == 2
    assert "43 metres" in answer.statements[0].text


async def test_an_article_that_is_gone_is_never_cited(coast: Coast, answerer: Answerer) -> None:
    del coast.stored["lighthouse"]
    answer = await answerer.answer(TALL)
    assert "lighthouse" not in {note.article.id for note in answer.footnotes}


async def test_a_composer_goes_first_and_what_it_says_wrongly_is_not_shown(coast: Coast) -> None:
    quote = "The rebuilt tower stands 41 metres above the quay, six more than the old one."
    start = LIGHTHOUSE.text.index(quote)
    citation = Citation(0, "lighthouse", quote, start, start + len(quote))
    right = Statement("The rebuilt tower stands 41 metres above the quay.", (citation,), quoted=False)
    wrong = Statement("The tower stands 42 metres tall.", (citation,), quoted=False)
    with Answerer(coast, composers=[Saying([wrong, right])]) as answerer:
        answer = await answerer.answer(TALL)
    assert [statement.text for statement in answer.statements] == [right.text]


async def test_where_a_composer_says_nothing_that_holds_the_answer_falls_back_to_quotes(coast: Coast) -> None:
    invented = Statement(
        "The tower stands 42 metres tall.", (Citation(0, "nowhere", "42", 0, 2),), quoted=False
    )
    for said in ([], [invented]):
        with Answerer(coast, composers=[Saying(said)]) as answerer:
            answer = await answerer.answer(TALL)
        assert answer.outcome is Outcome.ANSWERED
        assert all(statement.quoted for statement in answer.statements)
        assert answer.footnotes[0].article == LIGHTHOUSE.info


async def test_an_answer_that_is_lost_twice_is_a_refusal(coast: Coast) -> None:
    coast.stored.clear()
    with Answerer(coast) as answerer:
        answer = await answerer.answer(TALL)
    assert answer.outcome is Outcome.REFUSED
    assert len(coast.searches) == 2


async def test_a_search_that_fails_is_told_to_the_caller(coast: Coast) -> None:
    async def search(_: SearchRequest) -> SearchResult:
        raise SearchUnavailable("The search is away.")

    with Answerer(Searching(coast, search)) as answerer, pytest.raises(SearchUnavailable):
        await answerer.answer(TALL)


async def test_composing_does_not_hold_up_the_event_loop(coast: Coast) -> None:
    executor = SlowExecutor()
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            longest = max(longest, time.perf_counter() - before)

    watching = asyncio.create_task(watch())
    with Answerer(coast, executor=executor) as answerer:
        answer = await answerer.answer(TALL)
    watching.cancel()
    assert answer.seconds["answer"] >= SlowExecutor.SECONDS
    assert longest < SlowExecutor.SECONDS
    executor.shutdown()


async def test_closing_ends_only_a_thread_of_its_own(coast: Coast) -> None:
    with ThreadPoolExecutor(1) as shared:
        with Answerer(coast, executor=shared) as answerer:
            await answerer.answer(TALL)
        assert shared.submit(lambda: 1).result() == 1
    with Answerer(coast) as answerer:
        await answerer.answer(TALL)
    assert not any(thread.name.startswith("extractive") for thread in threading.enumerate())


async def test_footnotes_carry_the_article_as_it_was_found(answerer: Answerer) -> None:
    answer = await answerer.answer(Question("How many passengers were stranded on Holm island?"))
    assert answer.footnotes[0].article == FERRY.info


class Saying:
    """A composer that always says the same."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements

    async def compose(self, parts: Sequence[Part]) -> AsyncGenerator[Sequence[Statement], None]:
        yield self._statements


class Searching(Coast):
    """The coast with a search of its own."""

    def __init__(self, coast: Coast, search: object) -> None:
        super().__init__(coast.found)
        self.stored = coast.stored
        self.search = search  # type: ignore[assignment,method-assign]


class SlowExecutor(ThreadPoolExecutor):
    """Takes its time before each piece of work, off the event loop as the real work is."""

    SECONDS = 0.3

    def __init__(self) -> None:
        super().__init__(1, initializer=time.sleep, initargs=(self.SECONDS,))
