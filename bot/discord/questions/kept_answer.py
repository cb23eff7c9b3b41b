"""Used by the buttons under an answer: what they share, and the answer that they belong to, if its presser
may have it."""

from typing import ClassVar

import discord

from bot.discord.toolkit.buttons import NEVER, Button, PersistentItem
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import escape_within
from bot.discord.toolkit.services import BotBase
from bot.storage.state import KeptAnswer
from index.article import ArticleInfo

NAME_ROOM = 100
ID = r"[A-Za-z0-9_-]{1,64}"
ANSWER = rf"(?P<answer_id>{ID})"


class AnswerButton(PersistentItem[Button], template=NEVER):
    """A button of one answer, whose id its custom_id carries behind the name of its kind."""

    NAME: ClassVar[str]

    def __init_subclass__(cls, *, name: str) -> None:
        """The name stands in the ids of messages already sent."""
        super().__init_subclass__(template=f"{name}:{ANSWER}")
        cls.NAME = name

    def __init__(self, answer_id: str, label: str = "…", *, disabled: bool = False) -> None:
        super().__init__(Button(label=label, custom_id=f"{self.NAME}:{answer_id}", disabled=disabled))
        self.answer_id = answer_id


async def kept_answer(
    interaction: discord.Interaction[BotBase], answer_id: str, gone: str = "reply-gone"
) -> KeptAnswer:
    """The kept answer. Raises Refused where it is another's private one, or too old: `gone` says so."""
    messages = messages_for_user(interaction)
    kept = await interaction.client.state.answer(answer_id)
    if kept is None:
        raise Refused(messages(gone, days=interaction.client.settings.answers_kept_days))
    if kept.private and kept.asker_id != interaction.user.id:
        raise Refused(messages("answer-passages-not-yours"))
    return kept


def check_publisher(interaction: discord.Interaction[BotBase], article: ArticleInfo) -> None:
    """Raise Refused where this server's admins have left the article's publisher out since."""
    if not interaction.client.servers.of(interaction.guild_id).allow(article.publisher):
        name = escape_within(article.publisher or article.title, NAME_ROOM)
        raise Refused(messages_for_user(interaction)("settings-publisher-out", name=name))
