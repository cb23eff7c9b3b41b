"""A newspaper for each test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from index.feeds.sandboxed import FeedsApart
from index.reading import Apart
from tests.index.feeds.paper import Paper, open_paper
from tests.index.web.site import open_site


@pytest.fixture(scope="package")
def apart() -> Iterator[Apart]:
    """One reading process for all tests: starting it takes longer than a test."""
    with Apart() as process:
        yield process


@pytest.fixture(scope="package")
def reader() -> Iterator[FeedsApart]:
    """The same for feeds."""
    with FeedsApart() as process:
        yield process


@pytest.fixture
async def paper(apart: Apart, reader: FeedsApart, tmp_path: Path) -> AsyncIterator[Paper]:
    async with open_site() as site, open_paper(site, tmp_path, apart, reader, feed_items=5) as paper:
        yield paper
