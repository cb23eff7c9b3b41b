"""From a feed's own text to a page: for items whose page cannot be had although the feed carries all of it.

Of the feed's HTML only the text and its structure are taken, element by element; no attribute, no script and
none of the tags by which a page states what it is. That is stated here, by what the feed says.
"""

import html
import re
from typing import Any

import lxml.html
from lxml import etree

from index.feeds.items import FeedItem, one_line

# Shorter ones are summaries: of what feeds call content, and of what they only call a description.
LEAST_CONTENT = 500
LEAST_SUMMARY = 1_500
_STRUCTURE = frozenset(
    ("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "td", "th",
     "tbody", "thead", "dl", "dt", "dd", "figure", "figcaption", "br", "em", "strong", "b", "i", "code",
     "sup", "sub", "q", "cite")
)  # fmt: skip
_AS = {"h1": "h2", "div": "p", "section": "p", "article": "p"}
_DROPPED = frozenset(
    ("script", "style", "iframe", "object", "embed", "form", "button", "select", "textarea", "svg", "math",
     "template", "noscript", "head", "title", "video", "audio", "canvas", "nav", "link", "meta", "base")
)  # fmt: skip
_EMPTY = frozenset(("br",))
_TAG = re.compile("<[^<>]*>")  # of the HTML that is written here, where every other "<" is escaped
# How feeds end that give the beginning only.
_CUT_OFF = re.compile(
    r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.|(?:read|continue) (?:more|reading|the (?:full|whole)).{0,60})\W{0,40}$",
    re.IGNORECASE,
)


def full_text(item: FeedItem) -> str | None:
    """The item's whole text as HTML of ours; None where the feed does not carry it, or only its beginning."""
    for given, least in ((item.content, LEAST_CONTENT), (item.summary, LEAST_SUMMARY)):
        if not given:
            continue
        kept = _kept(given)
        text = " ".join(html.unescape(_TAG.sub(" ", kept)).split())
        if len(text) >= least and not _CUT_OFF.search(text):
            return kept
    return None


def as_page(item: FeedItem, text: str, publisher: str | None, language: str | None = None) -> bytes:
    """A page with the text (of `full_text`) and what the feed says of it."""
    title = item.title or one_line(_TAG.sub(" ", text)[:120]) or ""
    stated = [
        ("og:type", "article"),
        ("og:title", title),
        ("og:site_name", item.publisher or publisher),
        ("article:published_time", item.dated),
        ("article:modified_time", item.updated.isoformat() if item.updated else None),
        ("og:locale", item.language or language),
        *(("author", name) for name in item.authors),
    ]
    tags = "".join(
        f'<meta property="{name}" content="{html.escape(value)}">\n' for name, value in stated if value
    )
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8">\n<title>{html.escape(title)}</title>\n{tags}'
        f"</head><body><article><h1>{html.escape(title)}</h1>\n{text}\n</article></body></html>\n"
    ).encode()


def _kept(given: str) -> str:
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        tree = lxml.html.document_fromstring(f"<body>{given}</body>".encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return ""
    body = tree.find("body")
    pieces: list[str] = []
    _write(body if body is not None else tree, pieces)
    return "".join(pieces)


def _write(root: Any, pieces: list[str]) -> None:
    """Write what is within an element, without its own tag; never deeper than the parser lets a page nest."""
    pieces.append(html.escape(root.text or "", quote=False))
    for element in root:
        name = element.tag if isinstance(element.tag, str) else ""
        if name and name not in _DROPPED:
            name = _AS.get(name, name)
            shown = name in _STRUCTURE
            pieces.append(f"<{name}>" if shown else "")
            _write(element, pieces)
            pieces.append(f"</{name}>" if shown and name not in _EMPTY else "")
        pieces.append(html.escape(element.tail or "", quote=False))
