"""How feeds do: failures, waits, pauses, moves, and that one feed never stops another."""

import asyncio
from datetime import datetime

import pytest

from index.feeds.keeping import FeedKeeper
from index.feeds.report import FeedRound
from index.feeds.sandboxed import FeedSandbox
from index.reading import FileSandbox
from index.report import Problem
from index.web.fetched import Fetched, Fetcher
from tests.index.feeds.paper import Paper
from tests.index.feeds.samples import RSS, Told, rss, text
from tests.index.web.site import fetcher


def minutes_until_due(paper: Paper) -> float:
    return (datetime.fromisoformat(paper.feed.due_at) - paper.now).total_seconds() / 60


async def test_a_feed_that_answers_is_due_after_its_interval_give_or_take_a_tenth(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    assert 27 <= minutes_until_due(paper) <= 33
    assert (await paper.keeper.refresh(due=True)) == []
    paper.later(minutes=34)
    assert len(await paper.keeper.refresh(due=True)) == 1


async def test_a_feed_and_its_server_can_ask_for_a_longer_wait(paper: Paper) -> None:
    paper.site.page("/feed", rss(more="<ttl>120</ttl>"), RSS)
    await paper.add()
    assert 108 <= minutes_until_due(paper) <= 132
    paper.site.page("/feed", rss(more="<ttl>120</ttl>"), RSS, Cache_Control="max-age=14400")
    await paper.refresh()
    assert 216 <= minutes_until_due(paper) <= 264


async def test_failures_are_counted_told_and_answered_with_ever_longer_waits(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    before = paper.feed
    paper.site.status("/feed", 404)
    waits = []
    for _ in range(8):
        paper.later(days=1)
        done = await paper.refresh()
        assert done.error == "is not there (404). Check the address for slips."
        waits.append(minutes_until_due(paper))
    assert all(60 * 2**n * 0.9 <= min(wait, 1296) <= 60 * 2**n * 1.1 for n, wait in enumerate(waits[:5]))
    assert all(1296 <= wait <= 1584 for wait in waits[6:])
    feed = paper.feed
    assert (feed.failures, feed.error) == (8, done.error)
    assert feed.succeeded_at == before.succeeded_at
    assert feed.tried_at == paper.now.isoformat(timespec="seconds")
    assert len(paper.files) == 1  # a feed that disappears keeps its articles
    paper.publish(1)
    assert (await paper.refresh()).error is None
    assert (paper.feed.failures, paper.feed.error) == (0, None)


async def test_a_server_that_says_when_to_come_back_is_heard(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    paper.site.status("/feed", 503, Retry_After="36000")
    await paper.refresh()
    assert 540 <= minutes_until_due(paper) <= 660


async def test_a_feed_that_is_gone_for_good_is_paused_with_the_reason_and_keeps_its_articles(
    paper: Paper,
) -> None:
    paper.publish(1)
    await paper.add()
    paper.site.status("/feed", 410)
    done = await paper.refresh()
    assert done.paused
    feed = paper.feed
    assert (feed.paused_by, feed.error) == (
        "its site",
        "is gone for good (410). Check the address for slips.",
    )
    assert await paper.keeper.refresh() == []
    assert len(paper.files) == 1


async def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    paper.site.page("/new-feed", rss(Told(1), site=paper.site.url), RSS)
    paper.site.redirect("/feed", "/new-feed", 302)
    await paper.refresh()
    assert paper.feed.url == paper.url
    paper.site.redirect("/feed", "/new-feed", 301)
    await paper.refresh()
    assert paper.feed.url == f"{paper.site.url}/new-feed"
    paper.site.asked.clear()
    await paper.refresh()
    assert paper.site.paths == ["/new-feed"]


async def test_two_feeds_that_move_to_one_address_stay_two(paper: Paper) -> None:
    for path in ("/a", "/b"):
        paper.site.page(path, rss(), RSS)
        await paper.add(paper.site.url + path)
    for path in ("/a", "/b"):
        paper.site.redirect(path, "/feed", 301)
    paper.publish(1)
    await paper.keeper.refresh()
    assert sorted(feed.url for feed in paper.keeper.feeds.every()) == [f"{paper.site.url}/b", paper.url]


async def test_a_paused_feed_is_left_alone_unless_it_is_named_and_a_resumed_one_is_due(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    paper.keeper.feeds.pause(paper.feed.id, by="Nora")
    paper.later(days=1)
    assert await paper.keeper.refresh() == []
    assert len(await paper.keeper.refresh([paper.feed.id])) == 1
    assert paper.feed.paused_by == "Nora"
    paper.keeper.feeds.resume(paper.feed.id, paper.now)
    assert len(await paper.keeper.refresh(due=True)) == 1


@pytest.mark.parametrize("body", ["<html><body>Hello</body></html>", "", "{", "hello"])
async def test_a_feed_that_becomes_something_else_fails_and_the_others_go_on(paper: Paper, body: str) -> None:
    paper.publish(1)
    await paper.add()
    paper.site.page("/other", rss(Told(2), site=paper.site.url), RSS)
    paper.story(2)
    await paper.add(f"{paper.site.url}/other")
    paper.site.page("/feed", body, RSS)
    first, second = await paper.keeper.refresh()
    assert first.error
    assert second.error is None


async def test_what_is_no_feed_is_not_added(paper: Paper) -> None:
    page = paper.site.page("/page", "<html><body><p>Hello</p></body></html>")
    addresses = [page, f"{paper.site.url}/nowhere", "http://10.0.0.1/feed", "javascript:x", "x" * 3000]
    found = await paper.keeper.add(addresses, by="Nora")
    assert all(isinstance(one, Problem) for one in found)
    assert [one.source for one in found if isinstance(one, Problem)] == addresses
    assert paper.keeper.feeds.every() == ()


async def test_a_round_that_is_cut_short_leaves_what_it_has_and_takes_up_the_rest(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    arrived, never = asyncio.Event(), asyncio.Event()

    async def hang(_: object) -> None:
        arrived.set()
        await never.wait()

    paper.story(2)
    paper.site.serve("/ferry-3", hang)  # type: ignore[arg-type]
    paper.publish(Told(1), Told(2, day=9), Told(3, day=8))
    before = paper.feed
    task = asyncio.create_task(paper.refresh())
    await arrived.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert paper.feed == before
    paper.story(3)
    assert "Ferry 3" in paper.titles(await paper.refresh())
    assert len(paper.files) == 3
    assert len(paper.desk().read()) == 3


async def test_a_feed_that_takes_the_process_with_it_counts_as_failed_meanwhile(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    states = []

    async def look(_: object) -> None:
        states.append(paper.feed)
        raise ConnectionResetError

    paper.site.serve("/feed", look)  # type: ignore[arg-type]
    await paper.refresh()
    assert (states[0].failures, states[0].error) == (1, "The last attempt was cut short.")


async def test_what_a_feed_has_not_named_for_half_a_year_is_forgotten(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    paper.publish(2)
    paper.later(days=200)
    await paper.refresh()
    paper.publish(2, Told(1, content=text(1)))
    paper.site.asked.clear()
    await paper.refresh()
    assert "/ferry-1" in paper.site.paths  # asked for again, and still the same article
    assert len(paper.files) == 2


class Stuck:
    """A fetcher whose answers about one address never come."""

    def __init__(self, fetcher: Fetcher, never: str) -> None:
        self._fetcher = fetcher
        self._never = never

    async def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        if url == self._never:
            await asyncio.Event().wait()
        return await self._fetcher.fetch(url, etag=etag, last_modified=last_modified)


async def test_a_feed_whose_round_never_ends_is_told_as_failed_and_the_others_have_their_turn(
    paper: Paper, reader: FeedSandbox, sandbox: FileSandbox
) -> None:
    paper.publish(1)
    paper.site.page("/other", rss(Told(2), site=paper.site.url), RSS)
    never = paper.story(2)
    async with fetcher(paper.site.url) as web:
        keeper = FeedKeeper(
            paper.settings,
            Stuck(web, never),
            reader=reader,
            sandbox=sandbox,
            now=lambda: paper.now,
            limit_s=5,
        )
        urls = [f"{paper.site.url}/other", paper.url]
        stuck, well = await keeper.add(urls, by="Nora")
    assert isinstance(stuck, FeedRound)
    assert isinstance(well, FeedRound)
    assert stuck.error is not None
    assert stuck.error.startswith("was not through")
    assert (well.error, len(well.brought)) == (None, 1)
    told = {feed.url: (feed.failures, feed.error) for feed in paper.keeper.feeds.every()}
    assert told == {urls[0]: (1, stuck.error), urls[1]: (0, None)}
