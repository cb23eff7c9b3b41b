"""Bots that break one rule each: the server sees it, and fails the test that does not expect it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import discord
import pytest
from discord import app_commands
from discord.http import Route

from tests.discord_server import Channel, DiscordServer, Human, Kind, NoAnswer
from tests.discord_server import permissions as bits
from tests.discord_server.fixtures import running
from tests.discord_server_tests.sample_bot import SampleBot

Act = Callable[[discord.Interaction], Awaitable[None]]
LONG = "The rebuilt tower stands 41 metres above the quay, six more than the old one."


class OneCommandBot(SampleBot):
    """Does what the test says when somebody uses /go (or /admin, which is for admins)."""

    def __init__(self, act: Act, **options: Any) -> None:
        super().__init__(**options)
        self.act = act
        self.errors: list[discord.HTTPException] = []
        self.failed = asyncio.Event()

    async def setup_hook(self) -> None:
        @self.tree.command(description="Go")
        async def go(interaction: discord.Interaction) -> None:
            await self._try(interaction)

        @self.tree.command(description="Go, admins")
        @app_commands.default_permissions(manage_guild=True)
        async def admin(interaction: discord.Interaction) -> None:
            await self._try(interaction)

        await self.tree.sync()

    async def _try(self, interaction: discord.Interaction) -> None:
        try:
            await self.act(interaction)
        except discord.HTTPException as error:
            self.errors.append(error)
            self.failed.set()


@dataclass
class Scene:
    """A server, the bot that misbehaves, and two people."""

    server: DiscordServer
    bot: OneCommandBot
    channel: Channel
    ann: Human
    admin: Human

    def broken(self) -> list[Kind]:
        """What kinds of rules were broken, taken from the server."""
        return [violation.kind for violation in self.server.take_violations()]


@asynccontextmanager
async def bot_that(act: Act, **options: Any) -> AsyncIterator[Scene]:
    async with DiscordServer() as server:
        guild = server.add_guild("Harbour")
        bot = OneCommandBot(act, **options)
        scene = Scene(
            server,
            bot,
            guild.add_text_channel("news"),
            guild.add_member("Ann"),
            guild.add_member("Adm", permissions=bits.MANAGE_GUILD),
        )
        async with running(bot, server):
            yield scene


async def answer(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("fine")


async def nothing(_: discord.Interaction) -> None:
    """Never answers."""


async def test_a_violation_that_nobody_takes_fails_the_test() -> None:
    with pytest.raises(AssertionError, match="a message could ping"):
        async with bot_that(answer, allowed_mentions=None) as scene:
            await scene.ann.slash(scene.channel, "go")


async def test_no_first_response_within_three_seconds() -> None:
    async with bot_that(nothing) as scene:
        with pytest.raises(NoAnswer, match="did not respond"):
            await scene.ann.slash(scene.channel, "go")
        assert scene.broken() == [Kind.LATE]


async def test_a_first_response_after_three_seconds_finds_no_interaction() -> None:
    async def late(interaction: discord.Interaction) -> None:
        scene.server.clock.advance(3.1)
        await interaction.response.send_message("late")

    async with bot_that(late) as scene:
        with pytest.raises(NoAnswer):
            await scene.ann.slash(scene.channel, "go")
        assert scene.broken() == [Kind.LATE]
        await scene.bot.failed.wait()
    assert [error.code for error in scene.bot.errors] == [10062]


async def test_a_second_first_response_is_refused() -> None:
    async def twice(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("one")
        route = Route("POST", f"/interactions/{interaction.id}/{interaction.token}/callback")
        await interaction.client.http.request(route, json={"type": 5})

    async with bot_that(twice) as scene:
        await scene.ann.slash(scene.channel, "go")
        await scene.bot.failed.wait()
        assert [error.code for error in scene.bot.errors if isinstance(error, discord.HTTPException)] == [
            40060
        ]


async def test_after_fifteen_minutes_the_token_is_gone() -> None:
    async def slow(interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        scene.server.clock.advance(15 * 60)
        await interaction.edit_original_response(content="too late")

    async with bot_that(slow) as scene:
        await scene.ann.slash(scene.channel, "go")
        await scene.bot.failed.wait()
        assert [error.code for error in scene.bot.errors if isinstance(error, discord.HTTPException)] == [
            50027
        ]


async def test_a_public_follow_up_after_an_ephemeral_response_leaks() -> None:
    async def leak(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("for you", ephemeral=True)
        await interaction.followup.send("for all")

    async with bot_that(leak) as scene:
        await (await scene.ann.slash(scene.channel, "go")).wait_followup()
        assert scene.broken() == [Kind.LEAK]


async def test_ephemeral_asked_for_after_a_public_defer_leaks() -> None:
    async def leak(interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        await interaction.followup.send("for you", ephemeral=True)

    async with bot_that(leak) as scene:
        reply = await scene.ann.slash(scene.channel, "go")
        message = await reply.wait_done()
        assert message.text == "for you"
        assert message.visible_to is None
        assert scene.broken() == [Kind.LEAK]


async def test_a_private_answer_that_is_posted_in_the_channel_leaks() -> None:
    async def leak(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(LONG, ephemeral=True)
        assert isinstance(interaction.channel, discord.TextChannel)
        await interaction.channel.send(LONG)

    async with bot_that(leak) as scene:
        await scene.ann.slash(scene.channel, "go")
        await scene.server.wait_for_message(scene.channel, lambda message: message.visible_to is None)
        assert scene.broken() == [Kind.LEAK]


async def test_a_public_response_to_an_admins_command_leaks() -> None:
    async with bot_that(answer) as scene:
        await scene.admin.slash(scene.channel, "admin")
        assert scene.broken() == [Kind.LEAK]


@pytest.mark.parametrize(
    "mentions",
    [
        None,
        discord.AllowedMentions(everyone=True, users=False, roles=False, replied_user=False),
        discord.AllowedMentions(everyone=False, users=True, roles=False, replied_user=False),
        discord.AllowedMentions(everyone=False, users=False, roles=True, replied_user=False),
        discord.AllowedMentions(everyone=False, users=False, roles=False, replied_user=True),
        discord.AllowedMentions(everyone=False, users=[discord.Object(1)], roles=False, replied_user=False),
    ],
)
async def test_a_message_that_could_ping(mentions: discord.AllowedMentions | None) -> None:
    async with bot_that(answer, allowed_mentions=mentions) as scene:
        await scene.ann.slash(scene.channel, "go")
        assert scene.broken() == [Kind.PING]
        await scene.ann.say(scene.channel, "@bot hi")
        assert scene.broken() == [Kind.PING]


async def test_an_edit_that_could_ping_and_one_of_components_alone_that_cannot() -> None:
    async def edit(interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="x", allowed_mentions=discord.AllowedMentions.all())
        await interaction.edit_original_response(view=None)

    async with bot_that(edit) as scene:
        reply = await scene.ann.slash(scene.channel, "go")
        await scene.server.wait_for(lambda: len(reply.message.history) == 2, "both edits")
        assert scene.broken() == [Kind.PING]


async def test_an_unknown_route() -> None:
    async def ask(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("asking")
        await interaction.client.http.request(Route("GET", "/nowhere"))

    async with bot_that(ask) as scene:
        await scene.ann.slash(scene.channel, "go")
        await scene.bot.failed.wait()
        assert isinstance(scene.bot.errors[0], discord.NotFound)
        assert scene.broken() == [Kind.UNKNOWN_ROUTE]


async def test_more_than_fifty_requests_in_a_second() -> None:
    async def hurry(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("hurrying")
        routes = [Route("GET", f"/users/{number}") for number in range(10**16, 10**16 + 60)]
        asked = [interaction.client.http.request(route) for route in routes]
        await asyncio.gather(*asked, return_exceptions=True)

    async with bot_that(hurry) as scene:
        scene.server.disruptions.limit_route("GET", r"/users/\d+", limit=1000, window_s=0.05)
        await scene.ann.slash(scene.channel, "go")
        await scene.server.wait_for(lambda: bool(scene.server.violations), "a violation")
        await scene.server.wait_for(lambda: len(scene.server.requests) >= 60, "the requests")
        assert set(scene.broken()) == {Kind.TOO_FAST}


async def test_a_defer_with_another_flag_than_ephemeral_is_refused() -> None:
    async def flagged(interaction: discord.Interaction) -> None:
        route = Route("POST", f"/interactions/{interaction.id}/{interaction.token}/callback")
        await interaction.client.http.request(route, json={"type": 5, "data": {"flags": 1 << 15}})

    async def refused(interaction: discord.Interaction) -> None:
        with pytest.raises(discord.HTTPException, match=r"In data\.flags"):
            await flagged(interaction)
        await answer(interaction)

    async with bot_that(refused) as scene:
        assert (await scene.ann.slash(scene.channel, "go")).message.text == "fine"


async def test_the_path_of_a_fault_is_told() -> None:
    async def too_long(interaction: discord.Interaction) -> None:
        with pytest.raises(discord.HTTPException) as refused:
            await interaction.response.send_message(embed=discord.Embed(description="x" * 4097))
        assert refused.value.code == 50035
        assert "In data.embeds.0.description: Must be 4096 or fewer in length." in str(refused.value)
        await answer(interaction)

    async with bot_that(too_long) as scene:
        assert (await scene.ann.slash(scene.channel, "go")).message.text == "fine"
