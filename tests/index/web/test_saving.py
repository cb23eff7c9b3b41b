"""From an address to a file of the articles folder, with real servers on loopback."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from aiohttp import web

from index.errors import ArticleError, FetchFailed, FetchRefused, StorageError
from index.report import SourceOutcome
from index.web.pages import Pages
from index.web.saving import is_gone
from tests.index.reading.page_samples import SENTENCES, STORY, page
from tests.index.web.desk import CONSENT, HTML, NOW, Desk
from tests.index.web.site import open_site

OTHER_STORY = "<p>The fish market moves into the old customs hall in October, the council said.</p>" * 2


async def test_a_page_is_saved_as_a_browser_would_and_reads_as_an_article(desk: Desk) -> None:
    url = desk.site.page("/2026/05/Lighthouse-Reopens.html", page())
    saved = await desk.saver.save(url + "?utm_source=mail#top")
    assert (saved.outcome, saved.title) == (SourceOutcome.ADDED, "Lighthouse reopens")
    assert desk.files == [saved.file]
    assert saved.file.startswith(f"web/127.0.0.1-{desk.site.port}/lighthouse-reopens-")
    data = (desk.articles / saved.file).read_text(encoding="utf-8-sig")
    assert data.startswith(f"<!-- saved from url=({len(saved.url):04d}){saved.url} -->\n<!DOCTYPE html>")
    (article,) = desk.read()
    assert SENTENCES[0] in article.text
    assert article.url == saved.url


async def test_the_same_page_by_other_addresses_is_the_same_file(desk: Desk) -> None:
    desk.site.page("/light", page())
    desk.site.page("/light/", page())
    desk.site.redirect("/old", "/light")
    first = await desk.saver.save(desk.site.url + "/light")
    for other in ("/light/", "/light?utm_campaign=x", "/light#comments", "/old", "/light?fbclid=7"):
        again = await desk.saver.save(desk.site.url + other)
        assert (again.outcome, again.file) == (SourceOutcome.UNCHANGED, first.file)
    assert desk.files == [first.file]


async def test_a_page_that_was_saved_is_asked_for_conditionally(desk: Desk) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"7"':
            return web.Response(status=304)
        return web.Response(text=page(), content_type=HTML, headers={"ETag": '"7"'})

    url = desk.site.serve("/light", answer)
    desk.site.redirect("/old", "/light")
    await desk.saver.save(url)
    assert (await desk.saver.save(url)).outcome is SourceOutcome.UNCHANGED
    assert (await desk.saver.save(desk.site.url + "/old")).outcome is SourceOutcome.UNCHANGED
    (desk.articles / desk.files[0]).unlink()
    assert (await desk.saver.save(url)).outcome is SourceOutcome.ADDED  # deleted by hand, and wanted again


async def test_not_modified_is_not_believed_where_the_address_leads_elsewhere_by_now(desk: Desk) -> None:
    async def other(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"7"':
            return web.Response(status=304)
        return web.Response(text=page(OTHER_STORY), content_type=HTML)

    desk.site.page("/one", page(), ETag='"7"')
    desk.site.serve("/two", other)
    desk.site.redirect("/newest", "/one")
    await desk.saver.save(desk.site.url + "/newest")
    desk.site.redirect("/newest", "/two")
    assert (await desk.saver.save(desk.site.url + "/newest")).outcome is SourceOutcome.ADDED
    assert len(desk.read()) == 2


async def test_a_changed_page_replaces_its_file_and_new_clutter_alone_does_not(desk: Desk) -> None:
    url = desk.site.page("/light", page(below="<script>nonce = 1</script>"))
    saved = await desk.saver.save(url)
    before = (desk.articles / saved.file).stat().st_mtime_ns
    desk.site.page("/light", page(below="<script>nonce = 2</script>"))
    assert (await desk.saver.save(url)).outcome is SourceOutcome.UNCHANGED
    assert (desk.articles / saved.file).stat().st_mtime_ns == before
    desk.site.page("/light", page(STORY + OTHER_STORY))
    assert (await desk.saver.save(url)).outcome is SourceOutcome.CHANGED
    assert desk.files == [saved.file]
    assert "customs hall" in desk.read()[0].text


async def test_a_page_that_goes_bad_leaves_what_was_saved_and_says_so_in_its_record(desk: Desk) -> None:
    url = desk.site.page("/light", page())
    saved = await desk.saver.save(url)
    desk.site.status("/light", 410)
    with pytest.raises(FetchFailed) as caught:
        await desk.saver.save(url)
    assert is_gone(caught.value)
    desk.site.page("/light", CONSENT)
    with pytest.raises(ArticleError):
        await desk.saver.save(url)
    assert desk.files == [saved.file]
    (record,) = desk.saver.pages.every()
    assert record.result != SourceOutcome.ADDED
    assert record.fetched_at == "2026-05-03T12:00:00+00:00"


async def test_a_canonical_address_counts_where_it_serves_the_same_article(desk: Desk) -> None:
    whole = page(head=f'<link rel="canonical" href="{desk.site.url}/light">')
    desk.site.page("/light", whole)
    desk.site.page("/amp/light", whole)
    saved = await desk.saver.save(desk.site.url + "/amp/light")
    assert saved.url == desk.site.url + "/light"
    assert (await desk.saver.save(desk.site.url + "/amp/light")).outcome is SourceOutcome.UNCHANGED
    assert (await desk.saver.save(desk.site.url + "/light")).outcome is SourceOutcome.UNCHANGED
    assert desk.files == [saved.file]


@pytest.mark.parametrize("there", ["another article", "nothing", "a page that robots.txt closes"])
async def test_a_page_that_names_anothers_address_is_kept_under_its_own(desk: Desk, there: str) -> None:
    """Neither by mistake (page 2 of a list) nor on purpose can a page replace another's article."""
    victim = desk.site.url + "/victim"
    if there != "nothing":
        desk.site.page("/victim", page(OTHER_STORY, title="Fish market", heading="Fish market"))
    if there == "another article":
        await desk.saver.save(victim)
    if there == "a page that robots.txt closes":
        desk.site.page("/robots.txt", "User-agent: *\nDisallow: /victim", "text/plain")
    url = desk.site.page("/evil", page(head=f'<link rel="canonical" href="{victim}">'))
    saved = await desk.saver.save(url)
    assert saved.url == url
    articles = {article.id: article for article in desk.read()}
    assert SENTENCES[0] in articles[url].text
    if there == "another article":
        assert "customs hall" in articles[victim].text
    assert (await desk.saver.save(url)).outcome is SourceOutcome.UNCHANGED


