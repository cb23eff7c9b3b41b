"""Used by `blocks`: words that were broken at the end of a line, and what becomes of their hyphens."""

import re
from collections.abc import Sequence
from functools import cached_property

_SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_WORD = 60  # letters; what is longer is no word


class BrokenWords:
    """Of one text, whose other words say how a broken one is written."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def hyphen(self, line: str, below: str) -> str | None:
        """What becomes of the hyphen at the end of a line: "" or "-" where the word goes on below, None where
        nothing says so ("har-" stands for "harbour" only if that is in the text, "pre- and" is no word)."""
        if not below[:1].islower():
            return None
        if line.endswith(_SOFT_HYPHEN):
            return ""
        if not line.endswith("-"):
            return None
        heads, tail = _WORD.findall(line[-_LONGEST_WORD:-1]), _WORD.match(below)
        if not heads or not tail or not line[:-1].endswith(heads[-1]):
            return None
        head, end = heads[-1].casefold(), tail[0].casefold()
        if head + end in self._words:
            return ""
        return "-" if f"{head}-{end}" in self._words else None

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for line in self._lines for word in _WORD.findall(line.casefold()))
