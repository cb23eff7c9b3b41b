"""Feeds of an invented newspaper, in every format: what the tests serve and read."""

from dataclasses import dataclass
from html import escape

from index.web.fetched import Fetched

ADDRESS = "https://gazette.example/feed"
RSS = "application/rss+xml"
LONG = (
    "The ferry {n} left the quay of Brackwater at dawn with {n} passengers and their bicycles. Its captain"
    " had waited {n} minutes for the fog to lift, and the harbour office noted the delay in its book. "
)


@dataclass(frozen=True)
class Told:
    """An item as a test writes it."""

    n: int
    link: str = ""
    day: int = 1
    content: str = ""
    updated: str = ""


def text(n: int, sentences: int = 8) -> str:
    """A text that is long enough to be an article, and different for each number."""
    return "".join(f"<p>{LONG.format(n=n + part)}</p>" for part in range(sentences))


def fetched(body: str | bytes, kind: str = RSS, charset: str | None = None, url: str = ADDRESS) -> Fetched:
    data = body.encode() if isinstance(body, str) else body
    return Fetched(url, url, 200, kind, charset, data)


def rss(
    *items: Told, title: str = "Harbour Gazette", more: str = "", site: str = "https://gazette.example"
) -> str:
    """RSS 2.0 with the whole text where an item has one."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">'
        f"<channel><title>{escape(title)}</title><link>{site}</link>{more}"
        + "".join(_rss_item(item, site) for item in items)
        + "</channel></rss>"
    )


def _rss_item(item: Told, site: str) -> str:
    content = f"<content:encoded><![CDATA[{item.content}]]></content:encoded>" if item.content else ""
    updated = f"<atom:updated>{item.updated}</atom:updated>" if item.updated else ""
    return (
        f"<item><title>Ferry {item.n}</title><link>{item.link or f'{site}/ferry-{item.n}'}</link>"
        f'<guid isPermaLink="false">ferry-{item.n}</guid>'
        f"<pubDate>{item.day:02} May 2026 10:00:00 +0000</pubDate>"
        f"<dc:creator>J. Voss</dc:creator><description>About ferry {item.n}.</description>"
        f"{content}{updated}</item>"
    )
