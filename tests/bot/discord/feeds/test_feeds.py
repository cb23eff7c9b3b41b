"""/feeds: for admins, with progress, and a question before one is removed; and the schedule."""

from typing import Any

import pytest

from bot.discord.connection.patience import Patience
from index.errors import BuildRunning, StorageError
from tests.bot.discord.articles.test_folder_watch import until
from tests.bot.discord.conftest import Scene
from tests.bot.discord.feeds.feed_stand_in import feed, now

URL = "https://gazette.example/feed"
COMMANDS: dict[str, dict[str, Any]] = {
    "feeds add": {"links": URL},
    "feeds list": {},
    "feeds pause": {"feed": "1"},
    "feeds resume": {"feed": "1"},
    "feeds remove": {"feed": "1"},
    "feeds refresh": {},
}
QUICK = Patience(feeds_s=0.05, feeds_pause_s=0.05, feeds_failed_s=0.05)
BY = "the schedule of the feeds"


@pytest.mark.parametrize("command", COMMANDS)
async def test_others_are_refused_although_they_reach_the_command(scene: Scene, command: str) -> None:
    reply = await scene.ann.slash(scene.channel, command, force=True, **COMMANDS[command])
    assert reply.ephemeral
    assert "Only people who may manage this server" in reply.message.text
    assert scene.building.feeds.asked == []


async def test_others_get_no_suggestions(scene: Scene) -> None:
    assert await scene.ann.autocomplete(scene.channel, "feeds pause", "feed", "", force=True) == []


async def test_a_feed_is_added_with_progress_and_a_word_on_what_it_brought(scene: Scene) -> None:
    scene.building.gate.clear()
    reply = await scene.admin.slash(scene.channel, "feeds add", links=f"{URL} gazette.example/page")
    message = await reply.wait_edit("Computing vectors")
    assert "Reading the feeds" in message.text
    scene.building.gate.set()
    message = await reply.wait_edit("Feeds added")
    assert reply.ephemeral
    assert r"**4 · New \<feed\>**: 7 new, 0 changed" in message.text
    assert "- Ferry 4\n- and 2 more" in message.text
    assert "30 older items were there before and are left out." in message.text
    assert "gazette.example/page: is a page, not a feed." in message.text
    assert "Published as 20260503-1." in message.text
    assert scene.building.feeds.asked == [("add", (URL, "gazette.example/page"), "an admin on Discord")]


async def test_adding_can_be_cancelled(scene: Scene) -> None:
    scene.building.gate.clear()
    reply = await scene.admin.slash(scene.channel, "feeds add", links=URL)
    await reply.wait_edit("Computing vectors")
    await scene.admin.click(reply.message, "Cancel")
    await reply.wait_edit("The work on the feeds was cancelled")
    assert scene.building.cancelled


async def test_the_list_shows_how_each_feed_does(scene: Scene) -> None:
    message = await (await scene.admin.slash(scene.channel, "feeds list")).wait_done()
    assert "3 feeds" in message.text
    assert r"**1 · Harbour \*Gazette\*** · RSS 2.0" in message.text
    assert "Last success <t:1777809600:R> · 12 articles · next <t:1777809600:R>" in message.text
    assert "**Last error, 3 times in a row:** is not there (404)." in message.text
    assert "next not before it is resumed\n**Paused** by Nora" in message.text
    assert message.attachments == []


async def test_a_long_list_goes_into_a_file(scene: Scene) -> None:
    error = "has a server in trouble (503). " * 30
    scene.building.feeds.feeds = [feed(n, f"Paper {n} " * 30, error=error) for n in range(1, 60)]
    message = await (await scene.admin.slash(scene.channel, "feeds list")).wait_done()
    assert "59 feeds" in message.text
    assert " more" in message.text
    (details,) = message.attachments
    assert details.filename == "feeds.tsv"
    assert len(details.data.decode().splitlines()) == 60


async def test_without_feeds_the_list_says_how_to_get_one(scene: Scene) -> None:
    scene.building.feeds.feeds = []
    message = await (await scene.admin.slash(scene.channel, "feeds list")).wait_done()
    assert "`/feeds add` adds one" in message.text
    refreshed = await scene.admin.slash(scene.channel, "feeds pause", feed="1")
    assert "There is no feed 1." in (await refreshed.wait_done()).text


