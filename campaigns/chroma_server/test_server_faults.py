"""A Chroma server that is stopped, slow, broken, restarted or emptied, in mid-question and in mid-build."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import SecretStr

from index.building.build import build
from index.errors import FootnoteError, IndexUnavailable, ServerUnavailable, SettingsError, VectorsLost
from index.generation.generation import generation_folder, generation_names
from index.generation.publication import published, read_manifest
from index.passage import SearchRequest
from index.searching.search_client import SearchClient
from index.vector_store.store import VectorStore
from tests.index.chroma_server import ChromaServer, Mode, Proxy
from tests.index.conftest import MARKET, Newsroom, on_server

pytestmark = pytest.mark.xdist_group("chroma")
QUESTION = SearchRequest("How tall is the lighthouse?")
PATIENCE_S = 60


@pytest.fixture
def server(chroma_server: ChromaServer, chroma_proxy: Proxy) -> Iterator[ChromaServer]:
    """The server of the session, running and let through again afterwards."""
    yield chroma_server
    chroma_proxy.before = lambda _: None
    chroma_proxy.mode = Mode.PASS
    chroma_server.stop()
    chroma_server.start()


@pytest.fixture
def newsroom(server: ChromaServer, chroma_proxy: Proxy, tmp_path: Path) -> Newsroom:
    """An index of two articles on the server."""
    settings = on_server(server, chroma_proxy).model_copy(update={"chroma_timeout_s": 4.0})
    newsroom = Newsroom(tmp_path, settings)
    build(newsroom.settings, by="before the fault")
    return newsroom


def in_default_database(newsroom: Newsroom) -> Newsroom:
    """The same in the database that a server makes by itself, also when it begins anew."""
    newsroom.settings = newsroom.settings.model_copy(update={"chroma_database": "default_database"})
    newsroom.write("own.md", MARKET)
    build(newsroom.settings, by="before the fault")
    return newsroom


async def eventually_answers(client: SearchClient) -> str:
    """What is found first, once the search is back."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                return (await client.search(QUESTION)).passages[0].article.id
            except (ServerUnavailable, VectorsLost):
                await asyncio.sleep(0.1)


def at_the_first_write(proxy: Proxy, strike: Callable[[], None]) -> None:
    """Let something happen once, as soon as a build sends vectors."""

    def before(request: str) -> None:
        if request.endswith("/add"):
            proxy.before = lambda _: None
            strike()

    proxy.before = before


@pytest.mark.parametrize("mode", [Mode.BREAK, Mode.CUT, Mode.HOLD])
async def test_a_question_is_told_that_the_server_is_away_and_the_next_one_is_answered(
    newsroom: Newsroom, chroma_proxy: Proxy, mode: Mode
) -> None:
    async with SearchClient.start(newsroom.settings) as client:
        assert await eventually_answers(client) == "lighthouse.md"
        pid = client.worker_pid
        chroma_proxy.mode = mode
        with pytest.raises(ServerUnavailable, match=r"The Chroma server .* goes on when it is back"):
            await client.search(QUESTION)
        chroma_proxy.mode = Mode.PASS
        assert await eventually_answers(client) == "lighthouse.md"
        assert client.worker_pid == pid


async def test_a_server_that_is_killed_and_started_again_answers_again(
    newsroom: Newsroom, server: ChromaServer
) -> None:
    async with SearchClient.start(newsroom.settings) as client:
        assert await eventually_answers(client) == "lighthouse.md"
        await asyncio.to_thread(server.stop)
        with pytest.raises(ServerUnavailable):
            await client.search(QUESTION)
        await asyncio.to_thread(server.start)
        assert await eventually_answers(client) == "lighthouse.md"


async def test_a_search_that_starts_before_the_server_waits_for_it(
    newsroom: Newsroom, server: ChromaServer
) -> None:
    server.stop()
    async with SearchClient.start(newsroom.settings) as client:
        with pytest.raises(ServerUnavailable):
            await client.search(QUESTION)
        await asyncio.to_thread(server.start)
        assert await eventually_answers(client) == "lighthouse.md"


