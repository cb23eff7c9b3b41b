"""Used by all rendering: Discord's documented limits, and how long a text is to Discord."""

from typing import Final

TITLE: Final = 256
DESCRIPTION: Final = 4096
FOOTER: Final = 2048
AUTHOR: Final = 256
FIELD_NAME: Final = 256
FIELD_VALUE: Final = 1024
EMBED_TOTAL: Final = 6000
CUSTOM_ID: Final = 100
THREAD_NAME: Final = 100
BUTTON_LABEL: Final = 80
PLACEHOLDER: Final = 150
CHOICE: Final = 100
CHOICES: Final = 25


def size(text: str) -> int:
    """The length in UTF-16 units, as Discord's own clients count: never less than in characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, limit: int) -> str:
    """The text within `limit` units, cut at a word where one ends near, with an ellipsis."""
    if size(text) <= limit:
        return text
    if limit < 1:
        return ""
    kept = cut(text, limit - 1)
    at_word = kept.rsplit(None, 1)[0] if kept.split() else kept
    # A long word at the end is cut in its middle rather than lost.
    kept = at_word if len(at_word) > len(kept) * 0.6 else kept
    return f"{kept.rstrip()}…"


def cut(text: str, limit: int) -> str:
    """As much of the text's beginning as `limit` units hold."""
    kept = text[: max(limit, 0)]
    while size(kept) > limit:
        kept = kept[:-1]
    return kept
