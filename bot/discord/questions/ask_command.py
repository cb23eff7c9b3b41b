"""Where a question comes in by a command: `/ask`."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.questions import flow
from bot.discord.questions.admission import admitted, asker_of
from bot.discord.questions.filters import Publishers, read_days, read_filters
from bot.discord.questions.question import asked_by
from bot.discord.questions.replies import ToInteraction
from bot.discord.questions.where import check_place
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import defer
from bot.discord.toolkit.services import BotBase
from bot.storage.servers import SettingsUnknown


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
        own_words = messages_for_user(interaction)
        check_place(interaction)
        days = read_days(since, until, own_words)
        if private is None:
            private = self.bot.servers.of(interaction.guild_id).private
        with admitted(self.bot, asker_of(interaction), own_words) as slot:
            await defer(interaction, private=private)
            allow = self.bot.servers.of(interaction.guild_id).allow
            filters = await read_filters(self.publishers, publisher, days, own_words, allow)
            asked = asked_by(interaction, question, private=private, filters=filters)
            await flow.answer(self.bot, asked, ToInteraction(interaction), slot)

    @ask.autocomplete("publisher")
    async def suggest_publisher(
        self, interaction: discord.Interaction[BotBase], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Publishers that contain what was typed so far, of those that this server lets in."""
        try:
            allow = self.bot.servers.of(interaction.guild_id).allow
        except SettingsUnknown:
            return []
        names = await self.publishers.suggest(typed, discord_limits.CHOICES, allow)
        return [
            app_commands.Choice(name=name, value=name)
            for name in names
            if discord_limits.size(name) <= discord_limits.CHOICE
        ]
