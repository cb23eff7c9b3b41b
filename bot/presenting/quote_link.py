"""Used by every face: the link that opens an article at the very sentence that is quoted.

The syntax is that of the URL Fragment Text Directives draft (https://wicg.github.io/scroll-to-text-fragment/):
`#:~:text=START,END` marks from the words START to the words END, in the browsers that know it; the
others open the page at its top.
"""

from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit, urlunsplit

# So short a quote is given whole; of a longer one its first and last words, which keeps the link
# short and matches across the page's own elements.
WHOLE_WORDS = 8
EDGE_WORDS = 4


def text_directive(quote: str) -> str:
    """`text=…` for a quote, percent-encoded; empty where the quote has no words."""
    words = quote.split()
    if not words:
        return ""
    one_block = "\n" not in quote.strip()
    if len(words) <= WHOLE_WORDS and one_block:
        return f"text={_encode(words)}"
    edge = min(EDGE_WORDS, max(1, len(words) // 2))
    # Each edge stays within its own paragraph: a directive's words must stand in one block.
    start = quote.strip().splitlines()[0].split()[:edge]
    end = quote.strip().splitlines()[-1].split()[-edge:]
    return f"text={_encode(start)},{_encode(end)}"


def web_link(url: str | None) -> str | None:
    """The URL, safe within a masked link and in an attribute, or None where it is not a web address.

    Only http and https with a host and without credentials (`https://bank.example@evil.example`).
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    try:
        host = host.encode("ascii" if host.isascii() else "idna").decode("ascii")
    except UnicodeError:
        return None
    if not all(character.isalnum() or character in ".-:" for character in host):
        return None
    host = f"[{host}]" if ":" in host else host
    netloc = host if port is None else f"{host}:{port}"
    path, query, fragment = (_keep_encoded(part) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme.lower(), netloc, path, query, fragment))


def link_to_quote(url: str | None, quote: str) -> str | None:
    """The link to the quote within its page, or None where the URL is not a web address."""
    link = web_link(url)
    directive = text_directive(quote)
    if link is None or not directive:
        return link
    base = link.split(":~:", 1)[0]
    return f"{base}{'' if '#' in base else '#'}:~:{directive}"


def _encode(words: list[str]) -> str:
    """Percent-encoded; the hyphen too, which has a meaning of its own in a text directive."""
    encoded = percent_encode(" ".join(words), safe="", errors="replace")
    return encoded.replace("-", "%2D").replace("~", "%7E")


def _keep_encoded(part: str) -> str:
    """Percent-encode what could end a masked link or start markup, and leave what is encoded."""
    return percent_encode(part, safe="/%:=&?,;@+$!~.-#", errors="replace")
