"""What Discord was told of the commands, and the bot where it came along with a person: elsewhere than in its
own servers it answers too, and what is for servers only is not there."""

import json
from typing import Any

import pytest

from tests.bot.discord.conftest import Scene
from tests.discord_server import Channel, Human, RefusedByClient
from tests.discord_server import permissions as bits
from tests.discord_server.registered import CHAT, MESSAGE_MENU

SERVER_ONLY = {"articles", "feedback", "feeds", "settings"}
EVERYWHERE = {"Ask the articles about this", "ask", "help", "privacy", "sources"}
IN_SERVERS, IN_DIRECT_MESSAGES, IN_GROUPS = 0, 1, 2
BY_SERVER, BY_USER = 0, 1
TO_ALL_WHO_MAY_MANAGE = str(bits.MANAGE_GUILD)


def registered(scene: Scene) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in scene.server.commands.all_of(None)}


async def test_every_registered_command_says_where_it_is_and_for_whom(scene: Scene) -> None:
    commands = registered(scene)
    assert commands.keys() == SERVER_ONLY | EVERYWHERE
    for name, command in commands.items():
        said = (command["contexts"], command["integration_types"], command["default_member_permissions"])
        if name in SERVER_ONLY:
            assert said == ([IN_SERVERS], [BY_SERVER], TO_ALL_WHO_MAY_MANAGE), name
        else:
            everywhere = [IN_SERVERS, IN_DIRECT_MESSAGES, IN_GROUPS]
            assert said == (everywhere, [BY_SERVER, BY_USER], None), name
    assert json.dumps(list(commands.values())).count('"contexts"') == len(commands)  # none below the top


@pytest.fixture
async def traveller(quiet_scene: Scene) -> Human:
    """Somebody who installed the bot for themselves, and manages a server that never took it in."""
    home = quiet_scene.server.add_guild_without_bot("Home")
    home.add_text_channel("kitchen")
    return home.add_member("Tra", permissions=bits.MANAGE_GUILD)


def places(scene: Scene, traveller: Human) -> dict[str, Channel]:
    kitchen = next(one for one in scene.server.world.channels.values() if one.name == "kitchen")
    return {"server": kitchen, "group": traveller.group("Friends"), "direct": traveller.dm}


async def test_server_commands_are_hidden_elsewhere_and_all_others_are_there(
    quiet_scene: Scene, traveller: Human
) -> None:
    scene = quiet_scene
    async with scene.bot_running():
        for channel in places(scene, traveller).values():
            for name, command in registered(scene).items():
                if name in EVERYWHERE:
                    assert command["type"] in (CHAT, MESSAGE_MENU)
                    continue
                path = next((f" {one['name']}" for one in command["options"] if one["type"] == 1), "")
                with pytest.raises(RefusedByClient, match=r"not offered|does not come along"):
                    await traveller.slash(channel, f"{name}{path}", force=True)


@pytest.mark.parametrize("where", ["server", "group", "direct"])
async def test_it_answers_where_somebody_brought_it_along(
    quiet_scene: Scene, traveller: Human, where: str
) -> None:
    scene = quiet_scene
    async with scene.bot_running():
        channel = places(scene, traveller)[where]
        asked = await traveller.slash(channel, "ask", question="What of the lighthouse?")
        answer = await asked.wait_done()
        assert "41 metres" in answer.text
        passages = await traveller.click(answer, "Passages")
        assert "41 metres" in (await passages.wait_done()).text
        listed = await traveller.slash(channel, "sources list")
        assert "32 articles" in (await listed.wait_done()).text
        refused = await traveller.slash(channel, "ask", question="Who won?", private=True)
        assert "I found nothing" in (await refused.wait_done()).text
        shown = (await traveller.slash(channel, "help")).message
        assert "Ask" in shown.text
        assert "/settings" not in shown.text  # who manages a server of their own is no admin of the bot
        assert "/articles" not in shown.text
