"""One address of the web → what its server answers, by the rules: index/web/fetched.py has the contract.

check_url ─► robots.txt ─► a turn at the host ─► resolve, check, connect ─► headers ─► body
    ▲                                                                          │
    └───────────────────────────── a redirect: all of it again ────────────────┘
"""

import asyncio
import random
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from index.addresses import AllowList
from index.errors import FetchFailed, FetchRefused
from index.settings import IndexSettings
from index.web.connecting import Lookup, open_session, system_lookup
from index.web.fetched import Fetched, Limits
from index.web.politeness import Clock, Sleep, Turns
from index.web.receiving import receive
from index.web.replies import (
    explain,
    forbids_indexing,
    is_passing,
    retry_after_s,
    status_error,
)
from index.web.robots import Robots
from index.web.urls import Target, check_url

REDIRECTS = (301, 302, 303, 307, 308)
FOR_GOOD = (301, 308)
DEFAULT_USER_AGENT = "Footnote/0.1 (a bot that answers from articles; its operator has left no address)"
DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class _Asking:
    """What one fetch sends with each of its requests, and until when it may go on working."""

    headers: dict[str, str]
    first_bytes: int = 0  # 0: the whole body
    obeys_robots: bool = True


@dataclass(frozen=True, slots=True)
class _Redirect:
    """Where an answer leads to, as it says it."""

    location: str
    for_good: bool


class WebFetcher:
    """The Fetcher that goes out. Use it as an async context manager, one for all fetches of a process."""

    def __init__(
        self,
        *,
        allow: AllowList | None = None,
        user_agent: str = DEFAULT_USER_AGENT,
        limits: Limits = DEFAULT_LIMITS,
        lookup: Lookup = system_lookup,
        clock: Clock = time.monotonic,
        sleep: Sleep = asyncio.sleep,
        chance: random.Random | None = None,
    ) -> None:
        self._allow = allow or AllowList()
        self._user_agent = user_agent
        self._limits = limits
        self._lookup = lookup
        self._clock = clock
        self._sleep = sleep
        self._chance = chance or random.Random()  # noqa: S311 (spreads retries, guards nothing)
        self._turns = Turns(limits, clock, sleep)
        self._robots = Robots(self._get_robots, user_agent, limits, clock)
        self._stack = AsyncExitStack()
        self._session: aiohttp.ClientSession | None = None

    @classmethod
    def from_settings(cls, settings: IndexSettings) -> Self:
        """The fetcher of a process, by FETCH_ALLOW and FETCH_USER_AGENT."""
        return cls(
            allow=AllowList.parse(settings.fetch_allow),
            user_agent=settings.fetch_user_agent or DEFAULT_USER_AGENT,
        )

    async def __aenter__(self) -> Self:
        session = open_session(self._allow, self._lookup, self._user_agent, self._limits.at_once)
        self._session = await self._stack.enter_async_context(session)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """See `Fetcher.fetch`."""
        headers = {"If-None-Match": etag or "", "If-Modified-Since": last_modified or ""}
        asking = _Asking({name: value for name, value in headers.items() if value})
        return await self._with_retries(check_url(url, self._allow), url, asking)

    async def _get_robots(self, url: URL) -> bytes | None:
        """robots.txt by the same rules but its own; None where there is none."""
        asking = _Asking({}, first_bytes=self._limits.robots_bytes, obeys_robots=False)
        try:
            fetched = await self._with_retries(check_url(str(url), self._allow), str(url), asking)
        except FetchFailed as error:
            if error.status is not None and 400 <= error.status < 500 and error.status != 429:
                return None
            raise
        return fetched.body

    async def _with_retries(self, target: Target, asked: str, asking: _Asking) -> Fetched:
        """Ask again, a little later each time, where a server is busy or a connection breaks."""
        limits = self._limits
        for attempt in range(1, limits.attempts + 1):
            try:
                return await self._follow(target, asked, asking)
            except FetchFailed as error:
                wait_s = error.retry_after_s or limits.backoff_s * 2 ** (attempt - 1)
                if attempt == limits.attempts or not is_passing(error) or wait_s > limits.retry_after_s:
                    raise
            await self._sleep(wait_s * self._chance.uniform(1.0, 1.25))
        raise AssertionError("the loop above returns or raises")

    async def _follow(self, target: Target, asked: str, asking: _Asking) -> Fetched:
        """The answer behind all redirects; each step is checked like the first address."""
        left_s = self._limits.total_s
        for_good = True
        for steps in range(self._limits.redirects + 1):
            if asking.obeys_robots:
                delay_s = await self._robots.check(target.url)
                self._turns.set_crawl_delay(target.host, delay_s)
            async with self._turns.turn(target.host):
                started = self._clock()
                answer = await self._request(target, asked, asking, left_s)
                left_s -= self._clock() - started
            if isinstance(answer, Fetched):
                return replace(answer, moved_for_good=for_good and steps > 0)
            target = self._redirected(target, answer.location)
            for_good = for_good and answer.for_good
        raise FetchRefused(
            f"redirects more than {self._limits.redirects} times.",
            "Open it in a browser and add the address that it shows in the end.",
        )

    def _redirected(self, target: Target, location: str) -> Target:
        try:
            url = target.url.join(URL(location))
        except (ValueError, UnicodeError):
            raise FetchFailed(
                "redirects to what is not an address.", "Tell the site.", retryable=False
            ) from None
        if target.url.scheme == "https" and url.scheme == "http":
            raise FetchRefused(
                "redirects from https to http, which anybody on the way can change.",
                f"Add {url} itself if that is what you want.",
            )
        try:
            return check_url(str(url), self._allow)
        except FetchRefused as error:
            raise FetchRefused(f"redirects to an address that {error.message}", error.next_step) from None

    async def _request(
        self, target: Target, asked: str, asking: _Asking, left_s: float
    ) -> Fetched | _Redirect:
        """One request: what came, or where it redirects to."""
        assert self._session is not None, "the fetcher is used as a context manager"
        try:
            async with asyncio.timeout(max(left_s, 0.0)):
                async with asyncio.timeout(self._limits.first_byte_s):
                    response = await self._session.get(
                        target.url, headers=asking.headers, allow_redirects=False
                    )
                async with response:
                    return await self._answer(response, target, asked, asking)
        except TimeoutError:
            raise FetchFailed("took too long to answer.", "Try again later.") from None
        except (aiohttp.ClientError, OSError) as error:
            raise explain(error) from error

    async def _answer(
        self, response: aiohttp.ClientResponse, target: Target, asked: str, asking: _Asking
    ) -> Fetched | _Redirect:
        status = response.status
        location = response.headers.get("Location")
        if status in REDIRECTS and location:
            return _Redirect(location, status in FOR_GOOD)
        not_modified = status == 304 and bool(asking.headers)
        if not not_modified and not 200 <= status < 300:
            raise status_error(status, retry_after_s(response.headers.get("Retry-After")))
        body = b"" if not_modified else await receive(response, self._limits, first_bytes=asking.first_bytes)
        named = "Content-Type" in response.headers
        return Fetched(
            asked=asked,
            url=str(target.url),
            status=status,
            content_type=response.content_type.lower() if named else "",
            charset=response.charset,
            body=body,
            etag=response.headers.get("ETag"),
            last_modified=response.headers.get("Last-Modified"),
            not_modified=not_modified,
            cache_control=response.headers.get("Cache-Control"),
            noindex=forbids_indexing(response.headers.getall("X-Robots-Tag", [])),
        )
