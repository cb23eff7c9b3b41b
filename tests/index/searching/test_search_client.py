"""The search worker as a real process: it answers, is replaced at a publish, restarted when it dies."""

import asyncio
import os
import shutil
import signal
from datetime import date

import pytest

from index.building.build import build
from index.errors import IndexUnavailable
from index.generation.publication import rollback
from index.passage import Filters, SearchRequest, SearchResult
from index.searching.search_client import SearchClient
from tests.index.conftest import FERRY, MARKET, Newsroom

ON_EVERY_STORE = True

NOTICE = """---
title: Notice at the quay
---
The ferry, the lighthouse and the market of Lindau are closed on the day of the regatta, says a notice at the
quay.
"""
QUESTION = SearchRequest("How tall is the lighthouse?")


async def eventually_finds(client: SearchClient, text: str, article_id: str) -> bool:
    """Whether a search brings an article within some seconds, as after a publish."""
    for _ in range(100):
        result = await client.search(SearchRequest(text))
        if result.passages and result.passages[0].article.id == article_id:
            return True
        await asyncio.sleep(0.1)
    return False


@pytest.mark.server_too
async def test_searches_and_lists_what_is_published(newsroom: Newsroom) -> None:
    newsroom.write("market.md", MARKET)
    build(newsroom.settings, by="a test")
    async with SearchClient.start(newsroom.settings) as client:
        result = await client.search(QUESTION)
        best = result.passages[0]
        (article,) = await client.articles((best.article.id,))
        assert article.text[best.start : best.end] == best.text
        assert "41 metres" in best.text
        assert all(best.start <= s.start < s.end <= best.end for s in best.sentences)
        assert max(best.sentences, key=lambda s: s.similarity or 0).similarity
        assert await client.articles(("nowhere.md",)) == ()

        page = await client.find_articles("HARBOUR", limit=1)
        assert (len(page.articles), page.total) == (1, 2)
        assert [a.id for a in (await client.find_articles("100%")).articles] == []
        assert "".join(await client.chunks("lighthouse.md")).count("41 metres") == 1
        status = await client.status()
        assert (status.articles, status.published_by) == (3, "a test")
        assert status.publishers == ("Harbour Gazette", "Coast Weekly")
        assert str(status.newest_article) == "2026-05-02"


FILTERED: tuple[tuple[Filters, set[str]], ...] = (
    (Filters(publishers=("Coast Weekly",)), {"ferry.md"}),
    (Filters(since=date(2026, 4, 1)), {"lighthouse.md"}),
    (Filters(until=date(2026, 4, 1)), {"ferry.md"}),
    (Filters(publishers=("Nobody",)), set()),
    (Filters(without=("Harbour Gazette",)), {"ferry.md", "notice.md"}),
    (Filters(without=("Coast Weekly", "Nobody")), {"lighthouse.md", "market.md", "notice.md"}),
    (Filters(publishers=("Coast Weekly",), without=("Coast Weekly",)), set()),
    (Filters(without=("Coast Weekly",), since=date(2026, 1, 1)), {"lighthouse.md"}),
)


async def test_filters_hold_for_both_searches(newsroom: Newsroom) -> None:
    newsroom.write("market.md", MARKET)  # its date is unknown, so no date filter lets it through
    newsroom.write("notice.md", NOTICE)  # its publisher is unknown, so only a list of those in leaves it out
    build(newsroom.settings, by="a test")
    async with SearchClient.start(newsroom.settings) as client:
        for filters, expected in FILTERED:
            result = await client.search(SearchRequest("Lindau lighthouse ferry market", filters))
            listed = await client.find_articles(filters=filters)
            assert {passage.article.id for passage in result.passages} == expected, filters
            assert {info.id for info in listed.articles} == expected, filters
            assert listed.total == len(expected), filters


async def test_a_copy_of_a_publisher_that_is_left_out_is_not_named(newsroom: Newsroom) -> None:
    newsroom.write("late.md", FERRY.replace("Coast Weekly", "Wire Agency").replace("03-11", "03-12"))
    build(newsroom.settings, by="a test")
    question = "Does the night ferry sail?"
    async with SearchClient.start(newsroom.settings) as client:
        everywhere = await client.search(SearchRequest(question))
        without = await client.search(SearchRequest(question, Filters(without=("Wire Agency",))))
    for result, copies in ((everywhere, ["late.md"]), (without, [])):
        ferry = next(passage for passage in result.passages if passage.article.id == "ferry.md")
        assert [copy.id for copy in ferry.copies] == copies


async def test_a_worker_killed_in_mid_question_is_replaced_and_every_question_answered(
    newsroom: Newsroom,
) -> None:
    build(newsroom.settings, by="a test")
    async with SearchClient.start(newsroom.settings) as client:
        pid = client.worker_pid
        assert pid
        os.kill(pid, signal.SIGSTOP)  # or on a busy machine it has answered all before it is killed
        asked = [asyncio.create_task(client.search(QUESTION)) for _ in range(30)]
        await asyncio.sleep(0.05)
        os.kill(pid, signal.SIGKILL)
        results = await asyncio.gather(*asked)
        assert all(result.passages[0].article.id == "lighthouse.md" for result in results)
        assert client.worker_pid != pid


async def test_a_publish_is_picked_up_and_no_question_fails_meanwhile(newsroom: Newsroom) -> None:
    build(newsroom.settings, by="a test")
    async with SearchClient.start(newsroom.settings) as client:
        first = (await client.search(QUESTION)).generation
        newsroom.write("market.md", MARKET)
        building = asyncio.create_task(asyncio.to_thread(build, newsroom.settings, by="a test"))
        while not building.done():
            assert (await client.search(QUESTION)).passages
            await asyncio.sleep(0.01)
        assert await eventually_finds(client, "How many stalls are in the customs hall?", "market.md")
        await asyncio.to_thread(rollback, newsroom.settings, by="a test")
        await client.wait_until_served(first)
        assert (await client.search(QUESTION)).generation == first


async def test_without_an_index_it_says_what_to_do(newsroom: Newsroom) -> None:
    with pytest.raises(IndexUnavailable, match="python -m index build"):
        async with SearchClient.start(newsroom.settings):
            pass


async def test_an_index_of_another_model_is_refused(newsroom: Newsroom) -> None:
    build(newsroom.settings, by="a test")
    other = newsroom.settings.model_copy(
        update={"embedding_model": "other", "embedding_base_url": "http://127.0.0.1:9/v1"}
    )
    with pytest.raises(IndexUnavailable, match="was built with the embedding model"):
        async with SearchClient.start(other):
            pass


async def test_when_the_index_is_destroyed_under_it_questions_get_a_clear_error(newsroom: Newsroom) -> None:
    build(newsroom.settings, by="a test")
    async with SearchClient.start(newsroom.settings) as client:
        pid = client.worker_pid
        assert pid
        shutil.rmtree(newsroom.data)
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(IndexUnavailable, match="Nothing is indexed"):
            await _search_a_few_times(client)
        newsroom.write("ferry.md", FERRY)
        await asyncio.to_thread(build, newsroom.settings, by="the repair")
        assert (await asyncio.wait_for(_search_until_it_works(client), 30)).passages


async def _search_until_it_works(client: SearchClient) -> SearchResult:
    while True:
        try:
            return await client.search(QUESTION)
        except IndexUnavailable:
            await asyncio.sleep(0.2)


async def _search_a_few_times(client: SearchClient) -> None:
    """The first search may still be answered by the worker that was killed."""
    for _ in range(3):
        await client.search(QUESTION)
