"""Used by the buttons under an answer: the answer that they belong to, if its presser may have it."""

import discord

from bot.base import BotBase
from bot.languages import words_of
from bot.storage.state import KeptAnswer
from bot.views.errors import Refused

ID = r"[A-Za-z0-9_-]{1,64}"


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
