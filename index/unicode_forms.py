"""Used by the readers of text and of `.env`: which form of Unicode bytes are in, where they show it."""

import codecs
import unicodedata

# The longer marks first: UTF-32's begins like UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000  # bytes; of binary data the first hundred show it
_NO_TEXT = {"Cc", "Cn", "Co", "Cs"}  # control characters, and what is no character


def unicode_form(data: bytes) -> str | None:
    """Python's name of the form: by the mark at the start, or UTF-16 without one; None where neither shows.

    UTF-16 without its mark shows itself by zeros in one half of its bytes only (spaces and line ends have
    them in any language), and by characters that all exist.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if bool(even) == bool(odd) or len(data) % 2:
        return None
    name = "utf-16-le" if odd else "utf-16-be"
    try:
        text = sample[: len(sample) // 2 * 2].decode(name)
    except UnicodeDecodeError:  # the sample's end may have halved a pair; of so few nobody writes articles
        return None
    strange = any(unicodedata.category(one) in _NO_TEXT and not one.isspace() for one in text)
    return None if strange else name
