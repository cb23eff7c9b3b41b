"""Used by the HTML reader: a page's bytes → text, by its mark, its own words, or as other text is decoded."""

import codecs
import re
from pathlib import Path

from index.errors import ArticleError
from index.reading.decoding import LARGEST_TEXT_BYTES, decode
from index.reading.encoding_guess import guess_text

# The standard (https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding)
# looks at 1,024 bytes; pages exist that say it later.
_PRESCAN_BYTES = 4_096
_STATED = re.compile(
    rb"""(?:<meta[^<>]{0,200}?charset|<\?xml[^<>]{0,100}?encoding)\s*+=\s*+(?:["']\s*+)?([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# What the standard has browsers read in place of what a page says (https://encoding.spec.whatwg.org).
_READ_AS = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("ks_c_5601-1987", "euc-kr"), "cp949"),
    **dict.fromkeys(("iso-8859-11", "tis-620"), "cp874"),
    "shift_jis": "cp932",
    "iso-8859-9": "cp1254",
}
# Python's names of the charsets that pages are written in. It knows others that are none, such as rot13.
_CHARSETS = ("iso8859", "iso2022_jp", "cp", "koi8", "gb", "big5", "euc_", "shift_jis", "mac", "tis")
_NOT_OF_ISO = re.compile("[\x80-\x9f]")  # controls that no page holds; Windows has letters there


def read_html_text(path: Path) -> str:
    """The text of a page in a file. Raises ArticleError where it is too large, empty or binary."""
    size = path.stat().st_size
    if size > LARGEST_TEXT_BYTES:
        raise ArticleError(
            f"has {size / 1e6:,.0f} MB; at most {LARGEST_TEXT_BYTES / 1e6:.0f} MB are read.",
            "Split it, or remove it.",
        )
    with path.open("rb") as file:
        text = decode_html(file.read(LARGEST_TEXT_BYTES + 1))
    if not text.strip():
        raise ArticleError("is empty.", "Remove it, or fill it.")
    return text


def decode_html(data: bytes, charset: str | None = None) -> str:
    """The text of a page. `charset`: what the server said, which wins over the page, as in browsers.

    UTF-8 wins over both where the bytes are UTF-8 through and through: text in another encoding hardly ever
    is. Raises ArticleError where the bytes are binary or their encoding is in doubt.
    """
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)) and b"\0" not in data:
        for stated in (charset, _stated(data)):
            if (text := _decode_as(data, stated)) is not None:
                return text
    return decode(data)


def _stated(data: bytes) -> str | None:
    found = _STATED.search(data[:_PRESCAN_BYTES])
    return found[1].decode("ascii") if found else None


def _decode_as(data: bytes, charset: str | None) -> str | None:
    """None where the charset is unknown, or the bytes are not written in it."""
    if not charset:
        return None
    try:
        name = codecs.lookup(_READ_AS.get(charset.strip().lower(), charset.strip())).name
    except (LookupError, ValueError):
        return None
    if not name.startswith(_CHARSETS) or (not name.startswith("iso2022") and _is_utf8(data)):
        return None
    # A byte that is not of the charset should not cost the article, where nearly all are.
    text = data.decode(name, "replace")
    if name.startswith("iso8859"):
        text = _NOT_OF_ISO.sub("\ufffd", text)
    # Servers and templates say Latin-1 of whatever they hold, and ISO of what Windows wrote.
    if (name == "cp1252" or "\ufffd" in text) and (guessed := guess_text(data)) is not None:
        return guessed
    return text if text.count("\ufffd") <= len(text) / 1000 else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


# Where the page names another address as its own, and what is there is another article, or nothing: else both
# would go by one address.
OWN_ADDRESS = "<!-- fetched from there; the address that it names as its own is another page's -->"


def first_lines(url: str, *, own_address: bool = False) -> str:
    """What to put above a page that was fetched from `url`. own_address: it is not what it says it is, so its
    address is this one whatever it names."""
    return f"<!-- saved from url=({len(url):04d}){url} -->\n" + (f"{OWN_ADDRESS}\n" if own_address else "")
