"""Part of the panel: the settings as a file, and a file read in after a look at what it would change."""

import asyncio
import json
import logging
import secrets
from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.settings.backup_file import (
    LARGEST_BYTES,
    NAMED_FIELDS,
    Backup,
    Named,
    NoBackup,
    given_fields,
    ids_of,
    read_backup,
    write_backup,
)
from bot.discord.settings.changing import change
from bot.discord.settings.controls import SettingsButton
from bot.discord.settings.panel import KINDS, settings_of, show_topic
from bot.discord.settings.publishers import indexed_names
from bot.discord.settings.topics import ALL_FIELDS, Topic
from bot.discord.settings.words import PUBLISHERS, ROLES, change_line, field_name, within
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.admins import check_server_admin
from bot.discord.toolkit.buttons import Form, view_of
from bot.discord.toolkit.discord_limits import shorten
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import escape_within
from bot.discord.toolkit.replying import UNSENT, Attached, defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.storage.servers import ServerSettings, waiting_in

log = logging.getLogger(__name__)

FETCH_S = 20.0
TITLE = 45
NAME_ROOM = 60
WHERE_ROOM = 60
LINES_ROOM = 3000


async def export(interaction: discord.Interaction[BotBase], _: str, __: Sequence[str]) -> None:
    """Put the file under the panel."""
    check_server_admin(interaction)
    await defer_turn(interaction)
    guild = interaction.guild
    server = Named(id=str(interaction.guild_id), name=guild.name[:200] if guild else "")
    text = write_backup(settings_of(interaction), server, lambda field, one: _name(field, one, guild))
    file = Attached(f"footnote-settings-{interaction.guild_id}.json", text)
    note = messages_for_user(interaction)("settings-exported")
    await show_topic(interaction, Topic.BACKUP, note, file)


async def open_form(interaction: discord.Interaction[BotBase], _: str, __: Sequence[str]) -> None:
    """Ask for the file. It may say who the admins are, so it is for those who may."""
    check_server_admin(interaction, appoints=True)
    await interaction.response.send_modal(ImportForm(messages_for_user(interaction)))


class ImportForm(Form):
    """Takes one file."""

    def __init__(self, messages: Messages) -> None:
        title = shorten(messages("settings-import-form-modal"), TITLE)
        super().__init__(title=title, custom_id="settings:file")
        self._file: discord.ui.FileUpload[discord.ui.View] = discord.ui.FileUpload(custom_id="file")
        self.add_item(
            discord.ui.Label(
                text=shorten(messages("settings-import-label"), TITLE),
                description=shorten(messages("settings-import-hint"), discord_limits.CHOICE),
                component=self._file,
            )
        )

    async def submit(self, interaction: discord.Interaction[BotBase]) -> None:
        files = list(self._file.values)
        check_server_admin(interaction, appoints=True)
        await defer_turn(interaction)
        try:
            await _ask(interaction, await _read(interaction, files))
        except Refused as refused:
            note = messages_for_user(interaction)("settings-warning", text=str(refused))
            await show_topic(interaction, Topic.BACKUP, note)


async def take(interaction: discord.Interaction[BotBase], what: str, _: Sequence[str]) -> None:
    """Set what the file said, after the question."""
    check_server_admin(interaction, appoints=True)
    await defer_turn(interaction)
    messages = messages_for_user(interaction)
    kept = await interaction.client.state.long_name(_kept_as(interaction, what))
    if kept is None:
        raise Refused(messages("settings-out-of-date"))
    fields = {name: tuple(one) if isinstance(one, list) else one for name, one in json.loads(kept).items()}
    try:
        done = await change(interaction, **fields)
    except Refused as refused:
        note = messages("settings-warning", text=str(refused))
    else:
        note = messages("settings-done", changes=done) if done else messages("settings-same")
    await show_topic(interaction, Topic.BACKUP, note)


