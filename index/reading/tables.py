"""Used by the readers: a table → a line a row, each cell with the head of its column, so that a row says
alone what it says in its table."""

from collections.abc import Sequence

_LONGEST_LABEL = 80  # characters; a longer first cell is text, not what the second is of


def table_lines(rows: Sequence[Sequence[str]], heads: Sequence[str] = ()) -> list[str]:
    """A line for each row that has words: `Code: ERR-4021 | Meaning: Flame went out`.

    rows: the cells' words, in order. heads: of the columns, empty where the table has none; then a row of two
    cells is a label and its value (`Length: 1,420 metres`), and of others the cells stand side by side.
    """
    return [line for row in rows if (line := _line([_squeezed(cell) for cell in row], heads))]


def _line(cells: list[str], heads: Sequence[str]) -> str:
    if heads:
        named = zip(cells, [*map(_squeezed, heads), *[""] * len(cells)], strict=False)
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
