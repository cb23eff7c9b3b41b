"""Used by cleaning: lines that give a fact by its name (`Video: 4K at 60 Hz`) among others of the kind. They
look like leftovers of a page (`Video: Storm hits the coast of Lindau`) and are none."""

from collections.abc import Mapping, Sequence

from index.cleaning.blocks import Block
from index.lines import ROW_MARK, label_of

# Words of the value; headlines have more.
_MOST_WORDS = 4
_MOST_WORDS_BESIDE_FACTS = 8
# What is never given as a fact, whatever stands beside it.
_NEVER = {"share", "listen", "privacy notice", "newsletter", "previous and next", "mark", "divider"}
_NEVER |= {"follow", "contributors", "affiliate notice", "first published"}
# The writer's addresses stand by themselves at the end of a page, those of an office with its other facts.
_ONLY_BESIDE_FACTS = {"about the writer"}


def find_facts(blocks: Sequence[Block], kinds: Mapping[int, str]) -> set[int]:
    """The numbers of blocks that are facts, of those that look like leftovers (their kinds by number)."""
    return {
        number
        for number, kind in kinds.items()
        if kind not in _NEVER and _is_fact(blocks, number, kinds, alone=kind in _ONLY_BESIDE_FACTS)
    }


def _is_fact(blocks: Sequence[Block], number: int, kinds: Mapping[int, str], *, alone: bool) -> bool:
    """alone: that others like it stand beside it proves nothing."""
    if not _gives_a_fact(blocks[number].text):
        return False
    beside = [other for other in (number - 1, number + 1) if 0 <= other < len(blocks)]
    if any(other not in kinds and _gives_a_fact(blocks[other].text) for other in beside):
        return True
    if not _gives_a_fact(blocks[number].text, _MOST_WORDS):
        return False
    under_heading = number > 0 and blocks[number - 1].marked and number - 1 not in kinds
    return under_heading or (
        not alone and any(_gives_a_fact(blocks[other].text, _MOST_WORDS) for other in beside)
    )


def _gives_a_fact(text: str, most_words: int = _MOST_WORDS_BESIDE_FACTS) -> bool:
    short = len(text.partition(":")[2].split()) <= most_words
    return ROW_MARK in text or (short and label_of(text) is not None)
