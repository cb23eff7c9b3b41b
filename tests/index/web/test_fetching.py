"""What a server sends, and what the fetcher makes of it: real servers on loopback."""

import asyncio
import gzip
import zlib
from dataclasses import replace

import pytest
from aiohttp import web

from index.errors import FetchFailed, FetchRefused
from index.web.fetched import Limits
from tests.index.web.site import QUICK, Site, fetcher, open_raw

PAGE = "<html><title>Harbour</title><p>The lighthouse burns again.</p></html>"


async def test_a_page_comes_with_its_type_charset_and_marks_for_next_time(site: Site) -> None:
    url = site.page(
        "/a", PAGE, "Text/HTML; Charset=ISO-8859-1", ETag='"7"', Last_Modified="Sat, 02 May 2026 10:00:00 GMT"
    )
    async with fetcher(site.url) as web_fetcher:
        fetched = await web_fetcher.fetch(url + "#top")
    assert (fetched.asked, fetched.url, fetched.status) == (url + "#top", url, 200)
    assert (fetched.content_type, fetched.charset) == ("text/html", "ISO-8859-1")
    assert fetched.body == PAGE.encode()
    assert (fetched.etag, fetched.last_modified) == ('"7"', "Sat, 02 May 2026 10:00:00 GMT")


async def test_a_request_names_the_bot_and_sends_no_cookies(site: Site) -> None:
    first = site.page("/a", PAGE, Set_Cookie="id=7")
    async with fetcher(site.url) as web_fetcher:
        await web_fetcher.fetch(first)
        await web_fetcher.fetch(first)
    sent = site.asked[-1].headers
    assert sent["User-Agent"].startswith("Footnote/")
    assert sent["Accept-Encoding"] == "gzip, deflate"
    assert "Cookie" not in sent


async def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    async def answer(request: web.Request) -> web.Response:
        same = request.headers.get("If-None-Match") == '"7"' and "If-Modified-Since" in request.headers
        return web.Response(status=304) if same else web.Response(text=PAGE)

    url = site.serve("/a", answer)
    async with fetcher(site.url) as web_fetcher:
        again = await web_fetcher.fetch(url, etag='"7"', last_modified="Sat, 02 May 2026 10:00:00 GMT")
        changed = await web_fetcher.fetch(url, etag='"6"')
    assert (again.not_modified, again.body) == (True, b"")
    assert (changed.not_modified, changed.body) == (False, PAGE.encode())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed_to_the_end(site: Site, status: int) -> None:
    site.redirect("/old", "/middle?a=1", status)
    site.redirect("/middle?a=1", "../new", status)
    site.page("/new", PAGE)
    async with fetcher(site.url) as web_fetcher:
        fetched = await web_fetcher.fetch(site.url + "/old")
    assert (fetched.url, fetched.asked) == (site.url + "/new", site.url + "/old")
    assert site.paths == ["/old", "/middle?a=1", "/new"]


async def test_a_chain_of_30_redirects_and_a_loop_are_cut_off(site: Site) -> None:
    for number in range(30):
        site.redirect(f"/{number}", f"/{number + 1}")
    site.redirect("/round", "/round")
    async with fetcher(site.url) as web_fetcher:
        with pytest.raises(FetchRefused, match="redirects more than 10 times"):
            await web_fetcher.fetch(site.url + "/0")
        assert len(site.paths) == 11
        with pytest.raises(FetchRefused, match="redirects more than 10 times"):
            await web_fetcher.fetch(site.url + "/round")


def raw_deflate(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(data) + engine.flush()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE.encode())),
        ("x-gzip", gzip.compress(PAGE[:20].encode()) + gzip.compress(PAGE[20:].encode())),
        ("gzip", gzip.compress(PAGE.encode()) + bytes(30)),
        ("deflate", zlib.compress(PAGE.encode())),
        ("deflate", raw_deflate(PAGE.encode())),
        ("identity", PAGE.encode()),
    ],
    ids=["gzip", "two members", "padding behind", "deflate", "deflate without header", "identity"],
)
async def test_compressed_pages_are_unpacked(site: Site, encoding: str, body: bytes) -> None:
    url = site.page("/a", body, Content_Encoding=encoding)
    async with fetcher(site.url) as web_fetcher:
        assert (await web_fetcher.fetch(url)).body == PAGE.encode()


@pytest.mark.parametrize(
    ("encoding", "body", "says"),
    [
        ("gzip", gzip.compress(PAGE.encode() * 50)[:-20], "broke off"),
        ("gzip", b"this is not gzip", "damaged"),
        ("deflate", b"\x78\x9cnor is this deflate", "damaged"),
        ("br", b"\x0b\x02\x80abc\x03", "compressed as br"),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE.encode())), "compressed as gzip,gzip"),
    ],
    ids=["cut", "not gzip", "not deflate", "brotli", "twice"],
)
async def test_what_is_packed_wrongly_is_said_so(site: Site, encoding: str, body: bytes, says: str) -> None:
    url = site.page("/a", body, Content_Encoding=encoding)
    async with fetcher(site.url) as web_fetcher:
        with pytest.raises(FetchFailed, match=says):
            await web_fetcher.fetch(url)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_decompression_bomb_is_cut_off(site: Site, encoding: str) -> None:
    bomb = (gzip.compress if encoding == "gzip" else zlib.compress)(bytes(4_000_000))
    assert len(bomb) < 5_000
    url = site.page("/a", bomb, Content_Encoding=encoding)
    async with fetcher(site.url, limits=replace(QUICK, unpacked_bytes=1_000_000)) as web_fetcher:
        with pytest.raises(FetchRefused, match="unpacks to more than 1 MB"):
            await web_fetcher.fetch(url)


