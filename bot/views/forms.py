"""Used by modals: they are still taken after a restart, and each ends in the one error handler."""

from typing import Any

import discord

from bot.base import BotBase
from bot.languages import words_of
from bot.rendering.embeds import Colour, panel
from bot.views.errors import report_error
from bot.views.replying import show_privately


class Form(discord.ui.Modal):
    """A modal whose state is in its custom_id. Given to `bot.add_view` at the start, it takes what was opened
    before; one object serves everybody, so `submit` must read its inputs before it first awaits."""

    async def submit(self, interaction: discord.Interaction[BotBase]) -> None:
        """The form's own work."""
        raise NotImplementedError

    async def on_submit(self, interaction: "discord.Interaction[Any]", /) -> None:
        """Called by discord.py, which would only log what goes wrong."""
        bot: BotBase = interaction.client
        bot.in_flight.join()
        try:
            if bot.stopping:
                stopping = words_of(interaction)("discord-stopping")
                await show_privately(interaction, panel(stopping, Colour.INFO))
            else:
                await self.submit(interaction)
        except Exception as error:  # noqa: BLE001 - the edge: reported to the person and to the log
            await report_error(interaction, error)

    def stop(self) -> None:
        """Go on: discord.py would forget a form after its first use, and others may have it open."""
