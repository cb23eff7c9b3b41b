"""Feeds of every format, whole and damaged: what is read of them."""

import gzip
import json
from datetime import UTC, datetime

import pytest

from index.errors import ArticleError, FetchRefused
from index.feeds.items import NotAFeed
from index.feeds.reading import read_feed
from tests.index.feeds.samples import ADDRESS, RSS, Told, fetched, rss, text

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title type="html">Coast &amp;amp; Weekly</title><id>urn:coast</id>
<entry><id>urn:1</id><title>The quay &lt; the sea</title><link rel="self" href="/1.atom"/>
<link rel="alternate" href="/quay"/><published>2026-05-03T12:00:00Z</published>
<updated>2026-05-03T14:00:00+02:00</updated>
<author><name>Ida Brandt</name><email>i@coast.example</email></author>
<author><name>J. Voss</name></author><content type="html">&lt;p>All of it.&lt;/p></content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old Post</title></channel>
<item rdf:about="https://gazette.example/a"><title>A</title><link>https://gazette.example/a</link>
<dc:date>2026-05-03T12:00:00Z</dc:date></item></rdf:RDF>"""
RSS_091 = """<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN"
 "http://my.netscape.example/rss-0.91.dtd"><rss version="0.91"><channel><title>Caf\xe9</title>
<item><title>One</title><link>https://gazette.example/1</link></item></channel></rss>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://gazette.example/old</loc><lastmod>2026-05-01</lastmod></url>
<url><loc> https://gazette.example/new </loc><lastmod>2026-05-03T12:00:00Z</lastmod></url>
<url><loc>javascript:alert(1)</loc></url></urlset>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://gazette.example/n</loc>
<news:news><news:publication><news:name>Harbour Gazette</news:name><news:language>en</news:language>
</news:publication><news:publication_date>2026-05-03T12:00:00Z</news:publication_date>
<news:title>Fog &amp; ferries</news:title></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://gazette.example/1.xml</loc><lastmod>2026-04-01</lastmod></sitemap>
<sitemap><loc>/2.xml.gz</loc><lastmod>2026-05-01</lastmod></sitemap></sitemapindex>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour Gazette",
    "authors": [{"name": "The desk"}],
    "items": [
        {"id": 7, "url": "/seven", "title": "Seven", "content_text": "One.\n\nTwo <b>.",
         "date_published": "2026-05-03T12:00:00Z"},
        {"id": "https://gazette.example/eight", "content_html": "<p>x</p>", "author": {"name": "J. Voss"},
         "external_url": "https://other.example/"},
    ],
}  # fmt: skip


def test_rss_with_all_that_it_can_carry() -> None:
    feed = read_feed(fetched(rss(Told(1, day=3, content=text(1)), title="Harbour & Gazette")))
    assert (feed.kind, feed.title, feed.faults) == ("RSS 2.0", "Harbour & Gazette", ())
    (item,) = feed.items
    assert (item.id, item.url) == ("ferry-1", "https://gazette.example/ferry-1")
    assert (item.title, item.authors) == ("Ferry 1", ("J. Voss",))
    assert item.published == datetime(2026, 5, 3, 10, tzinfo=UTC)
    assert item.content == text(1)
    assert item.summary == "About ferry 1."


def test_atom_with_two_authors_and_two_dates() -> None:
    feed = read_feed(fetched(ATOM, "application/atom+xml"))
    assert (feed.kind, feed.title) == ("Atom 1.0", "Coast & Weekly")
    (item,) = feed.items
    assert (item.url, item.title) == ("https://gazette.example/quay", "The quay < the sea")
    assert (item.published, item.updated) == (NOON, NOON)
    assert item.authors == ("Ida Brandt", "J. Voss")
    assert item.content == "<p>All of it.</p>"


def test_rss_1_0_and_0_91_are_read() -> None:
    old = read_feed(fetched(RDF))
    assert (old.kind, old.title, old.items[0].url) == ("RSS 1.0", "Old Post", "https://gazette.example/a")
    assert old.items[0].newest == NOON
    older = read_feed(fetched(RSS_091.encode("latin-1"), "text/xml"))
    assert (older.kind, older.title) == ("RSS 0.91", "Café")


def test_json_feed_with_a_number_for_an_id_and_authors_of_the_feed() -> None:
    feed = read_feed(fetched(json.dumps(JSON), "application/feed+json"))
    assert (feed.kind, feed.title) == ("JSON Feed", "Harbour Gazette")
    seven, eight = feed.items
    assert (seven.id, seven.url, seven.published) == ("7", "https://gazette.example/seven", NOON)
    assert seven.content == "<p>One.</p><p>Two &lt;b&gt;.</p>"
    assert (seven.authors, eight.authors) == (("The desk",), ("J. Voss",))
    assert eight.url == "https://gazette.example/eight"


