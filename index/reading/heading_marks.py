"""Used by the readers: how a line says that it is a heading, and of which level, for cleaning to know."""

import re

LEVELS = range(1, 7)
# Of what is a heading by its place alone: a table's caption, a question, a term. It stands under all others.
INNERMOST = "###### "
_MARK = re.compile(r"#{1,6} ")


def heading_mark(level: int) -> str:
    """What stands in front of a heading: `## ` for level 2. Levels beyond those that there are count as the
    nearest."""
    return "#" * min(max(level, LEVELS[0]), LEVELS[-1]) + " "


def heading_words(line: str) -> str | None:
    """The words of a heading; None for another line."""
    mark = _MARK.match(line)
    return line[mark.end() :] if mark else None


def without_heading_mark(line: str) -> str:
    """A line's words, whether it is a heading or not."""
    words = heading_words(line)
    return line if words is None else words
