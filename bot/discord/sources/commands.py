"""`/sources`: what the answers come from."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.sources.article_list import SEARCH_ROOM, show_list
from bot.discord.sources.article_pages import show_article
from bot.discord.sources.find_article import find_article, suggest_articles
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import defer
from bot.discord.toolkit.services import BotBase
from bot.storage.servers import SettingsUnknown
from index.passage import EVERYTHING, Filters

SUGGEST_S = 2.0  # Discord waits 3 s for suggestions


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Sources(commands.GroupCog, name="sources"):
    """The list of articles, and one article."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot
        super().__init__()

    @app_commands.command(name="list")
    async def list_all(self, interaction: discord.Interaction[BotBase], search: str = "") -> None:
        """List the articles; described in the messages."""
        search = " ".join(search.split())
        if discord_limits.size(search) > SEARCH_ROOM:
            raise Refused(messages_for_user(interaction)("sources-search-too-long", limit=SEARCH_ROOM))
        await defer(interaction, private=False)
        await show_list(interaction, search, 0)

    @app_commands.command(name="show")
    async def show_one(self, interaction: discord.Interaction[BotBase], article: str) -> None:
        """Show one article; described in the messages."""
        await defer(interaction, private=True)
        await show_article(interaction, await find_article(interaction, article, self._let_in(interaction)))

    @show_one.autocomplete("article")
    async def suggest_article(
        self, interaction: discord.Interaction[BotBase], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Articles that fit what was typed so far."""
        try:
            return await suggest_articles(interaction, typed, self._let_in(interaction))
        except SettingsUnknown:
            return []

    def _let_in(self, interaction: discord.Interaction[BotBase]) -> Filters:
        """The publishers that this server's admins let in."""
        return self.bot.servers.of(interaction.guild_id).narrow(EVERYTHING)
