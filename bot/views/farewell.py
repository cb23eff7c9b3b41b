"""At a shutdown: whoever waits for a reply that will not come is told, and asked to try again in a minute."""

import discord

from bot.discord.connection.in_flight import Farewell
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.languages import words_of
from bot.discord.toolkit.replying import show_privately
from bot.discord.toolkit.services import BotBase

TOLD = "told"  # a key of `interaction.extras`: the work itself has said that it was stopped


def farewell_to(interaction: discord.Interaction[BotBase]) -> Farewell:
    """What tells the person of an interaction, privately."""

    async def farewell() -> None:
        if interaction.type is discord.InteractionType.autocomplete or interaction.extras.get(TOLD):
            return
        await refuse_while_stopping(interaction)

    return farewell


async def refuse_while_stopping(interaction: discord.Interaction[BotBase]) -> None:
    """Say that the bot is restarting."""
    await show_privately(interaction, panel(words_of(interaction)("discord-stopping"), Colour.INFO))
