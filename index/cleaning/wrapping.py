"""Used by `blocks`: which lines of a hard-wrapped text go on in the next one."""

import itertools
import re
from collections.abc import Sequence

from index.lines import BULLET

# Typewriters, terminals and mail wrap at 80 at the latest, some at 100; newspaper columns at 40 or less.
# What breaks earlier still are lists, verses and headings above single lines.
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 35
_FEWEST_WRAPS = 3
_SHARE_OF_WRAPS = 0.8  # of the lines that break in mid-sentence
_SHARE_OF_ALL = 0.4  # of all: others stand above or below a heading, or end a paragraph
_SHARE_OF_LONGER = 0.05  # lines that nobody could wrap, or that stand beside the text: an address, a title
_MOST_WIDTHS = 12  # that are tried: from the longest line down, 5 % may be longer

HEADING_MARK = re.compile(r"#{1,6}\s+")
UNDERLINE = re.compile(r"([=~*_-])\1{2,}")
_ENUMERATOR = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[IVXLC]{1,6})\)|(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\.)\s"
)
_ITEM_ENDS = re.compile(r"[.;:!?…][\"”’»)\]]*$|[;,] (?:and|or|und|oder|et|ou|y|o)$")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"”’»)\]]*$")
_ENDS = re.compile(r"[.!?…;:][\"”’»)\]]*$")


def continued(lines: Sequence[str]) -> list[bool]:
    """For each line (squeezed) whether it goes on with the one above it."""
    width = _wrap_width(lines)
    return [
        bool(at and width and line and lines[at - 1]) and _goes_on(lines, at, width)
        for at, line in enumerate(lines)
    ]


def is_underlined(lines: Sequence[str], at: int) -> bool:
    """Whether a line stands by itself with a line of marks below it, as long or so: a heading."""
    if at + 1 == len(lines) or not UNDERLINE.fullmatch(lines[at + 1]) or UNDERLINE.fullmatch(lines[at]):
        return False
    alone = at == 0 or not lines[at - 1] or bool(UNDERLINE.fullmatch(lines[at - 1]))
    return alone and abs(len(lines[at]) - len(lines[at + 1])) <= max(3, len(lines[at]) // 5)


def _wrap_width(lines: Sequence[str]) -> int:
    """The column at which the text is hard-wrapped; 0 where it is not.

    It is where lines break because the next word would not have fitted: nearly all that break in mid-sentence
    and many of the others, or nearly all there are.
    """
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if one and two and not _starts_a_block(two)]
    broken = [(one, two) for one, two in pairs if two[0].islower() and not _ENDS.search(one)]
    for some in (broken, pairs):
        if len(some) < _FEWEST_WRAPS:
            continue
        lengths = sorted((len(line) for pair in some for line in pair), reverse=True)
        widths = dict.fromkeys(lengths[: 1 + int(_SHARE_OF_LONGER * len(lengths))])
        for width in itertools.islice(widths, _MOST_WIDTHS):
            if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
                continue
            enough = _share_filled(some, width) >= _SHARE_OF_WRAPS
            if enough and _share_filled(pairs, width) >= _SHARE_OF_ALL:
                return width
    return 0


def _share_filled(pairs: Sequence[tuple[str, str]], width: int) -> float:
    return sum(_fills(one, two, width) for one, two in pairs) / len(pairs)


def _fills(line: str, below: str, width: int) -> bool:
    """Whether the first word of the line below would not have fitted."""
    return len(line) <= width < len(line) + 1 + len(below.split(" ", 1)[0])


def _goes_on(lines: Sequence[str], at: int, width: int) -> bool:
    above, line = lines[at - 1], lines[at]
    if _starts_a_block(line) or HEADING_MARK.match(above) or UNDERLINE.fullmatch(above):
        return False
    if not _fills(above, line, width):
        return False
    if _ENUMERATOR.match(line) and _ITEM_ENDS.search(above):
        return False
    if above.isupper() and not line.isupper():  # a heading in capitals
        return False
    return not _is_heading(lines, at, width)


def _is_heading(lines: Sequence[str], at: int, width: int) -> bool:
    """Whether a line right below a paragraph is the heading of what stands below it: it begins like one, and
    ends early and not as a sentence does."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    if not below or not _SENTENCE_ENDS.search(lines[at - 1]) or _ENDS.search(line):
        return False
    starts = (line[0].isupper() or line[0].isdigit()) and not below[0].islower()
    return starts and not _fills(line, below, width)


def _starts_a_block(line: str) -> bool:
    return bool(BULLET.match(line) or HEADING_MARK.match(line) or UNDERLINE.fullmatch(line))
