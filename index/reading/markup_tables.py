"""Used by the readers of markup: a table's elements → its cells, each under the head of its column."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from index.reading.heading_marks import INNERMOST
from index.reading.tables import first_row_is_head, table_lines

_CELLS = frozenset({"td", "th"})
_MOST_SPANNED = 100  # columns or rows: as browsers do with rows of 1,000, only that no line gets so long
_MOST_REPEATED = 1_000_000  # characters of a table that cells over several rows and columns may add
_LONGEST_CELL = 1_000  # characters; a longer one holds a text that stands in columns
_LONGEST_HEAD = 100
_BLOCKS_OF_A_TEXT = ("h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "pre", "figure", "form")


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    is_head: bool
    is_bold: bool = False
    is_copy: bool = False  # of a cell further up that reaches down to here


_Row = list[_Cell]


def is_layout(table: Any) -> bool:
    """Whether the table only sets parts of a page side by side, as mail and old pages do: its cells are read
    as text one after the other."""
    if (table.get("role") or "") in ("presentation", "none"):
        return True
    if next(table.iterdescendants("table", *_BLOCKS_OF_A_TEXT), None) is not None:
        return True
    widest = 0
    for row in rows_of(table):
        cells = [cell for cell in row if cell.tag in _CELLS]
        widest = max(widest, len(cells))
        if any(len(cell.text_content() or "") > _LONGEST_CELL for cell in cells):
            return True
    return widest < 2


def rows_of(table: Any) -> Iterator[Any]:
    """The table's own rows, in order."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def lines_of_table(table: Any, words: Callable[[Any], str]) -> list[str]:
    """The table as lines: its rows under the heads of their columns; a head over all columns is a heading.

    words: reads a cell.
    """
    rows = _grid(table, words)
    width = max(map(len, rows), default=0)
    if not any(cell.is_head or cell.is_bold for row in rows for cell in row):
        rows = _with_plain_heads(rows)
    lines: list[str] = []
    heads: list[str] = []
    group: list[list[str]] = []
    above_is_head = False
    for number, row in enumerate(rows):
        if not any(cell.text for cell in row):
            continue
        is_last = number == len(rows) - 1
        if (title := _over_all(row, width)) and not is_last:
            lines += table_lines(group, heads)
            lines.append(INNERMOST + title if len(title) <= _LONGEST_HEAD else title)
            group, above_is_head = [], False
        elif len(row) == width > 1 and all(cell is row[0] for cell in row):
            lines += [*table_lines(group, heads), row[0].text]
            group, above_is_head = [], False
        elif _is_head(row, first=not lines and not group and not heads) and not is_last:
            lines += table_lines(group, heads)
            cells = [cell.text for cell in row]
            heads = _joined(heads, cells) if above_is_head else cells
            group, above_is_head = [], True
        else:
            group.append([cell.text for cell in row] if heads else _labelled(row))
            above_is_head = False
    lines += table_lines(group, heads)
    if above_is_head:
        lines += table_lines([heads])
    return lines


def _grid(table: Any, words: Callable[[Any], str]) -> list[_Row]:
    """The cells by rows and columns: one that spans several stands in each."""
    rows: list[_Row] = []
    reaching: dict[int, tuple[_Cell, int]] = {}  # by column: a cell, and how many rows further it reaches
    repeated = 0
    for element in rows_of(table):
        row: _Row = []
        for child in element:
            if child.tag not in _CELLS:
                continue
            _reach_down(row, reaching)
            is_head = child.tag == "th" or element.getparent().tag == "thead"
            cell = _Cell(words(child) or _alternative(child), is_head, _is_bold(child))
            across, down = _span(child, "colspan"), _span(child, "rowspan") - 1
            repeated += len(cell.text) * (across * (down + 1) - 1)
            if repeated > _MOST_REPEATED:
                across, down = 1, 0
            for _ in range(across):
                if down:
                    copy = _Cell(cell.text, cell.is_head, cell.is_bold, is_copy=True)
                    reaching[len(row)] = (copy, down)
                row.append(cell)
        _reach_down(row, reaching)
        rows.append(row)
    return rows


