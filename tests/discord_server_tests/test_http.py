"""The HTTP side: rate limits, bad weather, threads, files, and what a stranger is told."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import discord
import pytest
import yarl

from tests.discord_server import Channel, DiscordServer, Human, Kind, Place, Upload
from tests.discord_server import permissions as bits
from tests.discord_server.fixtures import running
from tests.discord_server_tests.sample_bot import SampleBot


@dataclass
class Scene:
    """A bot, a channel and somebody in it; `room` is the channel as the bot has it."""

    server: DiscordServer
    bot: SampleBot
    guild: Place
    channel: Channel
    ann: Human

    @property
    def room(self) -> discord.TextChannel:
        found = self.bot.get_channel(int(self.channel.id))
        assert isinstance(found, discord.TextChannel)
        return found

    def statuses(self, ending: str) -> list[int]:
        return [one.status for one in self.server.requests if one.path.endswith(ending)]


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    async with DiscordServer() as server:
        guild = server.add_guild("Harbour")
        channel, ann = guild.add_text_channel("news"), guild.add_member("Ann")
        bot = SampleBot()
        async with running(bot, server):
            yield Scene(server, bot, guild, channel, ann)


@pytest.mark.parametrize("is_global", [False, True])
async def test_a_429_is_waited_out(scene: Scene, is_global: bool) -> None:
    ordered = scene.server.disruptions.rate_limit("POST", r"/channels/\d+/messages", is_global=is_global)
    assert (await scene.room.send("hello")).content == "hello"
    assert ordered.happened == 1
    assert scene.statuses("/messages") == [429, 200]


async def test_a_429_on_the_first_response_is_waited_out(scene: Scene) -> None:
    scene.server.disruptions.rate_limit("POST", r"/interactions/.*/callback")
    reply = await scene.ann.slash(scene.channel, "hello")
    assert reply.first_response_seconds >= 0.05
    assert scene.statuses("/callback") == [429, 200]


async def test_a_bucket_that_is_used_up_makes_the_client_wait(scene: Scene) -> None:
    scene.server.disruptions.limit_route("POST", r"/channels/\d+/messages", limit=2, window_s=0.2)
    started = asyncio.get_running_loop().time()
    for number in range(3):
        await scene.room.send(str(number))
    assert asyncio.get_running_loop().time() - started >= 0.1
    assert scene.statuses("/messages") == [200, 200, 200]


async def test_a_bucket_that_is_overdrawn_answers_429_with_its_headers(scene: Scene) -> None:
    scene.server.disruptions.limit_route("GET", "/gateway", limit=1, window_s=5)
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {scene.server.token}"}) as session:
        async with session.get(f"{scene.server.api_url}/gateway") as first:
            assert first.status == 200
            assert first.headers["Content-Type"] == "application/json"
            assert first.headers["X-RateLimit-Remaining"] == "0"
        async with session.get(f"{scene.server.api_url}/gateway") as second:
            assert second.status == 429
            assert second.headers["X-RateLimit-Scope"] == "user"
            body = await second.json()
            assert 0 < body["retry_after"] <= 5
            assert body["global"] is False


async def test_a_server_error_is_tried_again(scene: Scene) -> None:
    scene.server.disruptions.server_error("POST", r"/channels/\d+/messages", status=502)
    await scene.room.send("hello")
    assert scene.statuses("/messages") == [502, 200]


async def test_slow_truncated_and_cut_answers(scene: Scene) -> None:
    path = r"/channels/\d+/messages"
    scene.server.disruptions.slow("POST", path, seconds=0.1)
    started = asyncio.get_running_loop().time()
    await scene.room.send("slow")
    assert asyncio.get_running_loop().time() - started >= 0.1
    scene.server.disruptions.truncate("POST", path)
    with pytest.raises(aiohttp.ClientPayloadError):
        await scene.room.send("cut in its middle")
    assert scene.statuses("/messages") == [200, 200]
    scene.server.disruptions.cut("POST", path)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await scene.room.send("never seen")
    texts = [message.content for message in scene.channel.messages.values()]
    assert texts == ["slow", "cut in its middle"]


async def test_messages_are_read_edited_and_deleted(scene: Scene) -> None:
    sent = [await scene.room.send(str(number), embed=discord.Embed(title="t")) for number in range(3)]
    assert [one.content async for one in scene.room.history(limit=2)] == ["2", "1"]
    edited = await sent[0].edit(content="changed")
    assert edited.content == "changed"
    assert edited.embeds[0].title == "t"
    await sent[0].delete()
    with pytest.raises(discord.NotFound):
        await scene.room.fetch_message(sent[0].id)
    with pytest.raises(discord.HTTPException) as emptied:
        await sent[1].edit(content=None, embed=None)
    assert emptied.value.code == 50006


async def test_a_thread_is_opened_from_a_message(scene: Scene) -> None:
    posted = await scene.ann.post(scene.channel, "@bot let us talk")
    thread = await (await scene.room.fetch_message(int(posted.id))).create_thread(name="Let us talk")
    await thread.send("here")
    assert posted.thread is not None
    assert (await scene.server.wait_for_message(posted.thread)).content == "here"
    assert (await scene.ann.say(posted.thread, "@bot and now?")).content == "you said: and now?"
    await thread.edit(name="We talked", archived=True)
    assert (posted.thread.name, posted.thread.archived) == ("We talked", True)


async def test_reactions_come_and_go(scene: Scene) -> None:
    posted = await scene.ann.post(scene.channel, "@bot hi")
    message = await scene.room.fetch_message(int(posted.id))
    await message.add_reaction("👀")
    assert posted.reactions == ["👀"]
    assert scene.bot.user is not None
    await message.remove_reaction("👀", scene.bot.user)
    assert posted.reactions == []


async def test_what_a_human_takes_back_is_gone(scene: Scene) -> None:
    posted = await scene.ann.post(scene.channel, "something in passing")
    message = await scene.room.fetch_message(int(posted.id))
    await scene.ann.edit(posted, "@bot now it is for you")
    assert "for you" in (await message.fetch()).content
    await scene.ann.delete(posted)
    with pytest.raises(discord.HTTPException, match="Unknown message"):
        await message.reply("too late")
    later = await scene.guild.announce_channel("later")
    room = scene.bot.get_partial_messageable(int(later.id))
    await scene.guild.delete_channel(later)
    with pytest.raises(discord.NotFound) as gone:
        await room.send("too late")
    assert gone.value.code == 10003


async def test_a_bot_that_hangs_up_in_mid_request_is_no_fault_of_the_server(scene: Scene) -> None:
    """As a bot does that is closed while it sends."""
    url = yarl.URL(scene.server.api_url)
    path = f"{url.path}/channels/{scene.channel.id}/messages"
    _, writer = await asyncio.open_connection(url.host, url.port)
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bot {scene.server.token}\r\n"
    writer.write(f"{head}Content-Type: application/json\r\nContent-Length: 999\r\n\r\n{{".encode())
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.transport.abort()
    await asyncio.sleep(0.05)
    assert scene.server.violations == ()
    assert scene.channel.messages == {}


async def test_files_go_both_ways(scene: Scene) -> None:
    sent = await scene.room.send(file=discord.File(__file__, "test.py", description="this file"))
    assert (await sent.attachments[0].read()).startswith(b'"""The HTTP side')
    note = Upload("note.txt", b"a note", "text/plain")
    await scene.ann.post(scene.channel, "@bot read this", files=(note,))
    await scene.server.wait_for_message(scene.channel, lambda message: "read this" in message.content)
    cached = [
        message for message in scene.bot.cached_messages if message.attachments and not message.author.bot
    ]
    assert await cached[0].attachments[0].read() == b"a note"


