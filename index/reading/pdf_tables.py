"""Used by `pdf_paragraphs`: lines whose words stand in cells → the rows of a table, under its heads."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.reading.pdf_layout import Cell, Column, Line
from index.reading.tables import first_row_is_head, table_lines

# A file does not say what is a table. Fewer rows, or longer labels, are any text that stands side by side.
_FEWEST_ROWS = 3
_FEWEST_PAIRS = 2
_LONGEST_LABEL = 40  # characters
_MOST_COLUMNS = 30
_WRAPPED_STEP = 1.3  # of the type's size: lines of one cell are nearer to each other than rows
_FLUSH = 0.5  # ems


def with_whole_cells(column: Column) -> Column:
    """The lines of a column, each row of a table with all words of its cells: what stands close below it and
    flush with some of its cells but the first goes on with them."""
    lines: list[Line] = []
    for line in column:
        if lines and (whole := _continued(lines[-1], line)):
            lines[-1] = whole
        else:
            lines.append(line)
    return tuple(lines)


def _continued(row: Line, line: Line) -> Line | None:
    """A row with the words of the line below it in its cells; None where that does not go on with them."""
    if (
        len(row.cells) < 2
        or len(row.cells) > _MOST_COLUMNS
        or row.base - line.base > _WRAPPED_STEP * line.size
    ):
        return None
    cells = list(row.cells)
    for cell in line.cells:
        at = next((n for n, above in enumerate(cells) if abs(above.left - cell.left) < _FLUSH * line.size), 0)
        if at == 0:
            return None
        cells[at] = Cell(f"{cells[at].text} {cell.text}", cells[at].left, max(cells[at].right, cell.right))
    return replace(row, text=" | ".join(cell.text for cell in cells), base=line.base, cells=tuple(cells))


def table_texts(lines: Sequence[Line]) -> list[str]:
    """The rows of a table as lines: with the heads of their columns, where the first row is plainly heads and
    every cell stands in a column of theirs; pairs as a name and its value; else the cells side by side."""
    rows = [[cell.text for cell in line.cells] for line in lines]
    if len(rows) >= _FEWEST_ROWS and len(rows[0]) <= _MOST_COLUMNS:
        placed = [_in_columns(line.cells, lines[0].cells) for line in lines]
        table = [row for row in placed if row is not None]
        if len(table) == len(rows) and first_row_is_head(table):
            return table_lines(table[1:], table[0])
    are_pairs = all(len(row) == 2 and len(row[0]) <= _LONGEST_LABEL for row in rows)
    if are_pairs and len(rows) >= _FEWEST_PAIRS:
        return table_lines(rows)
    return [line.text for line in lines]


def _in_columns(cells: Sequence[Cell], heads: Sequence[Cell]) -> list[str] | None:
    """The words of each column of a row; None where its cells stand in no such order."""
    numbers = [min(range(len(heads)), key=lambda at: _distance(cell, heads[at])) for cell in cells]
    if any(two <= one for one, two in pairwise(numbers)):
        return None
    texts = dict(zip(numbers, (cell.text for cell in cells), strict=True))
    return [texts.get(number, "") for number in range(len(heads))]


def _distance(cell: Cell, head: Cell) -> float:
    """How far a cell is from standing flush with a head: left, right, or by their middles."""
    middles = abs(cell.left + cell.right - head.left - head.right) / 2
    return min(abs(cell.left - head.left), abs(cell.right - head.right), middles)
