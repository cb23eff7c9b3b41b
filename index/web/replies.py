"""What went wrong on the way, in words: statuses, broken connections, and whether asking again helps."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp

from index.errors import FetchFailed

LATER = "Try again later."
CHECK = "Check the address for slips."
# Statuses that pass of themselves, and soon.
PASSING = (408, 425, 429, 500, 502, 503, 504)
# Where there was no answer: only what a second attempt often mends. Not a time-out: it has cost enough.
_BROKEN_OFF = "broke off before its end."

_STATUS_WORDS = {
    401: ("asks for a login (401).", "Only public pages are fetched; save it and add the file."),
    402: ("asks for a payment (402).", "Only public pages are fetched; save it and add the file."),
    403: ("is closed to this bot (403).", "Ask the site, or save the page in a browser and add the file."),
    404: ("is not there (404).", CHECK),
    410: ("is gone for good (410).", CHECK),
    429: ("gets too many requests just now (429).", LATER),
    451: ("is closed for legal reasons (451).", "Nothing can be done here."),
}


def status_error(status: int, wait_s: float | None) -> FetchFailed:
    """The error for a status that brings no page."""
    if status in _STATUS_WORDS:
        message, next_step = _STATUS_WORDS[status]
    elif status >= 500:
        message, next_step = f"has a server in trouble ({status}).", LATER
    else:
        message, next_step = f"answers with status {status}, not with a page.", CHECK
    return FetchFailed(
        message, next_step, status=status, retry_after_s=wait_s, retryable=status in PASSING or status >= 500
    )


def retry_after_s(header: str | None, now: datetime | None = None) -> float | None:
    """Retry-After in seconds, given as such or as a date; None where it says nothing readable."""
    if header is None:
        return None
    if header.strip().isascii() and header.strip().isdigit():
        return float(header.strip()[:9])
    try:
        when = parsedate_to_datetime(header)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - (now or datetime.now(UTC))).total_seconds())


def is_passing(error: FetchFailed) -> bool:
    """Whether a second attempt in a moment is likely to help."""
    return error.status in PASSING or (error.status is None and error.message == _BROKEN_OFF)


def explain(error: Exception) -> FetchFailed:
    """aiohttp's and the system's errors in words for a person."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientConnectorSSLError):
        return FetchFailed(
            "cannot show that it is the site it claims to be (its certificate is not valid).",
            "Check the address, or tell the site.",
            retryable=False,
        )
    if isinstance(error, aiohttp.ClientSSLError):
        return FetchFailed("cannot be reached over a secure connection.", CHECK, retryable=False)
    if isinstance(error, aiohttp.ClientConnectorError):
        return FetchFailed("cannot be reached.", "Check the address, or try again later.")
    if isinstance(error, aiohttp.ServerDisconnectedError | aiohttp.ClientPayloadError | OSError):
        return FetchFailed(_BROKEN_OFF, LATER)
    if isinstance(error, aiohttp.InvalidURL):
        return FetchFailed("is not a web address that can be read.", CHECK, retryable=False)
    return FetchFailed("answers in a way that is not HTTP, or with headers that are too large.", LATER)


def forbids_indexing(values: list[str]) -> bool:
    """Whether X-Robots-Tag asks every bot to keep the page out of indexes."""
    words = [word.strip().lower() for value in values for word in value.split(",")]
    # `otherbot: noindex` is for that bot alone.
    return any(word in ("noindex", "none") for word in words)
