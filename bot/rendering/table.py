"""Used where a list is too long for a message: a table as a file, to be opened in a spreadsheet."""

from collections.abc import Iterable, Sequence

from bot.discord.toolkit.markup import plain

# A cell that begins so is a formula to spreadsheets, and may fetch or run something. Questions and titles are
# anybody's; an apostrophe makes them text.
_FORMULA = ("=", "+", "-", "@")


def as_table(rows: Iterable[Sequence[str]]) -> str:
    """A row a line, its cells between tabs, nothing in them that ends either or computes."""
    return "".join("\t".join(map(_cell, row)) + "\n" for row in rows)


def _cell(text: str) -> str:
    text = plain(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
