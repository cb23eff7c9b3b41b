"""Used by all rendering: Discord's documented limits, and how long a text is to Discord."""

from typing import Final

TITLE: Final = 256
DESCRIPTION: Final = 4096
FOOTER: Final = 2048
FIELD_NAME: Final = 256
FIELD_VALUE: Final = 1024
EMBED_TOTAL: Final = 6000
CUSTOM_ID: Final = 100
BUTTON_LABEL: Final = 80
CHOICE: Final = 100
CHOICES: Final = 25
OPTION: Final = 6000  # the longest text that Discord lets through in a string option


def size(text: str) -> int:
    """The length in UTF-16 units, as Discord's own clients count: never less than in characters."""
    return len(text) + sum(character > "\uffff" for character in text)


def shorten(text: str, limit: int) -> str:
    """The text within `limit` units, cut at a word where one ends near, with an ellipsis."""
    if size(text) <= limit:
        return text
    cut = text[: max(limit - 1, 0)]
    while cut and size(cut) > limit - 1:
        cut = cut[:-1]
    at_word = cut.rsplit(None, 1)[0] if cut.split() else cut
    cut = at_word if len(at_word) > len(cut) * 0.6 else cut
    return f"{cut.rstrip()}…" if limit > 0 else ""
