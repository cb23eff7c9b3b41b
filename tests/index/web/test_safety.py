"""Requests never reach what is not public, whatever way is tried (see attempts.py for the ways)."""

import ipaddress
import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.addresses import AllowList, why_forbidden
from index.errors import FetchFailed, FetchRefused, SettingsError
from index.settings import IndexSettings
from index.web.connecting import CheckedResolver, system_lookup
from index.web.fetching import WebFetcher
from index.web.urls import Target, check_url
from tests.index.web.attempts import (
    ADDRESSES,
    NAMES,
    PUBLIC,
    REDIRECTED,
    WRITTEN,
    Attempt,
    ByName,
    Dns,
    refusal,
    try_name,
    try_redirect,
    try_url,
)
from tests.index.web.site import QUICK, Site, fetcher, no_dns


@pytest.mark.parametrize("attempt", [*ADDRESSES, *WRITTEN], ids=lambda attempt: ascii(attempt.name))
async def test_an_address_that_is_not_public_is_refused_before_anything_is_asked(attempt: Attempt) -> None:
    error = await try_url(attempt)
    assert isinstance(error, FetchRefused)
    assert attempt.says in error.message
    assert error.next_step


@pytest.mark.parametrize("attempt", NAMES, ids=lambda attempt: attempt.name)
async def test_a_name_is_refused_if_any_of_its_addresses_is_not_public(attempt: ByName) -> None:
    error = await try_name(attempt)
    assert isinstance(error, FetchRefused)
    assert attempt.says in error.message


@pytest.mark.parametrize("to", REDIRECTED)
async def test_a_redirect_is_checked_like_the_first_address(site: Site, to: str) -> None:
    error = await try_redirect(site, to)
    assert isinstance(error, FetchRefused)
    assert error.message.startswith("redirects to an address that ")
    assert site.paths == ["/go"]


async def test_a_redirect_to_a_name_that_leads_to_a_private_address_is_refused(site: Site) -> None:
    url = site.redirect("/go", "http://news.example/a")
    async with fetcher(site.url, lookup=Dns(["127.0.0.1"])) as web_fetcher:
        error = await refusal(lambda: web_fetcher.fetch(url))
    assert "loopback" in error.message


