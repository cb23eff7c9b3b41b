"""/articles: only for admins, only shown to them, with progress while it works."""

import pytest

from bot.discord.connection.patience import Patience
from index.errors import BuildError, BuildRunning
from tests.bot.discord.conftest import Scene

COMMANDS = tuple(f"articles {name}" for name in ("add", "refresh", "check", "reindex", "status", "rollback"))


@pytest.mark.parametrize("command", COMMANDS)
async def test_others_are_refused_privately_although_they_reach_the_command(
    scene: Scene, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    reply = await scene.ann.slash(scene.channel, command, force=True)
    assert reply.ephemeral
    assert "Only people who may manage this server" in reply.message.text
    assert scene.building.by == []
    assert f"no permission for /{command} of user {scene.ann.user.id}" in caplog.text


async def test_a_check_tells_what_a_reindex_would_do(scene: Scene) -> None:
    reply = await scene.admin.slash(scene.channel, "articles check")
    message = await reply.wait_edit("What a reindex would do")
    assert reply.ephemeral
    assert "**Added:** 7" in message.text
    assert r"- New \*article\* 0" in message.text
    assert "- and 2 more" in message.text
    assert "**Could not be read:** 1\n- broken.txt: it is empty" in message.text
    assert "Published as" not in message.text
    (details,) = message.attachments
    assert details.filename == "check.tsv"
    assert b"added\tnew-6\tNew *article* 6\n" in details.data
    assert b"failed\tbroken.txt\tit is empty\n" in details.data


async def test_a_reindex_shows_its_progress_and_then_what_it_did(scene: Scene) -> None:
    scene.building.gate.clear()
    reply = await scene.admin.slash(scene.channel, "articles reindex")
    message = await reply.wait_edit("Computing vectors")
    assert "▰▰▰▰▱▱▱▱▱▱▱▱▱▱▱▱ 25 %" in message.text
    assert "10 of 40" in message.text
    scene.building.gate.set()
    message = await reply.wait_edit("Reindexed")
    assert "Published as 20260503-1 after 2 s; passages: 12 computed, 96 reused." in message.text
    assert scene.building.by == ["an admin on Discord"]
    assert reply.followups == ()


async def test_progress_is_edited_at_most_about_once_a_second(scene: Scene) -> None:
    scene.building.gate.clear()
    reply = await scene.admin.slash(scene.channel, "articles reindex")
    await reply.wait_edit("Computing vectors")
    scene.building.gate.set()
    message = await reply.wait_edit("Reindexed")
    times = [edit.at_s for edit in message.history]
    assert len(times) <= 5
    assert times[-2] - times[-3] >= 1.0


async def test_a_second_build_waits_its_turn_and_says_for_whom(scene: Scene) -> None:
    scene.building.gate.clear()
    first = await scene.admin.slash(scene.channel, "articles reindex")
    await first.wait_edit("Computing vectors")
    second = await scene.admin.slash(scene.channel, "articles add", links="https://coast.example/a")
    message = await second.wait_edit(
        "Waiting its turn: work of an admin on Discord on the articles began <t:"
    )
    assert second.ephemeral
    assert "Adding articles" in message.text
    status = await (await scene.admin.slash(scene.channel, "articles status")).wait_done()
    assert "**Running now:** reindex, started <t:" in status.text
    assert "**Waiting its turn:** addition, started <t:" in status.text
    scene.building.gate.set()
    await first.wait_edit("Reindexed")
    await second.wait_edit("Brought in:")
    status = await (await scene.admin.slash(scene.channel, "articles status")).wait_done()
    assert "Running" not in status.text
    assert "Waiting" not in status.text
    assert "Failed" not in status.text


async def test_what_waits_its_turn_can_be_cancelled(scene: Scene) -> None:
    scene.building.gate.clear()
    first = await scene.admin.slash(scene.channel, "articles reindex")
    await first.wait_edit("Computing vectors")
    second = await scene.admin.slash(scene.channel, "articles reindex")
    await second.wait_edit("Waiting its turn")
    await scene.admin.click(second.message, "Cancel")
    await second.wait_edit("The reindex was cancelled")
    scene.building.gate.set()
    await first.wait_edit("Reindexed")
    assert len(scene.building.by) == 1


async def test_that_somebody_else_builds_is_no_failure(scene: Scene) -> None:
    """Only a rollback is not done after a build: which index would it go back from?"""
    scene.building.error = BuildRunning("A build is running already.", "Try again when it is done.")
    reply = await scene.admin.slash(scene.channel, "articles rollback")
    await reply.wait_edit("A build is running already. Try again when it is done.")
    status = await (await scene.admin.slash(scene.channel, "articles status")).wait_done()
    assert "Failed" not in status.text


async def test_the_status_tells_what_is_published_and_what_is_under_way(scene: Scene) -> None:
    scene.building.gate.clear()
    building = await scene.admin.slash(scene.channel, "articles reindex")
    status = await (await scene.admin.slash(scene.channel, "articles status")).wait_done()
    for words in ("20260502-1", "32", "96", "2 May 2026", "bundled", "1.5 MB", "the operator"):
        assert words in status.text
    assert "**Running now:** reindex, started <t:" in status.text
    scene.building.gate.set()
    await building.wait_edit("Reindexed")
    status = await (await scene.admin.slash(scene.channel, "articles status")).wait_done()
    assert "Running now" not in status.text


async def test_a_rollback_names_what_answers_now(scene: Scene) -> None:
    reply = await scene.admin.slash(scene.channel, "articles rollback")
    assert reply.ephemeral
    await reply.wait_edit("Answers come from 20260501-1 again")


async def test_a_build_that_fails_says_why_in_the_place_of_its_progress(scene: Scene) -> None:
    scene.building.error = BuildError("The disk is full.", "Free some room and try again.")
    reply = await scene.admin.slash(scene.channel, "articles reindex")
    message = await reply.wait_edit("The disk is full. Free some room and try again.")
    assert message is reply.message


async def test_a_build_longer_than_discord_remembers_goes_on_in_a_direct_message(
    quiet_scene: Scene,
) -> None:
    scene = quiet_scene
    scene.building.gate.clear()
    async with scene.bot_running(Patience(editable_s=0.5)):
        reply = await scene.admin.slash(scene.channel, "articles reindex")
        message = await scene.server.wait_for_message(scene.admin.dm)
        assert "Computing vectors" in message.text
        await reply.wait_edit("so this goes on here:")
        scene.building.gate.set()
        await scene.server.wait_for(lambda: "Published as 20260503-1" in message.text, "the result")
    assert message.components == []


async def test_a_result_is_sent_directly_when_its_message_was_dismissed(scene: Scene) -> None:
    scene.building.gate.clear()
    reply = await scene.admin.slash(scene.channel, "articles reindex")
    await reply.wait_edit("Computing vectors")
    reply.message.deleted = True
    scene.building.gate.set()
    message = await scene.server.wait_for_message(scene.admin.dm)
    assert "Published as 20260503-1" in message.text


async def test_a_shutdown_stops_a_build_and_says_so(quiet_scene: Scene) -> None:
    quiet_scene.building.gate.clear()
    async with quiet_scene.bot_running(Patience(grace_s=0.2)):
        reply = await quiet_scene.admin.slash(quiet_scene.channel, "articles reindex")
        await reply.wait_edit("Computing vectors")
    assert quiet_scene.building.cancelled
    assert "The bot is shutting down" in reply.message.text
