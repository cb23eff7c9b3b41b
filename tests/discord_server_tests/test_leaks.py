"""What one human is told in private does not come out where others read it, unless they share it."""

from typing import Any

import discord

from tests.discord_server import Kind
from tests.discord_server_tests.misbehaving import answer, bot_that

LONG = "The rebuilt tower stands 41 metres above the quay, six more than the old one."


class Share(discord.ui.View):
    """A button that posts the private answer for all."""

    @discord.ui.button(label="Share")
    async def share(self, interaction: discord.Interaction, _: discord.ui.Button[Any]) -> None:
        await interaction.response.defer()
        await interaction.followup.send(LONG)
        assert isinstance(interaction.channel, discord.TextChannel)
        await interaction.channel.send(LONG)


async def test_sharing_by_a_button_is_no_leak() -> None:
    async def private(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(LONG, ephemeral=True, view=Share())

    async with bot_that(private) as scene:
        reply = await scene.ann.slash(scene.channel, "go")
        shared = await scene.ann.click(reply.message, label="Share")
        assert (await shared.wait_followup()).visible_to is None
        await scene.server.wait_for_message(scene.channel, lambda message: not message.webhook)
        assert scene.broken() == []


async def test_the_same_answer_to_another_human_is_no_leak() -> None:
    async def answer_twice(interaction: discord.Interaction) -> None:
        private = interaction.user.name == "Ann"
        await interaction.response.send_message(LONG, ephemeral=private)

    async with bot_that(answer_twice) as scene:
        assert (await scene.ann.slash(scene.channel, "go")).ephemeral
        assert not (await scene.admin.slash(scene.channel, "go")).ephemeral
        assert scene.broken() == []


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
