"""Used by the readers: a table → a line a row, each cell with the head of its column, so that a row says
alone what it says in its table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LONGEST_LABEL = 80  # characters; a longer first cell is text, not what the second is of
# Cells over several columns or rows are repeated within these bounds, that no small file makes a large text.
_MOST_COLUMNS = 100
_MOST_ROWS = 1_000
_MOST_REPEATED = 200_000  # characters in a table
_LONGEST_HEAD = 40  # characters, of a first row that nothing but its words makes a head
_ADDRESS = re.compile(r"https?:|www\.|\S{1,80}@")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as its source has it: its words, and over how many columns and rows it goes."""

    text: str
    columns: int = 1
    rows: int = 1


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


def spread(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The words of each row by columns: a cell over several rows stands in each, one over several columns in
    the first of them, in the first row in each. A cell that is a whole row stays alone.
    """
    found: list[list[str]] = []
    pending: dict[int, tuple[str, int]] = {}  # by column: what reaches down into this row, and over how many
    left = _MOST_REPEATED
    for row in rows:
        texts: list[str] = []
        reaching: dict[int, tuple[str, int]] = {}
        for cell in row:
            _fill(texts, pending, reaching)
            again = cell.text if len(row) > 1 and not found and len(cell.text) <= _LONGEST_LABEL else ""
            for number in range(min(max(cell.columns, 1), _MOST_COLUMNS - len(texts))):
                if cell.rows > 1:
                    short = len(cell.text) <= _LONGEST_LABEL
                    reaching[len(texts)] = (
                        cell.text if short and not number else "",
                        min(cell.rows, _MOST_ROWS) - 1,
                    )
                texts.append(again if number else cell.text)
        _fill(texts, pending, reaching)
        left -= sum(len(text) for text, _ in pending.values())
        pending = reaching if left > 0 else {}
        found.append(texts[:1] if len(row) == 1 and not any(texts[1:]) else texts)
    return found


def _fill(
    texts: list[str], pending: dict[int, tuple[str, int]], reaching: dict[int, tuple[str, int]]
) -> None:
    """Add what reaches down from rows above into the next columns, until one is free."""
    while (above := pending.pop(len(texts), None)) is not None:
        if above[1] > 1:
            reaching[len(texts)] = (above[0], above[1] - 1)
        texts.append(above[0])


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
