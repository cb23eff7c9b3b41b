"""Used by every part: the one exception tree of the project.

FootnoteError
├── SettingsError           a setting is missing, malformed or misspelt; exit status 2
├── ArticleError            one article or file cannot be read; the rest goes on
│   ├── FetchRefused        a rule forbids to fetch an address
│   └── FetchFailed         a server did not answer as it should
├── IndexUnavailable        there is no index that can be searched
│   ├── ModelMismatch       the index was built with another embedding model
│   ├── IndexDamaged        a file of it is not as it was written
│   └── VectorsLost         the Chroma server does not hold what it was given
├── BuildError              a build could not be done; what is published goes on answering
│   └── BuildRunning        another build holds the lock
├── ArchiveError            a file with a moved index is not whole, or not one of ours
├── StorageError            the data folder cannot be written, or is full
└── SearchUnavailable       the search worker is away for the moment
    └── ServerUnavailable   the Chroma server is
"""

from typing import Any


class FootnoteError(Exception):
    """An error that is meant for a person.

    `message` says what happened, `next_step` what to do about it, `retryable` whether the same
    call may succeed later without anyone changing anything.
    """

    retryable = False
    exit_status = 1

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()

    @property
    def for_log(self) -> str:
        """The same for a log, in which nobody's name may stand."""
        return str(self)


class SettingsError(FootnoteError):
    """A setting is missing, malformed or misspelt; `message` names the variable."""

    exit_status = 2


class ArticleError(FootnoteError):
    """One article or file cannot be read; `message` is the reason, without the file's name."""


class FetchRefused(ArticleError):
    """A rule forbids to fetch an address: not public, not http(s), forbidden by robots.txt."""


class FetchFailed(ArticleError):
    """A server, or the way to it, did not answer as it should.

    `status` is the HTTP status, None where there was no answer; `retry_after_s` where the server says when
    to ask again; `retryable` whether asking again later may help.
    """

    def __init__(
        self,
        message: str,
        next_step: str = "",
        *,
        status: int | None = None,
        retry_after_s: float | None = None,
        retryable: bool = True,
    ) -> None:
        super().__init__(message, next_step)
        self.status = status
        self.retry_after_s = retry_after_s
        self.retryable = retryable


class IndexUnavailable(FootnoteError):
    """There is no index that can be searched."""


class ModelMismatch(IndexUnavailable):
    """The index was built with another embedding model than the settings name."""


class IndexDamaged(IndexUnavailable):
    """A file of the index is not as it was written; `message` names it."""


class VectorsLost(IndexUnavailable):
    """The Chroma server answers, but does not hold the vectors of the index; the catalog still has them."""


class BuildError(FootnoteError):
    """A build could not be done; what is published goes on answering."""


class BuildRunning(BuildError):
    """Another build holds the lock; `message` may name who has started it."""

    retryable = True

    @property
    def for_log(self) -> str:
        return f"Another build is running. {self.next_step}".strip()


class ArchiveError(FootnoteError):
    """A file with a moved index is not whole, not one of ours, or in the way."""


class StorageError(FootnoteError):
    """The data folder cannot be written, or is full."""


class SearchUnavailable(FootnoteError):
    """The search worker is away for the moment; it is being restarted."""

    retryable = True


class ServerUnavailable(SearchUnavailable):
    """The Chroma server cannot be reached, is too slow or fails; all goes on when it is back."""


def error_as_json(error: FootnoteError) -> dict[str, str]:
    """An error as it crosses between processes."""
    return {"type": type(error).__name__, "message": error.message, "next_step": error.next_step}


def error_from_json(data: dict[str, Any]) -> FootnoteError:
    """The error that another process sent; one of an unknown type is a plain FootnoteError."""
    kind = globals().get(str(data.get("type")), FootnoteError)
    if not (isinstance(kind, type) and issubclass(kind, FootnoteError)):
        kind = FootnoteError
    return kind(str(data.get("message")), str(data.get("next_step", "")))