async def test_a_page_that_says_it_is_huge_is_not_even_read(site: Site) -> None:
    async def talk(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\n")
        await asyncio.sleep(60)

    async with open_raw(talk) as url, fetcher(url) as web_fetcher:
        with pytest.raises(FetchRefused, match="has more than 25 MB"):
            await web_fetcher.fetch(url)


@pytest.mark.parametrize("chunked", [True, False])
async def test_an_endless_stream_is_cut_off(chunked: bool) -> None:
    async def talk(writer: asyncio.StreamWriter) -> None:
        head = b"Transfer-Encoding: chunked\r\n\r\n" if chunked else b"\r\n"
        writer.write(b"HTTP/1.1 200 OK\r\n" + head)
        while True:
            writer.write(b"4000\r\n" + bytes(0x4000) + b"\r\n" if chunked else bytes(0x4000))
            await writer.drain()

    limits = replace(QUICK, received_bytes=2_000_000)
    async with open_raw(talk) as url, fetcher(url, limits=limits) as web_fetcher:
        with pytest.raises(FetchRefused, match="has more than 2 MB"):
            await web_fetcher.fetch(url)


async def test_a_slow_drip_is_cut_off() -> None:
    async def talk(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.01)

    async with open_raw(talk) as url, fetcher(url, limits=replace(QUICK, window_s=0.2)) as web_fetcher:
        with pytest.raises(FetchRefused, match="too slowly"):
            await web_fetcher.fetch(url)


@pytest.mark.parametrize(
    "limits", [replace(QUICK, first_byte_s=0.2), replace(QUICK, total_s=0.2)], ids=["silent", "in the middle"]
)
async def test_a_server_that_does_not_answer_is_given_up(limits: Limits) -> None:
    async def talk(writer: asyncio.StreamWriter) -> None:
        if limits.total_s < 1:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nThe beginning of")
            await writer.drain()
        await asyncio.sleep(60)

    async with open_raw(talk) as url, fetcher(url, limits=limits) as web_fetcher:
        with pytest.raises(FetchFailed, match="took too long"):
            await web_fetcher.fetch(url)


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nonly this", "broke off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "broke off"),
        (b"", "broke off"),
        (b"SSH-2.0-OpenSSH_9.7\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"a" * 20_000 + b"\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X-Many: a\r\n" * 2_000 + b"\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "not HTTP"),
    ],
    ids=["too short", "chunks without end", "silence", "another service", "long header", "headers", "length"],
)
async def test_a_damaged_answer_is_reported_in_words(sent: bytes, says: str) -> None:
    async def talk(writer: asyncio.StreamWriter) -> None:
        writer.write(sent)

    async with open_raw(talk) as url, fetcher(url) as web_fetcher:
        with pytest.raises(FetchFailed, match=says):
            await web_fetcher.fetch(url)


async def test_a_broken_connection_is_tried_again(site: Site) -> None:
    tries = 0

    async def talk(writer: asyncio.StreamWriter) -> None:
        nonlocal tries
        tries += 1
        if tries == 3:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")

    async with open_raw(talk) as url, fetcher(url) as web_fetcher:
        assert (await web_fetcher.fetch(url)).body == b"hello"


async def test_a_port_where_nobody_listens_and_tls_with_a_plain_server_are_reported(site: Site) -> None:
    site.page("/", PAGE)
    async with fetcher(site.url, "http://127.0.0.1:9") as web_fetcher:
        with pytest.raises(FetchFailed, match="cannot be reached"):
            await web_fetcher.fetch("http://127.0.0.1:9/")
        with pytest.raises(FetchFailed, match=r"certificate|secure connection"):
            await web_fetcher.fetch(site.url.replace("http:", "https:"))


@pytest.mark.parametrize(
    ("status", "retryable", "tries"),
    [
        (401, False, 1),
        (403, False, 1),
        (404, False, 1),
        (410, False, 1),
        (418, False, 1),
        (500, True, 3),
        (501, True, 1),
        (503, True, 3),
        (304, False, 1),
        (302, False, 1),
    ],
)
async def test_a_status_that_brings_no_page_is_an_error_with_words(
    site: Site, status: int, retryable: bool, tries: int
) -> None:
    url = site.status("/a", status)
    async with fetcher(site.url) as web_fetcher:
        with pytest.raises(FetchFailed, match=str(status)) as caught:
            await web_fetcher.fetch(url)
    assert (caught.value.status, caught.value.retryable) == (status, retryable)
    assert len(site.paths) == tries


async def test_a_busy_server_is_asked_again_when_it_says(site: Site) -> None:
    waited: list[float] = []

    async def answer(_: web.Request) -> web.Response:
        if len(site.paths) < 3:
            return web.Response(status=429, headers={"Retry-After": "7"})
        return web.Response(text=PAGE)

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    url = site.serve("/a", answer)
    async with fetcher(site.url, sleep=sleep) as web_fetcher:
        assert (await web_fetcher.fetch(url)).body == PAGE.encode()
    assert [7 <= seconds <= 9 for seconds in waited] == [True, True]


async def test_a_server_that_wants_a_long_wait_is_left_alone(site: Site) -> None:
    url = site.status("/a", 503, Retry_After="3600")
    async with fetcher(site.url) as web_fetcher:
        with pytest.raises(FetchFailed) as caught:
            await web_fetcher.fetch(url)
    assert caught.value.retry_after_s == 3600
    assert site.paths == ["/a"]
