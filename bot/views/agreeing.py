"""A button under the thanks for feedback: whoever asked may let their question be kept with it."""

import discord

from bot.discord.questions.kept_answer import ANSWER, AnswerButton
from bot.discord.toolkit.buttons import view_of
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import words_of
from bot.discord.toolkit.markup import escape_within
from bot.discord.toolkit.replying import defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages

QUESTION_ROOM = 300


class KeepQuestionButton(AnswerButton, template=f"feedback-question:{ANSWER}"):
    """Keeps the question of the answer with this person's feedback on it."""

    NAME = "feedback-question"

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer_turn(interaction)
        messages, state = words_of(interaction), interaction.client.state
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
