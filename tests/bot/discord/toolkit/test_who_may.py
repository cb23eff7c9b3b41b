"""Whose the articles are: in a bot that several servers have, its owner's and team's, and of those whom the
operator names; each way in is asked."""

from typing import Any

import pytest

from tests.bot.discord.conftest import Scene
from tests.discord_server import Channel, Human
from tests.discord_server import permissions as bits

NOT_ALLOWED = "Only people who may manage this server"
OF_ALL = "All servers that I am in share the articles"


def second_server(scene: Scene, name: str = "Elsewhere") -> tuple[Channel, Human]:
    """Another server that took the bot in, and its admin."""
    place = scene.server.add_guild(name)
    return place.add_text_channel("news"), place.add_member("Stranger", permissions=bits.MANAGE_GUILD)


async def refused(person: Human, channel: Channel, command: str = "articles status", **options: Any) -> str:
    reply = await person.slash(channel, command, force=True, **options)
    assert reply.ephemeral
    return reply.message.text


async def allowed(person: Human, channel: Channel) -> bool:
    reply = await person.slash(channel, "articles status", force=True)
    return "The index" in (await reply.wait_done()).text


async def test_in_the_only_server_its_admins_look_after_the_articles(scene: Scene) -> None:
    assert await allowed(scene.admin, scene.channel)
    assert NOT_ALLOWED in await refused(scene.ann, scene.channel)


async def test_where_several_servers_have_the_bot_their_admins_do_not(quiet_scene: Scene) -> None:
    scene = quiet_scene
    channel, stranger = second_server(scene)
    async with scene.bot_running():
        for person, where in ((scene.admin, scene.channel), (stranger, channel)):
            for command, options in (
                ("articles status", {}),
                ("articles check", {}),
                ("articles reindex", {}),
                ("articles refresh", {}),
                ("articles rollback", {}),
                ("articles add", {"links": "https://coast.example/a"}),
                ("articles remove", {"article": "lighthouse.md"}),
                ("feeds list", {}),
                ("feeds add", {"links": "https://coast.example/feed"}),
                ("feeds refresh", {}),
                ("feeds remove", {"feed": "1"}),
            ):
                assert OF_ALL in await refused(person, where, command, **options)
        assert NOT_ALLOWED in await refused(scene.ann, scene.channel)
    assert scene.building.by == []


async def test_the_refusal_names_the_setting_and_the_server(quiet_scene: Scene) -> None:
    channel, stranger = second_server(quiet_scene)
    async with quiet_scene.bot_running():
        words = await refused(stranger, channel)
    guild = channel.guild
    assert guild is not None
    assert "ADMIN_SERVERS" in words
    assert guild.id in words


async def test_a_named_servers_admins_do_and_no_others(quiet_scene: Scene) -> None:
    scene = quiet_scene
    channel, stranger = second_server(scene)
    scene.more_settings = {"admin_servers": scene.guild.data.id}
    async with scene.bot_running():
        assert OF_ALL in await refused(stranger, channel)
        assert await allowed(scene.admin, scene.channel)


async def test_in_one_server_that_is_not_the_named_one_nobody_does_but_the_owner(quiet_scene: Scene) -> None:
    quiet_scene.more_settings = {"admin_servers": "123456789012345678"}
    quiet_scene.server.own_application(quiet_scene.ben)
    async with quiet_scene.bot_running():
        assert OF_ALL in await refused(quiet_scene.admin, quiet_scene.channel)
        assert await allowed(quiet_scene.ben, quiet_scene.channel)


async def test_the_applications_owner_does_everywhere_with_no_right_in_the_server(quiet_scene: Scene) -> None:
    scene = quiet_scene
    second_server(scene)
    scene.server.own_application(scene.ben)
    async with scene.bot_running():
        assert await allowed(scene.ben, scene.channel)
        assert NOT_ALLOWED in await refused(scene.ann, scene.channel)
        reply = await scene.ben.slash(scene.channel, "articles reindex", force=True)
        await reply.wait_edit("Reindexed")
    assert scene.building.by == ["an admin on Discord"]


@pytest.mark.parametrize(
    ("role", "accepted", "may"),
    [("admin", True, True), ("developer", True, True), ("read_only", True, False), ("admin", False, False)],
)
async def test_of_a_team_those_who_look_after_the_application(
    quiet_scene: Scene, role: str, accepted: bool, may: bool
) -> None:
    scene = quiet_scene
    channel, stranger = second_server(scene)
    scene.server.add_to_team(scene.ben)
    scene.server.add_to_team(scene.ann, role, accepted=accepted)
    async with scene.bot_running():
        assert await allowed(scene.ben, scene.channel)  # the team's owner
        assert await allowed(scene.ann, scene.channel) is may
        assert OF_ALL in await refused(stranger, channel)


async def test_a_server_that_takes_the_bot_in_meanwhile_takes_the_right_from_the_first(scene: Scene) -> None:
    assert await allowed(scene.admin, scene.channel)
    place = await scene.server.invite("Elsewhere")
    channel = place.add_text_channel("news")
    stranger = place.add_member("Stranger", permissions=bits.MANAGE_GUILD)
    assert OF_ALL in await refused(stranger, channel)
    assert OF_ALL in await refused(scene.admin, scene.channel)


async def test_a_button_is_asked_too(quiet_scene: Scene) -> None:
    """What was shown while the server was the only one is no way in afterwards."""
    scene = quiet_scene
    async with scene.bot_running():
        asked = await scene.admin.slash(scene.channel, "articles remove", article="lighthouse.md")
        message = await asked.wait_done()
        await scene.server.invite("Elsewhere")
        label = next(label for label in message.labels() if label != "Keep it")
        late = await scene.admin.click(message, label)
        assert OF_ALL in late.message.text
    assert scene.building.by == []
