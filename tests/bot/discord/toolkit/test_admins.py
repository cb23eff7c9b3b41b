"""Who may look after the articles, and how work of theirs is ended, recorded and told of after a restart."""

import re

import pytest

from bot.discord.connection.patience import Patience
from index.errors import BuildError
from tests.bot.discord.conftest import Scene
from tests.discord_server import Channel, Human
from tests.discord_server import permissions as bits

NOT_ALLOWED = "Only people who may manage this server"


def with_role(scene: Scene, name: str) -> tuple[Human, int]:
    """Somebody with a role of no power, and the role's id."""
    person = scene.guild.add_member(name, permissions=bits.MANAGE_MESSAGES)
    role_id = scene.guild.data.members[person.user.id].role_id
    assert role_id is not None
    return person, int(role_id)


async def test_a_role_of_the_settings_makes_an_admin(quiet_scene: Scene) -> None:
    eve, role = with_role(quiet_scene, "Eve")
    fay, _ = with_role(quiet_scene, "Fay")
    quiet_scene.more_settings = {"admin_roles": str(role)}
    async with quiet_scene.bot_running():
        allowed = await eve.slash(quiet_scene.channel, "articles status", force=True)
        assert "The index" in (await allowed.wait_done()).text
        refused = await fay.slash(quiet_scene.channel, "articles status", force=True)
        assert NOT_ALLOWED in refused.message.text


async def test_work_is_ended_by_its_button_and_nothing_is_published(scene: Scene) -> None:
    scene.building.gate.clear()
    reply = await scene.admin.slash(scene.channel, "articles reindex")
    message = await reply.wait_edit("Computing vectors")
    assert message.labels() == ["Cancel"]
    await scene.admin.click(message, "Cancel")
    message = await reply.wait_edit("The reindex was cancelled")
    assert "Ended by Adm" in message.text
    assert scene.building.cancelled
    assert message.labels() == []
    status = await (await scene.admin.slash(scene.channel, "articles status")).wait_done()
    assert "Running now" not in status.text
    assert "Failed" not in status.text


async def test_a_cancel_that_comes_too_late_says_so(scene: Scene) -> None:
    """The press was on its way when the work ended."""
    scene.building.gate.clear()
    reply = await scene.admin.slash(scene.channel, "articles reindex")
    buttons = (await reply.wait_edit("Computing vectors")).components
    scene.building.gate.set()
    message = await reply.wait_edit("Reindexed")
    message.components = buttons
    late = await scene.admin.click(message, "Cancel")
    assert late.ephemeral
    assert "That work has ended already." in late.message.text


async def test_a_failure_stands_in_the_status(scene: Scene) -> None:
    scene.building.error = BuildError("The disk is full.", "Free some room and try again.")
    reply = await scene.admin.slash(scene.channel, "articles reindex")
    await reply.wait_edit("The disk is full.")
    status = await (await scene.admin.slash(scene.channel, "articles status")).wait_done()
    failed = f"reindex of {scene.admin.mention}: The disk is full. Free some room and try again."
    assert failed in status.text


def lines(channel: Channel) -> list[str]:
    return [message.text for message in channel.messages.values()]


async def test_each_change_is_a_line_in_the_audit_channel(quiet_scene: Scene) -> None:
    scene = quiet_scene
    audit = scene.guild.add_text_channel("audit")
    scene.more_settings = {"audit_channel": audit.id}
    async with scene.bot_running():
        for command, until in (
            ("check", "What a reindex"),
            ("reindex", "Reindexed"),
            ("rollback", "Rolled back"),
        ):
            reply = await scene.admin.slash(scene.channel, f"articles {command}")
            await reply.wait_edit(until)
        scene.building.error = BuildError("The disk is full.")
        reply = await scene.admin.slash(scene.channel, "articles reindex")
        await reply.wait_edit("The disk is full.")
        await scene.server.wait_for(lambda: len(audit.messages) == 3, "three lines")
    who = f"<@{scene.admin.user.id}>"
    assert [re.sub("[0-9a-f]{8}`", "id`", line) for line in lines(audit)] == [
        f"{who}: reindex, 7 added, 0 changed, 0 removed, 1 not readable",
        f"{who}: rollback, answers come from 20260501-1 again",
        f"{who}: reindex, failed: The disk is full. (`id`)",
    ]


async def test_an_audit_channel_that_is_not_there_costs_nothing_but_the_line(
    quiet_scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    quiet_scene.more_settings = {"audit_channel": "123456789012345678"}
    async with quiet_scene.bot_running():
        reply = await quiet_scene.admin.slash(quiet_scene.channel, "articles reindex")
        await reply.wait_edit("Reindexed")
    assert "could not be posted in the audit channel" in caplog.text


async def test_work_that_a_dead_bot_left_is_told_of_after_the_restart(quiet_scene: Scene) -> None:
    """As after a kill: the row of the job stands in the bot's file, and nobody ended it."""
    scene = quiet_scene
    scene.building.gate.clear()
    async with scene.bot_running(Patience(grace_s=0.2)):
        reply = await scene.admin.slash(scene.channel, "articles reindex")
        await reply.wait_edit("Computing vectors")
        scene.keep_a_copy_of_the_state()
    scene.restore_the_state()
    async with scene.bot_running():
        told = await scene.server.wait_for_message(scene.admin.dm)
        assert "The reindex that you started <t:" in told.text
        assert "Nothing of it was published" in told.text
    async with scene.bot_running():
        status = await (await scene.admin.slash(scene.channel, "articles status")).wait_done()
        assert "Running now" not in status.text
    assert len(scene.admin.dm.messages) == 1
