"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/) → items; each item is checked by itself."""

import html
import json
import re
from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from index.errors import ArticleError
from index.feeds.items import FeedItem, ParsedFeed, one_line, web_address
from index.reading.html_decoding import decode_html
from index.web.fetched import Fetched


def _as_text(value: object) -> object:
    """Ids should be texts; the standard asks readers to take numbers too."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


class _Loose(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Author(_Loose):
    name: str | None = None


class _Item(_Loose):
    id: Annotated[str | None, BeforeValidator(_as_text)] = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    author: _Author | None = None  # 1.0
    authors: list[_Author] | None = None  # 1.1
    language: str | None = None


class _Feed(_Loose):
    version: str
    title: str | None = None
    items: list[object]
    author: _Author | None = None
    authors: list[_Author] | None = None
    language: str | None = None


def read_json_feed(fetched: Fetched) -> ParsedFeed | None:
    """The feed in what was fetched; None where it is no JSON Feed. Raises ArticleError for broken JSON."""
    try:
        found = json.loads(decode_html(fetched.body, fetched.charset or "utf-8").lstrip("\ufeff"))
    except (ValueError, RecursionError):
        raise ArticleError("is JSON that breaks off or is damaged.", "Try again later.") from None
    try:
        feed = _Feed.model_validate(found)
    except ValidationError:
        return None
    if "jsonfeed.org/version/" not in feed.version:
        return None
    common = _names(feed.authors, feed.author)
    items, bad = [], 0
    for raw in feed.items:
        try:
            items.append(_item(_Item.model_validate(raw), fetched.url, common))
        except ValidationError:
            bad += 1
    faults = (f"{bad} of its {len(feed.items)} items could not be read.",) if bad else ()
    return ParsedFeed("JSON Feed", one_line(feed.title), tuple(items), faults=faults, language=feed.language)


def _item(raw: _Item, base: str, common: tuple[str, ...]) -> FeedItem:
    # `external_url` is what an item writes about, and no address of its own.
    url = web_address(raw.url, base) or web_address(raw.id, "about:blank")
    paragraphs = re.split(r"\n\s*\n", raw.content_text.strip()) if raw.content_text else []
    content = raw.content_html or "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs) or None
    return FeedItem(
        id=raw.id or url or one_line(raw.title) or "",
        url=url,
        title=one_line(raw.title),
        published=_moment(raw.date_published),
        updated=_moment(raw.date_modified),
        dated=raw.date_published or raw.date_modified,
        authors=_names(raw.authors, raw.author) or common,
        content=content,
        summary=html.escape(raw.summary) if raw.summary else None,
        language=raw.language,
    )


def _names(authors: list[_Author] | None, author: _Author | None) -> tuple[str, ...]:
    names = [one_line(one.name) for one in (authors or ([author] if author else []))]
    return tuple(dict.fromkeys(name for name in names if name))


def _moment(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
