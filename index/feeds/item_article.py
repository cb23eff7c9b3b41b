"""From one item to its article: its page, fetched by the rules of every page; else the feed's own text."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime

from index.addresses import AllowList
from index.errors import ArticleError, FetchRefused
from index.feeds.choosing import MOST_ATTEMPTS, Wanted
from index.feeds.full_text import as_page, full_text
from index.feeds.items import ParsedFeed
from index.feeds.records import Feed, as_text
from index.feeds.report import BroughtItem
from index.feeds.seen import SeenItem, State, address_key, item_key, version_of
from index.reading.page_kinds import NOT_FOUND
from index.reading.page_metadata import own_address
from index.report import Problem, SourceOutcome
from index.web.fetched import Fetched
from index.web.saving import PageSaver, SavedPage, is_gone
from index.web.urls import check_url

NO_ADDRESS = "it names no page of the web."


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an item: to be remembered, and to be told."""

    seen: SeenItem
    brought: BroughtItem | None = None
    problem: Problem | None = None


async def take(
    wanted: Wanted, feed: Feed, parsed: ParsedFeed, saver: PageSaver, allow: AllowList, now: datetime
) -> Taken:
    """Fetch and save one item. Raises StorageError only."""
    item, known = wanted.item, wanted.known
    before = known or SeenItem(item_key(item), address_key(item), State.FAILED, "", 0, None, from_feed=False)
    seen = replace(before, page=address_key(item), version=version_of(item), asked_at=as_text(now))
    if item.url is None:
        return Taken(replace(seen, state=State.GIVEN_UP), problem=Problem(item.title or item.id, NO_ADDRESS))
    from_feed = False
    try:
        try:
            saved = await saver.save(item.url, feed=str(feed.id))
        except ArticleError as error:
            page = await asyncio.to_thread(_stand_in, wanted, feed, parsed, saver, allow, error)
            if page is None:
                raise
            saved, from_feed = await saver.keep(page, feed=str(feed.id)), True
    except ArticleError as error:
        changed = known is not None and known.version != seen.version
        attempts = 1 if changed else before.attempts + 1
        state = State.FAILED if attempts < MOST_ATTEMPTS else State.GIVEN_UP
        again = state is State.FAILED
        return Taken(
            replace(seen, state=state, attempts=attempts), problem=Problem(item.url, str(error), again)
        )
    if saved.outcome is SourceOutcome.REMOVED:
        return Taken(replace(seen, state=State.REMOVED))
    fresh = saved.outcome is not SourceOutcome.UNCHANGED
    done = replace(seen, state=State.SAVED, attempts=0, from_feed=from_feed)
    return Taken(done, brought=_brought(saved, wanted) if fresh else None)


def _brought(saved: SavedPage, wanted: Wanted) -> BroughtItem:
    return BroughtItem(
        saved.url, saved.title or wanted.item.title, changed=saved.outcome is SourceOutcome.CHANGED
    )


def _stand_in(
    wanted: Wanted, feed: Feed, parsed: ParsedFeed, saver: PageSaver, allow: AllowList, error: ArticleError
) -> Fetched | None:
    """The feed's own text as a page; None where it may not stand for the item's page, or is no whole text.

    It may for a page of the feed's own site only, for else any feed could put words under any address, and
    never for one that is gone or that its site wants out of indexes. A page that was had once is kept.
    """
    item, known = wanted.item, wanted.known
    if (
        item.url is None
        or is_gone(error)
        or error.message.startswith(NOT_FOUND.reason)
        or "noindex" in error.message
    ):
        return None
    if own_address(item.url, feed.url) is None:
        return None
    page = saver.pages.find(address_key(item) or "")
    if page is not None and not (known and known.from_feed):
        return None
    try:
        check_url(item.url, allow)
    except FetchRefused:
        return None
    text = full_text(item)
    if text is None:
        return None
    body = as_page(item, text, parsed.title, parsed.language)
    return Fetched(item.url, item.url, 200, "text/html", "utf-8", body)
