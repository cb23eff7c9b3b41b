"""The newsroom of the tests of index/."""

from tests.index.conftest import newsroom

__all__ = ["newsroom"]
