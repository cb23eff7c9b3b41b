"""For all tests: a property holds on a busy machine too, so none has a deadline."""

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--store server`: the tests that hold for every vector store run on a real Chroma server."""
    parser.addoption("--store", choices=("embedded", "server"), default="embedded")
