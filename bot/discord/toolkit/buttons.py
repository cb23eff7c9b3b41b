"""Used by all buttons: their state is in the custom_id, and each press ends in the one error handler."""

from typing import Any

import discord

from bot.discord.toolkit.services import BotBase
from bot.views.edge import handle

Button = discord.ui.Button[discord.ui.View]


class Pressed:
    """Mixed into each DynamicItem before it: what every press has in common."""

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        """The button's own work."""
        raise NotImplementedError

    async def callback(self, interaction: "discord.Interaction[Any]") -> None:
        """Called by discord.py."""
        await handle(interaction, self.press)


def view_of(*items: discord.ui.Item[Any]) -> discord.ui.View:
    """A view without an end: its buttons are found again by their custom_id, also after a restart."""
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    return view
