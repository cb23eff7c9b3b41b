"""What becomes of a change: checked, kept, told in the audit channel; servers are told of their log."""

import discord

from bot.discord.settings.topics import ALL_FIELDS, APPOINTING
from bot.discord.settings.words import CHANNELS, ROLES, change_line, changes_within
from bot.discord.toolkit.admins import check_server_admin
from bot.discord.toolkit.audit import record_in_server
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_server, messages_for_user
from bot.discord.toolkit.replying import UNSENT
from bot.discord.toolkit.services import NOBODY, BotBase
from bot.messages import Messages
from bot.storage.servers import DEFAULTS, ServerSettings

AUDIT_ROOM = 3500
NOTE_ROOM = 900


async def change(interaction: discord.Interaction[BotBase], **fields: object) -> str:
    """Keep these fields' new values and return in words what changed; empty where nothing did.

    Raises Refused for what this server does not have, MissingPermissions, StorageError: nothing changed then.
    """
    bot, guild_id = interaction.client, interaction.guild_id
    check_server_admin(interaction, appoints=not APPOINTING.isdisjoint(fields))
    assert guild_id is not None
    _check_ids(fields, interaction)
    if fields.get("log_questions") and not bot.servers.of(guild_id).log_questions:
        await _tell_of_the_log(interaction)
    before, after = await bot.servers.update(guild_id, **fields)
    changed = [field for field in ALL_FIELDS if getattr(before, field) != getattr(after, field)]
    if not changed:
        return ""

    def lines(messages: Messages, room: int) -> str:
        told = [change_line(field, before, after, interaction.guild, messages) for field in changed]
        return changes_within(told, room, messages)

    def line(messages: Messages) -> str:
        changes = lines(messages, AUDIT_ROOM)
        return messages("settings-audit", who=interaction.user.mention, changes=changes)

    await record_in_server(bot, line, guild_id, before.audit_channel)
    return lines(messages_for_user(interaction), NOTE_ROOM)


async def reset(interaction: discord.Interaction[BotBase], fields: tuple[str, ...]) -> str:
    """Set these fields back; like `change`."""
    return await change(interaction, **{field: getattr(DEFAULTS, field) for field in fields})


def is_default(settings: ServerSettings, fields: tuple[str, ...]) -> bool:
    """Whether a reset of these fields would change nothing."""
    return all(getattr(settings, field) == getattr(DEFAULTS, field) for field in fields)


def _check_ids(fields: dict[str, object], interaction: discord.Interaction[BotBase]) -> None:
    """Refuse ids of channels and roles that this server does not have, and @everyone as a role."""
    guild, messages = interaction.guild, messages_for_user(interaction)
    if guild is None or guild.unavailable:
        return
    for field, value in fields.items():
        ids = [one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, int)]
        if field in ROLES and guild.id in ids:
            raise Refused(messages("settings-not-everyone"))
        if field in CHANNELS and any(guild.get_channel(one) is None for one in ids):
            raise Refused(messages("settings-no-such-channel"))
        if field in ROLES and any(guild.get_role(one) is None for one in ids):
            raise Refused(messages("settings-no-such-role"))


async def _tell_of_the_log(interaction: discord.Interaction[BotBase]) -> None:
    """Say where all see it that questions are logged from now on. Raises Refused where that cannot be said:
    then they are not."""
    bot = interaction.client
    assert interaction.channel_id is not None
    words = messages_for_server(bot, interaction.guild)
    notice = panel(words("settings-log-notice", who=interaction.user.mention), Colour.INFO)
    try:
        channel = bot.get_partial_messageable(interaction.channel_id)
        await channel.send(embed=notice, allowed_mentions=NOBODY)
    except UNSENT as error:
        raise Refused(messages_for_user(interaction)("settings-log-untold")) from error
