"""Searches that prefer a period, or keep to one, in a small index of the same news from several years."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.building.build import build
from index.embedding.embedder import create_embedder
from index.generation.generation import Generation
from index.generation.publication import published
from index.passage import Filters, Period, SearchRequest, SearchResult
from index.searching.retrieve import Retriever
from tests.index.conftest import Newsroom

# Not alike enough to be folded into one as copies.
FAIRS = {
    "2019": """---
title: Harbour fair of Lindau draws 12,400 visitors
date: 2019-07-08
---
The harbour fair of Lindau drew 12,400 visitors. Rain kept the brass bands in their tents on Saturday; the
pilot boat Heron won the rowing race by two lengths.
""",
    "2021": """---
title: Harbour fair of Lindau draws 3,100 visitors
date: 2021-07-05
---
Behind fences, the harbour fair of Lindau drew 3,100 visitors. No more were let in. Instead of dances there
was a market of smoked eel, and the race was rowed at dawn.
""",
    "2023": """---
title: Harbour fair of Lindau draws 15,900 visitors
date: 2023-11-10
---
Moved to autumn, the harbour fair of Lindau drew 15,900 visitors, said Ilse Brandt, who has run it since her
father retired. The carousel came from Skagen by ferry.
""",
}
QUESTION = "How many visitors did the harbour fair of Lindau draw?"
ASKED = date(2023, 11, 18)


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Retriever]:
    folder: Path = tmp_path_factory.mktemp("fairs")
    newsroom = Newsroom(folder)
    for name, text in FAIRS.items():
        newsroom.write(f"{name}.md", text)
    build(newsroom.settings, by="a test")
    generation = Generation.open(newsroom.settings, published(newsroom.data)[1])
    yield Retriever(generation, create_embedder(newsroom.settings))
    generation.close()


def names(result: SearchResult) -> list[str]:
    return [passage.article.source.removesuffix(".md") for passage in result.passages]


def test_without_a_period_the_newest_comes_first(retriever: Retriever) -> None:
    result = retriever.search(SearchRequest(QUESTION, asked=ASKED))
    assert names(result)[0] == "2023"
    assert not result.preferring


@pytest.mark.parametrize("year", [2019, 2021])
def test_a_preferred_period_goes_before_last_weeks_news(retriever: Retriever, year: int) -> None:
    period = Period(date(year, 1, 1), date(year, 12, 31))
    result = retriever.search(SearchRequest(QUESTION, asked=ASKED, preferred=period))
    assert names(result)[0] == str(year)
    assert result.preferring
    assert set(FAIRS) <= set(names(result))  # the others are still there


def test_a_period_of_which_there_is_nothing_leaves_everything_in_sight(retriever: Retriever) -> None:
    period = Period(date(1912, 1, 1), date(1912, 12, 31))
    result = retriever.search(SearchRequest(QUESTION, asked=ASKED, preferred=period))
    assert set(FAIRS) <= set(names(result))
    assert not result.preferring


def test_a_filter_leaves_only_articles_of_its_days(retriever: Retriever) -> None:
    filters = Filters(since=date(2020, 1, 1), until=date(2022, 12, 31))
    assert names(retriever.search(SearchRequest(QUESTION, filters, asked=ASKED))) == ["2021"]
    none = Filters(since=date(1912, 1, 1), until=date(1912, 12, 31))
    assert names(retriever.search(SearchRequest(QUESTION, none, asked=ASKED))) == []
