"""Where each press and each form begins and ends: counted in, refused while stopping, errors told."""

from collections.abc import Awaitable, Callable

import discord

from bot.discord.toolkit.errors import report_error
from bot.discord.toolkit.services import BotBase
from bot.views.farewell import farewell_to, refuse_while_stopping


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
