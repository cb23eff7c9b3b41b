"""A town whose articles are indexed, copied for each test."""

from pathlib import Path

import pytest

from campaigns.faults.builds import Reader
from index.building.build import build
from tests.conversation.town import Town


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
