"""Beside the keyword index: how often each word stands in each chunk, from which its scores are computed.

Kept with the index so that the next generation reads the words of new chunks only: reading them all takes
some 15 s at 62,000 chunks; computing all scores anew, as each chunk changes the average, takes less than one.
Word by word, as the columns of a sparse matrix, in files named as the library bm25s names them: it wrote
those of older generations.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.words import stems

COUNTS_FILE = "counts.npy"
NUMBERS_FILE = "numbers.npy"
VOCABULARY_FILE = "vocab.index.json"
ROWS_FILE = "indices.csc.index.npy"
STARTS_FILE = "indptr.csc.index.npy"
_MOST = np.iinfo(np.uint16).max
ChunkWords = tuple[int, str]  # a chunk's number, and all text whose words count for it


@dataclass(frozen=True, slots=True)
class WordCounts:
    """`numbers` are the chunks, ascending, by row; `words` the columns. `columns`, `rows` and `counts` are
    the entries, sorted by column and then by row."""

    numbers: NDArray[np.int64]
    words: tuple[str, ...]
    columns: NDArray[np.int32]
    rows: NDArray[np.int32]
    counts: NDArray[np.uint16]

    @classmethod
    def of(cls, chunks: Iterable[ChunkWords]) -> Self:
        """Those of some chunks, given in the order of their numbers."""
        numbers: list[int] = []
        vocabulary: dict[str, int] = {}
        ids: list[int] = []
        lengths: list[int] = []
        for number, text in chunks:
            words = stems(text)
            numbers.append(number)
            ids += [vocabulary.setdefault(word, len(vocabulary)) for word in words]
            lengths.append(len(words))
        rows = np.repeat(np.arange(len(lengths)), lengths)
        keys, counts = np.unique(np.array(ids, np.int64) * max(len(lengths), 1) + rows, return_counts=True)
        columns, rows = np.divmod(keys, max(len(lengths), 1))
        return cls(
            np.array(numbers, np.int64),
            tuple(vocabulary),
            columns.astype(np.int32),
            rows.astype(np.int32),
            np.minimum(counts, _MOST).astype(np.uint16),
        )

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Those that stand in the folder of a keyword index. Raises OSError or ValueError where they cannot
        be read."""
        numbers = np.load(folder / NUMBERS_FILE)
        if not (folder / VOCABULARY_FILE).exists():  # no words at all
            none = np.array([], np.int32)
            return cls(numbers, (), none, none, none.astype(np.uint16))
        vocabulary: dict[str, int] = json.loads((folder / VOCABULARY_FILE).read_bytes())
        starts = np.load(folder / STARTS_FILE)
        words = sorted((word for word in vocabulary if word), key=vocabulary.__getitem__)
        columns = np.repeat(np.arange(len(words), dtype=np.int32), np.diff(starts))
        return cls(numbers, tuple(words), columns, np.load(folder / ROWS_FILE), np.load(folder / COUNTS_FILE))

    def save(self, folder: Path) -> None:
        """Write them into the folder of a keyword index, but for the numbers, which stand there always."""
        vocabulary = {word: column for column, word in enumerate(self.words)}
        (folder / VOCABULARY_FILE).write_text(json.dumps(vocabulary), encoding="utf-8")
        np.save(folder / ROWS_FILE, self.rows)
        np.save(folder / STARTS_FILE, self.starts())
        np.save(folder / COUNTS_FILE, self.counts)

    def changed(self, numbers: NDArray[np.int64], new: Self) -> Self:
        """With the chunks of `new` added, and all left out but those with the numbers given, ascending."""
        vocabulary = {word: column for column, word in enumerate(self.words)}
        moved = [vocabulary.setdefault(word, len(vocabulary)) for word in new.words]
        parts = [
            _moved(self, np.arange(len(self.words)), numbers),
            _moved(new, np.array(moved, np.int64), numbers),
        ]
        columns, rows, counts = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
        # Stable, which is quick where nearly all stands in order.
        order = np.argsort(columns * max(len(numbers), 1) + rows, kind="stable")
        columns, rows, counts = columns[order], rows[order], counts[order]
        in_use = np.bincount(columns, minlength=len(vocabulary)) > 0
        columns = (np.cumsum(in_use) - 1)[columns]
        words = tuple(word for word, used in zip(vocabulary, in_use.tolist(), strict=True) if used)
        return type(self)(numbers, words, columns.astype(np.int32), rows.astype(np.int32), counts)

    def starts(self) -> NDArray[np.int64]:
        """Where each column begins among the entries, and where the last one ends."""
        sizes = np.bincount(self.columns, minlength=len(self.words))
        return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)

    def scores(self, k1: float, b: float) -> NDArray[np.float32]:
        """The BM25 score that each entry gives to its chunk, in Lucene's form (as bm25s computes it)."""
        total = len(self.numbers)
        lengths = np.bincount(self.rows, weights=self.counts, minlength=total)
        chunks_with = np.bincount(self.columns, minlength=len(self.words))
        idf = np.log(1 + (total - chunks_with + 0.5) / (chunks_with + 0.5))
        damping = k1 * (1 - b + b * lengths / lengths.mean())
        counts = self.counts.astype(np.float64)
        scores: NDArray[np.float32] = (idf[self.columns] * counts / (damping[self.rows] + counts)).astype(
            np.float32
        )
        return scores


def _moved(
    counts: WordCounts, columns: NDArray[np.int64], numbers: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint16]]:
    """The entries of those chunks that are among `numbers`, with the columns and rows that they get."""
    places = np.searchsorted(numbers, counts.numbers)
    stays = np.isin(counts.numbers, numbers)
    kept = stays[counts.rows]
    return columns[counts.columns[kept]], places[counts.rows[kept]], counts.counts[kept]
