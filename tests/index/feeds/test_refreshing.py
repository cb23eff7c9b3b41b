"""Rounds of feeds against a real server: what comes, what comes once, and what becomes of what fails."""

from datetime import date

from tests.index.feeds.paper import Paper
from tests.index.feeds.samples import RSS, Told, rss, text


async def test_a_new_feed_brings_the_full_text_of_its_items(paper: Paper) -> None:
    paper.publish(1, 2)
    done = await paper.add()
    assert paper.titles(done) == ["Ferry 1", "Ferry 2"]
    assert (done.problems, done.error, done.waiting) == ((), None, 0)
    articles = paper.desk().read()
    assert [article.url for article in articles] == [f"{paper.site.url}/ferry-{n}" for n in (1, 2)]
    assert "waited 8 minutes for the fog" in articles[0].text
    feed = paper.feed
    assert (feed.title, feed.kind, feed.items, feed.added_by) == ("Harbour Gazette", "RSS 2.0", 2, "Nora")
    assert (feed.error, feed.failures) == (None, 0)
    assert feed.succeeded_at == "2026-05-03T12:00:00+00:00"


async def test_only_new_items_are_fetched_in_later_rounds(paper: Paper) -> None:
    paper.publish(1, 2)
    await paper.add()
    paper.site.asked.clear()
    paper.publish(1, 2, 3)
    assert paper.titles(await paper.refresh()) == ["Ferry 3"]
    assert paper.site.paths == ["/feed", "/ferry-3"]


async def test_a_feed_that_has_not_changed_is_asked_conditionally_and_nothing_else_is(paper: Paper) -> None:
    paper.publish(1)
    paper.answer_conditionally(Told(1))
    await paper.add()
    paper.site.asked.clear()
    done = await paper.refresh()
    assert (done.brought, done.error) == ((), None)
    assert paper.site.paths == ["/feed"]
    assert paper.site.asked[-1].headers["If-None-Match"] == '"v1"'


async def test_an_item_that_changes_its_id_or_its_address_is_still_known(paper: Paper) -> None:
    paper.publish(1, 2)
    await paper.add()
    body = rss(Told(1), Told(2, f"{paper.site.url}/ferry-2?utm_source=feed"), site=paper.site.url)
    paper.site.page("/feed", body.replace(">ferry-1<", ">other-id<"), RSS)
    paper.site.asked.clear()
    await paper.refresh()
    assert paper.site.paths == ["/feed"]


async def test_a_new_feed_brings_no_more_than_the_newest_items_and_passes_over_the_rest(paper: Paper) -> None:
    for n in range(1, 10):
        paper.story(n)
    listed = [Told(n, day=n) for n in range(1, 10)]
    paper.publish(*listed)
    done = await paper.add()
    assert paper.titles(done) == [f"Ferry {n}" for n in (5, 6, 7, 8, 9)]
    assert (done.passed_over, done.waiting) == (4, 0)
    assert (await paper.refresh()).brought == ()


async def test_what_is_too_much_for_one_round_later_on_comes_with_the_next_ones(paper: Paper) -> None:
    paper.publish(1)
    await paper.add()
    listed = [Told(n, day=n) for n in range(1, 9)]
    for n in range(1, 9):
        paper.story(n)
    paper.publish(*listed, ETag='"v2"')
    done = await paper.refresh()
    assert (paper.titles(done), done.waiting) == ([f"Ferry {n}" for n in (4, 5, 6, 7, 8)], 2)
    assert paper.titles(await paper.refresh()) == ["Ferry 2", "Ferry 3"]
    assert paper.feed.items == 8


async def test_where_the_page_cannot_be_had_the_feeds_full_text_is_taken(paper: Paper) -> None:
    paper.site.status("/ferry-1", 403)
    paper.publish(Told(1, content=text(1) + "<script>alert(1)</script>"))
    done = await paper.add()
    assert paper.titles(done) == ["Ferry 1"]
    (article,) = paper.desk().read()
    assert (article.title, article.publisher, article.authors) == ("Ferry 1", "Harbour Gazette", ("J. Voss",))
    assert (article.url, article.published) == (f"{paper.site.url}/ferry-1", date(2026, 5, 1))
    assert "waited 8 minutes for the fog" in article.text
    assert "alert" not in article.text


async def test_a_changed_text_of_the_feed_replaces_the_one_before(paper: Paper) -> None:
    paper.site.status("/ferry-1", 403)
    paper.publish(Told(1, content=text(1)))
    await paper.add()
    paper.publish(Told(1, content=text(20)))
    (item,) = (await paper.refresh()).brought
    assert item.changed
    (article,) = paper.desk().read()
    assert "waited 27 minutes" in article.text