def test_a_sitemap_gives_its_pages_the_last_changed_first_and_only_pages_of_the_web() -> None:
    feed = read_feed(fetched(SITEMAP, "application/xml"))
    assert feed.kind == "sitemap"
    assert [item.url for item in feed.items] == ["https://gazette.example/new", "https://gazette.example/old"]
    assert feed.items[0].updated == NOON


def test_a_news_sitemap_names_publisher_title_and_day() -> None:
    feed = read_feed(fetched(NEWS, "text/xml"))
    (item,) = feed.items
    assert (feed.kind, feed.title) == ("news sitemap", "Harbour Gazette")
    assert (item.title, item.publisher, item.published) == ("Fog & ferries", "Harbour Gazette", NOON)


def test_an_index_of_sitemaps_names_the_newest_first() -> None:
    feed = read_feed(fetched(INDEX, "application/xml"))
    assert feed.sitemaps == ("https://gazette.example/2.xml.gz", "https://gazette.example/1.xml")


def test_a_gzipped_sitemap_is_unpacked_and_a_bomb_is_not() -> None:
    feed = read_feed(fetched(gzip.compress(SITEMAP.encode()), "application/gzip"))
    assert len(feed.items) == 2
    with pytest.raises(FetchRefused, match="unpacks to more than 50 MB"):
        read_feed(fetched(gzip.compress(b"<urlset>" + b" " * 60_000_000), "application/gzip"))


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("j@gazette.example (J. Voss)", "J. Voss"),
        ("J. Voss &lt;j@gazette.example&gt;", "J. Voss"),
        ("J. Voss", "J. Voss"),
        ("desk@gazette.example", None),
        ("&lt;b&gt;J.&lt;/b&gt; Voss", "J. Voss"),
    ],
)
def test_an_author_is_a_name_and_no_address(stated: str, name: str | None) -> None:
    item = f"<item><title>T</title><author>{stated}</author></item>"
    feed = read_feed(fetched(f"<rss version='2.0'><channel>{item}</channel></rss>"))
    assert feed.items[0].authors == ((name,) if name else ())


@pytest.mark.parametrize(
    ("more", "wait_s"),
    [
        ("<ttl>90</ttl>", 5400),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 21600),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", 3600),
        ("<ttl>soon</ttl>", None),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", None),
        ("", None),
    ],
)
def test_how_long_a_feed_asks_to_wait(more: str, wait_s: float | None) -> None:
    assert read_feed(fetched(rss(more=more))).wait_s == wait_s


def test_of_a_feed_that_breaks_off_what_is_there_is_read_and_the_fault_is_told() -> None:
    whole = rss(Told(1), Told(2), Told(3))
    feed = read_feed(fetched(whole[: whole.index("About ferry 3")]))
    assert {"ferry-1", "ferry-2"} <= {item.id for item in feed.items}
    assert feed.faults == ("is not well-formed; what could be read of it was.",)


def test_an_ampersand_that_stands_bare_costs_nothing_but_a_word_about_it() -> None:
    feed = read_feed(fetched(rss(Told(1)).replace("About ferry", "Fog & ferry")))
    assert feed.items[0].summary == "Fog & ferry 1."
    assert feed.faults


@pytest.mark.parametrize("charset", [None, "utf-8", "iso-8859-1", "x-unheard-of"])
def test_a_wrong_charset_is_got_over(charset: str | None) -> None:
    body = rss(Told(1), title="Čajovna Žižkov").encode("utf-8")
    feed = read_feed(fetched(body, "application/xml", charset))
    assert len(feed.items) == 1
    if charset in (None, "utf-8"):
        assert feed.title == "Čajovna Žižkov"


def test_utf_16_is_read() -> None:
    body = rss(Told(1), title="Žižkov").replace('encoding="utf-8"', 'encoding="utf-16"').encode("utf-16")
    assert read_feed(fetched(body)).title == "Žižkov"


def test_an_item_without_date_stays_in_its_place_behind_those_with_one() -> None:
    undated = "<item><title>{0}</title><link>https://gazette.example/{0}</link></item>"
    body = rss(Told(1, day=1), Told(2, day=2)).replace(
        "<item>", undated.format("a") + undated.format("b") + "<item>", 1
    )
    assert [item.title for item in read_feed(fetched(body)).items] == ["Ferry 2", "Ferry 1", "a", "b"]