def _with_plain_heads(rows: list[_Row]) -> list[_Row]:
    """The rows, the first as heads where it plainly is one though the source does not say so."""
    if first_row_is_head([[cell.text for cell in row] for row in rows]):
        return [[replace(cell, is_head=True) for cell in rows[0]], *rows[1:]]
    return rows


def _reach_down(row: _Row, reaching: dict[int, tuple[_Cell, int]]) -> None:
    while (column := len(row)) in reaching:
        cell, left = reaching.pop(column)
        row.append(cell)
        if left > 1:
            reaching[column] = (cell, left - 1)


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    number = int(value) if value.isascii() and value.isdecimal() and len(value) <= 6 else 1
    return max(1, min(number, _MOST_SPANNED))


def _alternative(cell: Any) -> str:
    """Of a cell that is only a picture, a tick for instance, what the picture says."""
    said = (
        element.get("alt") or element.get("aria-label") or ""
        for element in cell.iter("img", "svg", "span", "i")
    )
    return next((one for text in said if (one := " ".join(text.split())) and len(one) <= 40), "")


def _is_bold(cell: Any) -> bool:
    children = list(cell)
    return (
        len(children) == 1
        and children[0].tag in ("b", "strong")
        and not (cell.text or children[0].tail or "").strip()
    )


def _over_all(row: _Row, width: int) -> str | None:
    """The words of a row that is one cell over all columns, and a head."""
    first = row[0]
    if any(cell is not first for cell in row) or first.is_copy or width < 2 or len(row) < width:
        return None
    return first.text if first.is_head or first.is_bold else None


def _is_head(row: _Row, *, first: bool) -> bool:
    """Whether a row names the columns: all its cells are heads, or all bold in the table's first row."""
    said = [cell for cell in row if cell.text]
    if len(row) < 2:
        return False
    if len(said) < 2:
        return all(cell.is_head for cell in row)
    return all(cell.is_head for cell in said) or (
        first and all(cell.is_head or cell.is_bold for cell in said)
    )


def _joined(above: list[str], below: list[str]) -> list[str]:
    """Two rows of heads as one: "Summer" over "Adults" is "Summer Adults"."""
    longest = max(len(above), len(below))
    pairs = zip(above + [""] * (longest - len(above)), below + [""] * (longest - len(below)), strict=True)
    return [
        over if over == under or not under else f"{over} {under}" if over else under for over, under in pairs
    ]


def _labelled(row: _Row) -> list[str]:
    """A row without heads above: cells over several columns once, and what a head in it is of as a pair."""
    cells = [cell for number, cell in enumerate(row) if number == 0 or cell is not row[number - 1]]
    cells = [cell for cell in cells if cell.text]
    if len(cells) > 2 and [cell.is_head for cell in cells] == [True, False] * (len(cells) // 2):
        pairs = [[cells[at].text, cells[at + 1].text] for at in range(0, len(cells), 2)]
        return [" | ".join(table_lines(pairs))]
    if len(cells) > 2 and cells[0].is_head and not any(cell.is_head for cell in cells[1:]):
        return [cells[0].text, " | ".join(cell.text for cell in cells[1:])]
    return [cell.text for cell in cells]


_ROLES = {
    "table": "table", "grid": "table", "treegrid": "table", "rowgroup": "tbody", "row": "tr",
    "cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th",
}  # fmt: skip


def make_tables(tree: Any) -> None:
    """Elements that are no table and say that they are one (`role=table`) become one, in place."""
    for whole in list(tree.iter("div", "section", "ul")):
        if _ROLES.get(whole.get("role") or "") != "table":
            continue
        for element in [whole, *whole.iterdescendants("div", "section", "ul", "li", "span", "p")]:
            element.tag = _ROLES.get(element.get("role") or "", element.tag)
