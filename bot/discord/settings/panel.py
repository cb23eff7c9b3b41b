"""Shows the panel: the page with all topics, or one topic with its menus and buttons."""

from collections.abc import Sequence

import discord

from bot.discord.settings.controls import ChannelsMenu, ChoiceMenu, Control, RolesMenu, SettingsButton
from bot.discord.settings.problems import problems
from bot.discord.settings.publishers import publisher_controls
from bot.discord.settings.topics import ALL_FIELDS, FIELDS, HOME, MANY, Topic
from bot.discord.settings.words import (
    CHANNELS,
    SWITCHES,
    field_line,
    field_name,
    field_words,
    is_there,
    language_name,
    within,
)
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.buttons import view_of
from bot.discord.toolkit.discord_limits import shorten
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import Attached, show
from bot.discord.toolkit.services import BotBase
from bot.messages import LOCALES, Messages
from bot.storage.servers import ServerSettings, Style

LISTED_AT_HOME = 4
PROBLEMS_ROOM = 1000  # with a note, the text on a topic and three full lists it fits one description
Kind = discord.ChannelType
SPEAKING = [Kind.text, Kind.news, Kind.forum, Kind.voice, Kind.category]
KINDS = {
    "answer_in": SPEAKING,
    "silent_in": SPEAKING,
    "every_question_in": [Kind.text, Kind.forum],
    "audit_channel": [Kind.text, Kind.news],
    "escalation_channel": [Kind.text, Kind.news, Kind.forum],
}


async def show_panel(interaction: discord.Interaction[BotBase], topic: str, note: str = "") -> None:
    """Fill the deferred reply with a page: a topic's, or HOME; `note` says first what was just done."""
    if topic in list(Topic):
        await show_topic(interaction, Topic(topic), note)
    else:
        await _show_home(interaction, note)


async def _show_home(interaction: discord.Interaction[BotBase], note: str) -> None:
    messages, settings, guild = messages_for_user(interaction), settings_of(interaction), interaction.guild
    embed = panel(
        _text(note, messages("settings-intro"), interaction, ALL_FIELDS),
        Colour.INFO,
        title=messages("settings-title"),
    )
    for topic, fields in FIELDS.items():
        if not fields:
            continue
        # A topic of one setting needs no name before it.
        told = field_line if len(fields) > 1 else field_words
        text = "\n".join(told(field, settings, guild, messages, LISTED_AT_HOME) for field in fields)
        name = messages("settings-topic", topic=str(topic))
        embed.add_field(name=name, value=shorten(text, discord_limits.FIELD_VALUE), inline=False)
    options = [
        discord.SelectOption(
            label=shorten(messages("settings-topic", topic=str(topic)), discord_limits.CHOICE),
            value=str(topic),
            description=shorten(messages("settings-hint", topic=str(topic)), discord_limits.CHOICE),
        )
        for topic in Topic
    ]
    menu = ChoiceMenu("topic", options, hint=messages("settings-choose"))
    await show(interaction, embed, view_of(menu))


async def show_topic(
    interaction: discord.Interaction[BotBase], topic: Topic, note: str = "", attached: Attached | None = None
) -> None:
    """One topic: what it is about, what is set, and the controls that change it."""
    messages, settings, guild = messages_for_user(interaction), settings_of(interaction), interaction.guild
    fields = FIELDS[topic]
    lines = [field_line(field, settings, guild, messages) for field in fields]
    text = "\n".join([messages("settings-about", topic=str(topic)), "", *lines]).strip()
    embed = panel(
        _text(note, text, interaction, fields),
        Colour.INFO,
        title=messages("settings-topic", topic=str(topic)),
    )
    menus = await _menus(interaction, topic)
    view = view_of(*menus, *_buttons(interaction, topic), *ending(messages, topic))
    await show(interaction, embed, view, attached)


def settings_of(interaction: discord.Interaction[BotBase]) -> ServerSettings:
    """This server's settings as they are now."""
    return interaction.client.servers.of(interaction.guild_id)


def ending(messages: Messages, topic: Topic) -> list[SettingsButton]:
    """The buttons that every topic has: all topics again, and a reset."""
    everything = "yes" if topic is Topic.BACKUP else "no"
    return [
        SettingsButton("open", HOME, label=messages("settings-back")),
        SettingsButton("reset", str(topic), label=messages("settings-reset", all=everything)),
    ]


def _text(note: str, text: str, interaction: discord.Interaction[BotBase], fields: tuple[str, ...]) -> str:
    messages = messages_for_user(interaction)
    found = problems(
        fields,
        settings_of(interaction),
        interaction.guild,
        messages,
        reads_messages=interaction.client.settings.message_content,
    )
    warned = within((messages("settings-warning", text=one) for one in found), PROBLEMS_ROOM, messages)
    return "\n\n".join(part for part in (note, text, warned) if part)


async def _menus(interaction: discord.Interaction[BotBase], topic: Topic) -> Sequence[Control]:
    messages, settings = messages_for_user(interaction), settings_of(interaction)
    if topic is Topic.ARTICLES:
        return await publisher_controls(interaction, settings)
    if topic is Topic.HOW:
        return [_styles(settings, messages)]
    if topic is Topic.LANGUAGE:
        return [_languages(settings, messages)]
    fields = [field for field in FIELDS[topic] if field not in SWITCHES]
    return [_picker(field, interaction) for field in fields]


def _picker(field: str, interaction: discord.Interaction[BotBase]) -> Control:
    """The menu of a field that holds channels or roles."""
    value = getattr(settings_of(interaction), field)
    ids = value if isinstance(value, tuple) else () if value is None else (value,)
    chosen = [one for one in ids if is_there(field, one, interaction.guild)]
    hint = messages_for_user(interaction)("settings-pick", field=field)
    most = 25 if field in MANY else 1
    if field in CHANNELS:
        return ChannelsMenu(field, KINDS[field], chosen, hint=hint, most=most)
    locked = field == "admin_roles" and not interaction.permissions.manage_guild
    return RolesMenu(field, chosen, hint=hint, most=most, disabled=locked)


def _styles(settings: ServerSettings, messages: Messages) -> ChoiceMenu:
    options = [
        discord.SelectOption(
            label=shorten(messages("settings-style", style=str(style)), discord_limits.CHOICE),
            value=str(style),
            description=shorten(messages("settings-style-hint", style=str(style)), discord_limits.CHOICE),
            default=style is settings.style,
        )
        for style in Style
    ]
    return ChoiceMenu("style", options, hint=field_name("style", messages))


def _languages(settings: ServerSettings, messages: Messages) -> ChoiceMenu:
    options = [
        discord.SelectOption(
            label=language_name(locale, messages), value=locale or "none", default=locale == settings.language
        )
        for locale in (None, *LOCALES)
    ]
    return ChoiceMenu("language", options, hint=field_name("language", messages))


def _buttons(interaction: discord.Interaction[BotBase], topic: Topic) -> list[SettingsButton]:
    """The switches of a topic; of the backup its two ways."""
    messages, settings = messages_for_user(interaction), settings_of(interaction)
    if topic is Topic.BACKUP:
        return [
            SettingsButton("export", "file", label=messages("settings-export")),
            SettingsButton("import", "file", label=messages("settings-import")),
        ]
    return [
        SettingsButton(
            "switch",
            f"{field}:{'off' if getattr(settings, field) else 'on'}",
            label=messages("settings-turn", field=field, on="yes" if getattr(settings, field) else "no"),
            style=discord.ButtonStyle.success if getattr(settings, field) else discord.ButtonStyle.secondary,
        )
        for field in FIELDS[topic]
        if field in SWITCHES
    ]
