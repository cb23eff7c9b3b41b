"""The button under long work that ends it; for admins."""

import re
from typing import Any, Self

import discord

from bot.discord.toolkit.admins import check_admin
from bot.discord.toolkit.buttons import Button, Pressed
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import words_of
from bot.discord.toolkit.replying import defer_turn
from bot.discord.toolkit.services import BotBase


class CancelButton(
    Pressed, discord.ui.DynamicItem[Button], template=re.compile(r"job:cancel:(?P<job>[0-9a-f]+)")
):
    """Ends the job with this id, whoever started it."""

    def __init__(self, job_id: str, *, label: str = "…") -> None:
        super().__init__(
            Button(label=label, custom_id=f"job:cancel:{job_id}", style=discord.ButtonStyle.danger)
        )
        self.job_id = job_id

    @classmethod
    async def from_custom_id(
        cls, _: "discord.Interaction[Any]", __: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Made anew at each press."""
        return cls(match["job"])

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        bot = interaction.client
        if interaction.guild_id is not None:  # a direct message went to the admin who started it
            check_admin(interaction)
        if not bot.jobs.cancel(self.job_id, interaction.user.name):
            raise Refused(words_of(interaction)("articles-cancel-too-late"))
        await defer_turn(interaction)
