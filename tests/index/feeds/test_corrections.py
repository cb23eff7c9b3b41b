"""What a page says by now comes in, whether or not its feed has a word for it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from aiohttp import web

from index.intake.adding import refresh_pages
from index.report import AddedSource, SourceOutcome
from index.web.sources_file import open_sources
from tests.index.feeds.paper import Paper
from tests.index.feeds.samples import Told, text
from tests.index.web.site import fetcher


async def test_a_correction_comes_although_the_feed_names_the_item_no_more(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    paper.publish(2)
    paper.correct(1)
    assert paper.titles(await paper.refresh()) == ["Ferry 2"]
    paper.later(days=1)
    (item,) = (await paper.refresh()).brought
    assert (item.title, item.changed) == ("Ferry 1", True)
    assert "waited 38 minutes" in paper.desk().read()[0].text
    assert paper.feed.items == 2


async def test_a_correction_comes_although_the_feed_has_not_changed(paper: Paper) -> None:
    paper.publish(1)
    paper.answer_conditionally(Told(1))
    await paper.add()
    paper.later(hours=23)
    await paper.refresh()
    paper.correct(1)
    paper.later(hours=1)
    assert [item.changed for item in (await paper.refresh()).brought] == [True]


async def test_a_correction_comes_although_the_item_states_an_older_day_of_change(paper: Paper) -> None:
    paper.story(1)
    paper.publish(Told(1, updated="2026-05-01T10:00:00Z"))
    await paper.add()
    paper.correct(1)
    paper.later(days=1)
    assert [item.changed for item in (await paper.refresh()).brought] == [True]


async def test_pages_are_asked_conditionally_and_ever_more_seldom(paper: Paper) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"v1"':
            return web.Response(status=304)
        return web.Response(text=story, content_type="text/html", headers={"ETag": '"v1"'})

    story = f"<title>Ferry 1</title><article><h1>Ferry 1</h1>{text(1)}</article>"
    paper.publish(Told(1))
    paper.site.serve("/ferry-1", answer)
    await paper.add()
    asked = []
    for day in range(1, 200):
        paper.later(days=1)
        before = paper.site.paths.count("/ferry-1")
        assert (await paper.refresh()).brought == ()
        asked += [day] * (paper.site.paths.count("/ferry-1") - before)
    assert asked == [1, 2, 3, 4, 5, 6, 7, 14, 21, 28, 58, 88, 118, 148, 178]
    again = [request for request in paper.site.asked if request.path == "/ferry-1"][1:]
    assert all(request.headers["If-None-Match"] == '"v1"' for request in again)


async def test_an_article_that_changed_is_looked_at_as_a_new_one(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    for _ in range(14):
        paper.later(days=1)
        await paper.refresh()
    paper.correct(1)
    paper.later(days=7)
    assert len((await paper.refresh()).brought) == 1
    paper.site.asked.clear()
    paper.later(days=1)
    await paper.refresh()
    assert "/ferry-1" in paper.site.paths


async def test_new_items_go_before_and_the_pages_that_waited_longest_first(paper: Paper) -> None:
    paper.publish(1, 2, 3)
    await paper.add()
    paper.later(days=1)
    paper.publish(*range(1, 7))
    paper.site.asked.clear()
    assert len((await paper.refresh()).brought) == 3
    assert sorted(paper.site.paths[1:]) == ["/ferry-1", "/ferry-2", "/ferry-4", "/ferry-5", "/ferry-6"]
    paper.site.asked.clear()
    await paper.refresh()
    assert paper.site.paths[1:] == ["/ferry-3"]


async def test_a_page_that_cannot_be_had_keeps_its_article_and_waits_for_its_next_turn(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    paper.site.status("/ferry-1", 403)
    paper.later(days=1)
    assert (await paper.refresh()).problems == ()
    asked = paper.site.paths.count("/ferry-1")
    assert (await paper.refresh()).problems == ()
    assert paper.site.paths.count("/ferry-1") == asked
    assert len(paper.files) == 1


async def test_that_a_page_is_gone_is_told_once(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    paper.site.status("/ferry-1", 410)
    told = []
    for _ in range(3):
        paper.later(days=1)
        told += [problem.reason for problem in (await paper.refresh()).problems]
    assert told == ["is gone for good (410). Check the address for slips."]
    assert len(paper.files) == 1


async def test_pages_that_could_not_be_had_or_were_taken_out_are_not_asked_again(paper: Paper) -> None:
    paper.site.status("/ferry-1", 403)
    paper.story(2)
    paper.publish(Told(1, content=text(1)), Told(2))
    await paper.add()
    (file,) = [file for file in paper.files if "ferry-2" in file]
    (paper.folder / "articles" / file).unlink()
    paper.site.asked.clear()
    paper.later(days=1)
    done = await paper.refresh()
    assert (done.brought, done.problems) == ((), ())
    assert paper.site.paths == ["/feed"]


async def test_a_correction_waits_for_a_build_until_one_has_been_made(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    pages = paper.keeper.saver.pages
    pages.note_built(paper.now)
    assert not pages.any_waits()
    paper.correct(1)
    paper.later(days=1)
    await paper.refresh()
    assert pages.any_waits()
    pages.note_built(paper.now - timedelta(seconds=1))
    assert pages.any_waits()
    pages.note_built(paper.now)
    assert not pages.any_waits()


async def test_a_refresh_asks_what_is_due_of_any_feed_and_on_demand_everything(paper: Paper) -> None:
    paper.publish(1, 2)
    await paper.add()
    pages, now = paper.keeper.saver.pages, datetime.now(UTC)
    for page, days in zip(pages.every(), (3, 300), strict=True):
        at = (now - timedelta(days=days)).isoformat(timespec="seconds")
        pages.put(replace(page, asked_at=at, changed_at=at))
    paper.keeper.feeds.remove(paper.feed.id)
    for n in (1, 2):
        paper.correct(n)
    for every, changed in ((False, ["/ferry-1"]), (False, []), (True, ["/ferry-2"])):
        async with fetcher(paper.site.url) as web_fetcher:
            found, gone = await refresh_pages(paper.settings, fetcher=web_fetcher, every=every)
        assert gone == []
        fresh = [one for one in found if isinstance(one, AddedSource)]
        outcomes = {one.source.removeprefix(paper.site.url): one.outcome for one in fresh}
        assert [path for path, what in outcomes.items() if what is SourceOutcome.CHANGED] == changed


async def test_what_waited_for_a_build_in_an_earlier_version_still_does(paper: Paper) -> None:
    paper.publish(1, 2)
    await paper.add()
    data = paper.folder / "data"
    paper.keeper.saver.pages.note_built(paper.now)
    with open_sources(data) as db:
        db.execute("ALTER TABLE feed_items ADD COLUMN built INTEGER NOT NULL DEFAULT 1")
        db.execute("UPDATE feed_items SET built = 0 WHERE page LIKE '%ferry-1'")
        for column in ("asked_at", "changed_at", "built"):
            db.execute(f"ALTER TABLE pages DROP COLUMN {column}")
        db.execute("PRAGMA user_version = 2")
    pages = paper.keeper.saver.pages
    assert [(page.url[-1], page.built) for page in pages.every()] == [("1", False), ("2", True)]
    assert all(page.asked_at == page.changed_at == page.fetched_at for page in pages.every())
