"""Used by all buttons: their state is in the custom_id, and each press ends in the one error handler."""

import hashlib
import re
from collections.abc import Awaitable, Callable
from typing import Any, Self, TypeVar

import discord

from bot.discord.toolkit.errors import Refused, report_error
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import farewell_to, refuse_while_stopping
from bot.discord.toolkit.services import BotBase


async def handle(
    interaction: discord.Interaction[BotBase],
    work: Callable[[discord.Interaction[BotBase]], Awaitable[None]],
) -> None:
    """Do the work of an interaction; what goes wrong with it, discord.py would only log."""
    bot = interaction.client
    bot.in_flight.join(farewell_to(interaction))
    try:
        if bot.stopping:
            await refuse_while_stopping(interaction)
        else:
            await work(interaction)
    except Exception as error:  # noqa: BLE001 - the edge: reported to the person and to the log
        await report_error(interaction, error)


Button = discord.ui.Button[discord.ui.View]


ItemT = TypeVar("ItemT", bound=discord.ui.Item[Any])
NEVER = r"(?!)"  # the template of a class that is no item itself


class PersistentItem(discord.ui.DynamicItem[ItemT], template=NEVER):
    """A button or menu that works after a restart: the groups of its template are its constructor's first
    arguments. Ids stand in messages already sent, so a template may only ever come to match more."""

    @classmethod
    async def from_custom_id(
        cls, _: "discord.Interaction[Any]", __: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Made anew at each press; nothing is looked up here, before the press is answered."""
        state: dict[str, Any] = match.groupdict()
        return cls(**state)

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        """Its own work."""
        raise NotImplementedError

    async def callback(self, interaction: "discord.Interaction[Any]") -> None:
        """Called by discord.py."""
        await handle(interaction, self.press)


def chosen_values(interaction: discord.Interaction[BotBase]) -> list[str]:
    """What was chosen in a menu, as Discord sent it."""
    data: dict[str, Any] = dict(interaction.data or {})
    values = data.get("values")
    return [str(value) for value in values] if isinstance(values, list) else []


def view_of(*items: discord.ui.Item[Any]) -> discord.ui.View:
    """A view without an end: its buttons are found again by their custom_id, also after a restart."""
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    return view


class Form(discord.ui.Modal):
    """A modal whose state is in its custom_id. Given to `bot.add_view` at the start, it takes what was opened
    before; one object serves everybody, so `submit` must read its inputs before it first awaits."""

    async def submit(self, interaction: discord.Interaction[BotBase]) -> None:
        """The form's own work."""
        raise NotImplementedError

    async def on_submit(self, interaction: "discord.Interaction[Any]", /) -> None:
        """Called by discord.py."""
        await handle(interaction, self.submit)

    def stop(self) -> None:
        """Go on: discord.py would forget a form after its first use, and others may have it open."""


# A custom_id has 100 characters, of which the longest of ours takes 20 beside the article.
ID_ROOM = 80
_KEPT = "#"


async def key_of(bot: BotBase, article_id: str) -> str:
    """What stands for the article in a button's id. Raises StorageError where it cannot be kept."""
    if len(article_id) <= ID_ROOM and not article_id.startswith(_KEPT):
        return article_id
    key = _KEPT + hashlib.sha256(article_id.encode()).hexdigest()[:32]
    await bot.state.keep_long_name(key, article_id)
    return key


async def id_of(interaction: discord.Interaction[BotBase], key: str) -> str:
    """The article's id. Raises Refused where it is no longer kept."""
    if not key.startswith(_KEPT):
        return key
    article_id = await interaction.client.state.long_name(key)
    if article_id is None:
        raise Refused(messages_for_user(interaction)("discord-no-previous-page"))
    return article_id