async def test_an_emptied_server_is_noticed_and_a_build_fills_it_without_embedding(
    newsroom: Newsroom, server: ChromaServer
) -> None:
    in_default_database(newsroom)
    async with SearchClient.start(newsroom.settings) as client:
        assert await eventually_answers(client) == "lighthouse.md"
        await asyncio.to_thread(server.empty)
        with pytest.raises(IndexUnavailable, match=r"was it emptied.*python -m index build"):
            await asking_until_it_answers_at_all(client)
        report = await asyncio.to_thread(build, newsroom.settings, by="the repair")
        assert (report.embedded, report.reused) == (0, report.chunks)
        assert await eventually_answers(client) == "lighthouse.md"


async def asking_until_it_answers_at_all(client: SearchClient) -> None:
    """A connection from before may break first."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                await client.search(QUESTION)
            except ServerUnavailable:
                await asyncio.sleep(0.1)
            else:
                return


@pytest.mark.parametrize("fault", ["broken", "cut", "killed"])
def test_a_build_that_the_server_leaves_loses_nothing_and_the_next_one_picks_up(
    newsroom: Newsroom, server: ChromaServer, chroma_proxy: Proxy, fault: str
) -> None:
    before = published(newsroom.data)[1].id
    newsroom.write("market.md", MARKET)
    strikes: dict[str, Callable[[], None]] = {
        "broken": lambda: setattr(chroma_proxy, "mode", Mode.BREAK),
        "cut": lambda: setattr(chroma_proxy, "mode", Mode.CUT),
        "killed": server.stop,
    }
    at_the_first_write(chroma_proxy, strikes[fault])
    with pytest.raises(ServerUnavailable, match="The Chroma server"):
        build(newsroom.settings, by="the one that fails")
    assert published(newsroom.data)[1].id == before
    chroma_proxy.mode = Mode.PASS
    if fault == "killed":
        server.start()
    report = build(newsroom.settings, by="the next")
    assert (report.embedded, len(report.added)) == (0, 1)
    assert_no_litter(newsroom)


def assert_no_litter(newsroom: Newsroom) -> None:
    """Only what the manifest names is on the disk, and only its chunks are on the server."""
    manifest = read_manifest(newsroom.data)
    assert manifest
    assert generation_names(newsroom.data) == sorted({p.generation for p in manifest.publications})
    info = published(newsroom.data)[1]
    folder = generation_folder(newsroom.data, info.id)
    with closing(VectorStore.open(newsroom.settings, info.collection, folder)) as store:
        assert store.count() == info.chunks


def test_a_server_that_is_emptied_in_mid_build_is_filled_by_the_next(
    newsroom: Newsroom, server: ChromaServer, chroma_proxy: Proxy
) -> None:
    in_default_database(newsroom)
    newsroom.write("market.md", MARKET.replace("60 stalls", "70 stalls"))
    at_the_first_write(chroma_proxy, server.empty)
    with pytest.raises(FootnoteError, match="was it emptied"):
        build(newsroom.settings, by="the one that fails")
    report = build(newsroom.settings, by="the next")
    assert report.embedded == 0
    assert_no_litter(newsroom)


def test_another_token_is_refused_by_name_and_not_shown(newsroom: Newsroom) -> None:
    wrong = newsroom.settings.model_copy(update={"chroma_token": SecretStr("not-the-token")})
    newsroom.write("market.md", MARKET)
    with pytest.raises(SettingsError, match="CHROMA_TOKEN") as refused:
        build(wrong, by="a test")
    assert "not-the-token" not in str(refused.value)


def test_a_database_that_is_not_there_is_named(newsroom: Newsroom) -> None:
    elsewhere = newsroom.settings.model_copy(update={"chroma_database": "nowhere-at-all"})
    with pytest.raises(SettingsError, match="no database nowhere-at-all of tenant default_tenant"):
        build(elsewhere, by="a test")


def test_a_build_sends_only_what_changed(newsroom: Newsroom, chroma_proxy: Proxy) -> None:
    first = published(newsroom.data)[1]
    newsroom.write("market.md", MARKET)
    build(newsroom.settings, by="a test")
    second = published(newsroom.data)[1]
    assert second.collection == first.collection
    assert second.chunks > first.chunks
    folder = generation_folder(newsroom.data, second.id)
    with closing(VectorStore.open(newsroom.settings, second.collection, folder)) as store:
        assert store.count() == second.chunks
