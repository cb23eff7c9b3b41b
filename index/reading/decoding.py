"""Used by the readers of text files: bytes → text, or the reason why not."""

import re
from pathlib import Path

from index.errors import ArticleError
from index.reading.encoding_guess import guess_text
from index.unicode_forms import unicode_form

# The longest novels have about 6 MB; a text file of 50 MB is a log, a dump or a mistake, and would
# take the memory of the whole build.
LARGEST_TEXT_BYTES = 50_000_000

_FORM_FEED_AND_BLANKS = frozenset(b"\t\n\v\f\r\x1b")
_CONTROLS = bytes(set(range(32)) - _FORM_FEED_AND_BLANKS)
# Control characters end words and nothing else; a lone surrogate cannot be stored. Both are replaced,
# so that what is cleaned, stored and quoted later is one and the same text.
_UNPRINTABLE = re.compile(r"[\0-\x08\x0e-\x1b\x7f]")


def read_text(path: Path) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or another encoding that shows itself clearly.

    Raises ArticleError where the file is too large, empty, binary, or in an encoding that is in doubt.
    """
    size = path.stat().st_size
    if size > LARGEST_TEXT_BYTES:
        raise ArticleError(
            f"has {size / 1e6:,.0f} MB; at most {LARGEST_TEXT_BYTES / 1e6:.0f} MB are read.",
            "Split it, or remove it.",
        )
    with path.open("rb") as file:
        data = file.read(LARGEST_TEXT_BYTES + 1)
    text = decode(data)
    if not text.strip():
        raise ArticleError("is empty.", "Remove it, or fill it.")
    return text


def decode(data: bytes) -> str:
    """Bytes → text without control characters; ArticleError where that would be a guess."""
    form = unicode_form(data)
    if form and not form.startswith("utf-8"):
        try:
            return printable(data.decode(form))
        except UnicodeDecodeError:
            raise ArticleError(f"is damaged {form[:6].upper()}.", "Save it as UTF-8.") from None
    if b"\0" in data:
        raise ArticleError("is binary, not text.", "Remove it, or save its text as UTF-8.")
    try:
        return printable(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return printable(_guess(data, error.start))


def printable(text: str) -> str:
    """The text with control characters as spaces and each lone surrogate as a question mark."""
    return _UNPRINTABLE.sub(" ", text).encode("utf-8", "replace").decode("utf-8")


def _guess(data: bytes, fault_at: int) -> str:
    if data.translate(None, _CONTROLS) != data:
        raise ArticleError("is binary, not text.", "Remove it, or save its text as UTF-8.")
    line = data.count(b"\n", 0, fault_at) + 1
    if (text := guess_text(data)) is None:
        raise ArticleError(
            f"is not UTF-8 (from line {line} on), and its encoding is not clear.", "Save it as UTF-8."
        )
    return text
