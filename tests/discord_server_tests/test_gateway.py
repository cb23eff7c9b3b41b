"""The gateway as discord.py meets it: sessions are resumed with what was missed, or begun anew."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import discord
import pytest

from tests.discord_server import Channel, DiscordServer, GatewayOptions, Human, Kind
from tests.discord_server.fixtures import pointed_at, running
from tests.discord_server_tests.sample_bot import SampleBot


@dataclass
class Scene:
    """A bot, a channel and somebody in it."""

    server: DiscordServer
    bot: SampleBot
    channel: Channel
    ann: Human


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    async with DiscordServer() as server:
        guild = server.add_guild("Harbour")
        channel, ann = guild.add_text_channel("news"), guild.add_member("Ann")
        bot = SampleBot()
        async with running(bot, server):
            yield Scene(server, bot, channel, ann)


async def resumed(server: DiscordServer) -> None:
    session = server.gateway.current[0]
    await server.wait_for(lambda: session.resumed_count == 1 and session.connection is not None, "a RESUME")


async def test_events_missed_during_a_drop_are_replayed(scene: Scene) -> None:
    await scene.server.gateway_faults.drop()
    missed = await scene.ann.say(scene.channel, "@bot are you there?")
    assert missed.content == "you said: are you there?"
    await resumed(scene.server)
    assert scene.server.gateway.identify_count == 1


async def test_a_request_to_reconnect_is_followed_by_a_resume(scene: Scene) -> None:
    await scene.server.gateway_faults.reconnect()
    await resumed(scene.server)
    assert (await scene.ann.slash(scene.channel, "hello")).message.text == "hello Ann"


@pytest.mark.parametrize("code", [1000, 4000, 4009])
async def test_a_connection_closed_with_a_code_is_resumed(scene: Scene, code: int) -> None:
    await scene.server.gateway_faults.close(code)
    await resumed(scene.server)
    assert (await scene.ann.slash(scene.channel, "hello")).message.text == "hello Ann"


async def test_an_invalid_session_is_begun_anew(scene: Scene) -> None:
    before = scene.server.gateway.current[0]
    await scene.server.gateway_faults.invalidate()
    await scene.server.wait_for(
        lambda: scene.server.gateway.current[0] is not before and scene.server.gateway.connected,
        "a new session",
    )
    assert scene.server.gateway.identify_count == 2
    assert (await scene.ann.slash(scene.channel, "hello")).message.text == "hello Ann"


async def test_an_invalid_session_that_can_be_resumed_is_resumed(scene: Scene) -> None:
    await scene.server.gateway_faults.invalidate(resumable=True)
    await resumed(scene.server)


async def test_a_forgotten_session_is_refused_and_begun_anew(scene: Scene) -> None:
    scene.server.gateway_faults.forget_sessions()
    await scene.server.gateway_faults.drop()
    await scene.server.wait_for(lambda: scene.server.gateway.identify_count == 2, "a new session")
    assert (await scene.ann.slash(scene.channel, "hello")).message.text == "hello Ann"


async def test_heartbeats_are_acknowledged_a_little_later(caplog: pytest.LogCaptureFixture) -> None:
    async with DiscordServer(options=GatewayOptions(heartbeat_interval_s=0.15, silence=100)) as server:
        server.add_guild("Harbour")
        bot = SampleBot()
        async with running(bot, server):
            await asyncio.sleep(0.5)
            assert 0.02 < bot.latency < 1
            await server.gateway_faults.demand_heartbeat()
    assert "keep up" not in caplog.text


async def test_several_shards_share_the_guilds() -> None:
    async with DiscordServer(options=GatewayOptions(shards=2, max_concurrency=2)) as server:
        places = [server.add_guild(f"Guild {number}") for number in range(2)]
        # Guilds are spread by the time of their making, so make some until both shards have one.
        while len({int(place.id) >> 22 & 1 for place in places}) < 2:
            await asyncio.sleep(0.001)
            places.append(server.add_guild("One more"))
        people = [(place.add_text_channel("news"), place.add_member("Ann")) for place in places]
        bot = SampleBot()
        async with running(bot, server):
            assert sorted(server.gateway.current) == [0, 1]
            assert bot.shard_count == 2
            for channel, ann in people:
                assert (await ann.slash(channel, "hello")).message.text == "hello Ann"
            assert (await people[1][1].say(people[1][1].dm, "hi")).content == "you said: hi"


async def test_a_guild_and_a_channel_made_later_are_told(scene: Scene) -> None:
    place = await scene.server.invite("Later")
    channel, ben = await place.announce_channel("news"), place.add_member("Ben")
    assert (await ben.slash(channel, "hello")).message.text == "hello Ben"
    assert (await ben.say(channel, "@bot hi")).content == "you said: hi"


async def test_a_wrong_token_does_not_log_in() -> None:
    async with DiscordServer(token="right") as server:
        bot = SampleBot()
        with pytest.raises(discord.LoginFailure), pointed_at(server):
            async with bot:
                await bot.login("wrong")
        assert {violation.kind for violation in server.take_violations()} == {Kind.UNAUTHORIZED}


async def test_a_privileged_intent_is_refused_with_4014_and_recorded() -> None:
    async with DiscordServer() as server:
        server.add_guild("Harbour")
        intents = discord.Intents(guilds=True, guild_messages=True)
        intents.message_content = True
        bot = SampleBot(intents=intents)
        with pytest.raises(discord.PrivilegedIntentsRequired):
            async with running(bot, server):
                pass
        assert [str(one) for one in server.take_violations()] == [
            "a privileged intent is asked for: MESSAGE_CONTENT"
        ]


async def test_identifying_over_and_over_is_recorded() -> None:
    async with DiscordServer(options=GatewayOptions(identifies=1)) as server:
        server.add_guild("Harbour")
        bot = SampleBot()
        async with running(bot, server):
            await server.gateway_faults.invalidate()
            await server.wait_for(lambda: bool(server.violations), "a violation")
        assert {violation.kind for violation in server.take_violations()} == {Kind.IDENTIFY}
