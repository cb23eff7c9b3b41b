"""Every way to a private address that the fetcher is tried with; `python -m tests.index.web.attempts` prints
the table of attempts and refusals for whoever reads about it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from index.errors import FetchFailed, FetchRefused
from tests.index.web.site import Site, fetcher, open_site

PUBLIC = "93.184.215.14"


@dataclass(frozen=True)
class Attempt:
    """What is tried, and what the refusal must say."""

    name: str
    url: str
    says: str


PRIVATE = "not a public address"
ODD = "not written plainly"
FORM = "not a web address"
OWN = "own network"

ADDRESSES = [
    Attempt(f"{kind}: {host}", f"http://{host}/", says)
    for kind, host, says in (
        ("loopback", "127.0.0.1", "loopback"),
        ("loopback, another of them", "127.8.9.10", "loopback"),
        ("loopback with a final dot", "127.0.0.1.", "loopback"),
        ("loopback, IPv6", "[::1]", "loopback"),
        ("private", "10.0.0.1", "private"),
        ("private", "172.16.0.1", "private"),
        ("private", "172.31.255.254", "private"),
        ("private", "192.168.1.1", "private"),
        ("private, IPv6", "[fc00::1]", "private"),
        ("private, IPv6", "[fd12:3456::1]", "private"),
        ("site-local, IPv6", "[fec0::1]", "private"),
        ("link-local", "169.254.1.1", "link-local"),
        ("link-local, IPv6", "[fe80::1]", "link-local"),
        ("link-local with a zone", "[fe80::1%25eth0]", "link-local"),
        ("multicast", "224.0.0.251", "multicast"),
        ("multicast, IPv6", "[ff02::1]", "multicast"),
        ("broadcast", "255.255.255.255", "broadcast"),
        ("unspecified", "0.0.0.0", "unspecified"),
        ("this network", "0.1.2.3", "unspecified"),
        ("unspecified, IPv6", "[::]", "unspecified"),
        ("cloud metadata", "169.254.169.254", "cloud metadata"),
        ("cloud metadata, IPv6", "[fd00:ec2::254]", "cloud metadata"),
        ("cloud metadata at a public address", "168.63.129.16", "cloud metadata"),
        ("cloud metadata in carrier-grade NAT", "100.100.100.200", "cloud metadata"),
        ("carrier-grade NAT", "100.64.0.1", "carrier-grade NAT"),
        ("benchmarking", "198.18.0.1", "benchmarking"),
        ("benchmarking, IPv6", "[2001:2::1]", "benchmarking"),
        ("documentation", "192.0.2.1", "documentation"),
        ("documentation", "203.0.113.9", "documentation"),
        ("documentation, IPv6", "[2001:db8::1]", "documentation"),
        ("reserved", "240.0.0.1", "reserved"),
        ("protocol assignments", "192.0.0.8", "reserved"),
        ("IPv6 that nobody was given", "[4000::1]", "reserved"),
        ("segment routing", "[5f00::1]", "reserved"),
        ("IPv4-mapped loopback", "[::ffff:127.0.0.1]", "loopback"),
        ("IPv4-mapped, in hexadecimal", "[::ffff:7f00:1]", "loopback"),
        ("IPv4-mapped metadata", "[::ffff:169.254.169.254]", "cloud metadata"),
        ("IPv4-compatible", "[::127.0.0.1]", "reserved"),
        ("IPv4-translated", "[::ffff:0:127.0.0.1]", "reserved"),
        ("NAT64 of loopback", "[64:ff9b::7f00:1]", "loopback"),
        ("NAT64 of a private network", "[64:ff9b::10.0.0.1]", "private"),
        ("NAT64 for local use", "[64:ff9b:1::10.0.0.1]", "tunnel"),
        ("6to4 of loopback", "[2002:7f00:1::]", "tunnel"),
        ("6to4 relay", "192.88.99.1", "tunnel"),
        ("Teredo", "[2001:0:7f00:1::]", "tunnel"),
        ("ISATAP", "[2a00::5efe:127.0.0.1]", "tunnel"),
        ("full-width digits", "１２７.0.0.1", "loopback"),
        ("ideographic full stops", "127。0。0。1", "loopback"),
        ("digits in circles", "①②⑦.0.0.1", "loopback"),
        ("decimal", "2130706433", ODD),
        ("octal", "0177.0.0.1", ODD),
        ("octal, whole", "017700000001", ODD),
        ("hexadecimal", "0x7f.0.0.1", ODD),
        ("hexadecimal, whole", "0x7f000001", ODD),
        ("hexadecimal at the end", "127.0.0.0x1", ODD),
        ("short", "127.1", ODD),
        ("short", "127.0.1", ODD),
        ("leading zeros", "127.000.000.001", ODD),
        ("zero alone", "0", ODD),
        ("too large a part", "256.256.256.256", ODD),
        ("two final dots", "127.0.0.1..", FORM),
        ("escaped digits", "%31%32%37.0.0.1", ODD),
    )
]
WRITTEN = [
    Attempt("the own machine by name", "http://localhost/", OWN),
    Attempt("the own machine, with a final dot", "http://localhost./", OWN),
    Attempt("below localhost", "http://app.localhost/", OWN),
    Attempt("a name without a dot", "http://intranet/", OWN),
    Attempt("multicast DNS", "http://printer.local/", OWN),
    Attempt("a cloud's own names", "http://metadata.google.internal/", OWN),
    Attempt("an onion", "http://abcdefgh.onion/", OWN),
    Attempt("a user in front", "http://news.example@127.0.0.1/", "user's name"),
    Attempt("a user and a password", "http://news.example:80@127.0.0.1/", "user's name"),
    Attempt("an empty user", "http://@news.example/", "user's name"),
    Attempt("a backslash for the parser", "http://news.example\\@127.0.0.1/", FORM),
    Attempt("a line break", "http://news.example/\r\nHost: 127.0.0.1", FORM),
    Attempt("a null byte", "http://127.0.0.1\0.news.example/", FORM),
    Attempt("a blank in the host", "http://news.example 127.0.0.1/", FORM),
    Attempt("no host", "http:///etc/passwd", FORM),
    Attempt("a file", "file:///etc/passwd", "only http and https"),
    Attempt("gopher", "gopher://127.0.0.1:6379/_FLUSHALL", "only http and https"),
    Attempt("ftp", "ftp://news.example/a", "only http and https"),
    Attempt("data", "data:text/html,hello", "only http and https"),
    Attempt("a script", "javascript:alert(1)", "only http and https"),
    Attempt("no scheme", "//news.example/", "only http and https"),
    Attempt("mail", "http://news.example:25/", "port 25"),
    Attempt("port 0", "http://news.example:0/", "port 0"),
    Attempt("a port that is none", "http://news.example:99999/", FORM),
    Attempt("an address of 3,000 letters", "http://news.example/" + "a" * 3000, "2,000 characters"),
]


class Dns:
    """A DNS that says whatever a test wants, one answer after the other; the last one stays."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def __call__(self, host: str, port: int) -> list[str]:
        answer = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        return answer


