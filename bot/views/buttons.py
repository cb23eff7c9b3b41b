"""Used by all buttons: their state is in the custom_id, and each press ends in the one error handler."""

import logging
from typing import Any

import discord

from bot.base import BotBase
from bot.views.errors import report_error
from bot.views.farewell import farewell_to, refuse_while_stopping

log = logging.getLogger(__name__)

Button = discord.ui.Button[discord.ui.View]


class Pressed:
    """Mixed into each DynamicItem before it: what every press has in common."""

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        """The button's own work."""
        raise NotImplementedError

    async def callback(self, interaction: "discord.Interaction[Any]") -> None:
        """Called by discord.py, which would only log what goes wrong."""
        bot: BotBase = interaction.client
        bot.in_flight.join(farewell_to(interaction))
        try:
            if bot.stopping:
                await refuse_while_stopping(interaction)
            else:
                await self.press(interaction)
        except Exception as error:  # noqa: BLE001 - the edge: reported to the person and to the log
            await report_error(interaction, error)


def view_of(*items: discord.ui.Item[Any]) -> discord.ui.View:
    """A view without an end: its buttons are found again by their custom_id, also after a restart."""
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    return view
