"""An embeddings server that fails in mid-build."""

import pytest

from index.building.build import build
from index.embedding.embedder import HOSTED_BATCH
from index.errors import BuildError
from index.generation.generation import generation_names
from index.generation.publication import published
from tests.index.conftest import Newsroom
from tests.index.embedding.embeddings_server import EmbeddingsServer
from tests.index.embedding.test_hosted_embedding import hosted


@pytest.mark.timeout(120)
def test_a_server_that_fails_in_mid_build_loses_nothing_and_the_next_build_goes_on(
    newsroom: Newsroom,
) -> None:
    before = build(newsroom.settings, by="a test").generation
    for n in range(HOSTED_BATCH + 20):
        newsroom.write(
            f"notice-{n}.md", f"---\ntitle: Notice {n}\n---\nNotice number {n} is about berth {n * 7}.\n"
        )
    with EmbeddingsServer(fail_after=1) as server:
        settings = hosted(newsroom, server)
        with pytest.raises(BuildError, match="embedding server did not answer"):
            build(settings, by="a test")
        assert published(settings.data_dir)[0].generation == before
        server.fail_after = None
        report = build(settings, by="a test")
    assert report.generation
    assert report.reused == HOSTED_BATCH  # what the failed build had embedded
    assert len(generation_names(settings.data_dir)) == 2
