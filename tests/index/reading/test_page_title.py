"""A page's title is what the page is called, and its date the day that its text is of."""

from datetime import date

import pytest

from index.reading.html import extract_page
from index.reading.page_metadata import Metadata
from tests.index.reading.page_samples import page

TODAY = date(2026, 11, 21)


def stated(data: str = "", head: str = "", title: str = "", heading: str = "") -> Metadata:
    script = f'<script type="application/ld+json">{{"@type": "Article", {data}}}</script>' if data else ""
    return extract_page(page(head=head + script, title=title, heading=heading), today=TODAY).metadata


@pytest.mark.parametrize(
    ("data", "head", "title", "heading", "called"),
    [
        ('"headline": "windmill in Orrin", "name": "Orrin Mill"', "", "Orrin Mill - Old Wiki", "Orrin Mill",
         "Orrin Mill"),
        ('"headline": "Windmühle in Orrin", "name": "Mühle"', "", "Mühle – Altes Wiki",
         "Mühle [Bearbeiten]", "Mühle"),
        ('"headline": "windmill in Ostermark"', "", "Orrin Mill - Old Wiki", "Orrin Mill", "Orrin Mill"),
        ('"headline": "windmill in Ostermark"', '<meta property="og:title" content="Orrin Mill - Old Wiki">',
         "Orrin Mill - Old Wiki", "", "Orrin Mill"),
        ('"headline": "windmill", "name": "Orrin Mill"', '<meta property="og:title" content="Orrin Mill">',
         "", "",
         "Orrin Mill"),
        ('"name": "Orrin Mill"', "", "Orrin Mill - Old Wiki", "Old Wiki", "Orrin Mill"),
        ('"headline": "Light back &amp; brighter"', "", "Lighthouse reopens", "Light back & brighter",
         "Light back & brighter"),
        ('"headline": "The <em>Linnet</em> sails"', "", "The Linnet sails | Gazette", "", "The Linnet sails"),
        ('"headline": "The old light of Lindau burns again and will…"', "", "x",
         "The old light of Lindau burns again and will not go out",
          "The old light of Lindau burns again and will not go out"),
        ('"headline": "A light for all"', "", "", "", "A light for all"),
        ("", '<meta property="og:title" content="Orrin Mill - Old Wiki">', "Orrin Mill - Old Wiki",
         "Orrin Mill", "Orrin Mill"),
        ("", '<meta property="og:title" content="Ferry - a love story">', "Ferry - a love story | Gazette",
         "Ferry",
         "Ferry - a love story"),
        ("", "", "Mills | Old Wiki", "Orrin<br>Mill", "Orrin Mill"),
        ("", "", "The light of Lindau | Gazette", "", "The light of Lindau"),
    ],
)  # fmt: skip
def test_the_title_is_what_the_page_is_called(
    data: str, head: str, title: str, heading: str, called: str
) -> None:
    heading = heading.replace(
        "[Bearbeiten]", "<span class='mw-editsection'>[<a href='#'>Bearbeiten</a>]</span>"
    )
    assert stated(data, head, title, heading).title == called


MADE, LATER, SOON = (
    '"datePublished": "2006-07-12"',
    '"dateModified": "2025-08-31"',
    '"dateModified": "2006-07-20"',
)
GENERATOR = '<meta name="generator" content="MediaWiki 1.41.0">'


@pytest.mark.parametrize(
    ("data", "head", "day"),
    [
        (f"{MADE}, {LATER}", "", date(2025, 8, 31)),
        (f"{MADE}, {LATER}", GENERATOR, date(2025, 8, 31)),
        (f'"@type": "TechArticle", {MADE}, {LATER}', "", date(2025, 8, 31)),
        (f"{MADE}, {SOON}", "", date(2006, 7, 12)),
        (f'"@type": "NewsArticle", {MADE}, {LATER}', "", date(2006, 7, 12)),
        (f'"@type": "BlogPosting", {MADE}, {LATER}', "", date(2006, 7, 12)),
        (f"{MADE}, {LATER}", '<meta property="og:type" content="article">', date(2006, 7, 12)),
        (f"{MADE}, {LATER}", '<meta property="article:published_time" content="2006-07-12">', date(2006, 7,
         12)),
        (f'"@type": "NewsArticle", "dateCreated": "2006-07-12", {LATER}', "", date(2025, 8, 31)),
        (f'"dateCreated": "2006-07-12", "datePublished": "2006-08-01", {SOON}', "", date(2006, 8, 1)),
        ('"dateCreated": "2006-07-12"', "", date(2006, 7, 12)),
        (MADE, "", date(2006, 7, 12)),
        ("", '<meta name="dcterms.created" content="2006-07-12"><meta name="dc.date" content="2007-01-02">',
         date(2007, 1, 2)),
        ("",
         '<meta name="dcterms.created" content="2006-07-12"><meta name="lastmod" content="2025-08-31">',
         date(2025, 8, 31)),
        ("", '<meta name="date" content="2006-07-12"><meta name="lastmod" content="2025-08-31">', date(2006,
         7, 12)),
        ("", GENERATOR + '<meta name="date" content="2006-07-12"><meta name="lastmod" content="2025-08-31">',
         date(2025, 8, 31)),
    ],
)  # fmt: skip
def test_the_day_on_which_a_page_was_made_is_not_its_date_where_it_was_gone_on_with(
    data: str, head: str, day: date
) -> None:
    assert stated(data, head, "Orrin Mill", "Orrin Mill").published == day
