"""Sitemaps, news sitemaps and indexes of sitemaps (https://www.sitemaps.org/protocol.html) → items, by lxml
without entities, document types or network."""

from datetime import UTC, datetime
from typing import Any

from lxml import etree

from index.errors import ArticleError
from index.feeds.items import FeedItem, ParsedFeed, one_line, web_address
from index.web.fetched import Fetched, Limits
from index.web.receiving import Unpacking

MOST_PLACES = 50_000  # the protocol's own limit
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
_GZIP = b"\x1f\x8b"


def unpacked(body: bytes) -> bytes:
    """A `.xml.gz` as what is in it. Raises FetchRefused where that is too much, FetchFailed for damage."""
    if not body.startswith(_GZIP):
        return body
    unpacking = Unpacking("gzip", Limits().unpacked_bytes)
    unpacking.feed(body)
    return unpacking.finish()


def is_sitemap(body: bytes) -> bool:
    """Whether it is one, by its first element."""
    head = body[:20_000].replace(b"\0", b"")
    return any(
        b"<" + prefix + name in head
        for prefix in (b"", b"sm:", b"sitemap:", b"ns0:")
        for name in (b"urlset", b"sitemapindex")
    )


def read_sitemap(fetched: Fetched) -> ParsedFeed:
    """The sitemap in what was fetched. Raises ArticleError where nothing of it can be read."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(fetched.body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if any(fault.type == etree.ErrorTypes.ERR_NO_MEMORY for fault in parser.error_log):
        raise MemoryError  # and not half a sitemap as if it were all
    if root is None:
        raise ArticleError("is a sitemap of which nothing can be read.", "Tell the site.")
    faults = ("is not well-formed; what could be read of it was.",) if len(parser.error_log) else ()
    if _name(root) == "sitemapindex":
        maps = [(_moment(_child(e, "lastmod")), _child(e, "loc")) for e in root if _name(e) == "sitemap"]
        oldest = datetime.min.replace(tzinfo=UTC)
        newest_first = sorted(maps, key=lambda one: one[0] or oldest, reverse=True)
        addresses = (web_address(loc, fetched.url) for _, loc in newest_first)
        sitemaps = tuple(dict.fromkeys(address for address in addresses if address))
        return ParsedFeed("index of sitemaps", sitemaps=sitemaps, faults=faults)
    places = [element for element in root if _name(element) == "url"]
    if len(places) > MOST_PLACES:
        faults = (*faults, f"names {len(places):,} pages; the first {MOST_PLACES:,} were read.")
    items = tuple(item for place in places[:MOST_PLACES] if (item := _item(place, fetched.url)))
    news = any(item.title for item in items)
    publisher = next((item.publisher for item in items if item.publisher), None)
    return ParsedFeed("news sitemap" if news else "sitemap", publisher, items, faults=faults)


def _item(place: Any, base: str) -> FeedItem | None:
    url = web_address(_child(place, "loc"), base)
    if url is None:
        return None
    news = place.find(f"{_NEWS}news")
    changed = _child(place, "lastmod")
    dated = title = publisher = language = None
    if news is not None:
        dated, title = _text(news, "publication_date"), one_line(_text(news, "title"))
        publication = news.find(f"{_NEWS}publication")
        if publication is not None:
            publisher, language = one_line(_text(publication, "name")), _text(publication, "language")
    return FeedItem(
        id=url,
        url=url,
        title=title,
        published=_moment(dated),
        updated=_moment(changed),
        dated=dated,
        publisher=publisher,
        language=language,
    )


def _name(element: Any) -> str:
    """An element's name without its namespace, which some sitemaps get wrong."""
    return str(element.tag).rpartition("}")[2].lower()


def _child(element: Any, name: str) -> str | None:
    return next(((e.text or "").strip() or None for e in element if _name(e) == name), None)


def _text(element: Any, name: str) -> str | None:
    return (element.findtext(f"{_NEWS}{name}") or "").strip() or None


def _moment(text: str | None) -> datetime | None:
    """W3C's form: a day, or a moment with its zone."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