@dataclass(frozen=True)
class ByName:
    """A public name whose DNS gives these addresses."""

    name: str
    addresses: list[str]
    says: str


NAMES = [
    ByName("a name that leads to loopback", ["127.0.0.1"], "loopback"),
    ByName("a name that leads to IPv6 loopback", ["::1"], "loopback"),
    ByName("a name that leads to the metadata service", ["169.254.169.254"], "cloud metadata"),
    ByName("a public address and a private one", [PUBLIC, "10.0.0.1"], "private"),
    ByName("a private address and a public one", ["192.168.0.1", PUBLIC], "private"),
    ByName("a public IPv4 and a mapped loopback", [PUBLIC, "::ffff:127.0.0.1"], "loopback"),
    ByName("a public address and NAT64 of a private one", [PUBLIC, "64:ff9b::a00:1"], "private"),
    ByName("a link-local address with a zone", ["fe80::1%1"], "link-local"),
]

REDIRECTED = [
    "http://127.0.0.1:1/",
    "//169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://2130706433/",
    "http://localhost/",
    "http://user@news.example/",
    "file:///etc/passwd",
    "gopher://127.0.0.1/",
    "http://news.example:22/",
]


async def refusal(get: Callable[[], Awaitable[object]]) -> FetchRefused | FetchFailed:
    """The error of an attempt; AssertionError where it got through."""
    try:
        await get()
    except (FetchRefused, FetchFailed) as error:
        return error
    raise AssertionError("it was fetched")


async def try_url(attempt: Attempt) -> FetchRefused | FetchFailed:
    async with fetcher() as web_fetcher:
        return await refusal(lambda: web_fetcher.fetch(attempt.url))


async def try_name(attempt: ByName) -> FetchRefused | FetchFailed:
    async with fetcher(lookup=Dns(attempt.addresses)) as web_fetcher:
        return await refusal(lambda: web_fetcher.fetch("http://news.example/a"))


async def try_redirect(site: Site, to: str) -> FetchRefused | FetchFailed:
    """The site of the test may be reached; where it redirects to may not."""
    url = site.redirect("/go", to)
    async with fetcher(site.url) as web_fetcher:
        return await refusal(lambda: web_fetcher.fetch(url))


async def _table() -> None:
    print("| attempt | refusal |\n|---|---|")
    for attempt in (*ADDRESSES, *WRITTEN):
        print(f"| {attempt.name} | {(await try_url(attempt)).message} |")
    for name in NAMES:
        print(f"| {name.name} | {(await try_name(name)).message} |")
    async with open_site() as site:
        for to in REDIRECTED:
            print(f"| a redirect to {to} | {(await try_redirect(site, to)).message} |")


if __name__ == "__main__":
    asyncio.run(_table())
