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
_LONGEST_OVER = 300  # characters of a heading that are told with those below it: what is longer is none
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
    starts, lists = _starts(blocks), _Lists(blocks)
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        heading = is_heading(block, below)
        level = block.level or _UNMARKED
        until = None if heading else lists.end_below(at)
        if not heading and until is None:
            continue
        over = [one for one in over if not heading or one[0] < level]
        path = PATH_MARK.join([*(words for _, words in over), block.text])
        end = starts[at] + len(block.text)
        found.append(Heading(starts[at], end, path, None if until is None else starts[until] - 2))
        if heading:
            over.append((level, block.text[:_LONGEST_OVER]))
    return found


def _starts(blocks: Sequence[Block]) -> list[int]:
    """Where each block begins, and where one after the last would."""
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block.text) + 2)
    return starts


class _Lists:
    """Where lists end that blocks introduce. Asked in their order, it looks at each once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._looked_at = 0  # up to here the lines go on without another beginning

    def end_below(self, at: int) -> int | None:
        """The number of the block that ends the list which this one introduces; None where there is none.

        `Prices:` does, above whatever is no prose; `Prices` above items or rows, unless it is one of several
        short lines itself.
        """
        if not self._introduces(at) or self._ends_at(at + 1):
            return None
        end = max(at + 2, self._looked_at)
        while end < len(self._blocks) and not (self._ends_at(end) or self._blocks[end].text.endswith(":")):
            end += 1
        self._looked_at = end
        return end

    def _introduces(self, at: int) -> bool:
        blocks, text = self._blocks, self._blocks[at].text
        if is_bullet(text) or len(text) > _LONGEST_INTRODUCTION or at + 1 == len(blocks):
            return False
        if text.endswith(":"):
            return True
        below = blocks[at + 1].text
        if not (is_bullet(below) or is_datum(below)) or is_datum(text) or not _like_a_title(text):
            return False
        above = blocks[at - 1] if at else None
        loose = above is None or (blocks[at + 1].tight and not blocks[at].tight)
        return loose or not above or above.marked or ends_like_prose(above.text) or is_bullet(above.text)

    def _ends_at(self, number: int) -> bool:
        """Whether a block is prose, or begins something else."""
        block = self._blocks[number]
        below = self._blocks[number + 1] if number + 1 < len(self._blocks) else None
        return not is_line(block.text) or is_heading(block, below)


def _like_a_title(text: str) -> bool:
    if len(text) > _LONGEST_HEADING or len(text.split()) > _MOST_WORDS:
        return False
    if not _STARTS.match(text) or text[:1].islower():
        return False
    return not (_ENDS_LIKE_PROSE.search(text) or _NO_HEADING.search(text))
