"""RSS 0.9x, 1.0, 2.0 and Atom → items, by feedparser.

feedparser gets bytes in a stream, never an address or a text, which it might open or fetch. It is not asked
to sanitise: of what it gives only the text is used (index/feeds/full_text.py), never the HTML.
"""

import calendar
import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from time import struct_time
from typing import Any

import feedparser
from feedparser.encodings import convert_to_utf8

from index.feeds.items import FeedItem, ParsedFeed, one_line, web_address
from index.web.fetched import Fetched

# A declaration of a document type with entities of its own. No feed needs one, and entities can grow from a
# line to gigabytes; without it the reader goes on with those of HTML.
_OWN_ENTITIES = re.compile(rb"<!DOCTYPE[^\[<>]{0,500}\[", re.IGNORECASE)
_THEIR_END = re.compile(rb"\]\s*+>")
_MOST_ENTITIES_BYTES = 100_000
_ENTITY = re.compile(rb"<!ENTITY[^>]*>?", re.IGNORECASE)
_MAIL = re.compile(r"(?<![^\s()<>])[^\s()<>@]++@[^\s()<>]++")
_MAIL_SIGNS = re.compile(r"[()<>]")
_PERIODS_S = {"hourly": 3600, "daily": 86400, "weekly": 604800, "monthly": 2592000, "yearly": 31536000}
_MINUTE_S = 60


def read_syndication(fetched: Fetched) -> ParsedFeed | None:
    """The feed in what was fetched; None where it is none. Blocks: some 10 s for 6 MB."""
    charset = f"; charset={fetched.charset}" if fetched.charset else ""
    headers = {"content-type": f"{fetched.content_type or 'application/xml'}{charset}"}
    data = convert_to_utf8(headers, fetched.body, {})
    data = _ENTITY.sub(b"", _without_document_type(data))
    found: Mapping[str, Any] = feedparser.parse(
        io.BytesIO(data),
        response_headers={
            "content-type": "application/xml; charset=utf-8", "content-location": fetched.url,
        },
        resolve_relative_uris=False,
        sanitize_html=False,
    )  # fmt: skip
    if not found["version"] and not found["entries"]:
        return None
    feed: Mapping[str, Any] = found["feed"]
    return ParsedFeed(
        kind=_kind(str(found["version"])),
        title=one_line(_text(feed, "title")),
        items=tuple(_item(entry, fetched.url) for entry in found["entries"]),
        wait_s=_wait_s(feed),
        faults=_faults(found),
        language=_text(feed, "language"),
    )


def _without_document_type(data: bytes) -> bytes:
    if (begun := _OWN_ENTITIES.search(data)) and (
        ended := _THEIR_END.search(data, begun.end(), begun.end() + _MOST_ENTITIES_BYTES)
    ):
        return data[: begun.start()] + data[ended.end() :]
    return data


def _kind(version: str) -> str:
    letters = re.match("[a-z]*", version)
    name = {"rss": "RSS", "atom": "Atom", "cdf": "CDF"}.get(letters[0] if letters else "", "feed")
    digits = re.sub("[^0-9]", "", version)
    return f"{name} {digits[0]}.{digits[1:]}" if len(digits) > 1 else name


def _item(entry: Mapping[str, Any], base: str) -> FeedItem:
    url = web_address(_text(entry, "link"), base)
    title = one_line(_text(entry, "title"))
    contents = [c.get("value") for c in dict.get(entry, "content", [])] if isinstance(entry, dict) else []
    dated = _text(entry, "published") or _text(entry, "created") or _text(entry, "updated")
    return FeedItem(
        id=_text(entry, "id") or url or title or "",
        url=url,
        title=title,
        published=_moment(entry, "published_parsed") or _moment(entry, "created_parsed"),
        updated=_moment(entry, "updated_parsed"),
        dated=dated,
        authors=_authors(entry),
        content=max((c for c in contents if c), key=len, default=None),
        summary=_text(entry, "summary"),
    )


def _text(found: Mapping[str, Any], name: str) -> str | None:
    """A field as text. Not by feedparser's own look-up, which gives another field for one that is missing."""
    value = dict.get(found, name) if isinstance(found, dict) else None
    return value.strip() or None if isinstance(value, str) else None


def _moment(entry: Mapping[str, Any], name: str) -> datetime | None:
    value = dict.get(entry, name) if isinstance(entry, dict) else None
    if not isinstance(value, struct_time):
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(value), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _authors(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The names. RSS has an e-mail address and the name behind it, which feedparser takes apart only where
    the address ends in as few letters as in 1999."""
    details: list[Any] = dict.get(entry, "authors", []) if isinstance(entry, dict) else []
    names = [str(detail.get("name") or "") for detail in details]
    whole = _text(entry, "author")
    if whole and "@" in whole and len(names) <= 1:
        names = [_MAIL_SIGNS.sub(" ", _MAIL.sub(" ", whole))]
    lines = (one_line(name) for name in names)
    return tuple(dict.fromkeys(line for line in lines if line))


def _wait_s(feed: Mapping[str, Any]) -> float | None:
    """`ttl` (minutes) of RSS 2.0, else the module's `sy:updatePeriod` and `sy:updateFrequency`."""
    ttl = _text(feed, "ttl") or ""
    if re.fullmatch("[0-9]{1,6}", ttl):
        return float(ttl) * _MINUTE_S
    period = _PERIODS_S.get((_text(feed, "sy_updateperiod") or "").lower())
    frequency = _text(feed, "sy_updatefrequency") or "1"
    if period is None or not re.fullmatch("[1-9][0-9]{0,5}", frequency):
        return None
    return period / int(frequency)


def _faults(found: Mapping[str, Any]) -> tuple[str, ...]:
    """What is wrong in the whole of it; a wrong label or charset that was got over is not."""
    problem = found.get("bozo_exception") if found.get("bozo") else None
    harmless = feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType
    if problem is None or isinstance(problem, harmless):
        return ()
    return ("is not well-formed; what could be read of it was.",)
