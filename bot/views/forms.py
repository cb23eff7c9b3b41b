"""Used by modals: they are still taken after a restart, and each ends in the one error handler."""

from typing import Any

import discord

from bot.discord.toolkit.services import BotBase
from bot.views.edge import handle


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
