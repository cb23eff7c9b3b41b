"""Part of the doctor: whether each chunk of a generation has its vector in Chroma and its keyword entry."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np

from index.building.restoring import wrong_vectors
from index.doctor.findings import Fault, Finding
from index.errors import FootnoteError, IndexDamaged, ServerUnavailable, VectorsLost
from index.generation import keyword
from index.generation.catalog import Catalog
from index.generation.file_checksums import CHROMA_DATABASE
from index.generation.generation import GenerationInfo
from index.generation.keyword import K1, SCORES_FILE, B, KeywordIndex, counted, counts_of
from index.generation.word_counts import WordCounts
from index.settings import IndexSettings
from index.vector_store.store import VectorStore

OnCount = Callable[[int, int], None]


def check_vectors(
    settings: IndexSettings, folder: Path, info: GenerationInfo, on_count: OnCount
) -> Iterator[Finding]:
    """Compare every vector in Chroma with the catalog's."""
    try:
        with (
            Catalog.open_damaged(folder) as opened,
            closing(VectorStore.open(settings, info.collection, folder)) as store,
        ):
            numbers = opened.chunk_numbers().tolist()
            wrong = wrong_vectors(opened, store, numbers, on_count)
            if wrong:
                yield Finding(Fault.VECTORS_WRONG, info.id, count=len(wrong))
            if settings.chroma_url is None and (extra := len(set(store.numbers()) - set(numbers))):
                yield Finding(Fault.VECTORS_EXTRA, info.id, count=extra)
    except ServerUnavailable as error:
        yield Finding(Fault.SERVER_AWAY, info.id, error.message)
    except VectorsLost:
        yield Finding(Fault.VECTORS_WRONG, info.id, count=info.chunks)
    except FootnoteError as error:
        yield Finding(Fault.VECTORS_UNREADABLE, info.id, _of_its_database(info, error.message))
    except Exception as error:  # noqa: BLE001  a damaged folder makes Chroma raise whatever it likes
        what = _of_its_database(info, f"{type(error).__name__}: {error}")
        yield Finding(Fault.VECTORS_UNREADABLE, info.id, what)


def _of_its_database(info: GenerationInfo, error: str) -> str:
    """The error, with the one file that it can come from where the others were compared before."""
    return f"{CHROMA_DATABASE}: {error}" if info.checksums else error


def check_keywords(folder: Path, info: GenerationInfo) -> Iterator[Finding]:
    """Count the words of all chunks again, and compare the index with them: each entry, and each score."""
    with Catalog.open_damaged(folder) as opened:
        expected = counted(opened.all_chunk_texts())
    try:
        KeywordIndex.open(folder)
        right = _is_of(counts_of(folder), expected) and _scores_fit(folder)
    except IndexDamaged:
        right = False
    except Exception:  # noqa: BLE001  whatever NumPy and JSON raise for files that are damaged or missing
        right = False
    if not right:
        yield Finding(Fault.KEYWORDS_WRONG, info.id)


def _is_of(found: WordCounts, expected: WordCounts) -> bool:
    """Whether the entries are the same; the words stand in the order in which builds met them."""
    if not np.array_equal(found.numbers, expected.numbers) or set(found.words) != set(expected.words):
        return False
    columns = {word: column for column, word in enumerate(expected.words)}
    moved = np.array([columns[word] for word in found.words], np.int64)
    places = moved[found.columns] * max(len(found.numbers), 1) + found.rows if len(moved) else found.rows
    order = np.argsort(places)
    as_expected = expected.columns.astype(np.int64) * max(len(found.numbers), 1) + expected.rows
    return np.array_equal(places[order], as_expected) and np.array_equal(found.counts[order], expected.counts)


def _scores_fit(folder: Path) -> bool:
    counts = counts_of(folder)
    if not counts.words:
        return True
    scores = np.load(folder / keyword.FOLDER_NAME / SCORES_FILE)
    return scores.shape == counts.rows.shape and bool(np.allclose(scores, counts.scores(K1, B), atol=1e-5))
