"""Used by the buttons under an answer: what they share, and the answer that they belong to, if its presser
may have it."""

import re
from typing import Any, ClassVar, Self

import discord

from bot.discord.toolkit.buttons import Button, Pressed
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import words_of
from bot.discord.toolkit.services import BotBase
from bot.storage.state import KeptAnswer

ID = r"[A-Za-z0-9_-]{1,64}"
ANSWER = rf"(?P<answer>{ID})"


class AnswerButton(Pressed, discord.ui.DynamicItem[Button], template=f"answer:{ANSWER}"):
    """A button of one answer, whose id its custom_id carries behind NAME; each kind has its own template."""

    NAME: ClassVar[str]

    def __init__(self, answer_id: str, label: str = "…", *, disabled: bool = False) -> None:
        super().__init__(Button(label=label, custom_id=f"{self.NAME}:{answer_id}", disabled=disabled))
        self.answer_id = answer_id

    @classmethod
    async def from_custom_id(
        cls, _: "discord.Interaction[Any]", __: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Made anew at each press; nothing is looked up here, before the press is answered."""
        return cls(match["answer"])


async def kept_answer(
    interaction: discord.Interaction[BotBase], answer_id: str, gone: str = "reply-gone"
) -> KeptAnswer:
    """The kept answer. Raises Refused where it is another's private one, or too old: `gone` says so."""
    messages = words_of(interaction)
    kept = await interaction.client.state.answer(answer_id)
    if kept is None:
        raise Refused(messages(gone, days=interaction.client.settings.answers_kept_days))
    if kept.private and kept.asker_id != interaction.user.id:
        raise Refused(messages("answer-passages-not-yours"))
    return kept
