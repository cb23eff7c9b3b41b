"""The real Chroma server and its proxy, as in the tests."""

from tests.index.conftest import chroma_proxy, chroma_server

__all__ = ["chroma_proxy", "chroma_server"]
