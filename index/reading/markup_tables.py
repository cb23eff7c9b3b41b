"""Used by `markup_lines`: a table in markup → its heads and rows, cells that span several counted in each."""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from index.reading.tables import Cell, first_row_is_head, spread

_ROW_GROUPS = ("thead", "tbody", "tfoot")
_BLOCKS_IN_LAYOUT = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "pre")


def is_layout(table: Any) -> bool:
    """Whether a table only places parts of the page: it holds others, or headings, or has but one column."""
    if table.get("role") == "presentation" or any(True for _ in _below(table, _BLOCKS_IN_LAYOUT)):
        return True
    return all(len(_cells(row)) <= 1 for row in _rows(table))


def heads_and_rows(table: Any, words: Callable[[Any], str]) -> tuple[list[str], list[list[str]]]:
    """The heads of the columns, none where there are none, and the rows below them; `words` reads a cell."""
    rows = [row for row in _rows(table) if _cells(row)]
    read = spread([[Cell(words(cell), *_span(cell)) for cell in _cells(row)] for row in rows])
    first = next((at for at, row in enumerate(rows) if len(_cells(row)) > 1), 0)  # above it stand titles
    end = first
    while end < len(rows) and len(_cells(rows[end])) > 1 and _is_head(rows[end]):
        end += 1
    if end == first and first_row_is_head(read[first:]):
        end += 1
    if end == len(rows):
        return [], read
    columns = zip_longest(*read[first:end], fillvalue="")
    return [" ".join(dict.fromkeys(filter(None, column))) for column in columns], read[:first] + read[end:]


def _is_head(row: Any) -> bool:
    return row.getparent().tag == "thead" or all(cell.tag == "th" for cell in _cells(row))


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from child.iterchildren("tr")


def _cells(row: Any) -> list[Any]:
    return list(row.iterchildren("td", "th"))


def _below(table: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    return (element for element in table.iter(*tags) if element is not table)


def _span(cell: Any) -> tuple[int, int]:
    """Over how many columns and rows it goes."""
    return _number(cell.get("colspan")), _number(cell.get("rowspan"))


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 5 else 1
