"""Used by the readers of feeds: a line without markup, and an address that may be followed."""

import html
import re
from urllib.parse import urljoin, urlsplit

LONGEST_LINE = 500  # characters of a title or a name; what is longer is none
LONGEST_ADDRESS = 2_000
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,1000}>")


def one_line(text: str | None) -> str | None:
    """A title or a name without tags and line breaks; None for nothing."""
    if not text:
        return None
    bare = html.unescape(_TAG.sub(" ", text[: 4 * LONGEST_LINE]))
    return " ".join("".join(c if c.isprintable() else " " for c in bare).split())[:LONGEST_LINE] or None


def web_address(text: str | None, base: str) -> str | None:
    """The address, absolute and of the web; None for `javascript:` and anything else that is no page."""
    if not text or len(text) > LONGEST_ADDRESS:
        return None
    try:
        address = urljoin(base, text.strip())
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return address
