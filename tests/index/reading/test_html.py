"""What the HTML reader takes from a page: its text, and what it states of itself."""

from datetime import date

import pytest

from index.cleaning import clean
from index.reading.html import Page, extract_page
from tests.index.reading.page_samples import (
    ARTICLE,
    CAPTION,
    LINKED_DATA,
    SENTENCES,
    STORY,
    page,
)
from tests.index.reading.reading_one import read_bytes

TODAY = date(2026, 11, 21)
WHERE = "https://gazette.example/news/light?from=front"


def _extract(html: str, url: str | None = None) -> Page:
    return extract_page(html, url=url, today=TODAY)


def test_the_main_text_comes_without_the_clutter_around_it() -> None:
    text = _extract(ARTICLE).text
    assert all(sentence in text for sentence in SENTENCES)
    clutter = ("cookies", "Home", "Most read", "Ferry to Skagen", "Great news", "©", "not text", "Privacy")
    assert [words for words in clutter if words in text] == []


def test_headings_lists_and_tables_are_marked_as_the_other_readers_mark_them() -> None:
    blocks = _extract(ARTICLE).text.split("\n\n")
    assert "## What it cost" in blocks
    assert [one for one in blocks if one.startswith("•")] == ["• 41 metres high", "• 22 nautical miles"]
    assert [one for one in blocks if " | " in one] == ["Year: 1890 | Height: 35 m"]


def test_a_caption_is_kept_apart_from_the_running_text() -> None:
    found = _extract(ARTICLE)
    assert found.captions == (CAPTION,)
    assert CAPTION not in found.text


def test_everything_that_the_page_states_reaches_the_article() -> None:
    (raw,), problems = read_bytes("light.html", ARTICLE.encode(), TODAY)
    article = clean(raw, TODAY)
    assert problems == []
    assert (article.info.id, article.info.source) == ("https://gazette.example/2026/light", "light.html")
    assert article.info.url == "https://gazette.example/2026/light"
    assert article.info.title == "Lighthouse reopens & shines"
    assert article.info.publisher == "Harbour Gazette"
    assert article.info.authors == ("J. Voss", "Ida Brandt")
    assert (article.info.published, article.info.modified) == (date(2026, 5, 2), date(2026, 5, 3))
    assert (article.info.language, article.info.section) == ("en", "Harbour")
    assert article.captions == (CAPTION.removesuffix(" Photo: Ida Brandt"),)
    assert [article.text[span.start : span.end] for span in article.headings][-1:] == ["What it cost"]


def test_what_a_page_does_not_state_stays_unknown() -> None:
    html = f"<html><body><p>On 3 May 2026 the light burned.</p>{STORY}</body></html>"
    found = _extract(html, "https://gazette.example/2026/05/03/light")
    assert found.metadata.published is None
    assert found.metadata.authors == ()
    assert (found.metadata.section, found.metadata.language, found.metadata.publisher) == (None, None, None)


@pytest.mark.parametrize(
    ("head", "name", "value"),
    [
        ('<meta property="og:title" content="Light &amp; tower | Coast Weekly">'
         '<meta property="og:site_name" content="Coast Weekly">', "title", "Light & tower"),
        ('<meta name="citation_title" content="On towers">', "title", "On towers"),
        ('<meta property="og:site_name" content="Coast Weekly">', "publisher", "Coast Weekly"),
        ('<meta name="citation_journal_title" content="Towers">', "publisher", "Towers"),
        ('<meta name="author" content="By J. Voss, Ida Brandt and O. Lund">', "authors",
         ("J. Voss", "Ida Brandt", "O. Lund")),
        ('<meta name="citation_author" content="Voss, J."><meta name="citation_author" content="Lund, O.">',
         "authors", ("Voss, J.", "Lund, O.")),
        ('<meta property="article:author" content="https://social.example/voss">', "authors", ()),
        ('<meta name="parsely-author" content="J. Voss">', "authors", ("J. Voss",)),
        ('<meta property="article:published_time" content="2026-05-02T23:30:00-05:00">', "published",
         date(2026, 5, 2)),
        ('<meta name="dc.date.issued" content="2026-05-02">', "published", date(2026, 5, 2)),
        ('<meta name="citation_publication_date" content="2026/05/02">', "published", date(2026, 5, 2)),
        ('<meta itemprop="datePublished" content="2026-05-02">', "published", date(2026, 5, 2)),
        ('<meta property="article:published_time" content="soon">', "published", None),
        ('<meta property="article:published_time" content="2031-01-01">', "published", None),
        ('<meta property="article:modified_time" content="2026-05-04">', "modified", date(2026, 5, 4)),
        ('<meta property="article:section" content="Harbour">', "section", "Harbour"),
        ('<meta name="parsely-section" content="Town">', "section", "Town"),
    ],
)  # fmt: skip
def test_meta_tags_are_read_where_there_is_no_linked_data(head: str, name: str, value: object) -> None:
    assert getattr(_extract(page(head=head)).metadata, name) == value


