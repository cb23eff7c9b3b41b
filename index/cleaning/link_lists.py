"""Used by cleaning: which bullets are headlines of other stories, and which are the article's own list."""

import re
from collections.abc import Mapping, Sequence

from index.cleaning.blocks import Block
from index.lines import label_of

_HEADLINE_WORDS = range(3, 21)
_FEWEST_OF_A_HEADLINE = 4  # at the end of a page, where nothing says that they are
_CAPITALS = 0.6  # of the long words


def find_link_lists(blocks: Sequence[Block], kinds: Mapping[int, str], kept: Sequence[int]) -> set[int]:
    """The numbers of bullets like headlines below a prompt to read them, or at the very end above the page's
    own last lines. Summary bullets are sentences, and stand above text. kinds: of what was dropped."""
    found: set[int] = set()
    for number, kind in kinds.items():
        below = number + 1
        while kind == "another story" and below < len(blocks) and _is_headline(blocks, below, kinds):
            found.add(below)
            below += 1
    last = max(kept, default=-1)
    if last + 1 < len(blocks):
        run = last
        while run >= 0 and _is_headline(blocks, run, kinds):
            run -= 1
        if last - run >= 2 and not _is_list_of_its_own(blocks, run, last, kinds):
            found.update(range(run + 1, last + 1))
    return found


def _is_headline(blocks: Sequence[Block], number: int, kinds: Mapping[int, str]) -> bool:
    block = blocks[number]
    if number in kinds or not block.is_bullet or re.search(r"[.!…:;,][\"”’')]*$", block.text):
        return False
    words = block.text.split()[1:]
    long_words = [word for word in words if len(word) >= 4 and not word[0].isdigit()]
    capitals = sum(not word[:1].islower() for word in long_words)
    return len(words) in _HEADLINE_WORDS and capitals >= _CAPITALS * len(long_words)


def _is_list_of_its_own(blocks: Sequence[Block], above: int, last: int, kinds: Mapping[int, str]) -> bool:
    """Whether a list at the very end is the article's: its heading, or a line that announces it, stands over
    it, or an item is too short for a headline, as names are."""
    if above >= 0 and (blocks[above].marked or blocks[above].text.endswith(":")):
        return above not in kinds
    return any(_is_no_headline(block.text) for block in blocks[above + 1 : last + 1])


def _is_no_headline(item: str) -> bool:
    value = item.partition(":")[2].split() if label_of(item) else []
    return len(item.split()) - 1 < _FEWEST_OF_A_HEADLINE or 0 < len(value) <= _FEWEST_OF_A_HEADLINE
