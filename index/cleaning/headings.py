"""Used by cleaning: which blocks are headings, or introduce a list, and what stands under them."""

import re
from collections.abc import Sequence

from index.article import PATH_MARK, Heading
from index.cleaning.blocks import Block
from index.lines import ends_like_prose, is_bullet, is_datum, is_line

_LONGEST_HEADING = 100  # characters
_MOST_WORDS = 14
_SHORTEST_BELOW = 60  # what stands below a heading is a paragraph, not the next line of a list
_STARTS = re.compile(r"[\"“‘'(¿]?[^\W_]")
_ENDS_LIKE_PROSE = re.compile(r"[.,;:!…][\"”’')]*$")
_NO_HEADING = re.compile(r"https?://|@\w|[|•]")
_LONGEST_INTRODUCTION = 140  # of a list, to be shown over each of its lines
_UNMARKED = 7  # below the six levels that a source can mark


def is_heading(block: Block, below: Block | None) -> bool:
    """Whether a block is a heading of what stands below it.

    One that the source marks is. Else it is a short line that begins like a title and does not end
    like a sentence (a question may), above a paragraph that is longer.
    """
    if block.marked:
        return True
    if below is None or block.is_bullet or below.is_bullet or below.marked or not _like_a_title(block.text):
        return False
    return len(below.text) >= max(_SHORTEST_BELOW, 1.5 * len(block.text))


def find_headings(blocks: Sequence[Block]) -> list[Heading]:
    """The headings, and the lines above lists, of blocks that stand with an empty line between; each with
    those that it stands under itself."""
    found: list[Heading] = []
    over: list[tuple[int, str]] = []  # level and words, the outermost first
    starts = _starts(blocks)
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        heading = is_heading(block, below)
        level = block.level or _UNMARKED
        until = None if heading else _end_of_list(blocks, at)
        if not heading and until is None:
            continue
        over = [one for one in over if not heading or one[0] < level]
        path = PATH_MARK.join([*(words for _, words in over), block.text])
        end = starts[at] + len(block.text)
        found.append(Heading(starts[at], end, path, None if until is None else starts[until] - 2))
        if heading:
            over.append((level, block.text))
    return found


def _starts(blocks: Sequence[Block]) -> list[int]:
    """Where each block begins, and where one after the last would."""
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block.text) + 2)
    return starts


def _end_of_list(blocks: Sequence[Block], at: int) -> int | None:
    """The number of the block that ends the list which this one introduces; None where it introduces none.

    `Prices:` does, above whatever is no prose; `Prices` above items or rows, unless it is one of several
    short lines itself.
    """
    text = blocks[at].text
    if is_bullet(text) or len(text) > _LONGEST_INTRODUCTION or at + 1 == len(blocks):
        return None
    if not text.endswith(":"):
        below = blocks[at + 1].text
        if not (is_bullet(below) or is_datum(below)) or is_datum(text) or not _like_a_title(text):
            return None
        above = blocks[at - 1] if at else None
        loose = above is None or (blocks[at + 1].tight and not blocks[at].tight)
        if not loose and above and not (above.marked or ends_like_prose(above.text) or is_bullet(above.text)):
            return None
    end = at + 1
    while end < len(blocks) and is_line(blocks[end].text) and not _begins_another(blocks, end, at):
        end += 1
    return end if end > at + 1 else None


def _begins_another(blocks: Sequence[Block], number: int, first: int) -> bool:
    block = blocks[number]
    below = blocks[number + 1] if number + 1 < len(blocks) else None
    return is_heading(block, below) or (number > first + 1 and block.text.endswith(":"))


def _like_a_title(text: str) -> bool:
    if len(text) > _LONGEST_HEADING or len(text.split()) > _MOST_WORDS:
        return False
    if not _STARTS.match(text) or text[:1].islower():
        return False
    return not (_ENDS_LIKE_PROSE.search(text) or _NO_HEADING.search(text))
