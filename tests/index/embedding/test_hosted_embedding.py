"""A model behind an OpenAI-compatible server: used by one setting, and no harm done when it fails."""

import pytest
from pydantic import SecretStr

from index.building.build import build
from index.embedding.embedder import create_embedder
from index.errors import BuildError, SettingsError
from index.generation.generation import Generation
from index.generation.publication import published
from index.passage import SearchRequest
from index.searching.retrieve import Retriever
from index.settings import IndexSettings
from tests.index.conftest import Newsroom
from tests.index.embedding.embeddings_server import KEY, MODEL, EmbeddingsServer


def hosted(newsroom: Newsroom, server: EmbeddingsServer, key: str = KEY) -> IndexSettings:
    changes = {
        "embedding_model": MODEL,
        "embedding_base_url": server.url,
        "embedding_api_key": SecretStr(key),
    }
    return newsroom.settings.model_copy(update=changes)


def test_an_index_is_built_and_searched_with_a_hosted_model(newsroom: Newsroom) -> None:
    with EmbeddingsServer() as server:
        settings = hosted(newsroom, server)
        report = build(settings, by="a test")
        assert server.texts == report.embedded == report.chunks
        generation = Generation.open(settings, published(settings.data_dir)[1])
        retriever = Retriever(generation, create_embedder(settings))
        best = retriever.search(SearchRequest("How tall is the rebuilt lighthouse?")).passages[0]
        generation.close()
    assert best.article.id == "lighthouse.md"
    assert all(sentence.similarity is None for sentence in best.sentences)


def test_another_model_means_everything_is_embedded_anew(newsroom: Newsroom) -> None:
    build(newsroom.settings, by="a test")
    with EmbeddingsServer() as server:
        report = build(hosted(newsroom, server), by="a test")
    assert report.generation
    assert (report.changes, report.embedded, report.reused) == (0, report.chunks, 0)


@pytest.mark.timeout(120)
def test_a_wrong_key_is_reported_without_the_key(newsroom: Newsroom) -> None:
    with EmbeddingsServer() as server, pytest.raises(BuildError) as caught:
        build(hosted(newsroom, server, key="sk-wrong-secret"), by="a test")
    assert "sk-wrong" not in str(caught.value)
    assert "EMBEDDING_BASE_URL" in str(caught.value)


def test_a_hosted_model_without_a_server_is_refused(newsroom: Newsroom) -> None:
    settings = newsroom.settings.model_copy(update={"embedding_model": MODEL})
    with pytest.raises(SettingsError, match="EMBEDDING_BASE_URL"):
        create_embedder(settings)
