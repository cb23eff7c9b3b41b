"""The button that takes an answer away: for its asker, and for who moderates the channel."""

import re
from typing import Any, Self

import discord

from bot.base import BotBase
from bot.languages import words_of
from bot.views.buttons import Button, Pressed
from bot.views.errors import Refused
from bot.views.kept import ID, kept_answer
from bot.views.replying import defer_turn


class DeleteButton(Pressed, discord.ui.DynamicItem[Button], template=rf"delete:(?P<answer>{ID})"):
    """Under an answer: deletes the reply, and what is kept of it."""

    def __init__(self, answer_id: str, label: str = "…") -> None:
        super().__init__(Button(label=label, custom_id=f"delete:{answer_id}"))
        self.answer_id = answer_id

    @classmethod
    async def from_custom_id(
        cls, _: "discord.Interaction[Any]", __: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Made anew at each press."""
        return cls(match["answer"])

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
