"""Before the flow, for /ask: the publisher and the days that somebody typed become filters, or a refusal."""

import asyncio
import difflib
import time
from collections.abc import Callable
from datetime import date, datetime

from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.article_line import day
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.markup import escape_within
from bot.messages import Messages
from bot.presenting.typed_days import NotADay, read_day
from index.errors import FootnoteError
from index.passage import Filters
from index.searching.searcher import Searcher

KEPT_S = 30.0  # autocomplete asks at every key; publishers change only with a publish
WAIT_S = 2.0  # Discord waits 3 s for suggestions

Allow = Callable[[str], bool]


def everyone(_: str) -> bool:
    """Where no server leaves a publisher out."""
    return True


class Publishers:
    """Knows the publishers for half a minute at a time."""

    def __init__(self, searcher: Searcher, clock: Callable[[], float] = time.monotonic) -> None:
        self._searcher = searcher
        self._clock = clock
        self._names: tuple[str, ...] = ()
        self._read_at: float | None = None

    async def suggest(self, typed: str, limit: int, allow: Allow = everyone) -> list[str]:
        """Allowed names that contain what was typed, those that begin with it first. Never fails: at worst
        none."""
        try:
            names = await asyncio.wait_for(self.names(), WAIT_S)
        except (FootnoteError, TimeoutError):
            return []
        wanted = " ".join(typed.casefold().split())
        found = [name for name in names if wanted in name.casefold() and allow(name)]
        found.sort(key=lambda name: not name.casefold().startswith(wanted))
        return found[:limit]

    async def names(self) -> tuple[str, ...]:
        """All publishers, most articles first. Raises what the searcher raises."""
        if self._read_at is None or self._clock() - self._read_at > KEPT_S:
            self._names = (await self._searcher.status()).publishers
            self._read_at = self._clock()
        return self._names

    async def resolve(self, typed: str) -> str | None:
        """The publisher's name as the index has it, or None. A name may have appeared just now."""
        wanted = " ".join(typed.casefold().split())
        for _ in range(2):
            for name in await self.names():
                if " ".join(name.casefold().split()) == wanted:
                    return name
            self._read_at = None
        return None

    async def nearest(self, typed: str, count: int = 3, allow: Allow = everyone) -> list[str]:
        """Allowed names that could have been meant."""
        by_folded = {name.casefold(): name for name in await self.names() if allow(name)}
        near = difflib.get_close_matches(typed.casefold(), by_folded, n=count, cutoff=0.5)
        return [by_folded[name] for name in near]


TYPED_ROOM = 100


async def read_filters(
    publishers: Publishers,
    publisher: str | None,
    days: tuple[date | None, date | None],
    messages: Messages,
    allow: Allow,
) -> Filters:
    """The filters of a question. Raises Refused, naming what could have been meant; `allow` says which
    publishers there are to this server."""
    names = (await _publisher(publishers, publisher, messages, allow),) if publisher else ()
    return Filters(names, *days)


def read_days(since: str | None, until: str | None, messages: Messages) -> tuple[date | None, date | None]:
    """The two days that were typed. Raises Refused, in words that show how to write one."""
    today = datetime.now().astimezone().date()
    try:
        first = read_day(since, today, locale=messages.locale) if since else None
        last = read_day(until, today, last=True, locale=messages.locale) if until else None
    except NotADay as error:
        text = escape_within(error.text, TYPED_ROOM)
        raise Refused(
            messages("error-date-ambiguous" if error.ambiguous else "error-date", text=text)
        ) from None
    if first and last and first > last:
        raise Refused(messages("error-date-order", since=day(first, messages), until=day(last, messages)))
    return first, last


async def _publisher(publishers: Publishers, typed: str, messages: Messages, allow: Allow) -> str:
    name = await publishers.resolve(typed)
    if name is not None and allow(name):
        return name
    near = await publishers.nearest(typed, allow=allow)
    shown = escape_within(typed, TYPED_ROOM)
    if name is not None:
        raise Refused(messages("settings-publisher-out", name=shown))
    if near:
        names = escape_within(", ".join(near), discord_limits.FIELD_VALUE)
        raise Refused(messages("error-publisher-near", name=shown, near=names))
    raise Refused(messages("error-publisher", name=shown))