async def test_feeds_are_suggested_by_title_and_paused_and_resumed(scene: Scene) -> None:
    audit = scene.guild.add_text_channel("other")
    (choice,) = await scene.admin.autocomplete(scene.channel, "feeds pause", "feed", "coast")
    assert (choice.name, choice.value) == ("2 · Coast Weekly", "2")
    reply = await scene.admin.slash(scene.channel, "feeds pause", feed=choice.value)
    assert "Paused: Coast Weekly" in (await reply.wait_done()).text
    reply = await scene.admin.slash(scene.channel, "feeds resume", feed="coast week")
    assert "Asked again from now on: Coast Weekly" in (await reply.wait_done()).text
    assert scene.building.feeds.asked == [("pause", 2, "an admin on Discord"), ("resume", 2)]
    assert audit.messages == {}


async def test_a_feed_is_removed_after_a_question_and_its_articles_stay(scene: Scene) -> None:
    reply = await scene.admin.slash(scene.channel, "feeds remove", feed="1")
    message = await reply.wait_done()
    assert "its articles stay" in message.text
    assert scene.building.feeds.asked == []
    await scene.admin.click(message, "Leave it")
    await reply.wait_edit("Nothing was changed.")
    reply = await scene.admin.slash(scene.channel, "feeds remove", feed="1")
    await scene.admin.click(await reply.wait_done(), "Remove")
    await reply.wait_edit("is removed. Its articles stay.")
    assert scene.building.feeds.asked == [("remove", 1, False, "an admin on Discord")]


async def test_its_articles_go_with_it_where_that_is_asked_for(scene: Scene) -> None:
    reply = await scene.admin.slash(scene.channel, "feeds remove", feed="1", with_articles=True)
    message = await reply.wait_done()
    assert "and its articles (12)?" in message.text
    await scene.admin.click(message, "Remove")
    await reply.wait_edit("its 12 articles with it.")
    assert scene.building.feeds.asked == [("remove", 1, True, "an admin on Discord")]


async def test_a_refresh_says_what_came_and_what_failed(scene: Scene) -> None:
    reply = await scene.admin.slash(scene.channel, "feeds refresh")
    message = await reply.wait_edit("The feeds were asked for what is new")
    assert r"**1 · Harbour \*Gazette\***: 1 new, 1 changed" in message.text
    assert "3 more come with the next rounds." in message.text
    assert "is paused from now on: it is gone (410). Its articles stay." in message.text
    reply = await scene.admin.slash(scene.channel, "feeds refresh", feed="3")
    await reply.wait_edit("The feeds were asked for what is new")
    assert scene.building.feeds.asked == [
        ("refresh", (), False, "an admin on Discord"),
        ("refresh", (3,), False, "an admin on Discord"),
    ]


async def test_what_is_due_is_refreshed_by_itself_and_recorded_where_something_came(
    quiet_scene: Scene,
) -> None:
    scene = quiet_scene
    audit = scene.guild.add_text_channel("audit")
    scene.more_settings = {"audit_channel": audit.id}
    feeds = scene.building.feeds
    feeds.due = now()
    async with scene.bot_running(QUICK):
        await until(lambda: len(audit.messages) == 1)
        feeds.brings = False
        feeds.due = now()
        await until(lambda: len(feeds.asked) == 2)
    assert feeds.asked == [("refresh", (), True, BY)] * 2
    (line,) = audit.messages.values()
    assert line.text == f"{BY}: work on the feeds, 2 feeds: 1 new, 1 changed, 1 failed"


async def test_a_refresh_that_fails_is_told_and_tried_again(
    quiet_scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    scene = quiet_scene
    feeds = scene.building.feeds
    feeds.due = now()
    scene.building.error = StorageError("The disk is full.")
    async with scene.bot_running(QUICK):
        await until(lambda: "failed: The disk is full." in caplog.text)
        scene.building.error = None
        feeds.due = now()
        await until(lambda: len(feeds.asked) == 2)


async def test_what_came_while_somebody_else_builds_is_built_later(quiet_scene: Scene) -> None:
    scene = quiet_scene
    feeds = scene.building.feeds
    feeds.due = now()
    scene.building.error = BuildRunning("Nora is building.")
    async with scene.bot_running(QUICK):
        await until(lambda: len(feeds.asked) == 1)
        feeds.due = now()
        scene.building.error = None
        await until(lambda: len(feeds.asked) == 2)
