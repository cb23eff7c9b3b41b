"""Used by the PDF reader: the lines of its columns → paragraphs, with line breaks and hyphens undone."""

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from index.reading.pdf_layout import Column, Line
from index.reading.pdf_line_ends import SENTENCE_END, ended_lines
from index.reading.pdf_lines import SOFT_HYPHEN
from index.reading.pdf_tables import table_texts, with_whole_cells

_HEADING_SIZE = 1.15  # of the body's: type that is larger by less is a quote or a first paragraph
_LONGEST_HEADING = 200
_LEVELS = 6  # of headings, as in HTML
_SAME_SIZE = 0.08
_PARAGRAPH_GAP = 1.35  # of the usual distance between lines
_WIDEST_STEP = 2.4  # ems: double-spaced
_INDENT = 0.8  # ems
_SHORT_LINE = 0.15  # of the column's width
_BULLET = re.compile(r"[•●◦▪‣·►▸]\s*|[–*-]\s+")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+\S")
_SOFT_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\u2010]$")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-\u2010][^\W\d_]++)++")


def paragraphs(columns: Sequence[Column]) -> list[str]:
    """The paragraphs in order; headings with `# ` to `###### ` in front, items of lists with `• `."""
    columns = [with_whole_cells(column) for column in columns]
    compounds = {
        word.casefold() for column in columns for line in column for word in _COMPOUND.findall(line.text)
    }
    body = _body_size(line for column in columns for line in column)
    found: list[list[Line]] = []
    full = 0.0  # how long a line of the column before was at least that did not end before the margin
    for column in columns:
        for number, group in enumerate(_groups(column, body)):
            if number == 0 and found and _goes_on(found[-1][-1], group[0], full):
                found[-1] += group
            else:
                found.append(list(group))
        full = max(line.right - line.left for line in column) * (1 - _SHORT_LINE)
    levels = _levels(found, body)
    texts: list[str] = []
    for is_table, run in groupby(found, lambda group: len(group[0].cells) > 1):
        if is_table:
            texts += table_texts([line for group in run for line in group])
        else:
            texts += [text for group in run if (text := _text(group, levels, compounds))]
    return texts


def _body_size(lines: Iterable[Line]) -> float:
    """The size of most of the type."""
    sizes: dict[float, int] = {}
    for line in lines:
        sizes[round(line.size, 1)] = sizes.get(round(line.size, 1), 0) + len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=10.0)


def _groups(column: Column, body: float) -> Iterator[list[Line]]:
    """The paragraphs of a column."""
    steps = [(one.base - two.base) / one.size for one, two in pairwise(column) if _alike(one, two)]
    usual = min(statistics.median(steps), _WIDEST_STEP) if steps else 0.0
    left = statistics.median_low([line.left for line in column])
    right = max(line.right for line in column)
    ended = [end for run in _runs(column, usual) for end in (*ended_lines(run, right), True)]
    group: list[Line] = []
    for number, line in enumerate(column):
        if group and _begins(group, line, usual, left, right, body, ended=ended[number - 1]):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _runs(column: Column, usual: float) -> Iterator[list[Line]]:
    """The lines of a column that follow each other without a gap, in type of one size."""
    run: list[Line] = []
    for line in column:
        if run and (not _alike(run[-1], line) or _is_gap(run[-1], line, usual)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_gap(above: Line, line: Line, usual: float) -> bool:
    return above.base - line.base > _PARAGRAPH_GAP * usual * line.size


def _begins(
    group: list[Line], line: Line, usual: float, left: float, right: float, body: float, *, ended: bool
) -> bool:
    """Whether a line begins a paragraph, given the lines of the one above it, the column's measures, and
    whether the line above was `ended` by its writer."""
    above = group[-1]
    if not _alike(above, line) or _is_gap(above, line, usual):
        return True
    if _is_item(line.text) or len(line.cells) > 1 or len(above.cells) > 1:
        return True
    if line.size >= _HEADING_SIZE * body:
        return False  # its lines may be centred
    if _is_item(group[0].text):
        return (ended or SENTENCE_END.search(above.text) is not None) and line.left < group[0].left + 1.0
    if ended:
        return True
    if line.left > left + _INDENT * line.size and above.left < line.left - 1.0:
        return True
    return SENTENCE_END.search(above.text) is not None and above.right < right - _SHORT_LINE * (right - left)


def _alike(one: Line, two: Line) -> bool:
    return abs(one.size - two.size) <= _SAME_SIZE * max(one.size, two.size)


def _is_item(text: str) -> bool:
    return bool(_BULLET.match(text) or _NUMBERED.match(text))


def _goes_on(above: Line, line: Line, full: float) -> bool:
    """Whether a paragraph goes on over the end of its column. `full`: the least length of a whole line."""
    if not _alike(above, line) or _is_item(line.text) or len(line.cells) > 1 or len(above.cells) > 1:
        return False
    if above.text.endswith(SOFT_HYPHEN) or _SOFT_HYPHENATED.search(above.text):
        return True
    whole = above.right - above.left >= full
    return not SENTENCE_END.search(above.text) and (whole or line.text[:1].islower())


def _levels(groups: Iterable[list[Line]], body: float) -> dict[float, int]:
    """The levels of headings by the sizes of their type, the largest is 1."""
    sizes = {round(group[0].size, 1) for group in groups if group[0].size >= _HEADING_SIZE * body}
    return {size: min(level, _LEVELS) for level, size in enumerate(sorted(sizes, reverse=True), 1)}


def _text(group: list[Line], levels: dict[float, int], compounds: set[str]) -> str:
    text = ""
    for line in group:
        text = _joined(text, line.text, compounds) if text else line.text
    text = " ".join(text.replace(SOFT_HYPHEN, "").split())
    if bullet := _BULLET.match(text):
        return f"• {text[bullet.end() :]}" if text[bullet.end() :] else ""
    level = levels.get(round(group[0].size, 1))
    if level and len(text) <= _LONGEST_HEADING and not text.endswith("."):
        return f"{'#' * level} {text}"
    return text


def _joined(text: str, below: str, compounds: set[str]) -> str:
    """Two lines as one. A hyphen between goes, but for one that its word has elsewhere in the file."""
    marked = text.endswith(SOFT_HYPHEN)
    if not marked and not _SOFT_HYPHENATED.search(text):
        return f"{text} {below}"
    bare = text[:-1]
    if not below[:1].islower():
        return f"{bare}-{below}"
    end = re.search(r"(?<![^\W\d_])[^\W\d_]++$", bare)
    start = re.match(r"[^\W\d_]+", below)
    word = f"{end[0] if end else ''}-{start[0] if start else ''}".casefold()
    return f"{bare}-{below}" if word in compounds else f"{bare}{below}"
