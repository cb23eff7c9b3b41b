"""What a feed holds, whatever its format: the contract between reading feeds and their users."""

import html
import json
import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from index.errors import ArticleError
from index.web.fetched import Fetched


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item. `id` is the feed's own word for it, else its address; `url` is absolute, and untrusted.

    `content` is HTML that the feed calls the whole text, `summary` HTML of which it says nothing; `dated` is
    the day as the feed writes it, for who reads the page; `published` and `updated` are in UTC. What the feed
    does not state is None or empty.
    """

    id: str
    url: str | None
    title: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    dated: str | None = None
    authors: tuple[str, ...] = ()
    content: str | None = None
    summary: str | None = None
    publisher: str | None = None  # where it is another than the feed itself (news sitemaps name it)
    language: str | None = None

    @property
    def newest(self) -> datetime | None:
        """When it was last touched, as far as it says."""
        return self.updated or self.published


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed as it was read. `items` newest first, those without a date in the feed's order behind.

    `wait_s` is how long it asks its readers to wait between two visits; `sitemaps` are the maps that an
    index of sitemaps names, newest first; `faults` say what of it could not be read.
    """

    kind: str
    title: str | None = None
    items: tuple[FeedItem, ...] = ()
    wait_s: float | None = None
    sitemaps: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    language: str | None = None


class NotAFeed(ArticleError):
    """What was fetched is no feed; `links` are the addresses of feeds that the page in its place names."""

    def __init__(self, message: str, next_step: str = "", links: tuple[str, ...] = ()) -> None:
        super().__init__(message, next_step)
        self.links = links


@dataclass(frozen=True, slots=True)
class FeedReply:
    """What the process that reads feeds answers: a feed; or an error's message and next step, `no_feed` and
    its `links` where it is a NotAFeed."""

    feed: ParsedFeed | None = None
    error: tuple[str, str] = ("", "")
    no_feed: bool = False
    links: tuple[str, ...] = ()


def as_task(fetched: Fetched) -> bytes:
    """What was fetched, for the process that reads feeds: what is known of it as a line of JSON, the body
    behind it."""
    return json.dumps([fetched.url, fetched.content_type, fetched.charset]).encode() + b"\n" + fetched.body


def from_task(task: bytes) -> Fetched:
    """The reverse of `as_task`."""
    head, _, body = task.partition(b"\n")
    url, content_type, charset = json.loads(head)
    return Fetched(url, url, 200, content_type, charset, body)


LONGEST_LINE = 500  # characters of a title or a name; what is longer is none
LONGEST_ADDRESS = 2_000
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,1000}>")


def one_line(text: str | None) -> str | None:
    """A title or a name without tags and line breaks; None for nothing."""
    if not text:
        return None
    bare = html.unescape(_TAG.sub(" ", text[: 4 * LONGEST_LINE]))
    return " ".join("".join(c if c.isprintable() else " " for c in bare).split())[:LONGEST_LINE] or None


def web_address(text: str | None, base: str) -> str | None:
    """The address, absolute and of the web; None for `javascript:` and anything else that is no page."""
    if not text or len(text) > LONGEST_ADDRESS:
        return None
    try:
        address = urljoin(base, text.strip())
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return address
