"""From what was fetched to a feed's items: told apart by what it is, not by its label."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import lxml.html
from lxml import etree
from pydantic import TypeAdapter

from index.errors import ArticleError
from index.feeds.items import FeedItem, FeedReply, NotAFeed, ParsedFeed, from_task, web_address
from index.feeds.json_feed import read_json_feed
from index.feeds.sitemaps import is_sitemap, read_sitemap, unpacked
from index.feeds.syndication import read_syndication
from index.reading.html_decoding import decode_html
from index.web.fetched import Fetched
from index.web.kinds import Kind, kind_of

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


# Bytes, unpacked. The largest honest ones, the full text of 1,000 items, have some 5 MB; to read 6 MB takes
# 10 s, and 25 s where they are malformed.
LARGEST_FEED = 10_000_000
LARGEST_SITEMAP = 50_000_000  # the protocol's own limit
_MEGABYTE = 1_000_000
_REPLY: TypeAdapter[FeedReply] = TypeAdapter(FeedReply)
_OLDEST = datetime.min.replace(tzinfo=UTC)


def answer(task: bytes) -> bytes:
    """In the sandbox (index/feeds/sandboxed.py): read one feed."""
    return _REPLY.dump_json(_reply(from_task(task)))


def _reply(fetched: Fetched) -> FeedReply:
    try:
        return FeedReply(read_feed(fetched))
    except NotAFeed as error:
        return FeedReply(error=(error.message, error.next_step), no_feed=True, links=error.links)
    except ArticleError as error:
        return FeedReply(error=(error.message, error.next_step))


def read_feed(fetched: Fetched) -> ParsedFeed:
    """The feed in what was fetched. Blocks, some seconds for a large one.

    Raises NotAFeed where it is something else, with the feeds that it names; ArticleError where it is one
    of which nothing can be read.
    """
    fetched = replace(fetched, body=unpacked(fetched.body))
    body = fetched.body
    if not body.strip():
        raise NotAFeed("is empty.", "Check the address.")
    sitemap = is_sitemap(body)
    most = LARGEST_SITEMAP if sitemap else LARGEST_FEED
    if len(body) > most:
        raise ArticleError(f"has more than {most // _MEGABYTE} MB, the most that is read of a feed.")
    feed = _read(fetched, sitemap=sitemap)
    if feed is None:
        raise _not_a_feed(fetched)
    return replace(feed, items=_newest_first(_told_apart(feed.items)))


def _read(fetched: Fetched, *, sitemap: bool) -> ParsedFeed | None:
    if sitemap:
        return read_sitemap(fetched)
    if fetched.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return read_json_feed(fetched)
    if _is_page(fetched):
        return None
    return read_syndication(fetched)


def _is_page(fetched: Fetched) -> bool:
    try:
        return kind_of(replace(fetched, content_type="")) is Kind.HTML
    except ArticleError:
        return False


def _not_a_feed(fetched: Fetched) -> NotAFeed:
    links: tuple[str, ...] = ()
    if _is_page(fetched):
        links = linked_feeds(decode_html(fetched.body, fetched.charset), fetched.url)
        return NotAFeed(
            "is a page, not a feed.", "Look on the site for a link called RSS, Atom or feed.", links
        )
    return NotAFeed("is not a feed.", "RSS, Atom, JSON Feed and sitemaps are read.")


def _told_apart(items: tuple[FeedItem, ...]) -> tuple[FeedItem, ...]:
    """Every item once. Where a feed gives one id to different pages, each goes by its address instead."""
    addresses: defaultdict[str, set[str | None]] = defaultdict(set)
    for item in items:
        addresses[item.id].add(item.url)
    found: dict[str, FeedItem] = {}
    for item in items:
        shared = len(addresses[item.id]) > 1 or not item.id
        own = replace(item, id=item.url or f"{item.id} {item.title or ''}") if shared else item
        known = found.get(own.id)
        if known is None or (own.newest or _OLDEST) > (known.newest or _OLDEST):
            found[own.id] = own
    return tuple(found.values())


def _newest_first(items: tuple[FeedItem, ...]) -> tuple[FeedItem, ...]:
    return tuple(sorted(items, key=lambda item: item.published or item.updated or _OLDEST, reverse=True))
