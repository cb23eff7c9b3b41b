"""Before a page is fetched: what its host's robots.txt says (RFC 9309), read by protego."""

import asyncio
import re
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from protego import Protego
from yarl import URL

from index.errors import ArticleError, FetchFailed, FetchRefused
from index.web.fetched import Limits
from index.web.politeness import Clock

GetRobots = Callable[[URL], Awaitable[bytes | None]]  # None: there is none (4xx)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is known of one origin, until when. `rules` None: everything is allowed."""

    rules: Protego | None
    until: float
    failure: ArticleError | None = None


class Robots:
    """Answers whether a URL may be fetched; asks each origin for its robots.txt once a day at most."""

    def __init__(self, get: GetRobots, agent: str, limits: Limits, clock: Clock) -> None:
        self._get = get
        self._agent = re.split(r"[/( ]", agent)[0]  # the name that robots.txt knows a bot by
        self._limits = limits
        self._clock = clock
        self._kept: dict[str, _Kept] = {}
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def check(self, url: URL) -> float | None:
        """Raise FetchRefused where robots.txt forbids the URL; else its Crawl-delay in seconds, if any.

        Raises FetchFailed where robots.txt cannot be had: then the site says nothing, so it is left alone.
        """
        origin = str(url.origin())
        async with self._asking[origin]:
            kept = self._kept.get(origin)
            if kept is None or kept.until <= self._clock():
                kept = self._kept[origin] = await self._ask(url)
        if kept.failure is not None:
            raise kept.failure.with_traceback(None)
        if kept.rules is None:
            return None
        if not kept.rules.can_fetch(str(url), self._agent):
            raise FetchRefused(
                "is closed to bots by the site's robots.txt.",
                "Ask the site, or save the page in a browser and add the file.",
            )
        delay = kept.rules.crawl_delay(self._agent)
        return None if delay is None else float(delay)

    async def _ask(self, url: URL) -> _Kept:
        now = self._clock()
        try:
            body = await self._get(url.origin() / "robots.txt")
        except FetchFailed as error:
            return _Kept(None, now + self._limits.robots_failed_s, _unknown(error))
        except ArticleError as error:  # it leads to where nobody may go, or drips
            return _Kept(None, now + self._limits.robots_failed_s, error)
        if body is None:
            return _Kept(None, now + self._limits.robots_kept_s)
        rules = Protego.parse(body.decode("utf-8-sig", "replace"))
        return _Kept(rules, now + self._limits.robots_kept_s)


def _unknown(error: FetchFailed) -> FetchFailed:
    if error.status is None:  # the host cannot be reached at all, and that is what to say
        return error
    return FetchFailed(
        f"cannot be fetched now: the site's robots.txt answers with status {error.status}.",
        "Try again later.",
        status=error.status,
        retry_after_s=error.retry_after_s,
    )
