"""Used by the reader of .txt: tables whose cells stand between tabs or bars → their rows as lines."""

import re
from collections.abc import Iterator
from itertools import groupby

from index.reading.tables import first_row_is_head, table_lines

# Larger texts are no articles with tables in them, and their lines would take ten times their memory.
_LONGEST = 5_000_000  # characters
_FEWEST_ROWS = 2
_RULE = re.compile(r"\A[\s|:+=]*+-[\s|:+=-]*+")  # between the heads and the rows of a table
_ITEM = re.compile(r"[(\[]?\w{0,3}[.)\]]|[•●◦▪‣·*–—-]")  # the mark of a list's item, with a tab behind it


def with_table_lines(text: str) -> str:
    """The text, where rows of as many cells stand below each other, with a line for each row that names its
    columns; all else as it is."""
    if len(text) > _LONGEST or not ("\t" in text or "|" in text):
        return text
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    for count, run in groupby(lines, key=_columns):
        if count < 2:
            yield from run
            continue
        rows = list(run)
        cells = [_cells(row) for row in rows if not _RULE.fullmatch(row)]
        if len(cells) < _FEWEST_ROWS or all(_ITEM.fullmatch(first) for first, *_ in cells):
            yield from rows
            continue
        has_rule = len(cells) < len(rows) and not _RULE.fullmatch(rows[0]) and _RULE.fullmatch(rows[1])
        headed = bool(has_rule) or first_row_is_head(cells)
        found = table_lines(cells[1:], cells[0]) if headed else table_lines(cells)
        yield from ("", "\n\n".join(found), "") if found else rows


def _columns(line: str) -> int:
    """How many cells a line has; 1 where it is no row."""
    return len(_cells(line)) if "\t" in line or "|" in line else 1


def _cells(line: str) -> list[str]:
    bare = line.strip()
    if "|" in bare:
        return [cell.strip() for cell in bare.removeprefix("|").removesuffix("|").split("|")]
    return [cell.strip() for cell in bare.split("\t")]
