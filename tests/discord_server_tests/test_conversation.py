"""A real discord.py bot talks with the humans of the loopback server."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from tests.discord_server import Channel, DiscordServer, Human, Place, RefusedByClient
from tests.discord_server import permissions as bits
from tests.discord_server.fixtures import running
from tests.discord_server_tests.sample_bot import SampleBot


@dataclass
class Scene:
    """Everyone who is there."""

    server: DiscordServer
    bot: SampleBot
    guild: Place
    channel: Channel
    ann: Human
    admin: Human


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    async with DiscordServer() as server:
        guild = server.add_guild("Harbour")
        channel = guild.add_text_channel("news")
        ann, admin = guild.add_member("Ann"), guild.add_member("Adm", permissions=bits.MANAGE_GUILD)
        bot = SampleBot()
        async with running(bot, server):
            yield Scene(server, bot, guild, channel, ann, admin)


async def test_a_deferred_answer_arrives_by_edit(scene: Scene) -> None:
    scene.bot.answering.clear()
    reply = await scene.ann.slash(scene.channel, "ask", question="How tall is it?")
    assert reply.deferred
    assert not reply.ephemeral
    assert reply.message.loading
    assert reply.first_response_seconds < 1
    scene.bot.answering.set()
    message = await reply.wait_done()
    assert message.embeds[0]["title"] == "How tall is it?"
    assert message.labels() == ["Passages", "Next", "Follow up", "Gone"]


async def test_an_immediate_answer_with_a_follow_up_and_a_file(scene: Scene) -> None:
    reply = await scene.ann.slash(scene.channel, "hello", who=scene.admin.user)
    assert reply.message.content == "hello Adm"
    followup = await reply.wait_followup()
    assert followup.text == "and welcome"
    assert followup.attachments[0].filename == "bot.txt"


async def test_autocomplete_suggests_and_the_choice_is_shown(scene: Scene) -> None:
    choices = await scene.ann.autocomplete(scene.channel, "sources show", "title", "li")
    assert [choice.name for choice in choices] == ["Lighthouse reopens", "Lindau plans its light"]
    reply = await scene.ann.slash(scene.channel, "sources show", title=choices[0].value)
    assert reply.ephemeral
    assert reply.message.text == "Lighthouse reopens"


async def test_buttons_select_and_modal(scene: Scene) -> None:
    reply = await scene.ann.slash(scene.channel, "ask", question="How tall is it?")
    message = await reply.wait_done()
    page = await scene.ann.click(message, label="Passages")
    assert page.ephemeral
    assert page.message.content == "the passages, word for word"
    updated = await scene.ann.click(message, label="Next")
    assert updated.updated
    assert updated.message is message
    assert message.content == "page 2"
    picked = await scene.ann.select(message, "Second")
    assert picked.deferred
    assert (await picked.wait_done()).content == "picked 2"
    opened = await scene.ann.click(message, label="Follow up")
    assert opened.modal is not None
    answer = await scene.ann.submit(opened, {"Question": "and the old one?"})
    assert answer.message.content == "you asked and the old one?"


async def test_mentions_direct_messages_and_menus(scene: Scene) -> None:
    answer = await scene.ann.say(scene.channel, "@bot how tall?")
    assert answer.content == "you said: how tall?"
    assert answer.reply_to is not None
    assert scene.channel.typing_count == 1
    again = await scene.ann.say(scene.channel, "and the old one?", reply_to=answer)
    assert again.content == "you said: and the old one?"
    assert (await scene.ann.say(scene.ann.dm, "hi")).content == "you said: hi"
    other = await scene.admin.post(scene.channel, "something said in passing")
    assert (
        await scene.ann.menu(other, "Ask about this")
    ).message.content == "about: something said in passing"


async def test_admin_commands_are_hidden_unless_forced(scene: Scene) -> None:
    assert (await scene.admin.slash(scene.channel, "reindex")).message.content == "building"
    with pytest.raises(RefusedByClient, match="hidden"):
        await scene.ann.slash(scene.channel, "reindex")
    assert (await scene.ann.slash(scene.channel, "reindex", force=True)).message.content == "admins only"
