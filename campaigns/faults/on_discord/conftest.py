"""One bot for all tests of this folder, which run in one go.

The loopback Discord lives in their event loop: while that stood still for other tests, the bot would lose its
connection.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from campaigns.faults.scene import Scene, scene_of
from tests.conversation.town import Town


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def long_running(indexed: Town, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    """The bot, connected, with an index of its own."""
    async with scene_of(indexed.copy_to(tmp_path_factory.mktemp("running"))) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="package")
async def scene(long_running: Scene) -> AsyncIterator[Scene]:
    """That bot in fair weather; after each test it must have broken no rule and still work."""
    yield long_running
    long_running.server.disruptions.clear()
    await long_running.works()
    assert long_running.server.take_violations() == ()
