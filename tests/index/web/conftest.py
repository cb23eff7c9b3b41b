"""A web site for each test, and a desk that saves its pages."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from index.reading import FileSandbox
from index.web.saving import PageSaver
from tests.index.web.desk import NOW, Desk
from tests.index.web.site import Site, fetcher, open_site


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as opened:
        yield opened


@pytest.fixture(scope="package")
def sandbox() -> Iterator[FileSandbox]:
    """One reading process for all tests: starting it takes longer than a test."""
    with FileSandbox() as process:
        yield process


@pytest.fixture
async def desk(site: Site, sandbox: FileSandbox, tmp_path: Path) -> AsyncIterator[Desk]:
    (tmp_path / "articles").mkdir()
    async with fetcher(site.url) as web_fetcher:
        folders = (tmp_path / "articles", tmp_path / "data")
        saver = PageSaver(web_fetcher, *folders, sandbox=sandbox, now=lambda: NOW)
        yield Desk(site, saver, tmp_path, sandbox)
