"""Used by every command and button for admins: who is one. Discord hides the commands from others by its own
command permissions, but these can be changed per server, so it is asked again here."""

import discord
from discord import app_commands

from bot.base import BotBase


def is_admin(interaction: discord.Interaction[BotBase]) -> bool:
    """Whether this person may look after the articles: in a server whose admins may (ADMIN_SERVERS, by
    default any), with the permission to manage it or one of the ADMIN_ROLES."""
    settings = interaction.client.settings
    if interaction.guild_id is None:
        return False
    if settings.admin_servers and interaction.guild_id not in settings.admin_servers:
        return False
    user = interaction.user
    roles = {role.id for role in user.roles} if isinstance(user, discord.Member) else set()
    return interaction.permissions.manage_guild or not roles.isdisjoint(settings.admin_roles)


def check_admin(interaction: discord.Interaction[BotBase]) -> None:
    """Raise what the error handler turns into a private refusal, for everybody else."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    if not is_admin(interaction):
        raise app_commands.MissingPermissions(["manage_guild"])