@pytest.mark.parametrize(
    ("data", "name", "value"),
    [
        ('{"@type": "NewsArticle", "author": "J. Voss"}', "authors", ("J. Voss",)),
        ('{"@type": "BlogPosting", "author": {"name": "J. Voss"}}', "authors", ("J. Voss",)),
        ('[{"@type": "WebPage"}, {"@type": "Article", "author": [{"name": "A. A."}, "B. B."]}]', "authors",
         ("A. A.", "B. B.")),
        ('{"@type": "NewsArticle", "author": {"url": "https://x.example"}}', "authors", ()),
        ('{"@type": "NewsArticle", "publisher": {"name": "Coast Weekly"}}', "publisher", "Coast Weekly"),
        ('{"@type": "NewsArticle", "publisher": "Coast Weekly"}', "publisher", "Coast Weekly"),
        ('{"@type": "https://schema.org/NewsArticle", "datePublished": "2026-05-02"}', "published",
         date(2026, 5, 2)),
        ('{"@type": "WebPage", "mainEntity": {"@type": "Article", "articleSection": "Town"}}', "section",
         "Town"),
        ('<!-- {"@type": "NewsArticle", "articleSection": "Town"}; -->', "section", "Town"),
        ('{"@type": "NewsArticle", "articleSection": "line\nbreak"}', "section", "line break"),
        ('{"@type": "NewsArticle", "articleSection": ', "section", None),
        ('{"@type": "Product", "articleSection": "Town"}', "section", None),
        ("[" * 100_000, "section", None),
        ('{"@type": "NewsArticle", "headline": {"a": 1}, "author": 7, "datePublished": [], "url": {}}',
         "authors", ()),
        ('[{"@type": "NewsArticle", "headline": "A teaser", "articleSection": "Sport"},'
         '{"@type": "NewsArticle", "headline": "Lighthouse reopens", "articleSection": "Town"}]', "section",
         "Town"),
    ],
)  # fmt: skip
def test_linked_data_is_read_in_every_shape(data: str, name: str, value: object) -> None:
    head = f'<script type="application/ld+json">{data}</script>'
    assert getattr(_extract(page(head=head)).metadata, name) == value


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ('<p>By J. Voss <time datetime="2026-05-02T08:00">2 May</time></p>', date(2026, 5, 2)),
        ('<div><time datetime="2026-05-02">today</time></div>', date(2026, 5, 2)),
        ('<div>Updated <time datetime="2026-05-02">today</time></div>', None),
        ('<aside><time datetime="2026-05-02">today</time></aside>', None),
        ('<div style="display: none"><time datetime="2026-05-02">today</time></div>', None),
        ("<time>2 May 2026</time>", None),
    ],
)
def test_the_time_in_an_articles_header_is_its_date(header: str, day: date | None) -> None:
    assert _extract(page(header + STORY)).metadata.published == day


def test_a_time_further_down_is_not_the_articles_date() -> None:
    html = page(STORY + '<p>It burned on <time datetime="1890-05-02">that day</time>.</p>')
    assert _extract(html).metadata.published is None


@pytest.mark.parametrize(
    ("canonical", "url", "known"),
    [
        ("https://gazette.example/light", None, "https://gazette.example/light"),
        ("/light#top", WHERE, "https://gazette.example/light"),
        ("https://www.gazette.example/light", WHERE, "https://www.gazette.example/light"),
        ("https://m.gazette.example/l", "https://amp.gazette.example/l", "https://m.gazette.example/l"),
        ("https://other.example/light", WHERE, WHERE),  # a page speaks for its own site only
        ("https://b.co.uk/light", "https://a.co.uk/light", "https://a.co.uk/light"),
        ("https://gazette.example/", WHERE, WHERE),  # some name their front page on every page
        ("https://gazette.example/", None, None),
        ("javascript:alert(1)", WHERE, WHERE),
        ("https://gazette.example/a b", WHERE, WHERE),
        ("http://[broken", WHERE, WHERE),
        ("", WHERE, WHERE),
    ],
)
def test_the_canonical_address_is_believed_within_reason(
    canonical: str, url: str | None, known: str | None
) -> None:
    html = page(head=f'<link rel="canonical" href="{canonical}">')
    assert _extract(html, url).url == known


def test_a_saved_page_is_called_by_where_its_browser_saved_it_from() -> None:
    note = "<!-- saved from url=(0035)https://gazette.example/saved/light -->\n"
    html = page().replace("<html", note + "<html")
    assert _extract(html).url == "https://gazette.example/saved/light"
    (raw,), _ = read_bytes("light.html", html.encode(), TODAY)
    assert (raw.id, raw.publisher) == ("https://gazette.example/saved/light", "gazette.example")


def test_a_page_of_unknown_address_is_called_by_its_path() -> None:
    (raw,), _ = read_bytes("light.htm", page().encode(), TODAY)
    assert (raw.id, raw.url, raw.publisher) == ("light.htm", None, None)


def test_an_address_too_long_for_an_id_is_kept_as_the_address_only() -> None:
    long = "https://gazette.example/" + "x" * 300
    (raw,), _ = read_bytes("light.html", page(head=f'<link rel="canonical" href="{long}">').encode(), TODAY)
    assert (raw.id, raw.url) == ("light.html", long)


def test_the_linked_data_of_the_sample_is_what_the_article_test_reads() -> None:
    assert LINKED_DATA in ARTICLE


def test_a_page_may_leave_out_the_tags_that_html_lets_it_leave_out() -> None:
    """The parser puts elements that it does not know into the head then."""
    lamp = "<p>The lamp burns all night, and its keeper sleeps all day.</p>" * 8
    story = f"<title>Lamp</title><meta charset=utf-8><article><h1>Lamp</h1>{lamp}</article>"
    for html in (story, f"<!DOCTYPE html>{story}", story.replace("article>", "section>")):
        found = _extract(html)
        assert found.metadata.title == "Lamp"
        assert "The lamp burns all night" in found.text
