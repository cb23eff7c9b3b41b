"""A small, real discord.py bot with one of each thing that a bot can do; the server's own tests drive it."""

import asyncio
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
TITLES = ("Lighthouse reopens", "Lindau plans its light", "Ferry timetable")


class Passages(discord.ui.View):
    """A persistent view: a button, one that opens a modal, and a select menu."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Passages", custom_id="passages")
    async def passages(self, interaction: discord.Interaction, _: discord.ui.Button[Any]) -> None:
        await interaction.response.send_message("the passages, word for word", ephemeral=True)

    @discord.ui.button(label="Next", custom_id="next")
    async def next(self, interaction: discord.Interaction, _: discord.ui.Button[Any]) -> None:
        await interaction.response.edit_message(content="page 2")

    @discord.ui.button(label="Follow up", custom_id="follow")
    async def follow(self, interaction: discord.Interaction, _: discord.ui.Button[Any]) -> None:
        await interaction.response.send_modal(FollowUp())

    @discord.ui.button(label="Gone", custom_id="gone", disabled=True)
    async def gone(self, interaction: discord.Interaction, _: discord.ui.Button[Any]) -> None:
        raise NotImplementedError

    @discord.ui.select(
        custom_id="pick",
        options=[
            discord.SelectOption(label="First", value="1"),
            discord.SelectOption(label="Second", value="2"),
        ],
    )
    async def pick(self, interaction: discord.Interaction, menu: discord.ui.Select[Any]) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content=f"picked {menu.values[0]}")


class FollowUp(discord.ui.Modal, title="Ask on"):
    """One required line."""

    question: discord.ui.TextInput[Any] = discord.ui.TextInput(label="Question", max_length=20)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"you asked {self.question.value}")


class SampleBot(commands.AutoShardedBot):
    """Logs in, syncs its commands, and answers."""

    def __init__(self, **options: Any) -> None:
        settings: dict[str, Any] = {
            "command_prefix": commands.when_mentioned,
            "intents": INTENTS,
            "allowed_mentions": discord.AllowedMentions.none(),
            "help_command": None,
            "guild_ready_timeout": 0.05,
        }
        super().__init__(**(settings | options))
        self.answering = asyncio.Event()
        self.answering.set()

    async def setup_hook(self) -> None:
        self.tree.add_command(ask)
        self.tree.add_command(hello)
        self.tree.add_command(sources)
        self.tree.add_command(reindex)
        self.tree.add_command(about)
        self.add_view(Passages())
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without the five seconds between two identifies."""

    async def on_message(self, message: discord.Message, /) -> None:
        assert self.user is not None
        if message.author.bot or not (self.user in message.mentions or message.guild is None):
            return
        async with message.channel.typing():
            await message.reply(f"you said: {message.content.replace(self.user.mention, '').strip()}")


@app_commands.command(description="Ask the articles")
@app_commands.describe(question="What do you want to know?", private="Only you see the answer")
async def ask(
    interaction: discord.Interaction[SampleBot],
    question: app_commands.Range[str, 3, 50],
    private: bool = False,
) -> None:
    await interaction.response.defer(ephemeral=private)
    await interaction.client.answering.wait()
    embed = discord.Embed(title=question, description="41 metres [1]")
    await interaction.edit_original_response(embed=embed, view=Passages())


@app_commands.command(description="Say hello at once")
async def hello(interaction: discord.Interaction[SampleBot], who: discord.User | None = None) -> None:
    await interaction.response.send_message(f"hello {who.name if who else interaction.user.name}")
    await interaction.followup.send("and welcome", file=discord.File(__file__, "bot.txt"))


sources = app_commands.Group(name="sources", description="What is indexed")


@sources.command(description="One article")
@app_commands.describe(title="Which one")
async def show(interaction: discord.Interaction[SampleBot], title: str) -> None:
    await interaction.response.send_message(title, ephemeral=True)


@show.autocomplete("title")
async def titles(interaction: discord.Interaction[SampleBot], text: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=one, value=one) for one in TITLES if text.lower() in one.lower()]


@app_commands.command(description="Build the index anew")
@app_commands.default_permissions(manage_guild=True)
async def reindex(interaction: discord.Interaction[SampleBot]) -> None:
    allowed = interaction.permissions.manage_guild
    await interaction.response.send_message("building" if allowed else "admins only", ephemeral=True)


@app_commands.context_menu(name="Ask about this")
async def about(interaction: discord.Interaction[SampleBot], message: discord.Message) -> None:
    await interaction.response.send_message(f"about: {message.content}")
