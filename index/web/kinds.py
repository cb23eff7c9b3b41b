"""What was fetched: a page, a document or something else, by its first bytes before its label."""

import re
from enum import StrEnum

from yarl import URL

from index.errors import ArticleError
from index.web.fetched import Fetched


class Kind(StrEnum):
    """What can be kept of the web, by the ending that its file gets."""

    HTML = ".html"
    PDF = ".pdf"
    DOCX = ".docx"
    EPUB = ".epub"
    TEXT = ".txt"
    MARKDOWN = ".md"


_HTML_LABELS = ("text/html", "application/xhtml+xml")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_FEED_LABELS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|style|table|div|h1|iframe|link|article|main)[\s>]",
    re.IGNORECASE,
)
_BEFORE_HTML = ((b"<!--", b"-->"), (b"<?xml", b"?>"))
_SNIFFED_BYTES = 4_096


def kind_of(fetched: Fetched) -> Kind:
    """The kind of what was fetched. Raises ArticleError for what holds no article that can be read."""
    head = fetched.body[:_SNIFFED_BYTES]
    label = fetched.content_type
    path = URL(fetched.url).path.lower()
    if not fetched.body.strip():
        raise ArticleError("is empty.", "Check the address.")
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"PK\x03\x04"):
        return _archive(head, label, path)
    if label in _FEED_LABELS or _FEED.search(head[:1024]):
        raise ArticleError("is a feed, not a page.", "Add it as a feed.")
    if label in _HTML_LABELS or _is_html(head):
        return Kind.HTML
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unreadable(label)
    if label == "text/markdown" or (label == "text/plain" and path.endswith((".md", ".markdown"))):
        return Kind.MARKDOWN
    if label in ("text/plain", "") or (label == "application/octet-stream" and path.endswith(".txt")):
        return Kind.TEXT
    raise _unreadable(label)


def _is_html(head: bytes) -> bool:
    """As browsers sniff it (https://mimesniff.spec.whatwg.org), behind white space, comments and the like."""
    rest = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    while mark := next(((begin, end) for begin, end in _BEFORE_HTML if rest.startswith(begin)), None):
        _, ended, rest = rest[len(mark[0]) :].partition(mark[1])
        if not ended:
            return False
        rest = rest.lstrip()
    return _HTML.match(rest) is not None


def _archive(head: bytes, label: str, path: str) -> Kind:
    """DOCX and EPUB are zip archives; an EPUB says so in its first entry."""
    if label == "application/epub+zip" or head[30:58] == b"mimetypeapplication/epub+zip":
        return Kind.EPUB
    if "wordprocessingml" in label or path.endswith(".docx"):
        return Kind.DOCX
    if path.endswith(".epub"):
        return Kind.EPUB
    raise _unreadable(label)


def _unreadable(label: str) -> ArticleError:
    return ArticleError(
        f"is {label[:60] or 'of an unknown kind'}, not an article.",
        "Pages, PDF, DOCX, EPUB, plain text and Markdown are read.",
    )


_META = re.compile(r"<meta\s[^<>]{0,500}>", re.IGNORECASE)
_ROBOTS = re.compile(r"""\bname\s*+=\s*+["']?(?:robots|footnote)\b""", re.IGNORECASE)
_NOINDEX = re.compile(r"""\bcontent\s*+=\s*+["']?+[^"'>=]*\b(?:noindex|none)\b""", re.IGNORECASE)
_HEAD_CHARACTERS = 100_000


def asks_not_to_be_indexed(html: str) -> bool:
    """Whether a page's robots meta tag asks bots to keep it out of indexes."""
    return any(_ROBOTS.search(tag) and _NOINDEX.search(tag) for tag in _META.findall(html[:_HEAD_CHARACTERS]))
