"""The humans do only what Discord's client would let them do."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import discord
import pytest

from tests.discord_server import Channel, DiscordServer, Human, Message, RefusedByClient
from tests.discord_server.fixtures import running
from tests.discord_server_tests.sample_bot import SampleBot


@dataclass
class Scene:
    """Two people in a channel, and an answer with buttons."""

    server: DiscordServer
    bot: SampleBot
    channel: Channel
    ann: Human
    ben: Human

    async def answer(self, **options: Any) -> Message:
        reply = await self.ann.slash(self.channel, "ask", question="How tall is it?", **options)
        return await reply.wait_done()


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    async with DiscordServer() as server:
        guild = server.add_guild("Harbour", locale="de")
        channel = guild.add_text_channel("news")
        ann, ben = guild.add_member("Ann", locale="fr"), guild.add_member("Ben")
        bot = SampleBot()
        async with running(bot, server):
            yield Scene(server, bot, channel, ann, ben)


@pytest.mark.parametrize(
    ("name", "options", "why"),
    [
        ("unheard", {}, "no command 'unheard'"),
        ("sources", {}, "needs a subcommand: show"),
        ("sources hide", {}, "no subcommand 'hide'"),
        ("ask", {}, "'question' is missing"),
        ("ask", {"question": "ab"}, "takes 3 to 50 characters, not 2"),
        ("ask", {"question": "x" * 51}, "takes 3 to 50 characters, not 51"),
        ("ask", {"question": 3}, "does not take 3"),
        ("ask", {"question": "abc", "since": "x"}, "no option 'since'"),
        ("ask", {"question": "abc", "private": "yes"}, "does not take 'yes'"),
        ("sources show", {"title": ""}, "takes 1 to 6000 characters, not 0"),
    ],
)
async def test_a_command_is_typed_as_it_was_registered(
    scene: Scene, name: str, options: dict[str, Any], why: str
) -> None:
    with pytest.raises(RefusedByClient, match=why):
        await scene.ann.slash(scene.channel, name, **options)


async def test_only_what_a_message_has_is_pressed_or_chosen(scene: Scene) -> None:
    message = await scene.answer()
    with pytest.raises(RefusedByClient, match="no button 'Share'"):
        await scene.ann.click(message, label="Share")
    with pytest.raises(RefusedByClient, match="disabled"):
        await scene.ann.click(message, label="Gone")
    with pytest.raises(RefusedByClient, match="no option 'Third'"):
        await scene.ann.select(message, "Third")
    with pytest.raises(RefusedByClient, match="choose 1 to 1"):
        await scene.ann.select(message, "First", "Second")


async def test_an_ephemeral_message_is_seen_by_its_user_alone(scene: Scene) -> None:
    message = await scene.answer(private=True)
    assert scene.ann.sees(message)
    assert not scene.ben.sees(message)
    with pytest.raises(RefusedByClient, match="does not see"):
        await scene.ben.click(message, label="Passages")
    assert (await scene.ann.click(message, label="Passages")).ephemeral


async def test_a_modal_holds_its_lengths(scene: Scene) -> None:
    opened = await scene.ann.click(await scene.answer(), label="Follow up")
    for value in ("", "x" * 21):
        with pytest.raises(RefusedByClient, match="takes 1 to 20 characters"):
            await scene.ann.submit(opened, {"Question": value})
    with pytest.raises(RefusedByClient, match="no input 'Other'"):
        await scene.ann.submit(opened, {"Question": "why?", "Other": "x"})
    with pytest.raises(RefusedByClient, match="no open modal"):
        await scene.ben.submit(opened, {"Question": "why?"})


async def test_messages_have_discords_lengths(scene: Scene) -> None:
    for text in ("", "  ", "x" * 2001):
        with pytest.raises(RefusedByClient):
            await scene.ann.post(scene.channel, text)
    await scene.ann.post(scene.channel, "x" * 4000, nitro=True)


async def test_locales_reach_the_bot(scene: Scene) -> None:
    seen: list[tuple[discord.Locale, discord.Locale | None]] = []

    async def note(interaction: discord.Interaction) -> None:
        seen.append((interaction.locale, interaction.guild_locale))

    scene.bot.add_listener(note, "on_interaction")
    await scene.ann.slash(scene.channel, "hello")
    assert seen == [(discord.Locale.french, discord.Locale.german)]


async def test_autocomplete_only_where_it_is_offered(scene: Scene) -> None:
    with pytest.raises(RefusedByClient, match="no option 'question' with autocomplete"):
        await scene.ann.autocomplete(scene.channel, "ask", "question", "how")
    assert await scene.ann.autocomplete(scene.channel, "sources show", "title", "zzz") == []


async def test_commands_are_kept_as_discord_gives_them_back(scene: Scene) -> None:
    fetched = await scene.bot.tree.fetch_commands()
    assert sorted(command.name for command in fetched) == [
        "Ask about this",
        "ask",
        "hello",
        "reindex",
        "sources",
    ]
    again = await scene.bot.tree.sync()
    assert {command.id for command in again} == {command.id for command in fetched}
