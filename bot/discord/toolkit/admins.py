"""Used by every command and button for admins: who is one. Discord hides the commands from others by its own
command permissions, but these can be changed per server, so it is asked again here."""

import discord
from discord import app_commands

from bot.discord.toolkit.services import BotBase


class ArticlesOfAll(app_commands.CheckFailure):
    """An admin of a server whose admins do not look after the articles, which others have as well."""

    def __init__(self, guild_id: int) -> None:
        super().__init__(f"the admins of server {guild_id} do not look after the articles")
        self.guild_id = guild_id


def is_admin(interaction: discord.Interaction[BotBase]) -> bool:
    """Whether this person may look after the articles, which all servers share: as somebody who runs the bot,
    or as an admin of a server whose admins may: one of ADMIN_SERVERS, or the only one that the bot is in."""
    return _may(interaction.client, _server_of(interaction), interaction.user, interaction.permissions)


def is_admin_author(bot: BotBase, message: discord.Message) -> bool:
    """The same of whoever wrote a message."""
    author, guild = message.author, message.guild
    held = author.guild_permissions if isinstance(author, discord.Member) else discord.Permissions.none()
    return _may(bot, guild.id if guild else None, author, held)


def _may(
    bot: BotBase, guild_id: int | None, user: discord.User | discord.Member, held: discord.Permissions
) -> bool:
    if user.id in bot.operators:
        return True
    return guild_id is not None and _is_trusted(bot, guild_id) and _rules(bot, guild_id, user, held)


def _is_trusted(bot: BotBase, guild_id: int) -> bool:
    """Whether the admins of a server may look after the articles."""
    if bot.settings.admin_servers:
        return guild_id in bot.settings.admin_servers
    # A process with some of the shards, or before all are there, sees only some of the servers.
    sees_all = not bot.share.ids and (bot.shard_count == 1 or bot.is_ready())
    return sees_all and [guild.id for guild in bot.guilds] == [guild_id]


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
    if is_admin(interaction):
        return
    if is_server_admin(interaction):
        raise ArticlesOfAll(interaction.guild_id)
    raise app_commands.MissingPermissions(["manage_guild"])
