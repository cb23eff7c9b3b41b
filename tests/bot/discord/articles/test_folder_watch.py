"""WATCH_ARTICLES: what changes in the folder is built by itself, once it has been left alone."""

import asyncio
from collections.abc import Callable

import pytest

from bot.discord.connection.patience import Patience
from index.errors import BuildError
from tests.bot.discord.conftest import Scene

QUICK = Patience(quiet_s=0.2)
BY = "the watch on the articles folder"


@pytest.fixture
def watched(quiet_scene: Scene) -> Scene:
    """A folder with one article, and a bot that is going to watch it."""
    folder = quiet_scene.data_dir / "articles"
    folder.mkdir()
    (folder / "one.md").write_text("One.")
    quiet_scene.more_settings = {"articles_dir": folder, "watch_articles": "yes"}
    return quiet_scene


async def until(condition: Callable[[], bool]) -> None:
    """Wait for what happens outside of the loopback server."""
    async with asyncio.timeout(30):
        while not condition():  # noqa: ASYNC110 - what it waits for has no event
            await asyncio.sleep(0.02)


async def builds(scene: Scene, number: int) -> None:
    await until(lambda: len(scene.building.by) >= number)


async def test_it_builds_at_its_start_and_after_each_change(
    watched: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    folder = watched.data_dir / "articles"
    audit = watched.guild.add_text_channel("audit")
    watched.more_settings["audit_channel"] = audit.id
    async with watched.bot_running(QUICK):
        await builds(watched, 1)
        (folder / "two.md").write_text("Two.")
        await builds(watched, 2)
        await until(lambda: len(audit.messages) >= 2)
        (folder / "deep").mkdir()
        (folder / "one.md").rename(folder / "deep" / "one.md")
        await builds(watched, 3)
        await until(lambda: len(audit.messages) >= 3)
    assert set(watched.building.by) == {BY}
    assert next(iter(audit.messages.values())).text.startswith(f"{BY}: reindex, 7 added")


async def test_hidden_files_are_no_reason_to_build(watched: Scene, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    folder = watched.data_dir / "articles"
    async with watched.bot_running(QUICK):
        await builds(watched, 1)
        (folder / ".adding-x").write_text("half")
        (folder / ".adding-x").write_text("half a file")
        (folder / "two.md").write_text("Two.")
        await builds(watched, 2)
    assert "changed: 1 added" in caplog.text.replace(", 1 modified", "")


async def test_a_build_that_fails_is_told_and_the_watch_goes_on(
    watched: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    folder = watched.data_dir / "articles"
    async with watched.bot_running(QUICK):
        await builds(watched, 1)
        watched.building.error = BuildError("The disk is full.")
        (folder / "two.md").write_text("Two.")
        await builds(watched, 2)
        await until(lambda: "failed: The disk is full." in caplog.text)
        watched.building.error = None
        (folder / "three.md").write_text("Three.")
        await builds(watched, 3)