def test_relative_addresses_are_the_feeds_and_foreign_schemes_are_none() -> None:
    items = [Told(1, "/one"), Told(2, "two"), Told(3, "javascript:alert(1)"), Told(4, "data:text/html,x"),
             Told(5, "//other.example/five"), Told(6, "http://[broken"), Told(7, "file:///x")]  # fmt: skip
    found = {item.id: item.url for item in read_feed(fetched(rss(*items), url=f"{ADDRESS}/rss.xml")).items}
    assert found["ferry-1"] == "https://gazette.example/one"
    assert found["ferry-2"] == "https://gazette.example/feed/two"
    assert found["ferry-5"] == "https://other.example/five"
    assert [found[f"ferry-{n}"] for n in (3, 4, 6, 7)] == [None] * 4


def test_one_id_for_different_pages_is_no_id() -> None:
    body = (
        rss(Told(1), Told(2), Told(2))
        .replace("ferry-1</guid>", "same</guid>")
        .replace("ferry-2</guid>", "same</guid>")
    )
    found = read_feed(fetched(body)).items
    assert sorted(item.id for item in found) == [f"https://gazette.example/ferry-{n}" for n in (1, 2)]


def test_an_item_that_stands_there_twice_counts_once_in_its_newer_form() -> None:
    (item,) = read_feed(fetched(rss(Told(1, day=1, content="old"), Told(1, day=2, content="new")))).items
    assert item.content == "new"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<html><head><title>x</title></head><body><p>Hello</p></body></html>", "is a page, not a feed."),
        ("", "is empty."),
        ("hello", "is not a feed."),
        ("{}", "is not a feed."),
        ('{"version": "https://jsonfeed.org/version/1.1"}', "is not a feed."),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "is not a feed."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0", "is not a feed."),
        (b"%PDF-1.7\n", "is not a feed."),
    ],
)
def test_what_is_no_feed_is_told_apart(body: str | bytes, words: str) -> None:
    with pytest.raises(NotAFeed) as caught:
        read_feed(fetched(body, RSS))
    assert caught.value.message == words


@pytest.mark.parametrize("body", ['{"version": ', "[" * 100_000, '{"a":' * 100_000])
def test_broken_json_is_told(body: str) -> None:
    with pytest.raises(ArticleError):
        read_feed(fetched("{" + body, "application/json"))


def test_an_item_of_a_json_feed_that_is_none_is_counted_and_the_rest_is_read() -> None:
    feed = read_feed(fetched(json.dumps({**JSON, "items": [*JSON["items"], 5, {"id": []}]})))
    assert len(feed.items) == 2
    assert feed.faults == ("2 of its 4 items could not be read.",)


def test_a_page_names_its_feeds_those_of_comments_last() -> None:
    page = """<html><head><base href="https://gazette.example/news/">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">
    <link rel="alternate" type="application/atom+xml" href="/atom.xml">
    <link rel="alternate" type="application/rss+xml" href="rss.xml">
    <link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="/x.css">
    <link rel="alternate" type="application/rss+xml" href="javascript:x"></head><body>Hello</body></html>"""
    with pytest.raises(NotAFeed) as caught:
        read_feed(fetched(page, "text/html"))
    assert caught.value.links == (
        "https://gazette.example/atom.xml",
        "https://gazette.example/news/rss.xml",
        "https://gazette.example/news/comments.xml",
    )


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = {
    "entities in entities": f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>',
    "one long entity": f'<!DOCTYPE x [<!ENTITY l9 "{"x" * 5_000}">]>',
    "a file": '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>',
    "an address": '<!DOCTYPE x [<!ENTITY l9 SYSTEM "http://127.0.0.1:9/x">]>',
    "a document type elsewhere": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "a parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p">%p;]>',
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", ["rss", "sitemap"])
def test_entities_grow_to_nothing_and_reach_nothing(bomb: str, encoding: str, kind: str) -> None:
    many = "&l9;" * 1000
    if kind == "rss":
        body = rss(Told(1), title="TITLE").replace('<?xml version="1.0" encoding="utf-8"?>', "")
        body = body.replace("TITLE", f"Title {many}")
    else:
        body = SITEMAP.replace("/old", f"/old{many}")
    feed = read_feed(fetched(f'<?xml version="1.0" encoding="{encoding}"?>{bomb}{body}'.encode(encoding)))
    shown = repr(feed)
    assert len(shown) < 20_000
    assert "lollol" not in shown
    assert "xxxx" not in shown
    assert len(feed.items) >= 1


def test_a_feed_with_thousands_of_items_is_read_and_one_beyond_the_limit_is_not() -> None:
    few = rss(*(Told(n) for n in range(2000)))
    assert len(read_feed(fetched(few)).items) == 2000
    with pytest.raises(ArticleError, match="more than 10 MB"):
        read_feed(fetched(few.encode() + b" " * 10_000_000))
