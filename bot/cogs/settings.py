"""`/settings`: the panel for the admins of a server. Only they see it."""

import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot.base import BotBase
from bot.rendering.settings import PUBLISHERS
from bot.views.admins import check_server_admin
from bot.views.replying import defer
from bot.views.settings.backup import ImportForm
from bot.views.settings.controls import ChannelsMenu, ChoiceMenu, RolesMenu, SettingsButton, handlers
from bot.views.settings.handling import HANDLERS
from bot.views.settings.panel import show_panel
from bot.views.settings.publishers import PublishersForm
from bot.views.settings.topics import HOME
from index.errors import StorageError

log = logging.getLogger(__name__)

CONTROLS = (SettingsButton, ChannelsMenu, RolesMenu, ChoiceMenu)


class Settings(commands.Cog):
    """The command, and what becomes of the settings of a server that removes the bot."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Take the panel's menus, buttons and forms from before a restart too."""
        handlers.update(HANDLERS)
        self.bot.add_dynamic_items(*CONTROLS)
        self.bot.add_view(ImportForm(self.bot.messages))
        for field in PUBLISHERS:
            self.bot.add_view(PublishersForm(field, self.bot.messages))

    @app_commands.command(name="settings")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def settings(self, interaction: discord.Interaction[BotBase]) -> None:
        """Show the panel; described in the messages."""
        check_server_admin(interaction)
        await defer(interaction, private=True)
        await show_panel(interaction, HOME)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """A server that removed the bot is forgotten at once. (One that is only away for a while is not:
        Discord tells the two apart.)"""
        try:
            await self.bot.servers.forget(guild.id)
        except StorageError as error:
            log.error("The settings of server %d could not be deleted: %s", guild.id, error)
        else:
            log.info("Server %d has removed the bot; its settings are deleted.", guild.id)
