"""`/help`: what the bot does and how to ask."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.toolkit.admins import is_admin, is_server_admin
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.services import NOBODY, BotBase


class Help(commands.Cog):
    """The one page of help."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot

    @app_commands.command(name="help")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def show_help(self, interaction: discord.Interaction[BotBase]) -> None:
        """Show the help, with the admin's part for those who may use it."""
        messages = messages_for_user(interaction)
        shown = ("help-text", "help-ask", "help-follow", "help-check", "help-languages")
        parts = [messages(one) for one in shown]
        if is_server_admin(interaction):
            parts.append(messages("settings-help"))
        if is_admin(interaction):
            parts.append(messages("help-admin"))
        embed = panel("\n\n".join(parts), Colour.INFO, title=messages("help-title"))
        await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=NOBODY)
