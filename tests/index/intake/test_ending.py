"""What takes for ever is given up and told, the rest goes on; and who ends an add does not wait for it."""

import asyncio
import time
from pathlib import Path

import pytest

from index.intake.adding import add_sources
from index.report import AddedSource, Problem
from index.settings import IndexSettings
from index.web.fetched import Fetched
from tests.index.reading.page_samples import page

SOON_S = 2.0


class Web:
    """Answers at once, but for one address never."""

    def __init__(self, never: str) -> None:
        self._never = never

    async def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        if url == self._never:
            await asyncio.Event().wait()
        return Fetched(url, url, 200, "text/html", "utf-8", page().encode())


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    return IndexSettings(articles_dir=tmp_path / "articles", data_dir=tmp_path / "data")


async def test_a_page_that_never_comes_is_told_and_the_others_are_there(settings: IndexSettings) -> None:
    urls = ["https://gazette.example/never", "https://gazette.example/light"]
    never, light = await add_sources(urls, settings, fetcher=Web(urls[0]), patience_s=3.0)
    assert isinstance(light, AddedSource)
    assert isinstance(never, Problem)
    assert (never.source, never.retryable) == (urls[0], True)
    assert "was not through" in never.reason


async def test_ending_an_add_of_files_ends_their_reading(settings: IndexSettings, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    heavy = page("<p>" + "<b>The tower</b> stands <i>here</i>.</p><p>" * 40_000 + "</p>")
    for number in range(20):
        (folder / f"{number}.html").write_text(heavy)
    adding = asyncio.create_task(add_sources([str(folder)], settings))
    while not any(settings.articles_dir.glob(".adding-*")):  # noqa: ASYNC110 (a thread's folder)
        await asyncio.sleep(0.02)
    begun = time.monotonic()
    adding.cancel()
    with pytest.raises(asyncio.CancelledError):
        await adding
    await asyncio.get_running_loop().shutdown_default_executor()  # what `asyncio.run` waits for
    assert time.monotonic() - begun < SOON_S
    assert [file for file in settings.articles_dir.rglob("*") if file.name.startswith(".adding")] == []
