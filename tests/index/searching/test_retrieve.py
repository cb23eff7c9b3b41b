"""Fusion, and what a search says beside its passages."""

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.building.build import build
from index.embedding.embedder import create_embedder
from index.generation.generation import Generation
from index.generation.publication import published
from index.passage import SearchRequest
from index.searching.retrieve import Retriever, fused_scores
from tests.index.conftest import MARKET, Newsroom

measure = st.floats(0, 1)


@given(st.lists(st.tuples(measure, st.floats(0, 30), measure), min_size=1, max_size=20))
def test_a_chunk_that_is_best_by_every_measure_comes_first(rows: list[tuple[float, float, float]]) -> None:
    best = (1.0, 31.0, 1.0)
    scores = fused_scores([*rows, best])
    assert max(scores) == scores[-1] == pytest.approx(1.0)
    assert all(0 <= score <= 1 + 1e-9 for score in scores)


@given(st.lists(st.tuples(measure, st.floats(0, 30), measure), min_size=2, max_size=20))
def test_more_by_one_measure_and_the_same_by_the_others_never_ranks_lower(
    rows: list[tuple[float, float, float]],
) -> None:
    (cosine, bm25, nearest), *others = rows
    more, same, *_ = fused_scores([(cosine, bm25 + 1, nearest), (cosine, bm25, nearest), *others])
    assert more >= same


def test_a_question_without_any_known_word_is_still_searched() -> None:
    assert fused_scores([(0.2, 0.0, 0.1), (0.4, 0.0, 0.4)])[1] == pytest.approx(2 / 3)
    assert fused_scores([]) == []


def test_a_search_says_how_rare_the_words_are_and_where_its_time_went(newsroom: Newsroom) -> None:
    newsroom.write("market.md", MARKET)
    build(newsroom.settings, by="a test")
    generation = Generation.open(newsroom.settings, published(newsroom.data)[1])
    result = Retriever(generation, create_embedder(newsroom.settings)).search(
        SearchRequest("Is there a ferry or a zeppelin from Lindau?", limit=2)
    )
    generation.close()
    rarity = {term.stem: term.idf for term in result.terms}
    assert rarity["zeppelin"] > rarity["ferri"] > rarity["lindau"]
    assert len(result.passages) == 2
    assert result.passages[0].score >= result.passages[1].score
    assert set(result.seconds) == {"embed", "dense", "keyword", "passages"}


def test_captions_are_found_as_captions_and_folded_with_nothing_of_the_text(newsroom: Newsroom) -> None:
    caption = "The tugboat Skua tows the lamp of Lindau to its tower, on May 2, 2026."
    newsroom.write("lamp.txt", f"The lamp of Lindau\n\nThe lamp came by sea.\n\n{caption}\n\nIt is red.")
    build(newsroom.settings, by="a test")
    with closing(Generation.open(newsroom.settings, published(newsroom.data)[1])) as generation:
        retriever = Retriever(generation, create_embedder(newsroom.settings))
        best, *others = retriever.search(SearchRequest("Which tugboat tows the lamp to its tower?")).passages
        (article,) = generation.catalog.articles([best.article.id])
    assert (best.text, best.caption, best.heading) == (caption, True, None)
    assert article.quotable[best.start : best.end] == caption
    assert article.captions == (caption,)
    assert caption not in article.text
    assert not any(other.caption for other in others)
