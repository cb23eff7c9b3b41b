"""Used by cleaning: what a page leaves at the start or end of a block that is otherwise prose."""

import re
from dataclasses import dataclass

# An agency before its report, as in "(Bloomberg) -- The ferry …"; an advertisement's label that was
# run together with the line beside it, as in "… the mayor saysADVERTISEMENT"; below one of these, the
# mark of a heading.
_AT_START = re.compile(r"\([A-Z][\w.& ]{1,30}\) ?(?:--|—|–) ?|ADVERTISEMENT(?=\W|[A-Z][a-z]) ?|#{1,6} ")
_END = "ADVERTISEMENT"
_AT_END = re.compile(rf"(?<=[a-z.!?”\"’)]) ?{_END}$")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A block without the marks at its ends, and those marks."""

    text: str
    at_start: str = ""
    at_end: str = ""


def trim(text: str) -> Trimmed:
    """Take the marks off a block's ends."""
    start = 0
    while mark := _AT_START.match(text, start):
        start = mark.end()
    bare = text[start:]
    while bare.endswith(_END) and (mark := _AT_END.search(bare, max(0, len(bare) - len(_END) - 2))):
        bare = bare[: mark.start()]
    return Trimmed(bare.strip(), text[:start], text[start + len(bare) :])
