"""Answers in threads of their own, where a server's admins want them there."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.conversations import CHANNEL_S
from tests.bot.discord.conftest import Scene
from tests.bot.discord.questions.test_follow_up import NEXT, QUESTION, remembered
from tests.discord_server import permissions as bits
from tests.discord_server.world import Channel


@pytest.fixture
async def scene(quiet_scene: Scene) -> AsyncIterator[Scene]:
    """The people, with the bot running, in a server that wants threads."""
    await quiet_scene.choose(threads=True)
    async with quiet_scene.bot_running():
        yield quiet_scene


def threads(scene: Scene) -> list[Channel]:
    return [one for one in scene.guild.data.channels.values() if one.is_thread]


async def test_an_answer_opens_a_thread_named_after_the_question(scene: Scene) -> None:
    message = await scene.ann.say(scene.channel, f"@bot **{QUESTION}** {'really ' * 20}")
    (thread,) = threads(scene)
    assert message.channel is thread
    assert thread.name.startswith("How tall is the rebuilt lighthouse? really")
    assert len(thread.name) <= 100
    assert "41 metres" in message.text
    assert "Passages" in message.labels()


async def test_in_the_thread_a_mention_goes_on_with_the_conversation(scene: Scene) -> None:
    first = await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    await scene.settled(lambda: remembered(scene) == 1)
    second = await scene.ann.say(first.channel, f"@bot {NEXT}")
    assert second.channel is first.channel
    assert len(threads(scene)) == 1
    (turn,) = scene.answering.asked[1].conversation
    assert turn.question == QUESTION


async def test_a_refusal_opens_no_thread(scene: Scene) -> None:
    message = await scene.ann.say(scene.channel, "@bot Who won in 1998?")
    assert "I found nothing" in message.text
    assert message.channel is scene.channel
    assert threads(scene) == []


async def test_where_no_thread_may_be_opened_a_reply_stands_in_the_channel(quiet_scene: Scene) -> None:
    allowed = bits.MEMBER & ~bits.CREATE_PUBLIC_THREADS
    channel = quiet_scene.guild.add_text_channel("old", bot_permissions=allowed)
    await quiet_scene.choose(threads=True)
    async with quiet_scene.bot_running():
        message = await quiet_scene.ann.say(channel, f"@bot {QUESTION}")
        refused = [one for one in quiet_scene.server.requests if one.status == 403]
    assert message.channel is channel
    assert "41 metres" in message.text
    assert refused == []


async def test_direct_messages_have_no_threads(scene: Scene) -> None:
    message = await scene.ann.say(scene.ann.dm, QUESTION)
    assert message.channel is scene.ann.dm


async def test_a_thread_is_remembered_longer_than_a_channel(scene: Scene) -> None:
    await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    await scene.settled(lambda: remembered(scene) == 1)
    assert remembered(scene, beyond_s=2 * CHANNEL_S) == 1