async def test_a_canonical_address_of_another_site_counts_for_nothing(desk: Desk) -> None:
    async with open_site() as victim:
        victim.page("/light", page())
        url = desk.site.page("/copy", page(head='<link rel="canonical" href="http://gazette.example/light">'))
        saved = await desk.saver.save(url)
        assert victim.asked == []
    assert (saved.url, desk.read()[0].url) == (url, url)


async def test_what_somebody_removed_comes_back_for_a_person_and_not_for_a_feed(desk: Desk) -> None:
    url = desk.site.page("/light", page())
    saved = await desk.saver.save(url, feed="harbour")
    assert desk.saver.pages.mark_removed(saved.file, NOW)
    (desk.articles / saved.file).unlink()
    asked = len(desk.site.asked)
    assert (await desk.saver.save(url, feed="harbour")).outcome is SourceOutcome.REMOVED
    assert (len(desk.site.asked), desk.files) == (asked, [])
    assert (await desk.saver.save(url)).outcome is SourceOutcome.ADDED
    assert desk.files == [saved.file]
    assert not desk.saver.pages.mark_removed("ferry.md", NOW)


NASTY = [
    "/" + "a" * 900,
    "/..%2f..%2fetc%2fpasswd",
    "/%2e%2e/%2e%2e/up",
    "/.hidden",
    "/con",
    "/a%00b",
    "/Über/日本語",
    "/%F0%9F%92%A9",
    "/a;b=c:d*e?f=<g>|h",
    "/CASE",
    "/case",
    "/~root/$HOME",
    "/",
    "/a..b/...",
]


async def test_no_part_of_an_address_becomes_a_path(desk: Desk) -> None:
    for number, path in enumerate(NASTY):
        story = f"<p>Boat number {number} came into the harbour with {number + 5} boxes of fish.</p>" * 3

        async def answer(_: web.Request, story: str = story) -> web.Response:
            return web.Response(text=page(story), content_type=HTML)

        desk.site.pages.clear()
        desk.site.pages["/robots.txt"] = _missing
        desk.site.every = answer
        await desk.saver.save(desk.site.url + path)
    assert len(desk.files) == len(NASTY)
    assert len({file.casefold() for file in desk.files}) == len(NASTY)
    for file in desk.files:
        folder, host, name = file.split("/")
        assert (folder, host) == ("web", f"127.0.0.1-{desk.site.port}")
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
        assert not name.startswith((".", "-"))
        assert len(name) < 100


async def _missing(_: web.Request) -> web.Response:
    return web.Response(status=404)


async def test_a_folder_that_cannot_be_written_is_said_so_and_leaves_nothing(desk: Desk) -> None:
    (desk.articles / "web").write_text("a file where a folder should be")
    url = desk.site.page("/light", page())
    with pytest.raises(StorageError):
        await desk.saver.save(url)
    assert desk.files == ["web"]
    assert desk.saver.pages.every() == ()


async def test_a_refused_address_reaches_whoever_asked(desk: Desk) -> None:
    for url in ("ftp://a.example/", "http://10.0.0.1/", "http://[", "nothing at all"):
        with pytest.raises(FetchRefused):
            await desk.saver.save(url)


def test_the_file_of_sources_is_made_once_and_refused_where_it_is_newer(tmp_path: Path) -> None:
    pages = Pages(tmp_path)
    assert pages.every() == ()
    with closing(sqlite3.connect(tmp_path / "sources.sqlite3")) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StorageError, match="later version"):
        pages.every()
    (tmp_path / "sources.sqlite3").write_bytes(b"this is no database, and nothing else either" * 50)
    with pytest.raises(StorageError):
        pages.every()
