"""The permissions of the invite link: with exactly these all works, without any one of them it does not."""

import pytest

from bot.discord.connection.patience import Patience
from bot.discord.connection.permissions import (
    ADMINISTRATOR,
    EMBED,
    HISTORY,
    OPEN_THREADS,
    PERMISSIONS,
    SEND,
    SEND_IN_THREADS,
    VIEW,
    Permission,
    invite_link,
    missing,
    total,
)
from bot.storage.database import FILE_NAME
from bot.storage.servers import ServerSettings
from bot.storage.state import State
from tests.bot.discord.conftest import Scene
from tests.command_lines import ROOT
from tests.discord_server import NoAnswer
from tests.discord_server import permissions as bits
from tests.discord_server.world import PUBLIC_THREAD, Channel

QUESTION = "@bot How tall is the rebuilt lighthouse?"
NOT_YET_S = 0.5


async def answers(scene: Scene, channel: Channel, timeout_s: float = 20.0) -> bool:
    """Whether a mention in the channel is answered, in it or in a thread."""
    person = scene.guild.add_member("Somebody")
    try:
        reply = await person.say(channel, QUESTION, timeout_s=timeout_s)
    except NoAnswer:
        return False
    return "41 metres" in reply.text


def channel_with(scene: Scene, held: int, *, thread: bool = False) -> Channel:
    channel = scene.guild.add_text_channel("news", bot_permissions=held)
    if not thread:
        return channel
    world, guild = scene.server.world, scene.guild.data
    opened = Channel(world.ids.next(), PUBLIC_THREAD, "a thread", guild, parent=channel, bot_permissions=held)
    opened.owner = guild.owner
    return world.new_channel(opened)


@pytest.mark.parametrize("thread", [False, True])
async def test_with_exactly_these_a_mention_is_answered(quiet_scene: Scene, thread: bool) -> None:
    channel = channel_with(quiet_scene, total(), thread=thread)
    async with quiet_scene.bot_running():
        assert await answers(quiet_scene, channel)


@pytest.mark.parametrize(
    ("without", "thread"),
    [(VIEW, False), (SEND, False), (EMBED, False), (HISTORY, False), (SEND_IN_THREADS, True)],
)
async def test_without_one_of_them_it_is_not(quiet_scene: Scene, without: Permission, thread: bool) -> None:
    channel = channel_with(quiet_scene, total() & ~without.bit, thread=thread)
    async with quiet_scene.bot_running():
        assert not await answers(quiet_scene, channel, NOT_YET_S)
        assert await answers(quiet_scene, quiet_scene.channel)  # by now the other would have been, too


@pytest.mark.parametrize("held", [total(), total() & ~OPEN_THREADS.bit])
async def test_a_thread_of_its_own_needs_the_permission_to_open_one(quiet_scene: Scene, held: int) -> None:
    scene = quiet_scene
    channel = channel_with(scene, held)
    state = State(scene.data_dir / FILE_NAME)
    await state.servers.change(int(scene.guild.id), ServerSettings(threads=True))
    await state.close()
    async with scene.bot_running():
        reply = await scene.ann.say(channel, QUESTION)
    assert "41 metres" in reply.text
    assert reply.channel.is_thread is (held == total())


@pytest.mark.parametrize("held", [total(), total() & ~EMBED.bit, total() & ~SEND.bit])
async def test_the_audit_channel_needs_what_its_list_says(quiet_scene: Scene, held: int) -> None:
    scene = quiet_scene
    audit = scene.guild.add_text_channel("audit", bot_permissions=held)
    scene.more_settings = {"audit_channel": int(audit.id)}
    async with scene.bot_running(Patience()):
        reply = await scene.admin.slash(scene.channel, "articles rollback")
        await reply.wait_edit("Rolled back")
    assert bool(audit.messages) is (held == total())


async def test_commands_need_none_of_them(quiet_scene: Scene) -> None:
    channel = channel_with(quiet_scene, 0)
    async with quiet_scene.bot_running():
        reply = await quiet_scene.ann.slash(channel, "ask", question=QUESTION.removeprefix("@bot "))
        assert "41 metres" in (await reply.wait_done()).text


def test_what_is_missing_is_named_and_an_administrator_lacks_nothing() -> None:
    assert missing(total() & ~VIEW.bit & ~OPEN_THREADS.bit) == (VIEW, OPEN_THREADS)
    assert missing(ADMINISTRATOR) == ()


def test_the_link_asks_for_these_and_no_more() -> None:
    assert invite_link(7) == (
        "https://discord.com/oauth2/authorize?client_id=7&scope=bot+applications.commands"
        f"&permissions={sum(each.bit for each in PERMISSIONS)}&integration_type=0"
    )
    assert not total() & ADMINISTRATOR


@pytest.mark.parametrize("permission", PERMISSIONS, ids=lambda each: each.name)
def test_the_readme_says_of_each_what_it_is_for(permission: Permission) -> None:
    assert f"| {permission.name} | {permission.why} |" in (ROOT / "README.md").read_text(encoding="utf-8")


async def test_a_channel_without_embeds_is_told_so_in_plain_words(scene: Scene) -> None:
    held = bits.MEMBER & ~bits.EMBED_LINKS
    channel = await scene.guild.announce_channel("plain", bot_permissions=held)
    message = await scene.ann.say(channel, QUESTION)
    assert "I lack the permission “Embed Links” in this channel" in message.text
    assert not message.embeds


async def test_a_channel_in_which_it_may_not_write_hears_nothing_and_no_second_try(scene: Scene) -> None:
    held = bits.MEMBER & ~bits.SEND_MESSAGES
    channel = await scene.guild.announce_channel("mute", bot_permissions=held)
    path = f"/channels/{channel.id}/messages"
    await scene.ann.post(channel, QUESTION)
    await scene.server.wait_for(lambda: any(one.path == path for one in scene.server.requests), "it tries")
    await scene.ann.say(scene.channel, QUESTION)
    assert len([one for one in scene.server.requests if one.path == path]) == 1
