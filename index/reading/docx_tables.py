"""Used by `docx_blocks`: a table → its lines, each cell with the head of its column."""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from index.reading.docx_styles import Styles, W, is_on
from index.reading.tables import first_row_is_head, table_lines

AROUND = frozenset(f"{W}{name}" for name in ("sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_LONGEST_HEAD = 40  # characters, of a cell of a first row above cells of several lines
_MOST_COLUMNS = 63  # that Word can make


def rows_of(table: Any) -> list[Any]:
    """A table's rows without those that were deleted with changes tracked."""
    return [row for row in _within(table, "tr") if row.find(f"{W}trPr/{W}del") is None]


def cells_of(row: Any) -> list[Any]:
    """A row's cells without those that were deleted with changes tracked."""
    return [cell for cell in _within(row, "tc") if cell.find(f"{W}tcPr/{W}cellDel") is None]


def is_layout(rows: list[Any], styles: Styles) -> bool:
    """Whether a table only places parts of the page: it holds others, or headings, or has but one column."""
    cells = [cells_of(row) for row in rows]
    if all(len(row) <= 1 for row in cells):
        return True
    return any(
        child.tag == f"{W}tbl" or (child.tag == f"{W}p" and styles.heading_level(child) > 0)
        for row in cells
        for cell in row
        for child in cell
    )


def lines_of_table(table: Any, rows: list[Any], styles: Styles, words: Callable[[Any], str]) -> list[str]:
    """The lines of a table that is one; `words` reads a cell."""
    columns = list(_read(rows, words))
    read = [[cell or "" for cell in row] for row in columns]
    first = next((at for at, row in enumerate(read) if len(row) > 1), 0)  # above it stand titles
    end = first
    while end < len(rows) and len(read[end]) > 1 and _repeats(rows[end]):
        end += 1
    if end == first and (
        styles.marks_first_row(table)
        or _is_set_apart(rows[first:])
        or _is_above_lists(read[first:])
        or first_row_is_head(read[first:])
    ):
        end += 1
    if end == len(rows):
        return table_lines(read)
    heads = [_joined(column) for column in zip_longest(*map(_over_all, columns[first:end]), fillvalue="")]
    return table_lines(read[:first]) + table_lines(read[end:], heads)


def _read(rows: list[Any], words: Callable[[Any], str]) -> Iterator[list[str | None]]:
    """The words of each row by columns: of a cell over several columns in the first of them and None in the
    others, of one over several rows in each; a row that is one cell is that alone."""
    above: dict[int, str] = {}
    for row in rows:
        cells = cells_of(row)
        found: list[str | None] = [""] * _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in cells:
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            text = above.get(len(found), "") if goes_on else words(cell)
            above[len(found)] = text if merged is not None else ""
            found += [text, *[None] * (_number(cell.find(f"{W}tcPr/{W}gridSpan"), 1) - 1)]
        yield found[:1] if len(cells) == 1 else found


def _over_all(row: list[str | None]) -> list[str]:
    """A row of heads, in which one over several columns is that of each."""
    heads: list[str] = []
    for cell in row:
        heads.append(heads[-1] if cell is None and heads else cell or "")
    return heads


def _joined(heads: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(filter(None, heads)))


def _within(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table, or the cells of a row, whatever controls and revisions are around them."""
    for child in element.iterchildren():
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in AROUND or child.tag == f"{W}sdt":
            yield from _within(child, name)


def _repeats(row: Any) -> bool:
    """Whether a row is a head, which Word repeats on each page."""
    head = row.find(f"{W}trPr/{W}tblHeader")
    return head is not None and is_on(head)


def _is_set_apart(rows: list[Any]) -> bool:
    """Whether the first row is in bold type, and the second is not."""
    return len(rows) > 1 and _is_bold(rows[0]) and not _is_bold(rows[1])


def _is_bold(row: Any) -> bool:
    runs = [run for run in row.iter(f"{W}r") if run.find(f"{W}t") is not None]
    settings = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(runs) and all(setting is not None and is_on(setting) for setting in settings)


def _is_above_lists(rows: list[list[str]]) -> bool:
    """Whether short words stand above cells of several lines each."""
    if len(rows) < 2 or len(rows[0]) < 3 or not all(rows[0]):
        return False
    return all(len(cell) <= _LONGEST_HEAD and ";" not in cell for cell in rows[0]) and all(
        any("; " in cell for cell in row) for row in rows[1:]
    )


def _number(element: Any, otherwise: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isascii() and value.isdigit() else otherwise
