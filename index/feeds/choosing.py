"""Between a feed and its pages: which of its items to fetch in this round, and which never."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.feeds.items import FeedItem
from index.feeds.seen import SeenItem, State, address_key, item_key, version_of

MOST_ATTEMPTS = 5  # with the waits between rounds at least two hours; by then a page is not merely late


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


def choose(items: Iterable[FeedItem], seen: Iterable[SeenItem], *, most: int, first: bool) -> Choice:
    """Choose among a feed's items, newest first.

    most: how many pages a round may fetch. first: the feed is new, and what does not fit is old news, so it
    is passed over; later on it waits. An item is known by its id or by its address, whichever it kept.
    """
    seen = tuple(seen)
    by_id = {one.id: one for one in seen}
    by_page = {one.page: one for one in seen if one.page}
    new, again, known = [], [], []
    for item in items:
        one = by_id.get(item_key(item)) or by_page.get(address_key(item) or "")
        if one is None:
            new.append(Wanted(item))
            continue
        known.append(one)
        if _is_to_be_asked_again(item, one):
            again.append(Wanted(item, one))
    passed = new[most:] if first else []
    wanted = [*new[: len(new) - len(passed)], *again]
    waiting = max(0, len(wanted) - most)
    return Choice(tuple(wanted[:most]), waiting, tuple(each.item for each in passed), tuple(known))


def _is_to_be_asked_again(item: FeedItem, known: SeenItem) -> bool:
    if known.state is State.REMOVED:
        return False
    if known.version != version_of(item):
        return True
    return known.state is State.FAILED
