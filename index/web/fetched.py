"""What a request to the web gives, and who may be asked: the contract between fetching and its users."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer of a web server, after redirects.

    `url` is where it came from in the end; `body` is decompressed and empty where `not_modified`; `charset`
    is the one of the Content-Type header, None where it names none. `etag` and `last_modified` are the
    server's own words, for the next conditional request. `noindex` says that the site asks every bot to
    leave the page out of indexes (X-Robots-Tag). `cache_control` is that header; `moved_for_good` says that
    `url` is another address than the one asked for, and that each redirect to it was a permanent one.
    """

    asked: str
    url: str
    status: int
    content_type: str  # without parameters, in lower case; empty where the server names none
    charset: str | None
    body: bytes
    etag: str | None = None
    last_modified: str | None = None
    not_modified: bool = False
    noindex: bool = False
    cache_control: str | None = None
    moved_for_good: bool = False


class Fetcher(Protocol):
    """Fetches one address, by the rules: only http and https, public addresses, robots.txt, limits."""

    async def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """GET, conditional where `etag` or `last_modified` of an earlier answer are given.

        Gives answers with a status of 200 to 299, and 304 as `not_modified`. Raises FetchRefused where a rule
        forbids the address or what comes from it (too large, too slow), FetchFailed where the server or the
        way to it does not answer as it should (`status`, `retry_after_s`). Both are ArticleErrors.
        """
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost, and how considerate it is. Seconds and bytes, as the names say."""

    # One address from its first request to the last byte, redirects included, waiting for a turn not.
    total_s: float = 60.0
    # From connecting to the answer's headers.
    first_byte_s: float = 20.0
    # In each such stretch at least so many bytes must come: 500 bytes a second, slower than any modem of the
    # last 30 years, so that only who drips on purpose is cut off.
    window_s: float = 10.0
    window_bytes: int = 5_000
    # As sent; a long report as PDF has 20 MB, a page with its text well below 5.
    received_bytes: int = 25_000_000
    # After decompression; text shrinks to a fifth, so what grows beyond this was made to do harm.
    unpacked_bytes: int = 50_000_000
    redirects: int = 10  # browsers follow 20, honest sites need 4
    robots_bytes: int = 500_000  # RFC 9309 asks for 500 KiB at least
    robots_kept_s: float = 86_400.0  # RFC 9309: a day at most
    robots_failed_s: float = 600.0  # a robots.txt that could not be had is asked for again after this
    attempts: int = 3
    backoff_s: float = 1.0  # before the second attempt; doubled for each further one
    retry_after_s: float = 30.0  # a server that wants us to wait longer is left to the next day
    pause_s: float = 1.0  # between two requests to one host
    crawl_delay_s: float = 10.0  # a longer Crawl-delay is taken as this
    at_once: int = 4  # requests to all hosts together; to one host it is always one
