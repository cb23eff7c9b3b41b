"""From a page to its feeds: what it names by `<link rel=alternate>`."""

from typing import Any

import lxml.html
from lxml import etree

from index.feeds.plain import web_address

MOST_LINKS = 10
_TYPES = (
    "application/atom+xml",
    "application/rss+xml",
    "application/feed+json",
    "application/rdf+xml",
)
_HEAD_CHARACTERS = 500_000


def linked_feeds(html: str, url: str) -> tuple[str, ...]:
    """The addresses of a page's feeds in its order, those of comments last. Blocks for some milliseconds."""
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree: Any = lxml.html.document_fromstring(html[:_HEAD_CHARACTERS].encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return ()
    base = next((web_address(e.get("href"), url) for e in tree.iter("base") if e.get("href")), None) or url
    found: list[tuple[bool, str]] = []
    for link in tree.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").lower().partition(";")[0].strip()
        address = web_address(link.get("href"), base)
        if "alternate" in relations and kind in _TYPES and address:
            of_comments = "comment" in f"{link.get('title') or ''} {address}".lower()
            found.append((of_comments, address))
    return tuple(dict.fromkeys(address for _, address in sorted(found, key=lambda one: one[0])))[:MOST_LINKS]
