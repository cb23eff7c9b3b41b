"""A town whose articles are indexed, copied for each test, and the bot on a Discord of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from index.build import build
from tests.conversation.town import Town
from tests.faults.builds import Reader
from tests.faults.scene import Scene, scene_of


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """Three articles, indexed once; only to be copied."""
    town = Town.found(tmp_path_factory.mktemp("indexed"))
    build(town.settings, by="before the fault")
    return town


@pytest.fixture
def town(indexed: Town, tmp_path: Path) -> Town:
    """Three articles and their index."""
    return indexed.copy_to(tmp_path / "town")


@pytest.fixture
def bare_town(tmp_path: Path) -> Town:
    """Three articles, nothing indexed."""
    return Town.found(tmp_path / "town")


@pytest.fixture(scope="session")
def reader(indexed: Town) -> Reader:
    return Reader(indexed.settings)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def long_running(indexed: Town, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    """One bot for all tests that leave it as it was; they run in one group, in the session's loop."""
    async with scene_of(indexed.copy_to(tmp_path_factory.mktemp("running"))) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="session")
async def scene(long_running: Scene) -> AsyncIterator[Scene]:
    """That bot, connected, in fair weather; afterwards it must have broken no rule and still work."""
    long_running.server.disruptions.clear()
    yield long_running
    long_running.server.disruptions.clear()
    await long_running.works()
    assert long_running.server.take_violations() == ()