async def test_a_summary_is_no_full_text(paper: Paper) -> None:
    paper.site.status("/ferry-1", 403)
    paper.publish(Told(1, content="<p>The ferry was late. Read more on our site.</p>"))
    done = await paper.add()
    (problem,) = done.problems
    assert problem.source == f"{paper.site.url}/ferry-1"
    assert "is closed to this bot (403)" in problem.reason
    assert paper.files == []


async def test_a_page_that_is_gone_is_not_brought_back_by_the_feeds_text(paper: Paper) -> None:
    paper.publish(Told(1, content=text(1)))  # its page is a 404
    assert "is not there (404)" in (await paper.add()).problems[0].reason
    assert paper.files == []


async def test_a_feed_puts_no_words_under_another_sites_address(paper: Paper) -> None:
    paper.publish(Told(1, "http://10.0.0.1/story", content=text(1)))
    (problem,) = (await paper.add()).problems
    assert "not a public address" in problem.reason
    assert paper.files == []


async def test_addresses_that_are_no_pages_of_the_web_are_reported_and_never_asked_again(
    paper: Paper,
) -> None:
    paper.publish(Told(1, "javascript:alert(1)", content=text(1)), 2)
    done = await paper.add()
    assert paper.titles(done) == ["Ferry 2"]
    assert [problem.reason for problem in done.problems] == ["it names no page of the web."]
    assert (await paper.refresh()).problems == ()


async def test_an_item_that_fails_is_tried_a_few_times_and_then_given_up(paper: Paper) -> None:
    paper.publish(Told(1), ETag='"v1"')
    assert (await paper.add()).problems[0].retryable
    rounds = [await paper.refresh() for _ in range(5)]
    assert [len(each.problems) for each in rounds] == [1, 1, 1, 1, 0]
    assert [each.problems[0].retryable for each in rounds[:4]] == [True, True, True, False]
    assert paper.site.paths.count("/ferry-1") == 5


async def test_an_item_whose_page_appears_later_comes_then(paper: Paper) -> None:
    paper.publish(Told(1))
    await paper.add()
    paper.story(1)
    assert paper.titles(await paper.refresh()) == ["Ferry 1"]


async def test_an_item_that_says_it_has_changed_is_fetched_again(paper: Paper) -> None:
    paper.story(1)
    paper.publish(Told(1, updated="2026-05-01T10:00:00Z"))
    await paper.add()
    paper.site.page("/ferry-1", f"<title>Ferry 1</title><article><h1>Ferry 1</h1>{text(30)}</article>")
    assert (await paper.refresh()).brought == ()
    paper.publish(Told(1, updated="2026-05-02T10:00:00Z"))
    (item,) = (await paper.refresh()).brought
    assert item.changed
    assert paper.feed.items == 1


async def test_what_somebody_took_out_is_not_brought_back(paper: Paper) -> None:
    paper.publish(1, 2)
    await paper.add()
    (file,) = [file for file in paper.files if "ferry-1" in file]
    (paper.folder / "articles" / file).unlink()
    paper.publish(Told(1, updated="2026-05-02T10:00:00Z"), Told(2))
    assert (await paper.refresh()).brought == ()
    assert len(paper.files) == 1


async def test_a_page_that_names_its_feed_can_be_added_by_its_own_address(paper: Paper) -> None:
    paper.publish(1)
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    paper.site.page("/", f"<html><head>{link}</head><body>Hello</body></html>")
    done = await paper.add(paper.site.url + "/")
    assert paper.titles(done) == ["Ferry 1"]
    assert paper.feed.url == paper.url


async def test_the_same_feed_is_added_once(paper: Paper) -> None:
    paper.publish(1)
    first = await paper.add()
    again = await paper.add(paper.url + "/?utm_source=x")
    assert (again.id, again.known) == (first.id, True)


async def test_an_index_of_sitemaps_brings_the_items_of_its_newest_sitemaps(paper: Paper) -> None:
    url = paper.site.url
    places = "".join(f"<url><loc>{paper.story(n)}</loc></url>" for n in (1, 2))
    paper.site.page("/news.xml", f"<urlset>{places}</urlset>", "application/xml")
    maps = f"<sitemap><loc>{url}/news.xml</loc></sitemap><sitemap><loc>{url}/gone.xml</loc></sitemap>"
    paper.site.page("/map.xml", f"<sitemapindex>{maps}</sitemapindex>", "application/xml")
    done = await paper.add(f"{url}/map.xml")
    assert paper.titles(done) == ["Ferry 1", "Ferry 2"]
    assert [problem.source for problem in done.problems] == [f"{url}/gone.xml"]
