"""What the panel's menus, buttons and forms do. Everything asks again who is an admin, and shows what is."""

from collections.abc import Awaitable, Callable, Sequence

import discord

from bot.discord.settings import backup
from bot.discord.settings.changing import change, is_default, reset
from bot.discord.settings.controls import Handler, SettingsButton
from bot.discord.settings.panel import settings_of, show_panel
from bot.discord.settings.publishers import PublishersForm, chosen_names, read_names
from bot.discord.settings.topics import APPOINTING, FIELDS, HOME, MANY, Topic, fields_of, topic_of
from bot.discord.settings.words import CHANNELS, ROLES, SWITCHES, field_line
from bot.discord.toolkit.admins import check_server_admin
from bot.discord.toolkit.buttons import view_of
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.messages import LOCALES
from bot.storage.servers import DEFAULTS, Style

# What may be chosen of the fields that hold one of a few words.
CHOICES = [
    *(["style", style] for style in Style),
    *(["language", locale] for locale in ("none", *LOCALES)),
]
Changing = Callable[[], Awaitable[str]]


async def open_page(interaction: discord.Interaction[BotBase], what: str, _: Sequence[str]) -> None:
    """Go to a page."""
    check_server_admin(interaction)
    await defer_turn(interaction)
    await show_panel(interaction, what)


async def choose_ids(interaction: discord.Interaction[BotBase], what: str, values: Sequence[str]) -> None:
    """Channels or roles were chosen."""
    if what not in CHANNELS + ROLES or not all(value.isdecimal() for value in values):
        raise Refused(messages_for_user(interaction)("settings-out-of-date"))
    ids = tuple(dict.fromkeys(int(value) for value in values))
    value = ids if what in MANY else next(iter(ids), None)
    await _changed(interaction, what, lambda: change(interaction, **{what: value}))


async def choose_words(interaction: discord.Interaction[BotBase], what: str, values: Sequence[str]) -> None:
    """A topic, a style, a language or publishers were chosen."""
    if what == "topic":
        await open_page(interaction, next(iter(values), HOME), ())
    elif what in FIELDS[Topic.ARTICLES]:
        await _changed(interaction, what, lambda: _change_publishers(interaction, what, values))
    elif [what, *values] in CHOICES:
        value = None if (what, values[0]) == ("language", "none") else values[0]
        await _changed(interaction, what, lambda: change(interaction, **{what: value}))
    else:
        raise Refused(messages_for_user(interaction)("settings-out-of-date"))


async def switch(interaction: discord.Interaction[BotBase], what: str, _: Sequence[str]) -> None:
    """A switch was turned on or off: the button says to what, so that a late press undoes nobody's."""
    field, _, state = what.partition(":")
    if field not in SWITCHES or state not in ("on", "off"):
        raise Refused(messages_for_user(interaction)("settings-out-of-date"))
    await _changed(interaction, field, lambda: change(interaction, **{field: state == "on"}))


async def ask_before_reset(interaction: discord.Interaction[BotBase], what: str, _: Sequence[str]) -> None:
    """Show what would be set back to what, with two buttons."""
    topic, messages = _topic(interaction, what), messages_for_user(interaction)
    check_server_admin(interaction, appoints=not APPOINTING.isdisjoint(fields_of(topic)))
    await defer_turn(interaction)
    fields = fields_of(topic)
    if is_default(settings_of(interaction), fields):
        await show_panel(interaction, topic, messages("settings-reset-nothing"))
        return
    lines = [field_line(field, DEFAULTS, interaction.guild, messages) for field in fields]
    everything = "yes" if topic is Topic.BACKUP else "no"
    embed = panel(
        "\n".join([messages("settings-reset-ask"), "", *lines]),
        Colour.INFO,
        title=messages("settings-reset", all=everything),
    )
    confirm = messages("settings-reset-confirm")
    await show(
        interaction,
        embed,
        view_of(
            SettingsButton("wipe", str(topic), label=confirm, style=discord.ButtonStyle.danger),
            SettingsButton("open", str(topic), label=messages("confirm-leave")),
        ),
    )


async def wipe(interaction: discord.Interaction[BotBase], what: str, _: Sequence[str]) -> None:
    """Reset a topic, after the question."""
    topic = _topic(interaction, what)
    await _shown(interaction, topic, lambda: reset(interaction, fields_of(topic)))


async def write(interaction: discord.Interaction[BotBase], what: str, _: Sequence[str]) -> None:
    """Open the form for publishers."""
    check_server_admin(interaction)
    if what not in FIELDS[Topic.ARTICLES]:
        raise Refused(messages_for_user(interaction)("settings-out-of-date"))
    names = getattr(settings_of(interaction), what)
    await interaction.response.send_modal(PublishersForm(what, messages_for_user(interaction), names))


async def written(interaction: discord.Interaction[BotBase], what: str, lines: Sequence[str]) -> None:
    """The form for publishers came back."""

    async def read_and_change() -> str:
        names = await read_names(interaction, settings_of(interaction), lines)
        return await change(interaction, **{what: names})

    await _changed(interaction, what, read_and_change)


HANDLERS: dict[str, Handler] = {
    "open": open_page,
    "channels": choose_ids,
    "roles": choose_ids,
    "choice": choose_words,
    "switch": switch,
    "reset": ask_before_reset,
    "wipe": wipe,
    "write": write,
    "written": written,
    "export": backup.export,
    "import": backup.open_form,
    "take": backup.take,
}


async def _change_publishers(
    interaction: discord.Interaction[BotBase], field: str, keys: Sequence[str]
) -> str:
    return await change(
        interaction, **{field: await chosen_names(interaction, settings_of(interaction), keys)}
    )


async def _changed(interaction: discord.Interaction[BotBase], field: str, changing: Changing) -> None:
    await _shown(interaction, topic_of(field), changing)


async def _shown(interaction: discord.Interaction[BotBase], topic: Topic, changing: Changing) -> None:
    """Make the change and show its topic as it then is; what was refused is said there too, for the menu
    would go on showing what was chosen."""
    check_server_admin(interaction)  # `changing` may look things up first, and the panel is for admins
    messages = messages_for_user(interaction)
    await defer_turn(interaction)
    try:
        done = await changing()
    except Refused as refused:
        note = messages("settings-warning", text=str(refused))
    else:
        note = messages("settings-done", changes=done) if done else messages("settings-same")
    await show_panel(interaction, topic, note)


def _topic(interaction: discord.Interaction[BotBase], what: str) -> Topic:
    if what not in list(Topic):
        raise Refused(messages_for_user(interaction)("settings-out-of-date"))
    return Topic(what)
