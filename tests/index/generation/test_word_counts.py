"""The keyword index, changed chunk by chunk: always the one that bm25s computes of all chunks together."""

from pathlib import Path

import bm25s
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.generation.keyword import FOLDER_NAME, K1, B, KeywordIndex, counted, counts_of, write_keyword_index
from index.generation.word_counts import WordCounts
from index.words import stems

WORDS = ["lighthouse", "quay", "ferry", "Lindau", "6,700", "the", "keeper", "Orbán"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def counts_of_texts(texts: dict[int, str]) -> WordCounts:
    return counted((number, "", "", text) for number, text in sorted(texts.items()))


def as_table(counts: WordCounts) -> dict[tuple[int, str], int]:
    entries = zip(counts.rows.tolist(), counts.columns.tolist(), counts.counts.tolist(), strict=True)
    return {(int(counts.numbers[row]), counts.words[column]): count for row, column, count in entries}


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(st.integers(1, 20), TEXT, max_size=8),
    st.lists(st.tuples(st.sets(st.integers(1, 60), max_size=5), st.lists(TEXT, max_size=4)), max_size=5),
)
def test_changed_counts_are_those_of_all_texts(
    texts: dict[int, str], changes: list[tuple[set[int], list[str]]]
) -> None:
    counts = counts_of_texts(texts)
    highest = 20
    for gone, new_texts in changes:
        new = dict(enumerate(new_texts, start=highest + 1))
        highest += len(new)
        texts = {n: text for n, text in texts.items() if n not in gone} | new
        counts = counts.changed(np.array(sorted(texts), np.int64), counts_of_texts(new))
        expected = counts_of_texts(texts)
        assert counts.numbers.tolist() == expected.numbers.tolist()
        assert as_table(counts) == as_table(expected)
        assert sorted(counts.words) == sorted(expected.words)
        assert (np.diff(counts.columns) >= 0).all()


def test_the_scores_are_those_of_bm25s(tmp_path: Path) -> None:
    texts = {n: " ".join(WORDS[i % len(WORDS)] for i in range(n, n * 3 + 2)) for n in range(1, 30)}
    write_keyword_index(tmp_path, counts_of_texts(texts))
    theirs = bm25s.BM25(method="lucene", k1=K1, b=B)
    theirs.index([stems(text) for text in texts.values()], show_progress=False)
    ours = KeywordIndex.open(tmp_path)
    for question in ("lighthouse quay", "Orban", "6700 ferry keeper", "nowhere"):
        known = [stem for stem in stems(question) if stem in theirs.vocab_dict]
        expected = theirs.get_scores(known) if known else np.zeros(len(texts))
        assert ours.scores(question) == pytest.approx(expected, rel=1e-5)


def test_an_index_that_bm25s_wrote_gives_the_same_scores_to_the_bit(tmp_path: Path) -> None:
    """As generations were written until 0.1; they stay readable."""
    texts = {
        n: " ".join(WORDS[i * (i + 1) // 2 % len(WORDS)] for i in range(n, n * 3 + 2)) for n in range(1, 30)
    }
    theirs = bm25s.BM25(method="lucene", k1=K1, b=B)
    theirs.index([stems(text) for text in texts.values()], show_progress=False)
    theirs.save(tmp_path / FOLDER_NAME)
    np.save(tmp_path / FOLDER_NAME / "numbers.npy", np.array(list(texts)))
    ours = KeywordIndex.open(tmp_path)
    for question in ("lighthouse quay", "Orban", "the 6700 ferry keeper at the quay"):
        known = [stem for stem in dict.fromkeys(stems(question)) if stem in theirs.vocab_dict]
        assert ours.scores(question).tolist() == theirs.get_scores(known).tolist()


def test_counts_are_kept_with_the_index_and_read_again(tmp_path: Path) -> None:
    counts = counts_of_texts({3: "the quay of Lindau", 5: "", 9: "quay, quay and ferry"})
    write_keyword_index(tmp_path, counts)
    assert as_table(counts_of(tmp_path)) == as_table(counts)
    assert as_table(counts)[9, "quay"] == 2


def test_chunks_without_a_word_are_no_words_and_have_a_row(tmp_path: Path) -> None:
    write_keyword_index(tmp_path, counts_of_texts({4: "the", 7: ""}))
    assert counts_of(tmp_path).numbers.tolist() == [4, 7]
    assert KeywordIndex.open(tmp_path).scores("quay").tolist() == [0.0, 0.0]


def test_an_index_without_its_counts_is_not_taken_for_one_without_words(tmp_path: Path) -> None:
    write_keyword_index(tmp_path, counts_of_texts({1: "quay"}))
    (tmp_path / FOLDER_NAME / "counts.npy").unlink()
    with pytest.raises(FileNotFoundError):
        counts_of(tmp_path)
