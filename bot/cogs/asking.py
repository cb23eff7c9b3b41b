"""Where a question comes in by a command: `/ask`."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import flow
from bot.asking.asked import asked_by
from bot.asking.filters import read_days, read_filters
from bot.asking.places import check_place
from bot.asking.publishers import Publishers
from bot.asking.replies import ToInteraction
from bot.base import BotBase
from bot.languages import words_of
from bot.rendering import limits
from bot.views.admission import admitted, asker_of
from bot.views.replying import defer


class Asking(commands.Cog):
    """Questions by command."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot
        self.publishers = Publishers(bot.searcher)

    @app_commands.command(name="ask")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        self,
        interaction: discord.Interaction[BotBase],
        question: str,
        publisher: str | None = None,
        since: str | None = None,
        until: str | None = None,
        private: bool | None = None,
    ) -> None:
        """Answer a question; described in the messages."""
        own_words = words_of(interaction)
        check_place(interaction)
        days = read_days(since, until, own_words)
        if private is None:
            private = self.bot.servers.of(interaction.guild_id).private
        with admitted(self.bot, asker_of(interaction), own_words) as place:
            await defer(interaction, private=private)
            allow = self.bot.servers.of(interaction.guild_id).allow
            filters = await read_filters(self.publishers, publisher, days, own_words, allow)
            asked = asked_by(interaction, question, private=private, filters=filters)
            await flow.answer(self.bot, asked, ToInteraction(interaction), place)

    @ask.autocomplete("publisher")
    async def suggest_publisher(
        self, interaction: discord.Interaction[BotBase], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Publishers that contain what was typed so far, of those that this server lets in."""
        allow = self.bot.servers.of(interaction.guild_id).allow
        names = await self.publishers.suggest(typed, limits.CHOICES, allow)
        return [
            app_commands.Choice(name=name, value=name) for name in names if limits.size(name) <= limits.CHOICE
        ]
