"""The way out: connections that lead only to addresses that were checked.

A name is resolved once, by us; if any of its addresses is not public the whole name is refused, and the
connection goes to the addresses of that very answer, so a second answer of the DNS is never asked for. The
socket's address is checked once more before it connects, and the peer's after.
"""

import asyncio
import socket
from ipaddress import ip_address
from typing import Any, Protocol

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from index.addresses import AllowList, as_address
from index.errors import FetchFailed, FetchRefused


class Lookup(Protocol):
    """Asks the DNS: the place where a test stands in for it."""

    async def __call__(self, host: str, port: int) -> list[str]:
        """Every address of the host, in plain form. Raises OSError where it has none."""
        ...


async def system_lookup(host: str, port: int) -> list[str]:
    """What the system's resolver says."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


class CheckedResolver(AbstractResolver):
    """aiohttp's resolver: gives addresses that were checked, or refuses the name."""

    def __init__(self, allow: AllowList, lookup: Lookup) -> None:
        self._allow = allow
        self._lookup = lookup
        self._excepted: set[tuple[str, int]] = set()  # private ones that FETCH_ALLOW excepts by name

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        name = host.lower().rstrip(".")
        try:
            texts = await self._lookup(name, port)
        except (OSError, UnicodeError):
            texts = []
        if not texts:
            raise FetchFailed(f"has a host that is not known ({name}).", "Check the address for slips.")
        for text in texts:
            address = as_address(text)
            if address is None:
                raise FetchRefused(
                    f"leads to {text}, which is not an address.", "Nothing is fetched from it."
                )
            self._allow.check(address, port, name)
            self._excepted.add((str(address), port))
        return [
            ResolveResult(
                hostname=host,
                host=text,
                port=port,
                family=socket.AF_INET6 if ":" in text else socket.AF_INET,
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for text in texts
        ]

    async def close(self) -> None:
        """Nothing is held open."""

    def check_socket(self, host: str, port: int) -> None:
        """Raise FetchRefused for the address of a socket that did not pass `resolve` or the rule."""
        if (str(ip_address(host)), port) not in self._excepted:
            self._allow.check(ip_address(host), port)

    def open_socket(self, info: tuple[Any, Any, int, str, tuple[Any, ...]]) -> socket.socket:
        """The connector's factory of sockets: the last moment before connecting."""
        family, kind, protocol, _, address = info
        self.check_socket(address[0], address[1])
        return socket.socket(family, kind, protocol)


def open_session(
    allow: AllowList, lookup: Lookup, user_agent: str, connections: int
) -> aiohttp.ClientSession:
    """A session without cookies, proxies of the environment, decompression or redirects of its own.

    Connections are not kept: each request is checked from the name on.
    """
    resolver = CheckedResolver(allow, lookup)

    class CheckedResponse(aiohttp.ClientResponse):
        """Looks at who answers before reading what it says."""

        async def start(self, connection: Any) -> aiohttp.ClientResponse:
            transport = connection.transport
            peer = transport.get_extra_info("peername") if transport else None
            if not peer:
                raise aiohttp.ServerDisconnectedError
            resolver.check_socket(peer[0], peer[1])
            return await super().start(connection)

    connector = aiohttp.TCPConnector(
        resolver=resolver,
        use_dns_cache=False,
        force_close=True,
        limit=connections,
        socket_factory=resolver.open_socket,
    )
    return aiohttp.ClientSession(
        connector=connector,
        response_class=CheckedResponse,
        trust_env=False,
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": user_agent, "Accept-Encoding": "gzip, deflate"},
        timeout=aiohttp.ClientTimeout(total=None),  # ours are in `receiving` and `fetching`
    )
