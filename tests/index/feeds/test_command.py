"""`python -m index feeds`, as real processes, against a real server."""

import asyncio
import json
from pathlib import Path
from typing import Any

from tests.command_lines import run
from tests.index.feeds.samples import RSS, Told, rss, text
from tests.index.web.site import Site, open_site


class Office:
    """The operator's commands on an empty folder."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder = folder
        self.site = site
        (folder / "articles").mkdir()

    async def __call__(self, *arguments: str, status: int = 0) -> str:
        """`python -m index feeds …`; what it printed."""
        allowed = f"127.0.0.1:{self.site.port}"
        done = await asyncio.to_thread(
            run, "index", "feeds", *arguments, cwd=self.folder, FETCH_ALLOW=allowed
        )
        assert done.returncode == status, done.stderr + done.stdout
        return done.stdout if status != 1 else done.stdout + done.stderr

    async def json(self, *arguments: str) -> Any:
        return json.loads(await self(*arguments, "--json"))


async def test_an_operators_feeds(tmp_path: Path) -> None:
    """Added, refreshed, paused, listed, and removed with what it brought."""
    async with open_site() as site:
        office = Office(tmp_path, site)
        site.page("/ferry-1", f"<title>Ferry 1</title><article><h1>Ferry 1</h1>{text(1)}</article>")
        site.page("/feed", rss(Told(1), Told(2, content=text(40)), site=site.url), RSS)
        site.status("/ferry-2", 403)
        added = await office("add", f"{site.url}/feed", "--by", "Nora")
        assert "Added feed 1: Harbour Gazette (RSS 2.0)." in added
        assert f"  new      Ferry 1  {site.url}/ferry-1" in added
        assert "Published " in added
        assert "from 2 articles" in added

        site.page("/ferry-3", f"<title>Ferry 3</title><article><h1>Ferry 3</h1>{text(80)}</article>")
        site.page("/feed", rss(Told(1), Told(3), site=site.url), RSS)
        assert (await office.json("refresh", "--due"))["rounds"] == []
        refreshed = await office.json("refresh", "1")
        assert [item["title"] for item in refreshed["rounds"][0]["brought"]] == ["Ferry 3"]
        assert [change["title"] for change in refreshed["build"]["added"]] == ["Ferry 3"]
        again = await office("refresh")
        assert again == "Feed 1, Harbour Gazette: nothing new.\n"

        assert "Paused feed 1: Harbour Gazette." in await office("pause", "1", "--by", "Nora")
        listed = await office("list")
        assert "1  Harbour Gazette  (RSS 2.0)\n" in listed
        assert f"   address       {site.url}/feed\n" in listed
        assert "   articles      3\n" in listed
        assert "   paused by     Nora\n" in listed
        assert "There is no feed 7." in await office("resume", "7", status=1)
        removed = await office("remove", "1", "--with-articles")
        assert "Removed feed 1, Harbour Gazette, and moved 3 articles to " in removed
        assert not list((tmp_path / "articles").rglob("*.html"))
        assert len(list((tmp_path / "data" / "removed").rglob("*.html"))) == 3
        assert await office("list") == "No feed yet. `python -m index feeds add URL` adds one.\n"


async def test_what_is_no_feed_is_refused_with_the_reason(tmp_path: Path) -> None:
    async with open_site() as site:
        office = Office(tmp_path, site)
        site.page("/page", "<html><body><p>Hello</p></body></html>")
        said = await office("add", f"{site.url}/page", "http://10.0.0.1/feed", status=1)
        assert f"  {site.url}/page: is a page, not a feed." in said
        assert "  http://10.0.0.1/feed: leads to 10.0.0.1" in said
        assert "No feed was added. See the reasons above." in said
        await office("pause", "one", status=2)
