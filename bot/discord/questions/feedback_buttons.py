"""The buttons under an answer that judge it, and the modal that asks why it was not helpful.

Whoever has the modal open may send it off after a restart, so what is sent is read by
bot/discord/feedback/commands.py, not by the object that opened it.
"""

import asyncio
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Self

import discord

from bot.discord.questions.follow_up_button import OPEN_S, fields_of
from bot.discord.questions.kept_answer import ANSWER, ID, AnswerButton, kept_answer
from bot.discord.toolkit.buttons import Button, PersistentItem, view_of
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import escape_within
from bot.discord.toolkit.replying import defer, defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.storage.feedback import REASON_ROOM, Voice

QUESTION_ROOM = 300


class KeepQuestionButton(AnswerButton, name="feedback-question"):
    """Keeps the question of the answer with this person's feedback on it."""

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer_turn(interaction)
        messages, state = messages_for_user(interaction), interaction.client.state
        question = await _own_question(interaction, self.answer_id)
        if question is None or not await state.feedback.keep_question(
            self.answer_id, interaction.user.id, question
        ):
            raise Refused(messages("feedback-question-gone"))
        time = messages("privacy-days", days=interaction.client.settings.questions_kept_days)
        shown = escape_within(question, QUESTION_ROOM)
        await show(
            interaction, panel(messages("feedback-question-kept", question=shown, time=time), Colour.DONE)
        )


def thanks_view(answer_id: str, messages: Messages) -> discord.ui.View:
    """The one button."""
    return view_of(KeepQuestionButton(answer_id, messages("feedback-keep-question")))


async def may_agree(interaction: discord.Interaction[BotBase], answer_id: str) -> bool:
    """Whether this person asked, and the question is still remembered (bot/storage/conversations.py)."""
    return await _own_question(interaction, answer_id) is not None


async def _own_question(interaction: discord.Interaction[BotBase], answer_id: str) -> str | None:
    state = interaction.client.state
    kept = await state.answer(answer_id)
    if kept is None or kept.asker_id != interaction.user.id:
        return None
    turn = await state.conversations.of_answer(answer_id)
    return None if turn is None else turn.question


_FORM = re.compile(rf"feedback-form:(?P<answer>{ID})")
_REASON = "reason"


class FeedbackButton(PersistentItem[Button], template=rf"feedback:(?P<voice>[yn]):{ANSWER}"):
    """Under an answer: helpful, or not. Whoever sees the answer has one voice on it, and may change it."""

    def __init__(self, voice: str, answer_id: str, label: str = "…") -> None:
        super().__init__(Button(label=label, custom_id=f"feedback:{voice}:{answer_id}"))
        self.voice = voice
        self.answer_id = answer_id

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        if self.voice == "y":
            await defer(interaction, private=True)
            await record_feedback(interaction, self.answer_id, helpful=True)
            await thank(interaction, self.answer_id)
            return
        # A modal must be the first response: a slow disk may not keep it from opening. Its reason is
        # taken in with the voice once more, so nothing is lost then.
        with suppress(TimeoutError):
            taking = record_feedback(interaction, self.answer_id, helpful=False)
            await asyncio.wait_for(taking, interaction.client.patience.recall_s)
        await interaction.response.send_modal(ReasonForm(self.answer_id, messages_for_user(interaction)))


class ReasonForm(discord.ui.Modal):
    """A few lines, which may be left empty."""

    def __init__(self, answer_id: str, messages: Messages) -> None:
        super().__init__(
            title=messages("feedback-title"), custom_id=f"feedback-form:{answer_id}", timeout=OPEN_S
        )
        typed: discord.ui.TextInput[Self] = discord.ui.TextInput(
            custom_id=_REASON,
            style=discord.TextStyle.paragraph,
            placeholder=messages("feedback-example"),
            required=False,
            max_length=REASON_ROOM,
        )
        label = messages("feedback-label")
        self.add_item(
            discord.ui.Label(text=label, description=messages("feedback-label-note"), component=typed)
        )

    async def on_submit(self, _: "discord.Interaction[Any]", /) -> None:
        """Nothing here: the cog reads it, also when this object is gone."""


def reason_sent(interaction: "discord.Interaction[Any]") -> tuple[str, str] | None:
    """The answer's id and the reason from a modal that was sent off; None for any other."""
    data: Mapping[str, Any] = interaction.data or {}
    found = _FORM.fullmatch(str(data.get("custom_id", "")))
    return (found["answer"], fields_of(interaction).get(_REASON, "").strip()) if found else None


async def record_feedback(
    interaction: discord.Interaction[BotBase], answer_id: str, *, helpful: bool
) -> None:
    """Note what this person thinks of the answer. Raises Refused where it is not kept any more."""
    kept = await kept_answer(interaction, answer_id)
    voice = Voice(answer_id, interaction.user.id, interaction.guild_id, helpful)
    await interaction.client.state.feedback.give(voice, kept.answer)


async def thank(interaction: discord.Interaction[BotBase], answer_id: str) -> None:
    """Say thanks, and what is kept; whoever asked may have their question kept with it."""
    bot, messages = interaction.client, messages_for_user(interaction)
    time = messages("privacy-days", days=bot.settings.questions_kept_days)
    logged = bot.servers.of(interaction.guild_id).log_questions
    agree = not logged and await may_agree(interaction, answer_id)
    told = messages(
        "feedback-thanks", question="agree" if agree else "logged" if logged else "none", time=time
    )
    await show(interaction, panel(told, Colour.DONE), thanks_view(answer_id, messages) if agree else None)
