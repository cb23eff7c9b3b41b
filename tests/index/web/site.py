"""A web site on loopback: ordinary pages by aiohttp, and bytes as they are for what no server would send."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from index.addresses import AllowList
from index.web.connecting import Lookup
from index.web.fetched import Limits
from index.web.fetching import WebFetcher
from index.web.politeness import Sleep

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
# No pauses: they are tested with a clock of the test's own. Everything else as in use.
QUICK = Limits(pause_s=0.0, backoff_s=0.0)


@dataclass
class Site:
    """Pages by path, and what was asked for."""

    port: int = 0
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    every: Answer | None = None  # for all other paths

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, without robots.txt."""
        return [request.path_qs for request in self.asked if request.path != "/robots.txt"]

    def page(
        self, path: str, body: str | bytes, content_type: str = "text/html; charset=utf-8", **headers: str
    ) -> str:
        """Serve it and return its address. Headers with _ for -."""
        data = body.encode() if isinstance(body, str) else body
        given = {name.replace("_", "-"): value for name, value in headers.items()}

        async def answer(_: web.Request) -> web.Response:
            return web.Response(body=data, headers={"Content-Type": content_type, **given})

        return self.serve(path, answer)

    def status(self, path: str, status: int, **headers: str) -> str:
        given = {name.replace("_", "-"): value for name, value in headers.items()}

        async def answer(_: web.Request) -> web.Response:
            return web.Response(status=status, headers=given, text="Nothing here.")

        return self.serve(path, answer)

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        return self.status(path, status, Location=to)

    def serve(self, path: str, answer: Answer) -> str:
        self.pages[path] = answer
        return self.url + path

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        answer = self.pages.get(request.path_qs) or self.pages.get(request.path) or self.every
        return await answer(request) if answer else web.Response(status=404, text="Not found")


@asynccontextmanager
async def open_site() -> AsyncIterator[Site]:
    """A site on a free port."""
    site = Site()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site._handle)
    # Clients that leave in mid-answer are what is tested, so nothing waits for them at the end.
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    listener = web.TCPSite(runner, "127.0.0.1", 0)
    await listener.start()
    site.port = runner.addresses[0][1]
    try:
        yield site
    finally:
        await runner.cleanup()


@asynccontextmanager
async def open_raw(talk: Callable[[asyncio.StreamWriter], Awaitable[None]]) -> AsyncIterator[str]:
    """A server that reads a request's headers and then says whatever `talk` writes; its address.

    robots.txt it does not have.
    """

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            if request.startswith(b"GET /robots.txt"):
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            else:
                await talk(writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client has had enough, which is the point
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


def fetcher(
    *urls: str, limits: Limits = QUICK, lookup: Lookup | None = None, sleep: Sleep = asyncio.sleep
) -> WebFetcher:
    """A fetcher that may also reach these servers of the test, and asks no DNS but the one given."""
    allow = AllowList.parse(",".join(url.removeprefix("http://").partition("/")[0] for url in urls))
    chance = random.Random(1)
    return WebFetcher(allow=allow, limits=limits, lookup=lookup or no_dns, sleep=sleep, chance=chance)


async def no_dns(host: str, port: int) -> list[str]:
    raise AssertionError(f"the DNS was asked for {host}:{port}")
