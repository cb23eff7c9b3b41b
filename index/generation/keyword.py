"""Part of a generation: BM25 over the same chunks that are embedded, memory-mapped when read."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from index.generation.row_checksums import damaged
from index.generation.word_counts import NUMBERS_FILE, ROWS_FILE, STARTS_FILE, VOCABULARY_FILE, WordCounts
from index.passage import Term
from index.words import stems

FOLDER_NAME = "keyword"
SCORES_FILE = "data.csc.index.npy"  # by the entries of the word counts
# Robertson's usual values.
K1 = 1.5
B = 0.75


def write_keyword_index(folder: Path, counts: WordCounts) -> None:
    """Write the index of all chunks into a generation's folder."""
    target = folder / FOLDER_NAME
    target.mkdir()
    np.save(target / NUMBERS_FILE, counts.numbers)
    if counts.words:  # an index without its other files is empty
        np.save(target / SCORES_FILE, counts.scores(K1, B))
        counts.save(target)


def counts_of(folder: Path) -> WordCounts:
    """What a generation's index was computed from. Raises OSError or ValueError where it cannot be read."""
    return WordCounts.load(folder / FOLDER_NAME)


def counted(chunks: Iterable[tuple[int, str, str, str]]) -> WordCounts:
    """Count the words of chunks, given as (number, title, heading, text) in the order of their numbers.

    The title and the heading are searched with each chunk, as they are embedded with it.
    """
    return WordCounts.of((number, f"{title}\n{heading}\n{text}") for number, title, heading, text in chunks)


@dataclass(frozen=True, slots=True)
class Matrix:
    """What each word (a column) gives to each chunk (a row) that holds it, word by word."""

    columns: dict[str, int]
    scores: NDArray[np.float32]
    rows: NDArray[np.int32]
    starts: NDArray[np.int64]

    def column(self, word: str) -> slice | None:
        """The entries of a word, one a chunk; None for a word that no chunk holds."""
        number = self.columns.get(word)
        return None if number is None else slice(int(self.starts[number]), int(self.starts[number + 1]))


class KeywordIndex:
    """The BM25 index of one generation. Rows are in the order of `numbers`."""

    def __init__(self, numbers: NDArray[np.int64], matrix: Matrix | None) -> None:
        self.numbers = numbers
        self._matrix = matrix

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Memory-map a generation's index. Raises IndexDamaged where it cannot be read, or does not fit
        together."""
        target = folder / FOLDER_NAME
        try:
            return cls._read(target)
        except Exception as error:  # whatever NumPy and JSON raise of a file that they did not write so
            raise damaged(target, f"{type(error).__name__}: {error}") from error

    @classmethod
    def _read(cls, target: Path) -> Self:
        numbers = np.array(_mapped(target / NUMBERS_FILE, np.int64))
        if not (target / VOCABULARY_FILE).exists():  # no words at all
            return cls(numbers, None)
        columns = json.loads((target / VOCABULARY_FILE).read_bytes())
        scores = _mapped(target / SCORES_FILE, np.float32)
        rows = _mapped(target / ROWS_FILE, np.int32)
        starts = _mapped(target / STARTS_FILE, np.int64)
        fits = (
            len(scores) == len(rows) == starts[-1]
            and starts[0] == 0
            and bool((np.diff(starts) >= 0).all())
            # An older version's has an empty word, and no column for it.
            and {column for word, column in columns.items() if word} == set(range(len(starts) - 1))
            and (not len(rows) or (rows.min() >= 0 and rows.max() < len(numbers)))
        )
        if not fits:
            raise ValueError("its files do not fit together")
        return cls(numbers, Matrix(columns, scores, rows, starts))

    def scores(self, text: str) -> NDArray[np.float32]:
        """The BM25 score of every chunk for a question; 0 where no word of it occurs."""
        total = np.zeros(len(self.numbers), np.float32)
        for stem in dict.fromkeys(stems(text)):
            if self._matrix and (column := self._matrix.column(stem)):
                # Twice as quick as `total[rows] += scores`.
                np.add.at(total, self._matrix.rows[column], self._matrix.scores[column])
        return total

    def terms(self, text: str) -> tuple[Term, ...]:
        """The words of a question, each once, with their inverse document frequencies."""
        total = len(self.numbers)
        terms = []
        for stem in dict.fromkeys(stems(text)):
            column = self._matrix.column(stem) if self._matrix else None
            count = column.stop - column.start if column else 0
            terms.append(Term(stem, float(np.log(1 + (total - count + 0.5) / (count + 0.5)))))
        return tuple(terms)


def _mapped(path: Path, kind: type[np.generic]) -> NDArray[Any]:
    """One of its arrays. Mapped, so that nothing is made room for that the file does not hold."""
    if path.stat().st_size == 0:
        raise ValueError("it is empty")
    found = np.load(path, mmap_mode="r")
    if found.dtype != kind or found.ndim != 1:
        raise ValueError("it holds something else")
    return np.asarray(found)
