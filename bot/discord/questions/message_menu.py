"""Where a question comes in by a message's menu: "Ask the articles about this"."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.questions import flow
from bot.discord.questions.admission import admitted, asker_of
from bot.discord.questions.is_question import question_of
from bot.discord.questions.question import asked_by
from bot.discord.questions.replies import ToInteraction
from bot.discord.questions.where import check_place
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import defer
from bot.discord.toolkit.services import BotBase

NAME = "Ask the articles about this"


class Picking(commands.Cog):
    """Questions by a message's menu."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot
        self._menu = app_commands.ContextMenu(
            name=NAME,
            callback=self.ask_about,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
        )

    async def cog_load(self) -> None:
        """Menus are no part of a cog by themselves."""
        self.bot.tree.add_command(self._menu)

    async def ask_about(self, interaction: discord.Interaction[BotBase], message: discord.Message) -> None:
        """Answer a message for whoever picked it, and for nobody else: its writer asked people, not us."""
        own_words = messages_for_user(interaction)
        check_place(interaction)
        question = question_of(message.content)
        if not question:
            raise Refused(own_words("asking-no-words"))
        with admitted(self.bot, asker_of(interaction), own_words) as slot:
            await defer(interaction, private=True)
            asked = asked_by(interaction, question, private=True)
            await flow.answer(self.bot, asked, ToInteraction(interaction), slot)
