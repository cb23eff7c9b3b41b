"""One round of one feed: asked, read, its new items fetched and saved, its health written down."""

import asyncio
import random
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from index.addresses import AllowList
from index.errors import ArticleError, FetchFailed
from index.feeds.choosing import Choice, Wanted, choose
from index.feeds.item_article import Taken, take
from index.feeds.items import FeedItem, ParsedFeed
from index.feeds.records import Feed, Feeds, as_text
from index.feeds.report import BroughtItem, FeedRound
from index.feeds.sandboxed import FeedReader
from index.feeds.schedule import due_at, max_age_s, wait_s
from index.feeds.seen import Seen, SeenItem, State, address_key, item_key, version_of
from index.report import Problem, SourceOutcome
from index.web.fetched import Fetched, Fetcher
from index.web.identity import page_key
from index.web.pages import PageRecord
from index.web.rechecking import is_due
from index.web.saving import PageSaver, is_gone

MOST_SITEMAPS = 3  # of an index of sitemaps, the newest
READ_WHOLE_AFTER = timedelta(days=1)  # even where its server says that nothing has changed
FORGOTTEN_AFTER = timedelta(days=180)
GONE = 410
CUT_SHORT = "The last attempt was cut short."
BY_ITS_SITE = "its site"
OVERDUE = "was not through after {minutes:,.0f} minutes."
TRIED_LATER = "It is tried again later."

R = TypeVar("R")
OnItems = Callable[[int, int], None]  # so many more items to fetch; so many of them done


@dataclass(frozen=True, slots=True)
class Round:
    """What all feeds of a round share."""

    feeds: Feeds
    saver: PageSaver
    fetcher: Fetcher
    reader: FeedReader
    allow: AllowList
    interval_s: float
    most_items: int
    now: Callable[[], datetime]
    chance: random.Random
    on_items: OnItems


@dataclass(frozen=True, slots=True)
class Answered:
    """A feed's server has answered; `parsed` is None where nothing has changed since."""

    fetched: Fetched
    parsed: ParsedFeed | None
    problems: tuple[Problem, ...] = ()


async def refresh_feed(feed: Feed, seen: Seen, round_: Round, answered: Answered | None = None) -> FeedRound:
    """One feed's round. answered: what was fetched for it a moment ago. Raises StorageError only.

    While it lasts, the feed counts as failed: should it take the process with it, it is not asked again at
    once, and the others have their turn.
    """
    begun = round_.now()
    before = feed
    round_.feeds.put(_failed(before, CUT_SHORT, None, round_))
    try:
        try:
            answered = answered or await ask(before, seen, round_)
        except ArticleError as error:
            return _note_failure(before, error, round_)
        return await _take_in(before, seen, answered, begun, round_)
    except asyncio.CancelledError:
        round_.feeds.put(before)
        raise


def note_overdue(feed: Feed, round_: Round, limit_s: float) -> FeedRound:
    """What is told of a feed whose round was ended because it took too long. What it had brought stays."""
    return _note_failure(feed, FetchFailed(OVERDUE.format(minutes=limit_s / 60), TRIED_LATER), round_)


async def ask(feed: Feed, seen: Seen, round_: Round) -> Answered:
    """Ask a feed, conditionally where that is enough. Raises ArticleError."""
    listed = seen.last_listed()
    recent = listed is not None and listed > as_text(round_.now() - READ_WHOLE_AFTER)
    fetched = await round_.fetcher.fetch(
        feed.url,
        etag=feed.etag if recent else None,
        last_modified=feed.last_modified if recent else None,
    )
    if fetched.not_modified:
        return Answered(fetched, None)
    return await read(fetched, round_)


async def read(fetched: Fetched, round_: Round) -> Answered:
    """Read what was fetched; of an index of sitemaps the newest ones. Raises ArticleError."""
    parsed = await asyncio.to_thread(round_.reader.read_feed, fetched)
    if not parsed.sitemaps:
        return Answered(fetched, parsed)
    items: list[FeedItem] = []
    problems: list[Problem] = []
    for address in parsed.sitemaps[:MOST_SITEMAPS]:
        try:
            inner = await asyncio.to_thread(round_.reader.read_feed, await round_.fetcher.fetch(address))
        except ArticleError as error:
            problems.append(Problem(address, str(error), error.retryable))
        else:
            items += inner.items
            parsed = replace(parsed, title=parsed.title or inner.title)
    if problems and not items:
        raise ArticleError(f"names sitemaps, and none can be had. The first {problems[0].reason}")
    # What the index itself says of changes is of no use: it may stay as it is while its sitemaps change.
    fetched = replace(fetched, etag=None, last_modified=None)
    return Answered(fetched, replace(parsed, items=tuple(items)), tuple(problems))


async def _take_in(feed: Feed, seen: Seen, answered: Answered, begun: datetime, round_: Round) -> FeedRound:
    parsed = answered.parsed
    if parsed is None:
        rechecked = await _recheck(feed, round_.most_items, round_)
        round_.feeds.put(_succeeded(feed, answered, begun, round_))
        return rechecked.told(FeedRound(feed.id, feed.name, feed.url))
    first = feed.succeeded_at is None
    choice = choose(parsed.items, seen.every(), most=round_.most_items, first=first)
    seen.put((_passed_over(item) for item in choice.pass_over), begun)
    known = replace(feed, title=parsed.title or feed.title, kind=parsed.kind)
    taken = await _take_all(known, parsed, seen, choice, round_)
    rechecked = await _recheck(known, round_.most_items - len(taken), round_)
    seen.note_listed([one.id for one in choice.known], begun, begun - FORGOTTEN_AFTER)
    brought = tuple(one.brought for one in taken if one.brought)
    unfinished = choice.waiting > 0 or any(one.seen.state is State.FAILED for one in taken)
    done = _succeeded(known, answered, begun, round_)
    done = replace(done, items=feed.items + sum(not one.changed for one in brought))
    if unfinished:  # then the whole feed is wanted next time, whether or not it has changed
        done = replace(done, etag=None, last_modified=None)
    round_.feeds.put(done)
    faults = tuple(Problem(feed.url, fault) for fault in parsed.faults)
    problems = (*faults, *answered.problems, *(one.problem for one in taken if one.problem))
    unchanged = sum(one.brought is None and one.problem is None for one in taken)
    return rechecked.told(
        FeedRound(
            feed.id, done.name, done.url, brought, unchanged, choice.waiting, len(choice.pass_over), problems
        )
    )


