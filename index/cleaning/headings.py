"""Used by cleaning: which of the kept blocks are headings."""

import re

from index.cleaning.blocks import Block

_LONGEST_HEADING = 100  # characters
_MOST_WORDS = 14
_SHORTEST_BELOW = 60  # what stands below a heading is a paragraph, not the next line of a list
_STARTS = re.compile(r"[\"“‘'(¿]?[^\W_]")
_ENDS_LIKE_PROSE = re.compile(r"[.,;:!…][\"”’')]*$")
_NO_HEADING = re.compile(r"https?://|@\w|[|•]")


def is_heading(block: Block, below: Block | None) -> bool:
    """Whether a block is a heading of what stands below it.

    One that the source marks is. Else it is a short line that begins like a title and does not end
    like a sentence (a question may), above a paragraph that is longer.
    """
    if block.marked:
        return True
    text = block.text
    if below is None or block.is_bullet or below.is_bullet or below.marked:
        return False
    if len(text) > _LONGEST_HEADING or len(text.split()) > _MOST_WORDS:
        return False
    if not _STARTS.match(text) or text[:1].islower():
        return False
    if _ENDS_LIKE_PROSE.search(text) or _NO_HEADING.search(text):
        return False
    return len(below.text) >= max(_SHORTEST_BELOW, 1.5 * len(text))
