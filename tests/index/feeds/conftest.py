"""A newspaper for each test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from index.feeds.sandboxed import FeedSandbox
from index.reading import FileSandbox
from tests.index.feeds.paper import Paper, open_paper
from tests.index.web.site import open_site


@pytest.fixture(scope="package")
def sandbox() -> Iterator[FileSandbox]:
    """One reading process for all tests: starting it takes longer than a test."""
    with FileSandbox() as process:
        yield process


@pytest.fixture(scope="package")
def reader() -> Iterator[FeedSandbox]:
    """The same for feeds."""
    with FeedSandbox() as process:
        yield process


@pytest.fixture
async def paper(sandbox: FileSandbox, reader: FeedSandbox, tmp_path: Path) -> AsyncIterator[Paper]:
    async with open_site() as site, open_paper(site, tmp_path, sandbox, reader, feed_items=5) as paper:
        yield paper
