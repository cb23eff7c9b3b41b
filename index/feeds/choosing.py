"""Between a feed and its pages: which of its items to fetch in this round, and which never."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from index.feeds.items import FeedItem
from index.feeds.records import as_text
from index.feeds.seen import SeenItem, State, address_key, item_key, version_of

MOST_ATTEMPTS = 5  # with the waits between rounds at least two hours; by then a page is not merely late
# An item without a date of change is asked for again once a day in its first week: corrections come early.
RECHECK_AFTER = timedelta(days=1)
RECHECKED_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item to fetch; `known` is what is remembered of it."""

    item: FeedItem
    known: SeenItem | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What to do with a feed's items: `take` now, `waiting` for a later round, `pass_over` for good."""

    take: tuple[Wanted, ...]
    waiting: int
    pass_over: tuple[FeedItem, ...]
    known: tuple[SeenItem, ...]  # those of the feed's items that are known


def choose(
    items: Iterable[FeedItem], seen: Iterable[SeenItem], *, most: int, first: bool, now: datetime
) -> Choice:
    """Choose among a feed's items, newest first.

    most: how many pages a round may fetch. first: the feed is new, and what does not fit is old news, so it
    is passed over; later on it waits. An item is known by its id or by its address, whichever it kept.
    """
    seen = tuple(seen)
    by_id = {one.id: one for one in seen}
    by_page = {one.page: one for one in seen if one.page}
    new, again, rechecks, known = [], [], [], []
    for item in items:
        one = by_id.get(item_key(item)) or by_page.get(address_key(item) or "")
        if one is None:
            new.append(Wanted(item))
            continue
        known.append(one)
        if _is_to_be_asked_again(item, one):
            again.append(Wanted(item, one))
        elif _is_to_be_rechecked(item, one, now):
            rechecks.append(Wanted(item, one))
    passed = new[most:] if first else []
    wanted = [*new[: len(new) - len(passed)], *again]
    take = [*wanted, *rechecks][:most]
    waiting = max(0, len(wanted) - most)
    return Choice(tuple(take), waiting, tuple(each.item for each in passed), tuple(known))


def _is_to_be_asked_again(item: FeedItem, known: SeenItem) -> bool:
    if known.state is State.REMOVED:
        return False
    if known.version != version_of(item):
        return True
    return known.state is State.FAILED


def _is_to_be_rechecked(item: FeedItem, known: SeenItem, now: datetime) -> bool:
    if known.state is not State.SAVED or item.updated is not None or item.published is None:
        return False
    return item.published >= now - RECHECKED_FOR and (known.asked_at or "") <= as_text(now - RECHECK_AFTER)
