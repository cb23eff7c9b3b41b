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