async def test_words_that_are_not_for_the_bot_are_held_back(scene: Scene) -> None:
    passing = await scene.ann.post(scene.channel, "nothing for bots")
    seen = await scene.room.fetch_message(int(passing.id))
    assert seen.content == ""
    reply = await scene.ann.slash(scene.channel, "hello")
    answered = await scene.ann.post(scene.channel, "and a reply to a slash response", reply_to=reply.message)
    assert (await scene.room.fetch_message(int(answered.id))).content == ""
    spoken = await scene.ann.say(scene.channel, "@bot hi")
    silent = await scene.ann.post(scene.channel, "a reply without a ping", reply_to=spoken, ping=False)
    assert (await scene.room.fetch_message(int(silent.id))).content == ""


async def test_a_bot_without_permission_is_refused(scene: Scene) -> None:
    muted = await scene.guild.announce_channel("muted", bot_permissions=bits.VIEW_CHANNEL)
    hidden = await scene.guild.announce_channel("hidden", bot_permissions=0)
    for channel, code in ((muted, 50013), (hidden, 50001)):
        with pytest.raises(discord.Forbidden) as refused:
            await scene.bot.get_partial_messageable(int(channel.id)).send("hello")
        assert refused.value.code == code


async def test_a_parameter_that_is_no_number_is_refused(scene: Scene) -> None:
    route = discord.http.Route("GET", f"/channels/{scene.channel.id}/messages")
    for limit in ("many", "0", "101"):
        with pytest.raises(discord.HTTPException) as refused:
            await scene.bot.http.request(route, params={"limit": limit})
        assert refused.value.code == 50035


async def test_a_failure_of_the_server_itself_fails_the_test(scene: Scene) -> None:
    scene.channel.guild = None  # a text channel of no guild: nothing can be said of it
    headers = {"Authorization": f"Bot {scene.server.token}"}
    address = f"{scene.server.api_url}/channels/{scene.channel.id}"
    async with aiohttp.ClientSession(headers=headers) as session, session.get(address) as response:
        assert response.status == 500
    assert [one.kind for one in scene.server.take_violations()] == [Kind.OWN_FAULT]


async def test_a_stranger_is_not_answered() -> None:
    async with DiscordServer() as server:
        async with aiohttp.ClientSession() as session, session.get(f"{server.api_url}/users/@me") as response:
            assert response.status == 401
        assert [one.kind for one in server.take_violations()] == [Kind.UNAUTHORIZED]
