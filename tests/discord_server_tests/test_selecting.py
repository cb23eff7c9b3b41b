"""Channels and roles are chosen, and files handed in, as Discord's client lets a human do it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import discord
import pytest
from discord import app_commands
from discord.ext import commands

from tests.discord_server import DiscordServer, Human, Message, Place, RefusedByClient, Role, Upload
from tests.discord_server.fixtures import running
from tests.discord_server.rules.components import check_components
from tests.discord_server.rules.modal import check_modal
from tests.discord_server.world import CATEGORY, FORUM, VOICE_CHANNEL, Channel


class Picker(commands.AutoShardedBot):
    """Shows the menus at /pick and a modal for a file at /hand-in, and notes what comes."""

    def __init__(self) -> None:
        intents = discord.Intents(guilds=True)
        options: dict[str, Any] = {"help_command": None, "guild_ready_timeout": 0.05}
        options["allowed_mentions"] = discord.AllowedMentions.none()
        super().__init__(commands.when_mentioned, intents=intents, **options)
        self.chosen: list[tuple[type, str, bool]] = []
        self.read: list[bytes] = []
        self.removed: asyncio.Queue[str] = asyncio.Queue()

    async def setup_hook(self) -> None:
        self.tree.add_command(pick)
        self.tree.add_command(hand_in)
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without the five seconds between two identifies."""

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.removed.put_nowait(guild.name)


class Menus(discord.ui.View):
    """One menu of channels, and one of roles."""

    @discord.ui.select(
        cls=discord.ui.ChannelSelect,
        custom_id="channels",
        channel_types=[discord.ChannelType.text, discord.ChannelType.forum, discord.ChannelType.category],
        min_values=0,
        max_values=3,
    )
    async def channels(
        self, interaction: discord.Interaction[Picker], menu: discord.ui.ChannelSelect[Any]
    ) -> None:
        found = [(one.resolve(), one.name, one.permissions.view_channel) for one in menu.values]
        interaction.client.chosen = [(type(one), name, seen) for one, name, seen in found]
        await interaction.response.send_message("chosen")

    @discord.ui.select(cls=discord.ui.RoleSelect, custom_id="roles")
    async def roles(self, interaction: discord.Interaction[Picker], menu: discord.ui.RoleSelect[Any]) -> None:
        interaction.client.chosen = [(type(one), one.name, False) for one in menu.values]
        await interaction.response.send_message("chosen")


class HandIn(discord.ui.Modal, title="Hand in"):
    """A file and a word on it."""

    file: discord.ui.Label[Any] = discord.ui.Label(
        text="File", component=discord.ui.FileUpload(custom_id="file")
    )
    word: discord.ui.Label[Any] = discord.ui.Label(
        text="Word", component=discord.ui.TextInput(custom_id="word", required=False)
    )

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        component = self.file.component
        assert isinstance(component, discord.ui.FileUpload)
        interaction.client.read = [await one.read() for one in component.values]
        await interaction.response.send_message("read")


@app_commands.command(description="Choose")
async def pick(interaction: discord.Interaction[Picker]) -> None:
    await interaction.response.send_message("choose", view=Menus())


@app_commands.command(name="hand-in", description="Hand in")
async def hand_in(interaction: discord.Interaction[Picker]) -> None:
    await interaction.response.send_modal(HandIn())


@dataclass
class Scene:
    server: DiscordServer
    place: Place
    ann: Human
    role: Role
    bot: Picker = field(default_factory=Picker)

    def channel(self, name: str) -> Channel:
        return next(one for one in self.place.data.channels.values() if one.name == name)

    async def menus(self) -> Message:
        return (await self.ann.slash(self.channel("news"), "pick")).message


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    async with DiscordServer() as server:
        place = server.add_guild("Harbour")
        place.add_text_channel("news")
        town = place.add_channel("town", CATEGORY)
        place.add_channel("help", FORUM, parent=town)
        place.add_channel("talk", VOICE_CHANNEL)
        place.add_text_channel("secret", bot_permissions=0)
        ann = place.add_member("Ann")
        scene = Scene(server, place, ann, place.add_role("Editors", ann))
        server.add_guild("Elsewhere").add_text_channel("abroad")
        async with running(scene.bot, server):
            yield scene


