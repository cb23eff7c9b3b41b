"""A newspaper's site on loopback with a feed, and a keeper of feeds with a clock of the test's own."""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from aiohttp import web

from index.feeds.keeping import FeedKeeper
from index.feeds.records import Feed
from index.feeds.report import FeedRound
from index.feeds.sandboxed import FeedReader
from index.reading import FileSandbox
from index.settings import IndexSettings
from tests.index.feeds.samples import RSS, Told, rss, text
from tests.index.web.desk import NOW, Desk
from tests.index.web.site import Site, fetcher


class Paper:
    """A site that has `/feed`, and who keeps it. Time passes only by `later`."""

    def __init__(self, site: Site, keeper: FeedKeeper, settings: IndexSettings, sandbox: FileSandbox) -> None:
        self.site = site
        self.keeper = keeper
        self.settings = settings
        self.folder = settings.data_dir.parent
        self._sandbox = sandbox
        self.now = NOW

    @property
    def url(self) -> str:
        return f"{self.site.url}/feed"

    @property
    def feed(self) -> Feed:
        """The only one."""
        (feed,) = self.keeper.feeds.every()
        return feed

    @property
    def files(self) -> list[str]:
        folder = self.folder / "articles"
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)

    def story(self, n: int, **headers: str) -> str:
        """Put a story on the site."""
        body = (
            f"<html><head><title>Ferry {n}</title></head><body><article><h1>Ferry {n}</h1>{text(n)}</article>"
        )
        return self.site.page(f"/ferry-{n}", body, **headers)

    def correct(self, n: int) -> None:
        """The story says something else from now on."""
        self.site.page(
            f"/ferry-{n}", f"<title>Ferry {n}</title><article><h1>Ferry {n}</h1>{text(n + 30)}</article>"
        )

    def publish(self, *items: Told | int, **headers: str) -> None:
        """The feed as it is from now on; a number is an item whose story is on the site."""
        told = [Told(one) if isinstance(one, int) else one for one in items]
        for one in items:
            if isinstance(one, int):
                self.story(one)
        self.site.page("/feed", rss(*told, site=self.site.url), RSS, **headers)

    def answer_conditionally(self, *told: Told) -> None:
        """The feed stays as it is, and says so to who has seen it (304)."""
        body = rss(*told, site=self.site.url)

        async def answer(request: web.Request) -> web.Response:
            if request.headers.get("If-None-Match") == '"v1"':
                return web.Response(status=304)
            return web.Response(text=body, content_type=RSS, headers={"ETag": '"v1"'})

        self.site.serve("/feed", answer)

    async def add(self, url: str = "") -> FeedRound:
        (found,) = await self.keeper.add([url or self.url], by="Nora")
        assert isinstance(found, FeedRound), found
        return found

    async def refresh(self) -> FeedRound:
        (found,) = await self.keeper.refresh()
        return found

    def titles(self, round_: FeedRound) -> list[str]:
        return sorted(item.title or "" for item in round_.brought)

    def desk(self) -> Desk:
        """What a build would read."""
        return Desk(self.site, self.keeper.saver, self.folder, self._sandbox)


@asynccontextmanager
async def open_paper(
    site: Site, folder: Path, sandbox: FileSandbox, reader: FeedReader, *others: str, **settings: int
) -> AsyncIterator[Paper]:
    """A keeper that may reach this site, and others."""
    (folder / "articles").mkdir(exist_ok=True)
    allowed = ",".join(url.removeprefix("http://") for url in (site.url, *others))
    index = IndexSettings.model_validate(
        {
            "articles_dir": folder / "articles",
            "data_dir": folder / "data",
            "fetch_allow": allowed,
            **settings,
        }
    )
    papers: list[Paper] = []
    async with fetcher(site.url, *others) as web:
        chance = random.Random(1)
        keeper = FeedKeeper(
            index, web, reader=reader, sandbox=sandbox, now=lambda: papers[0].now, chance=chance
        )
        papers.append(Paper(site, keeper, index, sandbox))
        yield papers[0]
