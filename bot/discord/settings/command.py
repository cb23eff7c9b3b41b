"""`/settings`: the panel for the admins of a server. Only they see it."""

import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.settings.backup import ImportForm
from bot.discord.settings.controls import ChannelsMenu, ChoiceMenu, RolesMenu, SettingsButton, handlers
from bot.discord.settings.handling import HANDLERS
from bot.discord.settings.panel import show_panel
from bot.discord.settings.publishers import PublishersForm
from bot.discord.settings.topics import HOME
from bot.discord.settings.words import PUBLISHERS
from bot.discord.toolkit.admins import check_server_admin
from bot.discord.toolkit.replying import UNSENT, defer
from bot.discord.toolkit.services import BotBase
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
        await self._forget(guild.id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """The same for those that removed the bot while it was not running. Where not one of all is there, it
        is likelier that somebody started another bot on this data, so then nothing is forgotten."""
        ours = [one for one in self.bot.servers.known() if self._is_ours(one)]
        missing = [one for one in ours if self.bot.get_guild(one) is None]
        if not missing or len(missing) == len(ours):
            return
        for guild_id in missing:
            try:
                await self.bot.fetch_guild(guild_id, with_counts=False)
            except (discord.NotFound, discord.Forbidden):
                await self._forget(guild_id)
            except UNSENT as error:
                log.info(
                    "Whether server %d still has the bot is asked at the next start: %s", guild_id, error
                )

    def _is_ours(self, guild_id: int) -> bool:
        """Whether events of this server come to one of this process's shards."""
        return (guild_id >> 22) % (self.bot.shard_count or 1) in self.bot.shards

    async def _forget(self, guild_id: int) -> None:
        try:
            await self.bot.servers.forget_removed(guild_id)
        except StorageError as error:
            log.error("The settings of server %d could not be deleted: %s", guild_id, error)
        else:
            log.info("Server %d has removed the bot; its settings are deleted.", guild_id)
