"""Used by the HTML reader: which lines of a page hold the words that the extractor took for its article's."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from index.reading.markup_lines import Line

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words in a row
_FEWEST_SHINGLES = 3
_LEAST_FOUND = 0.5  # of a line's shingles: the rest are what inline elements cut or glued
_LEAST_COVERED = 0.7  # of the extractor's words


class ExtractedWords:
    """What the extractor found, compared with a page's lines by words in a row and by whole short lines."""

    def __init__(self, lines: Sequence[Line], found: Iterable[str]) -> None:
        self.words = [_words(line.text) for line in lines]
        self._lines = lines
        listed = [_words(line) for line in found]
        self._wholes = Counter(tuple(words) for words in listed)
        self._running = [word for words in listed for word in words]
        self._shingles = set(_shingles(self._running, _SHINGLE))
        self._tables: dict[Any, bool] = {}

    def found(self) -> list[bool]:
        """For each line whether the extractor has it.

        Where that is too little, as of a page of short lines that the extractor gave as one, also the short
        ones whose words stand there somewhere in their order.
        """
        numbers = range(len(self._lines))
        found = self.found_among(numbers)
        covered = sum(len(self.words[number]) for number in numbers if found[number])
        if covered >= _LEAST_COVERED * len(self._running):
            return found
        return [one or tuple(words) in self._short for one, words in zip(found, self.words, strict=True)]

    def found_among(self, numbers: Iterable[int]) -> list[bool]:
        """Which of the lines the extractor has: most of its words in their order, or all of a short one.

        Of a short one no more often than it has it: in a table of contents stands each heading once more.
        """
        found = [False] * len(self._lines)
        left = self._wholes.copy()
        for number in sorted(numbers, key=lambda one: self._lines[one].linked > 0):
            words = self.words[number]
            if left[tuple(words)] > 0 and words:
                left[tuple(words)] -= 1
                found[number] = True
            elif self._lines[number].element.tag == "table":
                found[number] = self._has_table(self._lines[number].element)
            else:
                found[number] = self._has(words)
        return found

    def use(self, numbers: Iterable[int]) -> None:
        """Forget the words of lines: what stands elsewhere as well, in a summary or for another screen, is
        not found once more."""
        for number in numbers:
            self._shingles.difference_update(_shingles(self.words[number], _SHINGLE))
            self._wholes[tuple(self.words[number])] -= 1
        self._tables.clear()

    @cached_property
    def _short(self) -> set[tuple[str, ...]]:
        lengths = range(1, _SHINGLE + _FEWEST_SHINGLES - 1)
        return {one for length in lengths for one in _shingles(self._running, length)}

    def _has(self, words: list[str]) -> bool:
        shingles = list(_shingles(words, _SHINGLE))
        known = sum(one in self._shingles for one in shingles)
        return len(shingles) >= _FEWEST_SHINGLES and known >= _LEAST_FOUND * len(shingles)

    def _has_table(self, table: Any) -> bool:
        """Whether the extractor has a table, the heads of whose columns stand in each row here."""
        if table not in self._tables:
            self._tables[table] = self._has(_words(" ".join(table.itertext())))
        return self._tables[table]


def _words(text: str) -> list[str]:
    """The words by which two texts are compared: "m²" is "m2" in one of them."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _shingles(words: Sequence[str], length: int) -> Iterable[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
