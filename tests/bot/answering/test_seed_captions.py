"""What only the captions of the real articles say is answered from them, and quoted as captions."""

from contextlib import closing
from pathlib import Path

import pytest

from bot.answering.extractive.extract import extract
from bot.answering.verification import verify
from index.building.build import build
from index.embedding.embedder import create_embedder
from index.generation.generation import Generation
from index.generation.publication import published
from index.passage import SearchRequest
from index.searching.retrieve import Retriever
from index.settings import IndexSettings

SEEDS = Path(__file__).parents[3].parent / "shared" / "articles"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside the project")

ASKED = {
    "What is North Korea's spy satellite called?": "Malligyong-1",
    "What is the name of the spy satellite that North Korea launched?": "Malligyong-1",
    "Where did Kim Jong Un meet Putin in September 2023?": "Tsiolkovsky",
    "Where did Putin hold his year-end press conference?": "Moscow",
}


def test_the_satellite_and_the_place_where_the_leaders_met(tmp_path: Path) -> None:
    settings = IndexSettings(articles_dir=SEEDS, data_dir=tmp_path)
    embedder = create_embedder(settings)
    build(settings, by="a test", embedder=embedder)
    with closing(Generation.open(settings, published(tmp_path)[1])) as generation:
        retriever = Retriever(generation, embedder)
        catalog = generation.catalog
        articles = {one.info.id: one for one in catalog.articles([*catalog.content_hashes()])}
        for question, words in ASKED.items():
            said = extract(question, retriever.search(SearchRequest(question)))
            telling = [statement for statement in said if words in statement.text]
            assert telling, question
            assert all(cited.caption for statement in telling for cited in statement.citations)
            assert all(verify(statement, articles).holds for statement in said)
