"""First step of a fetch, and of each redirect: is this an address that may be asked for at all?

Nothing is resolved here; the addresses behind a name are for `index/web/connecting.py`.
"""

import re
from dataclasses import dataclass

from yarl import URL

from index.addresses import AllowList, as_address
from index.errors import FetchRefused

LONGEST_URL = 2_000  # characters; longer ones break servers, caches and browsers
# Web servers listen on these or, without privileges, above 1023; below are mail, shells and file shares.
PLAIN_PORTS = (80, 443)
LOWEST_OTHER_PORT = 1024

_LABEL = re.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile("[0-9]+|0x[0-9a-f]*")
_UNPRINTABLE = re.compile("[\x00-\x20\x7f-\x9f\\\\\u2028\u2029]")
# Names for the own machine or network (RFC 6761, 6762, 8375, 9476; .internal by ICANN).
_LOCAL_NAMES = ("localhost", "local", "internal", "home.arpa", "lan", "onion", "alt")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: a URL without a fragment, its host as it is resolved, and its port."""

    url: URL
    host: str
    port: int


def check_url(text: str, allow: AllowList) -> Target:
    """The target of an address that a person or a page gave.

    Raises FetchRefused for other schemes than http and https, users and passwords, ports of other services,
    hosts that are not public or not written plainly.
    """
    text = text.strip()
    if len(text) > LONGEST_URL:
        raise FetchRefused(f"has more than {LONGEST_URL:,} characters.", "Use its shorter form.")
    if _UNPRINTABLE.search(text):
        raise _not_an_address()
    try:
        url = URL(text)
        host = (url.raw_host or "").lower()
        port = url.port
    except (ValueError, UnicodeError):
        raise _not_an_address() from None
    if url.scheme not in ("http", "https"):
        shown = url.scheme or "no scheme"
        raise FetchRefused(
            f"is not a web address ({shown}); only http and https are fetched.",
            "Give the page's address as a browser shows it.",
        )
    if "@" in re.split("[/?#]", text.partition("//")[2])[0]:  # also an empty one, which yarl drops
        raise FetchRefused("holds a user's name or password.", "Give the address without it.")
    if not host or port is None:
        raise _not_an_address()
    host = host.removesuffix(".")
    _check_host(host, port, allow)
    if not (port in PLAIN_PORTS or port >= LOWEST_OTHER_PORT or _excepted(host, port, allow)):
        raise FetchRefused(
            f"names port {port}, which is not for web pages.",
            f"Ports {PLAIN_PORTS[0]}, {PLAIN_PORTS[1]} and those from {LOWEST_OTHER_PORT} on are fetched.",
        )
    return Target(url.with_host(host).with_fragment(None), host, port)


def _check_host(host: str, port: int, allow: AllowList) -> None:
    address = as_address(host)
    if address is not None:
        allow.check(address, port)
        return
    labels = host.split(".")
    # As browsers do (WHATWG, "ends in a number"): 2130706433, 0177.0.0.1, 0x7f.1 and 127.1 are addresses, and
    # which ones depends on who reads them. So none is taken, whatever it stands for.
    if _NUMBER.fullmatch(labels[-1]) or ":" in host:
        raise FetchRefused(
            f"has an address as its host that is not written plainly ({host}).",
            "Write it as four decimal numbers, or use the site's name.",
        )
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _not_an_address()
    if allow.allows_name(host, port):
        return
    if len(labels) == 1 or any(host == name or host.endswith(f".{name}") for name in _LOCAL_NAMES):
        raise FetchRefused(
            f"names a host of the own network ({host}).",
            "Only public hosts are fetched; FETCH_ALLOW can name exceptions.",
        )


def _excepted(host: str, port: int, allow: AllowList) -> bool:
    address = as_address(host)
    return allow.allows(address, port) if address else allow.allows_name(host, port)


def _not_an_address() -> FetchRefused:
    return FetchRefused("is not a web address that can be read.", "Copy it from the browser's address bar.")
