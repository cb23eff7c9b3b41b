"""From a page's address to the name of its file. No part of an address ever becomes a path as it stands."""

import hashlib
import re
import unicodedata

from yarl import URL

WEB_FOLDER = "web"
LONGEST_SLUG = 60
LONGEST_HOST = 80  # together with the rest well below the 255 bytes that file systems take
_UNSAFE = re.compile("[^a-z0-9]+")
_UNSAFE_IN_HOST = re.compile("[^a-z0-9.-]+")
_PAGE_ENDING = re.compile(r"\.(?:html?|xhtml|php|aspx?|jsp|pdf|docx|epub|txt|md|markdown)$")


def file_for(url: str, key: str, ending: str) -> str:
    """`web/gazette.example/the-lighthouse-1f3a9c0b.html`, relative to the articles folder.

    Only a-z, 0-9, dots within and hyphens, in lower case, so that file systems that do not tell case apart
    keep two pages apart too: by the hash of the key.
    """
    address = URL(url)
    host = _UNSAFE_IN_HOST.sub("-", (address.raw_host or "").lower()).strip(".-")[:LONGEST_HOST].strip(".-")
    port = "" if address.port in (80, 443, None) else f"-{address.port}"
    digest = hashlib.sha256(key.encode()).hexdigest()[:8]
    return f"{WEB_FOLDER}/{host or 'host'}{port}/{_slug(address.path)}-{digest}{ending}"


def _slug(path: str) -> str:
    """The last part of the path that says something, in plain letters; `page` where none does."""
    for part in reversed(path.split("/")):
        bare = _PAGE_ENDING.sub("", part.lower())
        plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode()
        slug = _UNSAFE.sub("-", plain).strip("-")[:LONGEST_SLUG].strip("-")
        if slug:
            return slug
    return "page"