async def test_a_dns_that_changes_its_answer_is_never_asked_between_check_and_connection(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first answer is public, every later one the site of this test: it must never be reached."""
    connected: list[object] = []
    dns = Dns([PUBLIC], ["127.0.0.1"])

    def connect(_: socket.socket, address: object) -> None:
        connected.append(address)
        raise OSError("the test lets nobody out")

    monkeypatch.setattr(socket.socket, "connect", connect)  # the system's, not ours: nothing may leave
    async with fetcher(lookup=dns) as web_fetcher:
        error = await refusal(lambda: web_fetcher.fetch(f"http://news.example:{site.port}/a"))
    assert isinstance(error, FetchFailed)
    assert connected == [(PUBLIC, site.port)]
    assert dns.asked == 1
    assert site.asked == []


async def test_a_name_whose_second_answer_is_private_is_refused_at_the_second_request(site: Site) -> None:
    """Each request resolves anew: robots.txt came from the one answer, the page would from the other."""
    dns = Dns(["127.0.0.1"], ["10.0.0.1"])
    site.page("/a", "<p>Never mind.</p>")
    allow = AllowList.parse(f"127.0.0.1:{site.port}")
    async with WebFetcher(allow=allow, limits=QUICK, lookup=dns) as web_fetcher:
        error = await refusal(lambda: web_fetcher.fetch(f"http://news.example:{site.port}/a"))
    assert "private" in error.message
    assert [request.path for request in site.asked] == ["/robots.txt"]


async def test_a_socket_or_a_peer_that_was_never_checked_is_refused() -> None:
    """What stands behind the resolver, should a library ever connect on its own."""
    resolver = CheckedResolver(AllowList(), no_dns)
    stream = (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", 80))
    with pytest.raises(FetchRefused, match="loopback"):
        resolver.open_socket(stream)
    with pytest.raises(FetchRefused, match="private"):
        resolver.check_socket("::ffff:10.0.0.1", 80)


async def test_a_robots_txt_that_leads_to_a_private_address_is_not_followed(site: Site) -> None:
    site.redirect("/robots.txt", "http://169.254.169.254/robots.txt")
    url = site.page("/a", "<p>Never mind.</p>")
    async with fetcher(site.url) as web_fetcher:
        error = await refusal(lambda: web_fetcher.fetch(url))
    assert "cloud metadata" in error.message
    assert site.paths == []


async def test_https_is_never_left_for_http(site: Site) -> None:
    async with fetcher(site.url) as web_fetcher:
        target = _target(f"https://127.0.0.1:{site.port}/a", site)
        with pytest.raises(FetchRefused, match="from https to http"):
            web_fetcher._redirected(target, f"{site.url}/b")


async def test_proxies_of_the_environment_are_ignored(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    url = site.page("/a", "<p>Straight.</p>")
    async with fetcher(site.url) as web_fetcher:
        assert (await web_fetcher.fetch(url)).body == b"<p>Straight.</p>"


async def test_what_the_operator_excepts_is_reached_and_nothing_beside_it(site: Site) -> None:
    url = site.page("/a", "<p>Within.</p>")
    by_name = url.replace("127.0.0.1", "wiki.corp.example")
    dns = Dns(["127.0.0.1"])
    allow = AllowList.parse(f"wiki.corp.example:{site.port}")
    async with WebFetcher(allow=allow, limits=QUICK, lookup=dns) as web_fetcher:
        assert (await web_fetcher.fetch(by_name)).body == b"<p>Within.</p>"
        for other in (url, by_name.replace("wiki", "mail"), by_name.replace(str(site.port), "8080")):
            assert "not a public address" in (await refusal(lambda: web_fetcher.fetch(other))).message  # noqa: B023
        dns.answers = [["169.254.169.254"]]
        assert "cloud metadata" in (await refusal(lambda: web_fetcher.fetch(by_name))).message


@pytest.mark.parametrize(
    "text", ["10.0.0.1/8", "a b", "wiki:port", "wiki:99999", "[::1", "http://x", "1.2.3"]
)
def test_an_exception_that_cannot_be_read_is_refused_by_name(text: str) -> None:
    with pytest.raises(SettingsError, match="FETCH_ALLOW must be"):
        IndexSettings.load({"FETCH_ALLOW": text})


def test_a_user_agent_that_would_break_a_header_is_refused() -> None:
    with pytest.raises(SettingsError, match="FETCH_USER_AGENT must be"):
        IndexSettings.load({"FETCH_USER_AGENT": "Footnote\r\nHost: elsewhere"})


async def test_the_system_is_asked_where_no_test_stands_in() -> None:
    assert await system_lookup("127.0.0.1", 80) == ["127.0.0.1"]


@given(st.ip_addresses(v=4))
def test_no_form_of_a_private_ipv4_address_passes_in_ipv6(address: IPv4Address) -> None:
    forbidden = why_forbidden(address)
    for form in embedded(address):
        assert why_forbidden(form) is not None or forbidden is None


@given(st.ip_addresses())
def test_what_passes_is_global_by_the_standard_library_too(address: IPv4Address | IPv6Address) -> None:
    if why_forbidden(address) is None:
        assert address.is_global
        assert not address.is_private
        assert not address.is_multicast


def embedded(address: IPv4Address) -> Iterator[IPv6Address]:
    value = int(address)
    for prefix in ("::ffff:0:0", "::", "::ffff:0:0:0", "64:ff9b::", "64:ff9b:1::", "2a00::5efe:0:0"):
        yield IPv6Address(int(ipaddress.ip_address(prefix)) | value)
    yield IPv6Address(0x2002 << 112 | value << 80 | 1)
    yield IPv6Address(0x20010000 << 96 | 0xFFFFFFFF ^ value)


def _target(url: str, site: Site) -> Target:
    return check_url(url, AllowList.parse(f"127.0.0.1:{site.port}"))