async def test_channels_are_chosen_and_resolved(scene: Scene) -> None:
    message = await scene.menus()
    names = ("news", "help", "town")
    await scene.ann.select(message, *(scene.channel(name) for name in names))
    kinds = (discord.TextChannel, discord.ForumChannel, discord.CategoryChannel)
    assert scene.bot.chosen == [(kind, name, True) for kind, name in zip(kinds, names, strict=True)]
    await scene.ann.select(message, scene.channel("secret"))
    assert scene.bot.chosen == [(discord.TextChannel, "secret", False)]
    await scene.ann.select(message, custom_id="channels")
    assert scene.bot.chosen == []


async def test_a_role_is_chosen_and_its_holders_carry_it(scene: Scene) -> None:
    await scene.ann.select(await scene.menus(), scene.role)
    assert scene.bot.chosen == [(discord.Role, "Editors", False)]
    assert scene.place.data.members[scene.ann.user.id].given_roles == [scene.role.id]


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        (lambda scene: scene.channel("talk"), "the menu offers"),
        (lambda scene: scene.server.world.guilds, "no such select menu"),
        (lambda scene: Role("1", "Strangers"), "no role of this server"),
        (lambda scene: "news", "no such select menu"),
    ],
)
async def test_only_what_a_menu_offers_is_chosen(
    scene: Scene, chosen: Callable[[Scene], Any], why: str
) -> None:
    with pytest.raises(RefusedByClient, match=why):
        await scene.ann.select(await scene.menus(), chosen(scene))


async def test_a_channel_of_another_server_is_not_offered(scene: Scene) -> None:
    abroad = next(one for one in scene.server.world.channels.values() if one.name == "abroad")
    with pytest.raises(RefusedByClient, match="no channel of this server"):
        await scene.ann.select(await scene.menus(), abroad)


async def test_a_file_is_handed_in_by_a_modal(scene: Scene) -> None:
    opened = await scene.ann.slash(scene.channel("news"), "hand-in")
    with pytest.raises(RefusedByClient, match="takes 1 to 1 files, not 0"):
        await scene.ann.submit(opened, {"Word": "nothing"})
    await scene.ann.submit(opened, {"File": [Upload("a.json", b"{}")], "Word": "all"})
    assert scene.bot.read == [b"{}"]


async def test_a_deleted_role_and_a_removed_bot_are_told(scene: Scene) -> None:
    guild = scene.bot.get_guild(int(scene.place.id))
    assert guild is not None
    await scene.place.delete_role(scene.role)
    await scene.place.remove_bot()
    assert await asyncio.wait_for(scene.bot.removed.get(), 20) == "Harbour"
    assert guild.get_role(int(scene.role.id)) is None


def menu(kind: int, **more: Any) -> list[dict[str, Any]]:
    return [{"type": 1, "components": [{"type": kind, "custom_id": "x", **more}]}]


@pytest.mark.parametrize(
    "components",
    [
        menu(8, default_values=[{"id": "1", "type": "role"}]),
        menu(6, default_values=[{"id": "1", "type": "role"}, {"id": "2", "type": "role"}]),
        menu(6, default_values=[{"id": "1", "type": "role"}] * 2, max_values=2),
        menu(3, options=[{"label": n, "value": n, "default": True} for n in "ab"]),
    ],
)
def test_what_stands_chosen_at_first_fits_the_menu(components: list[dict[str, Any]]) -> None:
    assert check_components(components, v2=False)


def test_an_upload_says_how_many_files_it_takes() -> None:
    upload: dict[str, Any] = {"type": 19, "custom_id": "f"}
    for more, good in (({}, True), ({"max_values": 11}, False), ({"min_values": 0}, False)):
        label = {"type": 18, "label": "File", "component": upload | more}
        assert (check_modal({"custom_id": "m", "title": "t", "components": [label]}) == []) is good
