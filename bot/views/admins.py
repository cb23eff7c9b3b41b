"""Used by every command and button for admins: who is one. Discord hides the commands from others by its own
command permissions, but these can be changed per server, so it is asked again here."""

import discord
from discord import app_commands

from bot.base import BotBase


def is_admin(interaction: discord.Interaction[BotBase]) -> bool:
    """Whether this person may look after the articles: in a server whose admins may (ADMIN_SERVERS, by
    default any), with the permission to manage it or one of the ADMIN_ROLES."""
    return _may(interaction.client, interaction.guild_id, interaction.user, interaction.permissions)


def is_admin_author(bot: BotBase, message: discord.Message) -> bool:
    """The same of whoever wrote a message."""
    author, guild = message.author, message.guild
    if guild is None or not isinstance(author, discord.Member):
        return False
    return _may(bot, guild.id, author, author.guild_permissions)


def _may(
    bot: BotBase, guild_id: int | None, user: discord.User | discord.Member, held: discord.Permissions
) -> bool:
    settings = bot.settings
    if guild_id is None or (settings.admin_servers and guild_id not in settings.admin_servers):
        return False
    roles = {role.id for role in user.roles} if isinstance(user, discord.Member) else set()
    return held.manage_guild or not roles.isdisjoint(settings.admin_roles)


def check_admin(interaction: discord.Interaction[BotBase]) -> None:
    """Raise what the error handler turns into a private refusal, for everybody else."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    if not is_admin(interaction):
        raise app_commands.MissingPermissions(["manage_guild"])
