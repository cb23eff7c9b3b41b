"""Pages that stand in an article's place are told apart, and articles about such pages are not."""

from datetime import date

import pytest

from index.reading.html import extract_page
from index.reading.page_kinds import PageKind
from tests.index.reading.page_samples import ARTICLE, SENTENCES, STORY, page

TEASER = f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]} The harbour …</p>"
PROMPT = "<div class='gate'><h2>Subscribe to continue reading</h2><p>From 3 crowns a week.</p></div>"
NOT_FREE = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Lighthouse reopens",'
    ' "isAccessibleForFree": %s, "wordCount": %d}</script>'
)
CONSENT = (
    "<p>We and our 214 partners store cookies on your device to personalise advertising.</p>"
    "<p>Choose Accept all to consent, or Reject all to go on with tracking switched off.</p>"
    "<button>Accept all</button><button>Reject all</button>"
)


def kind(html: str) -> PageKind | None:
    fault = extract_page(html, today=date(2026, 11, 21)).fault
    return fault.kind if fault else None


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (page(TEASER + PROMPT), PageKind.PAYWALL),
        (page(TEASER + "<p>Already a subscriber? Log in to continue.</p>"), PageKind.PAYWALL),
        (page(TEASER + "<div>This article is for subscribers only.</div>"), PageKind.PAYWALL),
        (page(TEASER + "<p>You have reached your limit of free articles.</p>"), PageKind.PAYWALL),
        (page(TEASER, head=NOT_FREE % ("false", 700)), PageKind.PAYWALL),
        (page(TEASER, head=NOT_FREE % ('"False"', 0)), PageKind.PAYWALL),
        (page("", head=NOT_FREE % ("false", 0)), PageKind.PAYWALL),
        (page(CONSENT, title="Before you continue to Harbour Gazette", heading="", above="", below=""),
         PageKind.CONSENT),
        (page(CONSENT, title="Harbour Gazette", heading="We value your privacy", above="", below=""),
         PageKind.CONSENT),
        (page("<p>The page you are looking for has moved or never was.</p>", title="Page not found | Gazette",
              heading="Page not found"), PageKind.NOT_FOUND),
        (page("<p>Try our search.</p>", title="404 – Harbour Gazette", heading="404"), PageKind.NOT_FOUND),
        (page("<p>Please go to our front page.</p>", title="Harbour Gazette",
              heading="Sorry, we can't find that page"), PageKind.NOT_FOUND),
        (page("<p>This article is no longer available.</p>", title="Harbour Gazette",
              heading="This article is no longer available"), PageKind.NOT_FOUND),
        ("<html><title>Just a moment...</title><body><p>Checking your browser.</p></body></html>",
         PageKind.BLOCKED),
        ("<html><head><title>Gazette</title></head><body><div id=app></div><noscript>You need to enable "
         "JavaScript to run this app.</noscript></body></html>", PageKind.BLOCKED),
        (page("<p>Please verify you are a human.</p>", title="Robot or human?"), PageKind.BLOCKED),
        (page("", title="Gazette", heading="", above="", below=""), PageKind.EMPTY),
        (page(""), PageKind.EMPTY),
        ("", PageKind.EMPTY),
        ("<html></html>", PageKind.EMPTY),
        ("<script>let only = 'code';</script>", PageKind.EMPTY),
    ],
)  # fmt: skip
def test_a_page_in_an_articles_place_is_recognised(html: str, found: PageKind) -> None:
    assert kind(html) is found


ABOUT_WALLS = (
    "<p>“Subscribe to continue reading”: those words now greet readers of nine of ten county papers.</p>"
    "<p>The study counted prompts such as “This article is for subscribers only” on 312 front pages.</p>"
    "<p>Its author says that people who read that they must accept all cookies leave within seconds.</p>"
)


@pytest.mark.parametrize(
    "html",
    [
        ARTICLE,
        page(f"<p>{SENTENCES[0]}</p>"),
        page("<p>The ferry is late.</p>", above="", below=""),
        page(ABOUT_WALLS, title="How paywalls grew | Gazette", heading="How paywalls grew"),
        page(ABOUT_WALLS * 9, title="Subscribe to continue reading", heading="Subscribe to continue reading"),
        page(STORY, head=NOT_FREE % ("false", 130)),  # for subscribers, and whole
        page(STORY * 9 + PROMPT, head=NOT_FREE % ("false", 0)),
        page(TEASER + PROMPT, head=NOT_FREE % ("true", 0)),  # it says that all may read it
        page(STORY, below="<nav><p>Subscribe to continue reading</p></nav>"),
        page(STORY, below="<ul><li><p>This story is for subscribers only</p></li></ul>"),
        page(STORY, below="<div style='display:none'><p>Subscribe to continue reading</p></div>"),
        page(STORY, below="<header><a>Already a subscriber? Log in</a></header>"),
        page(STORY + "<p>Sign up for our newsletter.</p>"),
        page(CONSENT.replace("We and our", "Sites and their") + STORY * 3, title="Cookies on county sites",
             heading="Cookies on county sites"),
        page(STORY, above=f"<div><h2>We value your privacy</h2>{CONSENT}</div>"),
        page(f"<p>{SENTENCES[0]}</p>", title="Page not found: how a timetable vanished",
             heading="Page not found: how a timetable vanished"),
        page(STORY * 3, title="404", heading="404"),  # a novel, perhaps
        page("<p>The flat at number 404 stood empty for years.</p>", title="404 Harbour Street",
             heading="404 Harbour Street"),
        page(f"<p>{SENTENCES[1]} The council's new site needs JavaScript, and readers complain.</p>" + STORY),
        page("<p>“Just a moment”, he said, and dived after the buoy once more.</p>", title="A diver's day",
             heading="A diver's day"),
    ],
)  # fmt: skip
def test_an_article_is_an_article_however_short_and_whatever_it_is_about(html: str) -> None:
    assert kind(html) is None
    assert extract_page(html).text


def test_a_fault_says_what_happened_and_what_to_do() -> None:
    fault = extract_page(page(TEASER + PROMPT)).fault
    assert fault is not None
    assert fault.reason == "is the beginning of an article behind a paywall."
    assert fault.next_step.endswith(".")
