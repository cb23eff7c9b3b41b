"""Used by the PDF reader: stretches of text → the columns of each page in reading order, without page frames.

Files often draw a page in another order than it is read in: the footer first, or the columns side by side.
"""

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.reading.pdf_lines import Stretch

_MARGIN = 0.12  # of the page's height, above and below, where running heads and page numbers stand
_EDGE_ROWS = 3
_LEAST_SHARE_OF_PAGES = 0.4  # left and right pages may have different heads
_PAGE_NUMBER = re.compile(
    r"\A\W*+(?:(?:page|p\.|seite|s\.|side)\s*+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*+(?:/|of|von|av)\s*+\d{1,4})?\W*+",
    re.IGNORECASE,
)
# What makes two stacks of lines columns of prose and not of a table.
_FEWEST_LINES = 3
_SHORTEST_MEAN = 18  # characters
_MOST_CROSSING = 0.25  # of all lines: headlines and pictures' captions that run over both
_MOST_SPLITS = 8
_CELL_GAP = 1.2  # ems


@dataclass(frozen=True, slots=True)
class Cell:
    """What of a line stands apart from the rest, as in a row of a table: its words and its edges."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A whole line of a column; `cells` are one where no gap is in it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    cells: tuple[Cell, ...] = ()
    fixed: bool = False  # all letters of its type are of one width


Column = tuple[Line, ...]  # from top to bottom


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's stretches and its height in points."""

    stretches: Sequence[Stretch]
    height: float


def columns(pages: Sequence[PageText]) -> list[Column]:
    """The columns of all pages, in reading order, without what repeats at the edges of pages."""
    bodies = without_frames([(_rows(page.stretches), page.height) for page in pages])
    return [column for rows in bodies for column in _ordered([s for row in rows for s in row], _MOST_SPLITS)]


Row = list[Stretch]


def without_frames(pages: Sequence[tuple[list[Row], float]]) -> list[list[Row]]:
    """The rows of each page without running heads, running feet and page numbers."""
    edges = [_edges(rows, height) for rows, height in pages]
    times = Counter(key for edge in edges for key in {_key(row) for row in edge})
    least = max(2, round(_LEAST_SHARE_OF_PAGES * len(pages)))
    bodies = []
    for (rows, _), edge in zip(pages, edges, strict=True):
        dropped = {
            id(row)
            for row in edge
            if times[_key(row)] >= least or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(_words(row)))
        }
        bodies.append([row for row in rows if id(row) not in dropped])
    return bodies


def _edges(rows: list[Row], height: float) -> list[Row]:
    top = [row for row in rows[:_EDGE_ROWS] if row[0].base > (1 - _MARGIN) * height]
    foot = [row for row in rows[-_EDGE_ROWS:] if row[0].base < _MARGIN * height]
    return top + foot


def _words(row: Row) -> str:
    return " ".join(stretch.text for stretch in row)


def _key(row: Row) -> tuple[str, int]:
    """The same for what repeats on each page: its words whatever the numbers, at the same height."""
    return re.sub(r"\d+", "#", _words(row).casefold()), round(row[0].base / 6)


def _rows(stretches: Sequence[Stretch]) -> list[Row]:
    """Stretches on one baseline together, from left to right; from the top of the page to its foot."""
    rows: list[Row] = []
    for stretch in sorted(stretches, key=lambda s: -s.base):
        if rows and abs(rows[-1][0].base - stretch.base) < 0.4 * min(stretch.size, rows[-1][0].size):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return [sorted(row, key=lambda s: s.left) for row in rows]


def _ordered(stretches: list[Stretch], splits: int) -> list[Column]:
    """The columns of a part of a page: that on the left first, and what runs over both between them."""
    gutter = _gutter(stretches) if splits else None
    if gutter is None:
        column = tuple(_line(row) for row in _rows(stretches))
        return [column] if column else []
    crossing = sorted((s for s in stretches if s.left < gutter < s.right), key=lambda s: -s.base)
    found: list[Column] = []
    rest = [s for s in stretches if not s.left < gutter < s.right]
    for separator in (*crossing, None):
        above = [s for s in rest if separator is None or s.base > separator.base]
        rest = [s for s in rest if separator is not None and s.base <= separator.base]
        for side in ([s for s in above if s.left < gutter], [s for s in above if s.left >= gutter]):
            found += _ordered(side, splits - 1)
        if separator is not None:
            line = _line([separator])
            joins = (
                found
                and found[-1][-1].size == line.size
                and 0 < found[-1][-1].base - line.base < 2 * line.size
            )
            if joins and found[-1][0].left < gutter < found[-1][0].right:
                found[-1] = (*found[-1], line)
            else:
                found.append((line,))
    return found


def _gutter(stretches: list[Stretch]) -> float | None:
    """Where a part of a page is split into columns of prose; None where it has but one."""
    if len(stretches) < 2 * _FEWEST_LINES:
        return None
    best: tuple[int, float] | None = None
    for left in sorted({round(s.left) for s in stretches})[1:]:
        at = left - 1.0
        before = [s for s in stretches if s.right <= at]
        after = [s for s in stretches if s.left >= at]
        crossing = len(stretches) - len(before) - len(after)
        if crossing > _MOST_CROSSING * len(stretches) or not (_is_prose(before) and _is_prose(after)):
            continue
        if best is None or crossing < best[0]:
            best = (crossing, at)
    return best[1] if best else None


def _is_prose(stretches: list[Stretch]) -> bool:
    return len(stretches) >= _FEWEST_LINES and (
        statistics.mean(len(s.text) for s in stretches) >= _SHORTEST_MEAN
    )


def _line(row: Row) -> Line:
    """A row as a line, the cells of a table's row with ` | ` between."""
    first = row[0]
    cells = [Cell(first.text, first.left, first.right)]
    for before, after in pairwise(row):
        if after.left - before.right > _CELL_GAP * after.size:
            cells.append(Cell(after.text, after.left, after.right))
        else:
            cells[-1] = Cell(f"{cells[-1].text} {after.text}", cells[-1].left, after.right)
    text = " | ".join(cell.text for cell in cells)
    return Line(text, first.left, row[-1].right, first.base, first.size, tuple(cells), first.fixed)
