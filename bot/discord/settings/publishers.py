"""Part of the panel: the publishers that are in or out. Menus while there are few, a form for many."""

import asyncio
import hashlib
from collections.abc import Sequence

import discord

from bot.discord.questions.filters import WAIT_S, Publishers
from bot.discord.settings.controls import ChoiceMenu, Control, SettingsButton, handlers
from bot.discord.settings.words import PUBLISHERS
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.buttons import Form
from bot.discord.toolkit.discord_limits import shorten, size
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import escape_within, plain
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.storage.servers import ServerSettings
from index.errors import FootnoteError

NAME_ROOM = 100
MOST_NAMES = 100
TEXT_ROOM = 4000
TITLE = 45  # Discord's limit of a form's title and of a label in it


async def publisher_controls(
    interaction: discord.Interaction[BotBase], settings: ServerSettings
) -> Sequence[Control]:
    """A menu for each of the two lists, or where there are more names than a menu holds a button for each."""
    messages = messages_for_user(interaction)
    names = await known_names(interaction.client, settings)
    if not names:
        return []
    if len(names) > discord_limits.CHOICES:
        return [
            SettingsButton("write", field, label=messages("settings-write", field=field))
            for field in PUBLISHERS
        ]
    return [_menu(field, names, getattr(settings, field), messages) for field in PUBLISHERS]


async def known_names(bot: BotBase, settings: ServerSettings) -> list[str]:
    """The index's publishers, and those that are chosen though the index does not have them just now."""
    indexed = await indexed_names(bot)
    return list(dict.fromkeys((*indexed, *settings.publishers_only, *settings.publishers_never)))


async def indexed_names(bot: BotBase) -> tuple[str, ...]:
    """The index's publishers; none where it cannot be asked just now."""
    try:
        return await asyncio.wait_for(Publishers(bot.searcher).names(), WAIT_S)
    except (FootnoteError, TimeoutError):
        return ()


async def chosen_names(
    interaction: discord.Interaction[BotBase], settings: ServerSettings, keys: Sequence[str]
) -> tuple[str, ...]:
    """The names behind a menu's values. Raises Refused where there is no such publisher any more."""
    by_key = {_key(name): name for name in await known_names(interaction.client, settings)}
    if not set(keys) <= by_key.keys():
        raise Refused(messages_for_user(interaction)("settings-out-of-date"))
    return tuple(by_key[key] for key in keys)


class PublishersForm(Form):
    """Takes one list of names, a name on each line."""

    def __init__(self, field: str, messages: Messages, names: Sequence[str] = ()) -> None:
        super().__init__(
            title=shorten(messages("settings-write", field=field), TITLE),
            custom_id=f"settings:written:{field}",
        )
        self.field = field
        text = "\n".join(names)
        self._names: discord.ui.TextInput[discord.ui.View] = discord.ui.TextInput(
            custom_id="names",
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=TEXT_ROOM,
            default=text if size(text) <= TEXT_ROOM else None,
        )
        self.add_item(
            discord.ui.Label(
                text=shorten(messages("settings-names"), TITLE),
                description=shorten(messages("settings-names-hint"), discord_limits.CHOICE),
                component=self._names,
            )
        )

    async def submit(self, interaction: discord.Interaction[BotBase]) -> None:
        await handlers["written"](interaction, self.field, self._names.value.splitlines())


async def read_names(
    interaction: discord.Interaction[BotBase], settings: ServerSettings, lines: Sequence[str]
) -> tuple[str, ...]:
    """The publishers that were written, as the index has them. Raises Refused, with what could be meant."""
    messages = messages_for_user(interaction)
    publishers = Publishers(interaction.client.searcher)
    own = {name.casefold(): name for name in (*settings.publishers_only, *settings.publishers_never)}
    found: dict[str, None] = {}
    for line in lines:
        typed = " ".join(line.split())
        if not typed:
            continue
        name = await publishers.resolve(typed) or own.get(typed.casefold())
        if name is None:
            raise Refused(await _unknown(publishers, typed, messages))
        found[name] = None
    if len(found) > MOST_NAMES:
        raise Refused(messages("settings-too-many-names", limit=MOST_NAMES))
    return tuple(found)


async def _unknown(publishers: Publishers, typed: str, messages: Messages) -> str:
    shown = escape_within(typed, NAME_ROOM)
    near = await publishers.nearest(typed)
    if not near:
        return messages("error-publisher", name=shown)
    return messages(
        "error-publisher-near", name=shown, near=escape_within(", ".join(near), discord_limits.FIELD_VALUE)
    )


def _menu(field: str, names: Sequence[str], chosen: Sequence[str], messages: Messages) -> ChoiceMenu:
    options = [
        discord.SelectOption(
            label=shorten(plain(name) or "…", discord_limits.CHOICE),
            value=_key(name),
            default=name in chosen,
        )
        for name in names
    ]
    return ChoiceMenu(field, options, hint=messages("settings-pick", field=field), least=0, most=len(options))


def _key(name: str) -> str:
    """What stands for a publisher in a menu's values, which have 100 characters."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]