async def _take_all(feed: Feed, parsed: ParsedFeed, seen: Seen, choice: Choice, round_: Round) -> list[Taken]:
    """Each item's article; each is remembered as soon as it is there."""

    async def one(wanted: Wanted) -> Taken:
        taken = await take(wanted, feed, parsed, round_.saver, round_.allow, round_.now())
        seen.put([taken.seen], round_.now())
        return taken

    return await _side_by_side([partial(one, wanted) for wanted in choice.take], round_)


async def _side_by_side(work: Sequence[Callable[[], Coroutine[Any, Any, R]]], round_: Round) -> list[R]:
    """Do all of the work, telling how much of it is done."""
    round_.on_items(len(work), 0)

    async def one(each: Callable[[], Coroutine[Any, Any, R]]) -> R:
        result = await each()
        round_.on_items(0, 1)
        return result

    tasks = [asyncio.create_task(one(each)) for each in work]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@dataclass(frozen=True, slots=True)
class _Rechecked:
    """What became of pages that were asked again: those that changed, and those that are gone by now."""

    changed: tuple[BroughtItem, ...]
    gone: tuple[Problem, ...]

    def told(self, round_: FeedRound) -> FeedRound:
        """The feed's round with these in it."""
        return replace(
            round_, brought=(*round_.brought, *self.changed), problems=(*round_.problems, *self.gone)
        )


async def _recheck(feed: Feed, room: int, round_: Round) -> _Rechecked:
    """Ask pages that the feed brought for corrections: as many as there is room for beside new ones, those
    first that were asked longest ago. A failure is only remembered: its turn comes again."""
    pages, now = round_.saver.pages, round_.now()
    stand_ins = pages.from_feeds()
    due = [one for one in pages.of_feed(str(feed.id)) if one.key not in stand_ins and is_due(one, now)]
    due = sorted(due, key=lambda page: page.asked_at)[: max(0, room)]

    async def again(page: PageRecord) -> BroughtItem | Problem | None:
        try:
            saved = await round_.saver.save(page.url, feed=page.feed)
        except ArticleError as error:
            # It is told once, not each time that its turn comes.
            return Problem(page.url, str(error)) if is_gone(error) and page.result != error.message else None
        changed = saved.outcome is SourceOutcome.CHANGED
        return BroughtItem(saved.url, saved.title, changed=True) if changed else None

    found = await _side_by_side([partial(again, page) for page in due], round_)
    return _Rechecked(
        tuple(one for one in found if isinstance(one, BroughtItem)),
        tuple(one for one in found if isinstance(one, Problem)),
    )


def _passed_over(item: FeedItem) -> SeenItem:
    return SeenItem(item_key(item), address_key(item), State.OLD, version_of(item), 0, None, from_feed=False)


def _succeeded(feed: Feed, answered: Answered, begun: datetime, round_: Round) -> Feed:
    """The feed after its server has answered; where all redirects are for good, at its new address."""
    fetched, parsed = answered.fetched, answered.parsed
    asked_s = (parsed.wait_s if parsed else feed.asked_s) or None
    longest = max((s for s in (asked_s, max_age_s(fetched.cache_control)) if s), default=None)
    wait = wait_s(round_.interval_s, asked_s=longest, chance=round_.chance)
    moved = fetched.moved_for_good
    kept = fetched.not_modified
    return replace(
        feed,
        url=fetched.url if moved else feed.url,
        key=page_key(fetched.url) if moved else feed.key,
        etag=fetched.etag or (feed.etag if kept else None),
        last_modified=fetched.last_modified or (feed.last_modified if kept else None),
        asked_s=asked_s,
        tried_at=as_text(begun),
        succeeded_at=as_text(begun),
        error=None,
        failures=0,
        due_at=as_text(due_at(begun, wait)),
    )


def _failed(feed: Feed, error: str, retry_after_s: float | None, round_: Round) -> Feed:
    failures = feed.failures + 1
    wait = wait_s(
        round_.interval_s,
        asked_s=feed.asked_s,
        failures=failures,
        retry_after_s=retry_after_s,
        chance=round_.chance,
    )
    now = round_.now()
    due = as_text(due_at(now, wait))
    return replace(feed, tried_at=as_text(now), error=error, failures=failures, due_at=due)


def _note_failure(feed: Feed, error: ArticleError, round_: Round) -> FeedRound:
    retry_after_s = error.retry_after_s if isinstance(error, FetchFailed) else None
    round_.feeds.put(_failed(feed, str(error), retry_after_s, round_))
    gone = isinstance(error, FetchFailed) and error.status == GONE
    if gone:
        round_.feeds.pause(feed.id, by=BY_ITS_SITE, why=str(error))
    return FeedRound(feed.id, feed.name, feed.url, error=str(error), paused=gone)
