"""Where a question comes in by the "Follow up" button's modal."""

import discord
from discord.ext import commands

from bot.asking import flow
from bot.asking.asked import asked_by
from bot.asking.places import check_place
from bot.asking.pointed_at import turn_of
from bot.asking.replies import ToInteraction
from bot.base import BotBase
from bot.languages import words_of
from bot.views.admission import admitted, asker_of
from bot.views.edge import handle
from bot.views.following import form_sent, typed_in
from bot.views.kept import kept_answer
from bot.views.replying import defer


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
        with admitted(self.bot, asker_of(interaction), words_of(interaction)) as place:
            await defer(interaction, private=private)
            await kept_answer(interaction, answer_id)
            follows = await turn_of(self.bot, shown, interaction.user.id) if shown else None
            asked = asked_by(interaction, typed_in(interaction), private=private, follows=follows)
            by = "" if private else asked.words("follow-up-by", name=interaction.user.display_name)
            await flow.answer(self.bot, asked, ToInteraction(interaction, by), place)
