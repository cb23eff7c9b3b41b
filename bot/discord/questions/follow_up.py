"""Where a question comes in by the "Follow up" button's modal."""

import discord
from discord.ext import commands

from bot.discord.questions import flow
from bot.discord.questions.admission import admitted, asker_of
from bot.discord.questions.follow_up_button import form_sent, typed_in
from bot.discord.questions.kept_answer import kept_answer
from bot.discord.questions.memory import turn_of
from bot.discord.questions.question import asked_by
from bot.discord.questions.replies import ToInteraction
from bot.discord.questions.where import check_place
from bot.discord.toolkit.buttons import handle
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import defer
from bot.discord.toolkit.services import BotBase


class Following(commands.Cog):
    """Follow-up questions by modal."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[BotBase]) -> None:
        """A modal of ours that was sent off, whether or not this process opened it."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        answer_id = form_sent(interaction)
        if answer_id is None:
            return
        await handle(interaction, lambda sent: self._answer(sent, answer_id))

    async def _answer(self, interaction: discord.Interaction[BotBase], answer_id: str) -> None:
        """Answer as openly as the answer before: what followed from a private one stays private."""
        check_place(interaction)
        shown = interaction.message
        private = shown is None or shown.flags.ephemeral
        with admitted(self.bot, asker_of(interaction), messages_for_user(interaction)) as slot:
            await defer(interaction, private=private)
            await kept_answer(interaction, answer_id)
            follows = await turn_of(self.bot, shown, interaction.user.id) if shown else None
            asked = asked_by(interaction, typed_in(interaction), private=private, follows=follows)
            by = "" if private else asked.words("follow-up-by", name=interaction.user.display_name)
            await flow.answer(self.bot, asked, ToInteraction(interaction, by), slot)
