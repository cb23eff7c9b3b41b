"""`/privacy`: what is stored about the person who asks, all of it as a file, and its deletion. For everybody,
everywhere, and seen by that person alone."""

import json
from datetime import UTC, datetime

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.privacy.embed import Here, privacy_embed
from bot.discord.privacy.forget import forget_view
from bot.discord.toolkit.admins import is_admin
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import Attached, defer, show
from bot.discord.toolkit.services import BotBase

FILE = "footnote-privacy.json"


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Privacy(commands.GroupCog, name="privacy"):
    """What is stored about a person."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot
        super().__init__()

    @app_commands.command(name="show")
    async def show_privacy(self, interaction: discord.Interaction[BotBase]) -> None:
        """What, for how long, and who else gets questions; described in the messages."""
        await defer(interaction, private=True)
        guild_id = interaction.guild_id
        here = Here(self.bot.servers.of(guild_id), guild_id is not None, is_admin(interaction))
        await show(interaction, privacy_embed(self.bot.settings, here, messages_for_user(interaction)))

    @app_commands.command(name="export")
    async def export(self, interaction: discord.Interaction[BotBase]) -> None:
        """All of it as a file; described in the messages."""
        await defer(interaction, private=True)
        messages, person = messages_for_user(interaction), interaction.user.id
        tables = await self.bot.state.people.export(person)
        document = {
            "person_id": str(person),
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "stored": tables,
            "in_memory": {"questions_counted_for_limits": self.bot.limits.held_of(person)},
        }
        text = json.dumps(document, ensure_ascii=False, indent=2)
        told = messages("privacy-export-done", count=sum(len(rows) for rows in tables.values()))
        embed = panel(told, Colour.INFO, title=messages("privacy-title"))
        await show(interaction, embed, attached=Attached(FILE, text))

    @app_commands.command(name="forget")
    async def forget(self, interaction: discord.Interaction[BotBase]) -> None:
        """Delete all of it, after a question; described in the messages."""
        await defer(interaction, private=True)
        messages, person = messages_for_user(interaction), interaction.user.id
        held = await self.bot.state.people.held_of(person)
        if not held.total:
            await show(interaction, panel(messages("privacy-forget-nothing"), Colour.INFO))
            return
        asking = panel(messages("privacy-forget-ask", count=held.total), Colour.INFO)
        await show(interaction, asking, forget_view(messages))
