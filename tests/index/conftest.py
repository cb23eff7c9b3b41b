"""A small newspaper of invented articles, and settings that index it."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import AnyHttpUrl, SecretStr

from index.settings import IndexSettings
from tests.index.chroma_server import TOKEN, ChromaServer, Proxy

LIGHTHOUSE = """---
title: Lighthouse reopens after five years
publisher: Harbour Gazette
author: J. Voss
date: 2026-05-02
---
The rebuilt Lindau lighthouse reopened on Saturday after five years of work. The rebuilt tower stands 41
metres above the quay, six more than the old one.

## What it cost

The town council paid 3.2 million euros for the tower. Mayor Ilse Brandt called it money well spent.
"""
FERRY = """---
title: Night ferry to Skagen is cancelled
publisher: Coast Weekly
date: 2026-03-11
---
The night ferry between Lindau and Skagen will not sail this winter. The company lost 140 passengers a week to
the new bridge, its director Pavel Orlov said.
"""
MARKET = """---
title: Fish market moves indoors
publisher: Harbour Gazette
---
The fish market of Lindau moves into the old customs hall in October. Some 60 stalls have asked for a place
there, and 48 will get one.
"""


EMBEDDED = IndexSettings()


class Newsroom:
    """An articles folder that a test writes into, and the settings to index it."""

    def __init__(self, folder: Path, settings: IndexSettings = EMBEDDED) -> None:
        self.articles = folder / "articles"
        self.articles.mkdir()
        self.data = folder / "data"
        self.settings = settings.model_copy(update={"articles_dir": self.articles, "data_dir": self.data})
        self.write("lighthouse.md", LIGHTHOUSE)
        self.write("ferry.md", FERRY)

    def write(self, name: str, text: str) -> None:
        (self.articles / name).write_text(text, encoding="utf-8")

    def remove(self, name: str) -> None:
        (self.articles / name).unlink()


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromaServer]:
    """A real Chroma server for all tests of one process; each test has a database of its own there."""
    with ChromaServer(tmp_path_factory.mktemp("chroma") / "data") as server:
        yield server


@pytest.fixture(scope="session")
def chroma_proxy(chroma_server: ChromaServer) -> Iterator[Proxy]:
    """What wants the token, before it."""
    with Proxy(chroma_server.port) as proxy:
        yield proxy


def on_server(server: ChromaServer, proxy: Proxy) -> IndexSettings:
    """Settings with a new, empty database on the server."""
    database = f"test-{secrets.token_hex(6)}"
    server.make_database(database)
    return IndexSettings(
        chroma_url=AnyHttpUrl(proxy.url), chroma_token=SecretStr(TOKEN), chroma_database=database
    )


# One group: then one process alone starts a server, and waits for it once.
STORES = [
    pytest.param("embedded", id="embedded"),
    pytest.param("server", id="server", marks=pytest.mark.xdist_group("chroma")),
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Modules that say `ON_EVERY_STORE = True` run with the vectors in the folder, and on a server."""
    if "newsroom" in metafunc.fixturenames and getattr(metafunc.module, "ON_EVERY_STORE", False):
        metafunc.parametrize("newsroom", STORES, indirect=True)


@pytest.fixture
def newsroom(request: pytest.FixtureRequest, tmp_path: Path) -> Newsroom:
    """Two articles, nothing indexed yet."""
    if getattr(request, "param", "embedded") == "embedded":
        return Newsroom(tmp_path)
    server = request.getfixturevalue("chroma_server")
    return Newsroom(tmp_path, on_server(server, request.getfixturevalue("chroma_proxy")))
