"""The button that takes an answer away: for its asker, and for who moderates the channel."""

import discord

from bot.discord.questions.kept_answer import ANSWER, AnswerButton, kept_answer
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import words_of
from bot.discord.toolkit.replying import defer_turn
from bot.discord.toolkit.services import BotBase


class DeleteButton(AnswerButton, template=f"delete:{ANSWER}"):
    """Under an answer: deletes the reply, and what is kept of it."""

    NAME = "delete"

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer_turn(interaction)
        found = await interaction.client.state.answer(self.answer_id)
        if not _moderates(interaction) or (found is not None and found.private):  # which only its asker sees
            kept = await kept_answer(interaction, self.answer_id)
            if kept.asker_id != interaction.user.id:
                raise Refused(words_of(interaction)("reply-delete-not-yours"))
        await interaction.delete_original_response()
        await interaction.client.state.forget_answer(self.answer_id)


def _moderates(interaction: discord.Interaction[BotBase]) -> bool:
    """Whether this person may delete anybody's messages here."""
    return interaction.guild_id is not None and interaction.permissions.manage_messages
