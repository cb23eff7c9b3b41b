"""Bots that break one rule each: the server sees it, and fails the test that does not expect it."""

import asyncio

import discord
import pytest
from discord.http import Route

from tests.discord_server import Kind, NoAnswer
from tests.discord_server_tests.misbehaving import answer, bot_that, nothing


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
