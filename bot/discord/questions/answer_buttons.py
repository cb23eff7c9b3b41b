"""Under an answer: its buttons in two rows, so that a phone shows them all. Each works after a restart."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.questions.feedback_buttons import FeedbackButton
from bot.discord.questions.follow_up_button import FollowUpButton
from bot.discord.questions.passages import PassagesButton
from bot.discord.toolkit.buttons import view_of
from bot.messages import Messages
from bot.views.deleting import DeleteButton

AnyButton = discord.ui.DynamicItem[Any]


def answer_view(answer_id: str, messages: Messages, more: Sequence[AnyButton] = ()) -> discord.ui.View:
    """What stands under an answer: above what leads further (and `more`), below what is said about it."""
    further: list[AnyButton] = [
        PassagesButton(answer_id, messages("answer-passages-button")),
        FollowUpButton(answer_id, messages("follow-up")),
        *more,
    ]
    about: list[AnyButton] = [
        FeedbackButton("y", answer_id, messages("feedback-helpful")),
        FeedbackButton("n", answer_id, messages("feedback-not-helpful")),
        DeleteButton(answer_id, messages("reply-delete")),
    ]
    for row, buttons in enumerate((further, about)):
        for button in buttons:
            button.row = row
    return view_of(*further, *about)
