"""A small newspaper of invented articles, and settings that index it."""

import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import AnyHttpUrl, SecretStr

from index.building.build import build
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
def built_twice_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two generations of two articles, built once a process: tests that change one take a copy."""
    newsroom = Newsroom(tmp_path_factory.mktemp("built twice"))
    publish_twice(newsroom)
    return newsroom.data


def publish_twice(newsroom: Newsroom) -> None:
    """Build, change an article, and build again."""
    build(newsroom.settings, by="first")
    newsroom.write("ferry.md", FERRY.replace("140", "150"))
    build(newsroom.settings, by="second")


@pytest.fixture
def whole(newsroom: Newsroom, request: pytest.FixtureRequest) -> Newsroom:
    """A newsroom with two generations published, the first with another ferry."""
    if newsroom.settings.chroma_url:
        publish_twice(newsroom)
    else:
        shutil.copytree(request.getfixturevalue("built_twice_folder"), newsroom.data)
        newsroom.write("ferry.md", FERRY.replace("140", "150"))
    return newsroom


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
EMBEDDED_STORE = pytest.param("embedded", id="embedded")
SERVER_STORE = pytest.param(
    "server", id="server", marks=[pytest.mark.xdist_group("chroma"), pytest.mark.on_a_server]
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """With the vectors in the folder; those marked `server_too` also on a server.

    `--store server`, as in `make campaigns`, runs whole modules on one: those with `ON_EVERY_STORE = True`.
    """
    if "newsroom" not in metafunc.fixturenames or not getattr(metafunc.module, "ON_EVERY_STORE", False):
        return
    if metafunc.config.getoption("--store") == "server":
        stores = [SERVER_STORE]
    else:
        marked = metafunc.definition.get_closest_marker("server_too")
        stores = [EMBEDDED_STORE, *([SERVER_STORE] if marked else [])]
    metafunc.parametrize("newsroom", stores, indirect=True)


@pytest.fixture
def newsroom(request: pytest.FixtureRequest, tmp_path: Path) -> Newsroom:
    """Two articles, nothing indexed yet."""
    if getattr(request, "param", "embedded") == "embedded":
        return Newsroom(tmp_path)
    server = request.getfixturevalue("chroma_server")
    return Newsroom(tmp_path, on_server(server, request.getfixturevalue("chroma_proxy")))