async def _read(interaction: discord.Interaction[BotBase], files: Sequence[discord.Attachment]) -> Backup:
    """The file's content. Raises Refused, in words that say what is wrong with it."""
    messages = messages_for_user(interaction)
    try:
        if any(one.size > LARGEST_BYTES for one in files):
            raise Refused(messages("settings-import-too-large", kilobytes=LARGEST_BYTES // 1024))
        data = await asyncio.wait_for(files[0].read(), FETCH_S) if files else b""
        return read_backup(data)
    except NoBackup as error:
        where = escape_within(error.where, WHERE_ROOM)
        raise Refused(messages("settings-import-unreadable", why=error.why, where=where)) from error
    except (TimeoutError, *UNSENT) as error:
        log.warning("A file of settings could not be fetched from Discord: %s", type(error).__name__)
        raise Refused(messages("settings-import-not-fetched")) from error


async def _ask(interaction: discord.Interaction[BotBase], backup: Backup) -> None:
    """Show what the file would change, and keep it until that is confirmed."""
    bot, messages, guild = interaction.client, messages_for_user(interaction), interaction.guild
    fields = given_fields(backup)
    remarks = [*_leave_out(fields, backup, guild, messages), *await _unindexed(bot, fields, messages)]
    before = settings_of(interaction)
    after = ServerSettings.model_validate(before.model_dump() | fields)
    changed = [field for field in ALL_FIELDS if getattr(before, field) != getattr(after, field)]
    warned = [messages("settings-warning", text=one) for one in remarks]
    if not changed:
        await show_topic(interaction, Topic.BACKUP, "\n".join([messages("settings-import-nothing"), *warned]))
        return
    token = secrets.token_hex(12)
    await bot.state.keep_long_name(_kept_as(interaction, f"file:{token}"), json.dumps(fields))
    lines = [f"- {change_line(field, before, after, guild, messages)}" for field in changed]
    text = "\n".join([messages("settings-import-ask"), within(lines, LINES_ROOM, messages)])
    embed = panel(
        "\n\n".join([text, *([within(warned, discord_limits.FIELD_VALUE, messages)] if warned else [])]),
        Colour.INFO,
        title=messages("settings-import"),
    )
    confirm = SettingsButton(
        "take",
        f"file:{token}",
        label=messages("settings-import-confirm"),
        style=discord.ButtonStyle.primary,
    )
    leave = SettingsButton("open", str(Topic.BACKUP), label=messages("confirm-leave"))
    await show(interaction, embed, view_of(confirm, leave))


def _leave_out(
    fields: dict[str, object], backup: Backup, guild: discord.Guild | None, messages: Messages
) -> list[str]:
    """Take out of the fields what this server does not have, as where the file is another server's; a line
    for each field of which something was."""
    lines = []
    for field in [one for one in ALL_FIELDS if one in fields and one in NAMED_FIELDS]:
        ids = ids_of(fields[field])
        gone = [one for one in ids if not _fits(field, one, guild)]
        if not gone:
            continue
        kept = tuple(one for one in ids if one not in gone)
        fields[field] = kept if isinstance(fields[field], tuple) else None
        given: Any = getattr(backup.settings, field)
        names = {int(one.id): one.name or one.id for one in (given if isinstance(given, list) else [given])}
        shown = ", ".join(escape_within(names[one], NAME_ROOM) for one in gone)
        lines.append(messages("settings-import-left-out", field=field_name(field, messages), names=shown))
    return lines


async def _unindexed(bot: BotBase, fields: dict[str, object], messages: Messages) -> list[str]:
    """A line for the publishers that the index does not have. They stay: without them a list that lets in
    only some would let in all."""
    indexed = await indexed_names(bot)
    named = [str(one) for field in PUBLISHERS for one in _names(fields.get(field))]
    unknown = [escape_within(one, NAME_ROOM) for one in dict.fromkeys(named) if one not in indexed]
    if not unknown or not indexed:
        return []
    return [
        messages(
            "settings-import-unindexed", names=shorten(", ".join(unknown), discord_limits.FIELD_VALUE // 2)
        )
    ]


def _names(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _fits(field: str, one: int, guild: discord.Guild | None) -> bool:
    """Whether this server has a channel or role that can stand in this field."""
    if guild is None:
        return False
    if field in ROLES:
        return one != guild.id and guild.get_role(one) is not None
    channel = guild.get_channel(one)
    return channel is not None and channel.type in KINDS[field]


def _name(field: str, one: int, guild: discord.Guild | None) -> str:
    found = guild and (guild.get_role(one) if field in ROLES else guild.get_channel(one))
    return found.name if found else ""


def _kept_as(interaction: discord.Interaction[BotBase], what: str) -> str:
    """Under which name a file waits for its confirmation: with the server's id, so that no other takes it."""
    return f"{waiting_in(interaction.guild_id)}{what}"
