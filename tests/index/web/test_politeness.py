"""How considerate the fetcher is: robots.txt, pauses, one request at a time to a host."""

import asyncio
from dataclasses import replace

import pytest
from aiohttp import web

from index.addresses import AllowList
from index.errors import FetchFailed, FetchRefused
from index.web.fetched import Limits
from index.web.fetching import WebFetcher
from index.web.politeness import Turns
from tests.index.web.site import QUICK, Site, fetcher, no_dns

PLAIN = "text/plain"


class Time:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


def patient(site: Site, time: Time, limits: Limits = QUICK) -> WebFetcher:
    allow = AllowList.parse(f"127.0.0.1:{site.port}")
    return WebFetcher(allow=allow, limits=limits, lookup=no_dns, clock=time, sleep=time.sleep)


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ("User-agent: *\nDisallow: /private", False),
        ("User-agent: footnote\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Footnote\nAllow: /", True),
        ("User-agent: *\nDisallow: /*.pdf$", True),
        ("User-agent: *\nDisallow: /private\nAllow: /private/a", True),
        ("\ufeffUser-agent: *\nDisallow: /private", False),
        ("<html>No such page</html>", True),
        ("", True),
    ],
)
async def test_robots_txt_is_obeyed(site: Site, robots: str, allowed: bool) -> None:
    site.page("/robots.txt", robots, PLAIN)
    url = site.page("/private/a", "<p>Yes.</p>")
    async with fetcher(site.url) as web_fetcher:
        if allowed:
            assert (await web_fetcher.fetch(url)).status == 200
        else:
            with pytest.raises(FetchRefused, match=r"robots\.txt"):
                await web_fetcher.fetch(url)
            assert site.paths == []


async def test_a_redirect_into_what_robots_txt_forbids_is_refused(site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private", PLAIN)
    site.page("/private/a", "<p>No.</p>")
    site.redirect("/a", "/private/a")
    async with fetcher(site.url) as web_fetcher:
        with pytest.raises(FetchRefused, match=r"robots\.txt"):
            await web_fetcher.fetch(site.url + "/a")
    assert site.paths == ["/a"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
async def test_a_site_without_robots_txt_allows_everything(site: Site, status: int) -> None:
    site.status("/robots.txt", status)
    url = site.page("/a", "<p>Yes.</p>")
    async with fetcher(site.url) as web_fetcher:
        assert (await web_fetcher.fetch(url)).status == 200


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_site_whose_robots_txt_is_in_trouble_is_left_alone_for_ten_minutes(
    site: Site, status: int
) -> None:
    time = Time()
    site.status("/robots.txt", status)
    url = site.page("/a", "<p>Later.</p>")
    async with patient(site, time, replace(QUICK, attempts=1)) as web_fetcher:
        for _ in range(2):
            with pytest.raises(FetchFailed, match=r"robots\.txt answers with status") as caught:
                await web_fetcher.fetch(url)
            assert caught.value.retryable
        assert len(site.asked) == 1
        site.page("/robots.txt", "", PLAIN)
        time.now += 601
        assert (await web_fetcher.fetch(url)).status == 200


async def test_robots_txt_is_kept_for_a_day_and_then_asked_for_again(site: Site) -> None:
    time = Time()
    site.page("/robots.txt", "User-agent: *\nAllow: /", PLAIN)
    url = site.page("/a", "<p>Yes.</p>")
    async with patient(site, time) as web_fetcher:
        await web_fetcher.fetch(url)
        time.now += 80_000
        await web_fetcher.fetch(url)
        assert [request.path for request in site.asked].count("/robots.txt") == 1
        time.now += 10_000
        await web_fetcher.fetch(url)
        assert [request.path for request in site.asked].count("/robots.txt") == 2


async def test_an_endless_robots_txt_counts_as_far_as_it_is_read(site: Site) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"User-agent: *\nDisallow: /private\n")
        while True:
            await response.write(b"# and so on\n" * 1000)

    site.serve("/robots.txt", answer)
    site.page("/private", "<p>No.</p>")
    site.page("/a", "<p>Yes.</p>")
    async with fetcher(site.url) as web_fetcher:
        assert (await web_fetcher.fetch(site.url + "/a")).status == 200
        with pytest.raises(FetchRefused, match=r"robots\.txt"):
            await web_fetcher.fetch(site.url + "/private")


async def test_a_second_passes_between_two_requests_to_a_host(site: Site) -> None:
    time = Time()
    url = site.page("/a", "<p>Yes.</p>")
    async with patient(site, time, replace(QUICK, pause_s=1.0)) as web_fetcher:
        await web_fetcher.fetch(url)
        await web_fetcher.fetch(url)
    assert time.slept == [1.0, 1.0]  # after robots.txt, and after the first page


@pytest.mark.parametrize(("asked", "kept"), [("3", 3.0), ("0.5", 1.0), ("600", 10.0)])
async def test_a_crawl_delay_is_kept_up_to_ten_seconds(site: Site, asked: str, kept: float) -> None:
    time = Time()
    site.page("/robots.txt", f"User-agent: *\nCrawl-delay: {asked}", PLAIN)
    url = site.page("/a", "<p>Yes.</p>")
    async with patient(site, time, replace(QUICK, pause_s=1.0)) as web_fetcher:
        await web_fetcher.fetch(url)
        await web_fetcher.fetch(url)
    assert time.slept[-1] == kept


async def test_one_request_at_a_time_to_a_host_and_four_in_all() -> None:
    turns = Turns(Limits(pause_s=0.0), Time(), asyncio.sleep)
    running: list[str] = []
    most = most_of_one = 0

    async def visit(host: str) -> None:
        nonlocal most, most_of_one
        async with turns.turn(host):
            running.append(host)
            most, most_of_one = max(most, len(running)), max(most_of_one, running.count(host))
            for _ in range(5):
                await asyncio.sleep(0)
            running.remove(host)

    await asyncio.gather(*(visit(f"{number % 7}.example") for number in range(40)))
    assert (most, most_of_one) == (4, 1)
