"""A web site for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.index.web.site import Site, open_site


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as opened:
        yield opened
