"""Under an answer: its buttons in two rows, so that a phone shows them all. Each works after a restart."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.questions.feedback_buttons import FeedbackButton
from bot.discord.questions.follow_up_button import FollowUpButton
from bot.discord.questions.kept_answer import AnswerButton, check_publisher, kept_answer
from bot.discord.questions.passages import PassagesButton
from bot.discord.questions.where import check_place
from bot.discord.toolkit.buttons import view_of
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_channel, messages_for_user
from bot.discord.toolkit.replying import defer_turn, show
from bot.discord.toolkit.services import NOBODY, BotBase
from bot.messages import Messages
from bot.storage.state import KeptAnswer


class DeleteButton(AnswerButton, name="delete"):
    """Under an answer: deletes the reply, and what is kept of it."""

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer_turn(interaction)
        found = await interaction.client.state.answer(self.answer_id)
        if not _moderates(interaction) or (found is not None and found.private):  # which only its asker sees
            kept = await kept_answer(interaction, self.answer_id)
            if kept.asker_id != interaction.user.id:
                raise Refused(messages_for_user(interaction)("reply-delete-not-yours"))
        await interaction.delete_original_response()
        await interaction.client.state.forget_answer(self.answer_id)


def _moderates(interaction: discord.Interaction[BotBase]) -> bool:
    """Whether this person may delete anybody's messages here."""
    return interaction.guild_id is not None and interaction.permissions.manage_messages


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


class ShareButton(AnswerButton, name="share"):
    """Under a private answer: shows it to the channel."""

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer_turn(interaction)
        state, messages = interaction.client.state, messages_for_user(interaction)
        kept = await kept_answer(interaction, self.answer_id)
        _check_place(interaction)
        _check_choices(interaction, kept)
        if not await state.mark_shared(self.answer_id):
            raise Refused(messages("reply-shared-already"))
        try:
            await _post(interaction, kept)
        except BaseException:
            await state.mark_shared(self.answer_id, shared=False)
            raise
        view = private_answer_view(self.answer_id, messages, shared=True)
        await show(interaction, _shown(interaction), view)


def private_answer_view(answer_id: str, messages: Messages, *, shared: bool = False) -> discord.ui.View:
    """What stands under an answer that its asker alone sees; it can be shared once."""
    return answer_view(
        answer_id, messages, [ShareButton(answer_id, messages("reply-share"), disabled=shared)]
    )


def _check_place(interaction: discord.Interaction[BotBase]) -> None:
    """Both the person and, where it is a member, the bot must be allowed to write there."""
    if interaction.guild_id is None:
        return
    in_thread = isinstance(interaction.channel, discord.Thread)
    needed = "send_messages_in_threads" if in_thread else "send_messages"
    if not getattr(interaction.permissions, needed):
        raise Refused(messages_for_user(interaction)("reply-share-may-not"))
    if interaction.is_guild_integration() and not getattr(interaction.app_permissions, needed):
        raise Refused(messages_for_user(interaction)("reply-share-bot-may-not"))


def _check_choices(interaction: discord.Interaction[BotBase], kept: KeptAnswer) -> None:
    """What the server's admins chose since it was asked holds for what all are shown."""
    check_place(interaction)
    for footnote in kept.answer.footnotes:
        check_publisher(interaction, footnote.article)


async def _post(interaction: discord.Interaction[BotBase], kept: KeptAnswer) -> None:
    """Show it to all, word for word as its asker saw it, with buttons of its own. Raises Refused."""
    words = messages_for_channel(interaction)
    by = words("reply-shared-by", who=interaction.user.mention)
    answer_id = await interaction.client.state.keep_answer(
        kept.answer, channel_id=interaction.channel_id, asker_id=kept.asker_id, private=False
    )
    view = answer_view(answer_id, words)
    sent = await interaction.followup.send(
        f"-# {by}", embed=_shown(interaction), view=view, allowed_mentions=NOBODY, wait=True
    )
    if sent.flags.ephemeral:  # a server that lets nobody show what the apps that they brought along say
        raise Refused(messages_for_user(interaction)("reply-share-may-not"))


def _shown(interaction: discord.Interaction[BotBase]) -> discord.Embed:
    """The answer as it stands above the button; the question stands nowhere else."""
    if interaction.message is None or not interaction.message.embeds:
        raise Refused(messages_for_user(interaction)("reply-gone"))
    return interaction.message.embeds[0]
