"""Part of a generation: BM25 over the same chunks that are embedded (bm25s, memory-mapped when read)."""

import logging
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Self, cast

import numpy as np
from numpy.typing import NDArray

from index.generation.word_counts import COUNTS_FILE, NUMBERS_FILE, WordCounts
from index.passage import Term
from index.words import stems

if TYPE_CHECKING:
    from bm25s import BM25

FOLDER_NAME = "keyword"
# Robertson's usual values.
K1 = 1.5
B = 0.75


def _bm25s() -> ModuleType:
    """The library, without the debug lines that it sets itself to write."""
    import bm25s

    logging.getLogger("bm25s").setLevel(logging.WARNING)
    return cast(ModuleType, bm25s)


def write_keyword_index(folder: Path, counts: WordCounts) -> None:
    """Write the index of all chunks into a generation's folder."""
    bm25s = _bm25s()
    target = folder / FOLDER_NAME
    target.mkdir()
    np.save(target / NUMBERS_FILE, counts.numbers)
    if counts.words:  # bm25s cannot index nothing at all; an index without its files is empty
        index = bm25s.BM25(method="lucene", k1=K1, b=B)
        index.scores = {
            "data": counts.scores(K1, B),
            "indices": counts.rows,
            "indptr": counts.starts(),
            "num_docs": len(counts.numbers),
        }
        index.vocab_dict = {word: column for column, word in enumerate(counts.words)}
        index.nonoccurrence_array = None
        index.save(target)
        np.save(target / COUNTS_FILE, counts.counts)


def counts_of(folder: Path) -> WordCounts:
    """What a generation's index was computed from. Raises OSError or ValueError where it cannot be read."""
    return WordCounts.load(folder / FOLDER_NAME)


def counted(chunks: Iterable[tuple[int, str, str, str]]) -> WordCounts:
    """Count the words of chunks, given as (number, title, heading, text) in the order of their numbers.

    The title and the heading are searched with each chunk, as they are embedded with it.
    """
    return WordCounts.of((number, f"{title}\n{heading}\n{text}") for number, title, heading, text in chunks)


class KeywordIndex:
    """The BM25 index of one generation. Rows are in the order of `numbers`."""

    def __init__(self, index: "BM25 | None", numbers: NDArray[np.int64]) -> None:
        self._index = index
        self.numbers = numbers

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Memory-map a generation's index."""
        bm25s = _bm25s()
        target = folder / FOLDER_NAME
        numbers = np.load(target / NUMBERS_FILE)
        has_words = (target / "params.index.json").exists()
        index = bm25s.BM25.load(target, mmap=True) if has_words else None
        return cls(index, numbers)

    def scores(self, text: str) -> NDArray[np.float32]:
        """The BM25 score of every chunk for a question; 0 where no word of it occurs."""
        words = [stem for stem in dict.fromkeys(stems(text)) if self._knows(stem)]
        if self._index is None or not words:
            return np.zeros(len(self.numbers), np.float32)
        scores: NDArray[np.float32] = self._index.get_scores(words)
        return scores

    def terms(self, text: str) -> tuple[Term, ...]:
        """The words of a question, each once, with their inverse document frequencies."""
        total = len(self.numbers)
        terms = []
        for stem in dict.fromkeys(stems(text)):
            count = self._documents_with(stem)
            terms.append(Term(stem, float(np.log(1 + (total - count + 0.5) / (count + 0.5)))))
        return tuple(terms)

    def _knows(self, stem: str) -> bool:
        return self._index is not None and stem in self._index.vocab_dict

    def _documents_with(self, stem: str) -> int:
        """How many chunks hold the word: the length of its column in the score matrix."""
        if self._index is None or stem not in self._index.vocab_dict:
            return 0
        column = self._index.vocab_dict[stem]
        pointers = self._index.scores["indptr"]
        return int(pointers[column + 1] - pointers[column])
