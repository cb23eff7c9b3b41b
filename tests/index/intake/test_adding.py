"""`add`, `refresh` and `remove` from the command line and from another process, with a site on loopback."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from index.processes.build_process import BuildProcess
from index.report import BuildProgress, SourceOutcome, Stage
from index.settings import IndexSettings
from index.web.pages import Pages
from tests.command_lines import environment, run
from tests.index.conftest import FERRY, MARKET
from tests.index.reading.page_samples import STORY, page
from tests.index.web.site import Site, open_site

FERRY_PAGE = page(
    "<p>The night ferry between Lindau and Skagen will not sail this winter, its company said.</p>"
    "<p>It lost 140 passengers a week to the new bridge.</p>",
    title="Night ferry is cancelled",
    heading="Night ferry is cancelled",
)


class Office:
    """A site on loopback, the folders, and the operator's and the bot's ways to the commands."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site = site
        self.folder = folder
        self.articles = folder / "articles"
        self.articles.mkdir()
        self.settings = IndexSettings(
            articles_dir=self.articles, data_dir=folder / "data", fetch_allow=f"127.0.0.1:{site.port}"
        )
        self.builder = BuildProcess(self.settings)

    async def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        settings = {name: value for name, value in self.settings.as_environment().items() if value}
        return await asyncio.to_thread(run, "index", *arguments, cwd=self.folder, **settings)

    @property
    def files(self) -> list[str]:
        found = (path for path in self.articles.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.articles).as_posix() for path in found)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_site() as site:
        yield Office(site, tmp_path)


async def test_an_operators_day_with_pages(office: Office) -> None:
    """Pages, a file, a folder and what fails, in one command; then a refresh, and one is removed."""
    light = office.site.page("/light", page())
    ferry = office.site.page("/ferry", FERRY_PAGE)
    folder = office.folder / "town"
    folder.mkdir()
    (folder / "market.md").write_text(MARKET)
    done = await office.command(
        "add", light, "http://10.0.0.1/a", str(folder), office.site.url + "/gone", ferry, "nowhere.txt"
    )
    assert done.returncode == 1
    assert f"Added {light} (1 article)." in done.stdout
    assert "http://10.0.0.1/a: leads to 10.0.0.1, which is not a public address (private)." in done.stdout
    assert "/gone: is not there (404)." in done.stdout
    assert "nowhere.txt: there is no such file. Check its name" in done.stdout
    assert f"Added {folder} (1 article)." in done.stdout
    assert "3 articles" in done.stdout
    office.site.page("/light", page(STORY.replace("41 metres", "43 metres")))
    office.site.status("/ferry", 410)
    refreshed = await office.command("refresh")
    assert refreshed.returncode == 1
    assert "Asked 2 pages: 1 changed, 0 unchanged, 1 gone, 0 failed." in refreshed.stdout
    assert f"{ferry}: is gone for good (410)." in refreshed.stdout
    assert "changed  " + light in refreshed.stdout

    removed = json.loads((await office.command("remove", ferry, "no-such-id", "--json")).stdout)
    assert [one["id"] for one in removed["removed"]] == [ferry]
    assert removed["problems"][0]["source"] == "no-such-id"
    assert len(office.files) == 2
    assert [one.url for one in Pages(office.settings.data_dir).every()] == [light]


async def test_the_bot_adds_refreshes_and_removes_through_a_process(office: Office) -> None:
    light = office.site.page("/light", page())
    (office.folder / "ferry.md").write_text(FERRY)
    seen: list[BuildProgress] = []
    added = await office.builder.add(
        by="Ida", urls=[light, "/etc/passwd"], files=[office.folder / "ferry.md"], on_progress=seen.append
    )
    assert [one.outcome for one in added.added] == [SourceOutcome.ADDED, SourceOutcome.ADDED]
    assert [problem.source for problem in added.problems] == ["https:///etc/passwd"]
    assert added.build is not None
    assert added.build.by == "Ida"
    fetching = [progress.done for progress in seen if progress.stage is Stage.FETCHING]
    assert (fetching[0], fetching[-1]) == (0, 2)
    assert (await office.builder.refresh(by="Ida")).unchanged == 1
    removed = await office.builder.remove([light], by="-Ida")
    assert [one.id for one in removed.removed] == [light]
    nothing = await office.builder.add(by="Ida", urls=["http://127.0.0.1/"])
    assert (nothing.added, nothing.build) == ((), None)


@pytest.mark.parametrize("way", ["cancelled", "terminated"])
async def test_ending_an_add_leaves_what_is_whole_and_nothing_in_half(office: Office, way: str) -> None:
    asked = asyncio.Event()

    async def never(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        await response.write(b"<!DOCTYPE html><p>The beginning of")
        asked.set()
        await asyncio.Event().wait()
        return response

    async def half_way() -> None:
        await asked.wait()
        while not any(file.endswith(".html") and ".adding" not in file for file in office.files):  # noqa: ASYNC110 (another process's file)
            await asyncio.sleep(0.05)

    urls = [office.site.page("/light", page()), office.site.serve("/never", never)]
    if way == "cancelled":
        adding = asyncio.create_task(office.builder.add(by="Ida", urls=urls))
        await half_way()
        adding.cancel()
        with pytest.raises(asyncio.CancelledError):
            await adding
    else:
        settings = {name: value for name, value in office.settings.as_environment().items() if value}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "index", "add", *urls),
            cwd=office.folder,
            env=environment(**settings),
            stderr=asyncio.subprocess.PIPE,
        )
        await half_way()
        os.kill(process.pid, signal.SIGTERM)
        _, errors = await process.communicate()
        assert process.returncode == 130
        assert b"Traceback" not in errors
    assert [file.rsplit("-", 1)[0] for file in office.files] == [f"web/127.0.0.1-{office.site.port}/light"]
