"""Reads .html, .htm and .xhtml: the main text of a saved or fetched page, and what the page states of it.

`extract_page` is for whoever has a page already; a build gives it files, in a process apart (index/reading/
sandboxed.py), since a page may be made to take any amount of time and memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from index.article import RawArticle
from index.errors import ArticleError
from index.reading.decoding import printable
from index.reading.fields import LONGEST_ID, make_article
from index.reading.html_decoding import OWN_ADDRESS, read_html_text
from index.reading.markup_text import parse_markup
from index.reading.page_kinds import EMPTY, PageFault, find_fault
from index.reading.page_metadata import Metadata, only_heading, own_address, read_metadata
from index.reading.page_text import captions, main_text, readable_tree
from index.report import Problem

# Of a saved page most is pictures written into it as text; those go first, and no article needs what is
# left. A tree takes some ten times its text, and the largest live blogs have 5 MB.
LARGEST_PAGE = 10_000_000  # characters
_DATA_URL = re.compile(r"data:[a-z]+/[^\"'()<>\s]{1000,}", re.IGNORECASE)
# As browsers write it when they save a page, with the length of the address in front.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=(?:\(\d{1,6}\))?(?P<url>\S{1,2000})\s*-->", re.IGNORECASE)
_AMONG_FIRST = 2_000


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page holds of its article.

    `url` is its canonical address, else where it was fetched or saved; None where neither is known. What
    the page does not state is None or empty. `fault` says what the page is in place of an article.
    """

    text: str
    captions: tuple[str, ...]
    url: str | None
    metadata: Metadata
    fault: PageFault | None


def extract_page(html: str, *, url: str | None = None, today: date | None = None) -> Page:
    """Take a page apart: its main text, captions and metadata, and whether it is an article at all.

    html: the page, decoded. url: where it was fetched; else what the browser that saved it noted. today:
    decides which dates lie too far ahead to be true. It blocks for 10 to 50 ms a page, so it is not for an
    event loop. Raises ArticleError where it is too large or nested too deep; a page that is a paywall and
    the like is given, with its `fault`.
    """
    html = _DATA_URL.sub("data:,", printable(html))
    if len(html) > LARGEST_PAGE:
        raise ArticleError(
            f"has {len(html) / 1e6:,.0f} MB without its pictures; of a page at most"
            f" {LARGEST_PAGE / 1e6:.0f} MB are read.",
            "Save its text as a .txt file.",
        )
    known = url or saved_from(html)
    tree = parse_markup(html)
    if tree is None:
        return Page("", (), known, Metadata(), EMPTY)
    readable = readable_tree(tree)
    metadata = read_metadata(tree, known, today or datetime.now(UTC).date(), only_heading(readable))
    text = main_text(readable)
    fault = find_fault(text, tree, metadata)
    believed = None if OWN_ADDRESS in html[:_AMONG_FIRST] else metadata.canonical
    return Page(text, captions(tree), believed or known, metadata, fault)


def saved_from(html: str) -> str | None:
    """The address that a browser noted in the first lines of a page that it saved."""
    found = _SAVED_FROM.search(html[:_AMONG_FIRST])
    return own_address(found["url"], found["url"]) if found else None


def read_html(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """The page in a file as one article, called by its address where one is known."""
    page = extract_page(read_html_text(path), today=today)
    if page.fault:
        raise ArticleError(page.fault.reason, page.fault.next_step)
    stated = page.metadata
    given = {
        "title": stated.title,
        "url": page.url,
        "publisher": stated.publisher,
        "authors": list(stated.authors),
        "date": stated.published,
        "modified": stated.modified,
        "language": stated.language,
        "section": stated.section,
    }
    id_ = page.url if page.url and len(page.url) <= LONGEST_ID else source
    article, _ = make_article(id_, source, page.text, given, today, captions=page.captions, markup_read=True)
    yield article  # what is wrong in a page's metadata is not for its reader to mend
