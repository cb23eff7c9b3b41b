"""Used by `pdf_paragraphs`: whether a line ends by its writer's will, or since the next word did not fit."""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.reading.line_breaks import is_labelled
from index.reading.pdf_layout import Line

SENTENCE_END = re.compile(r"[.!?:…][\"”’')\]]*$")
_GOES_ON = re.compile(r"[,;(/–-]$")
# How much wider than its letters' mean a word may be: of "Mill" and "UNESCO" one has far wider letters.
_WIDER = 1.5
_FEWEST_WRAPS = 3
_SHARE_OF_WRAPS = 0.5
_SHARE_OF_LOWER = 0.25  # of the lines of prose, that begin in mid-sentence: half and more, in German fewer
# Characters: no column of prose is narrower than the first. Newspapers have 30 to 45: where none of several
# lines begins in mid-sentence, those below the second are a list.
_NARROWEST = 25
_NARROWEST_OF_CAPITALS = 40


def ended_lines(run: Sequence[Line], right: float) -> list[bool]:
    """Of each line of a run whose lines follow at the usual distance, but for the last: whether it was ended.

    `right`: the right edge of their column. Prose is broken where the next word would not have fitted, by the
    edge of the column or of a narrower block in it; a list without marks, an address or code is not.
    """
    edge = max((line.right for line in run), default=right)
    wraps = [_is_full(one, two, edge) for one, two in pairwise(run)]
    lower = sum(line.text[:1].islower() for line in run[1:])
    widest = max((len(line.text) for line in run), default=0)
    is_list = widest < _NARROWEST or (widest < _NARROWEST_OF_CAPITALS and not lower and len(wraps) > 1)
    is_prose = (
        not is_list
        and len(wraps) >= _FEWEST_WRAPS
        and sum(wraps) >= _SHARE_OF_WRAPS * len(wraps)
        and lower >= _SHARE_OF_LOWER * len(wraps)
    )
    edge = edge if is_prose else right
    return [_is_ended(one, two, edge, right, is_list=is_list) for one, two in pairwise(run)]


def _is_full(line: Line, below: Line, edge: float) -> bool:
    """Whether the first word of the line below would not have fitted before an edge."""
    letter = (below.right - below.left) / max(1, len(below.text))
    return edge - line.right < (len(below.text.split(" ", 1)[0]) * _WIDER + 1) * letter


def _is_ended(line: Line, below: Line, edge: float, right: float, *, is_list: bool) -> bool:
    if line.fixed and below.fixed:
        return not _is_full(line, below, right)
    if _GOES_ON.search(line.text) or below.text[:1].islower():
        return False
    if is_labelled(line.text) and is_labelled(below.text):
        return True
    return is_list or not _is_full(line, below, edge)
