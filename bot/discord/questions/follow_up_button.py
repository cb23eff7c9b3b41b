"""The button under an answer that asks further, and the modal in which the next question is typed.

Whoever has the modal open may send it off after a restart, so what is sent is read by
bot/discord/questions/follow_up.py, not by the object that opened it.
"""

import asyncio
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, Self

import discord

from bot.answering.question.clean import LONGEST_QUESTION
from bot.discord.questions.kept_answer import ID, AnswerButton, kept_answer
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages

_FORM = re.compile(rf"follow-form:(?P<answer>{ID})")
OPEN_S = 900.0  # how long discord.py keeps the object of an open modal
_QUESTION = "question"


class FollowUpButton(AnswerButton, name="follow"):
    """Under an answer: opens the modal, for whoever may read the answer."""

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        # A modal must be the first response: a slow disk may not keep it from opening.
        with suppress(TimeoutError):
            kept = kept_answer(interaction, self.answer_id)
            await asyncio.wait_for(kept, interaction.client.patience.recall_s)
        await interaction.response.send_modal(FollowUpForm(self.answer_id, messages_for_user(interaction)))


class FollowUpForm(discord.ui.Modal):
    """One line to type in."""

    def __init__(self, answer_id: str, messages: Messages) -> None:
        super().__init__(
            title=messages("follow-up-title"), custom_id=f"follow-form:{answer_id}", timeout=OPEN_S
        )
        typed: discord.ui.TextInput[Self] = discord.ui.TextInput(
            custom_id=_QUESTION,
            style=discord.TextStyle.paragraph,
            placeholder=messages("follow-up-example"),
            max_length=LONGEST_QUESTION,
        )
        self.add_item(discord.ui.Label(text=messages("follow-up-label"), component=typed))

    async def on_submit(self, _: "discord.Interaction[Any]", /) -> None:
        """Nothing here: the cog reads it, also when this object is gone."""


def form_sent(interaction: "discord.Interaction[Any]") -> str | None:
    """The id of the answer that this modal asked further about, None for anything else."""
    data: Mapping[str, Any] = interaction.data or {}
    found = _FORM.fullmatch(str(data.get("custom_id", "")))
    return found["answer"] if found else None


def typed_in(interaction: "discord.Interaction[Any]") -> str:
    """The question that was typed into the modal."""
    return fields_of(interaction).get(_QUESTION, "").strip()


def fields_of(interaction: "discord.Interaction[Any]") -> dict[str, str]:
    """What was typed into a modal, by the inputs' ids."""
    data: Mapping[str, Any] = interaction.data or {}
    return {
        str(field["custom_id"]): str(field.get("value") or "")
        for field in _fields(data.get("components", []))
    }


def _fields(components: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for one in components:
        inner = [*one.get("components", []), *([one["component"]] if "component" in one else [])]
        yield from _fields(inner)
        if "custom_id" in one:
            yield one
