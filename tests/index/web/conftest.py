"""A web site for each test, and a desk that saves its pages."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from index.web.saving import PageSaver
from tests.index.web.desk import NOW, Desk
from tests.index.web.site import Site, fetcher, open_site


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as opened:
        yield opened


@pytest.fixture
async def desk(site: Site, tmp_path: Path) -> AsyncIterator[Desk]:
    (tmp_path / "articles").mkdir()
    async with fetcher(site.url) as web_fetcher:
        saver = PageSaver(web_fetcher, tmp_path / "articles", tmp_path / "data", now=lambda: NOW)
        yield Desk(site, saver, tmp_path)
