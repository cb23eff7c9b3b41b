"""Used by the readers: a table → a line a row, each cell with the head of its column, so that a row says
alone what it says in its table."""

import re
from collections.abc import Sequence

_LONGEST_LABEL = 80  # characters; a longer first cell is text, not what the second is of
_LONGEST_HEAD = 40  # characters, of a first row that nothing but its words makes a head
_ADDRESS = re.compile(r"https?:|www\.|\S{1,80}@")


def table_lines(rows: Sequence[Sequence[str]], heads: Sequence[str] = ()) -> list[str]:
    """A line for each row that has words: `Code: ERR-4021 | Meaning: Flame went out`.

    rows: the cells' words, in order. heads: of the columns, empty where the table has none; then a row of two
    cells is a label and its value (`Length: 1,420 metres`), and of others the cells stand side by side. A row
    of one cell in a table with more columns is a title within it. Heads too long to stand in each row are a
    line of their own.
    """
    labels = [_squeezed(head) for head in heads]
    lines = []
    if any(len(label) > _LONGEST_LABEL for label in labels):
        lines, labels = [" | ".join(filter(None, labels))], []
    return lines + [line for row in rows if (line := _line([_squeezed(cell) for cell in row], labels))]


def first_row_is_head(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of the rows plainly names the columns, though the source does not say so: short words
    above a column of figures, of two columns above both (else the first names the second)."""
    first, below = rows[0] if rows else (), [row for row in rows[1:] if len(row) == len(rows[0])]
    named = [cell for cell in first if cell]
    if len(first) < 2 or not below or len(named) < len(first) - 1 or len(set(named)) < len(named):
        return False
    if not all(map(_could_be_head, named)):
        return False
    columns = [[head, *(row[at] for row in below)] for at, head in enumerate(first) if head]
    figures = [all(map(_begins_with_figure, cells)) for _, *cells in columns]
    if len(first) == 2:
        return len(figures) == 2 and all(figures)
    return any(figures) or any(
        not any(map(str.isdigit, head)) and all(any(map(str.isdigit, cell)) for cell in cells)
        for head, *cells in columns
    )


def _could_be_head(cell: str) -> bool:
    return (
        len(cell) <= _LONGEST_HEAD
        and cell[0].isalpha()
        and not _ADDRESS.search(cell)
        and cell[-1] not in ".!;"
    )


def _begins_with_figure(cell: str) -> bool:
    return next(filter(str.isalnum, cell), "").isdigit()


def _line(cells: list[str], heads: Sequence[str]) -> str:
    if heads and not (len(cells) == 1 and len(heads) > 1):
        named = zip(cells, [*heads, *[""] * len(cells)], strict=False)
        return " | ".join(_labelled(head, cell) for cell, head in named if cell)
    if len(cells) == 2 and all(cells) and len(cells[0]) <= _LONGEST_LABEL:
        return _labelled(*cells)
    return " | ".join(filter(None, cells))


def _labelled(label: str, value: str) -> str:
    if not label or label == value:
        return value
    return f"{label} {value}" if label.endswith((":", "?")) else f"{label}: {value}"


def _squeezed(text: str) -> str:
    return " ".join(text.split())
