"""Used by every command and button for admins: who is one. Discord hides the commands from others by its own
command permissions, but these can be changed per server, so it is asked again here."""

import discord
from discord import app_commands

from bot.discord.toolkit.services import BotBase


def is_admin(interaction: discord.Interaction[BotBase]) -> bool:
    """Whether this person may look after the articles, which all servers share: in a server whose admins may
    (ADMIN_SERVERS, by default any), as an admin of it."""
    return _may(interaction.client, _server_of(interaction), interaction.user, interaction.permissions)


def is_admin_author(bot: BotBase, message: discord.Message) -> bool:
    """The same of whoever wrote a message."""
    author, guild = message.author, message.guild
    if guild is None or not isinstance(author, discord.Member):
        return False
    return _may(bot, guild.id, author, author.guild_permissions)


def _may(
    bot: BotBase, guild_id: int | None, user: discord.User | discord.Member, held: discord.Permissions
) -> bool:
    allowed = bot.settings.admin_servers
    if guild_id is None or (allowed and guild_id not in allowed):
        return False
    return _rules(bot, guild_id, user, held)


def _rules(
    bot: BotBase, guild_id: int, user: discord.User | discord.Member, held: discord.Permissions
) -> bool:
    """Whether somebody is an admin of a server: by the permission to manage it, or by one of the roles that
    the operator (ADMIN_ROLES) or the server's own settings name."""
    roles = {role.id for role in user.roles} if isinstance(user, discord.Member) else set()
    named = (*bot.settings.admin_roles, *bot.servers.as_far_as_known(guild_id).admin_roles)
    return held.manage_guild or not roles.isdisjoint(named)


def _server_of(interaction: discord.Interaction[BotBase]) -> int | None:
    """The server that took the bot in. Where somebody only brought it along for themselves, nobody is an
    admin: anybody can have a server of their own."""
    return interaction.guild_id if interaction.is_guild_integration() else None


def is_server_admin(interaction: discord.Interaction[BotBase]) -> bool:
    """Whether this person rules over this server's settings, whoever may look after the articles."""
    guild_id = _server_of(interaction)
    return guild_id is not None and _rules(
        interaction.client, guild_id, interaction.user, interaction.permissions
    )


def check_server_admin(interaction: discord.Interaction[BotBase], *, appoints: bool = False) -> None:
    """Raise for everybody who is no admin of this server. Every server's admins rule over its settings; who
    the admins are (`appoints`) is for those to say who may manage the server itself."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    if not is_server_admin(interaction) or (appoints and not interaction.permissions.manage_guild):
        raise app_commands.MissingPermissions(["manage_guild"])


def check_admin(interaction: discord.Interaction[BotBase]) -> None:
    """Raise what the error handler turns into a private refusal, for everybody else."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    if not is_admin(interaction):
        raise app_commands.MissingPermissions(["manage_guild"])
