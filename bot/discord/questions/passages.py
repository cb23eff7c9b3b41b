"""The button that shows an answer's passages word for word, and the buttons that turn their pages."""

import re
from typing import Any, Self

import discord

from bot.answering.stale_quotes import Standing, standing_of
from bot.discord.questions.kept_answer import ANSWER, ID, AnswerButton, kept_answer
from bot.discord.toolkit.buttons import Button, Pressed, view_of
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import words_of
from bot.discord.toolkit.replying import defer, defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.rendering.passages import PassagePage, passage_embed, passage_pages
from index.errors import FootnoteError


class PassagesButton(AnswerButton, template=f"passages:{ANSWER}"):
    """Under an answer: opens its passages for whoever presses it."""

    NAME = "passages"

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer(interaction, private=True)
        await _show_page(interaction, self.answer_id, 0)


class PassagePageButton(
    Pressed,
    discord.ui.DynamicItem[Button],
    template=rf"passage:(?P<way>[pn]):(?P<page>\d{{1,4}}):(?P<answer>{ID})",
):
    """Under a page of passages: goes to the page with this number."""

    def __init__(
        self, answer_id: str, way: str, page: int, *, label: str = "…", disabled: bool = False
    ) -> None:
        custom_id = f"passage:{way}:{page}:{answer_id}"
        super().__init__(Button(label=label, custom_id=custom_id, disabled=disabled))
        self.answer_id = answer_id
        self.page = page

    @classmethod
    async def from_custom_id(
        cls, _: "discord.Interaction[Any]", __: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Made anew at each press."""
        return cls(match["answer"], match["way"], int(match["page"]))

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer_turn(interaction)
        await _show_page(interaction, self.answer_id, self.page)


async def _show_page(interaction: discord.Interaction[BotBase], answer_id: str, page: int) -> None:
    bot, messages = interaction.client, words_of(interaction)
    kept = await kept_answer(interaction, answer_id, "answer-passages-gone")
    pages = passage_pages(kept.answer)
    if not pages:
        raise Refused(messages("answer-passages-gone"))
    page = min(page, len(pages) - 1)
    view = _turners(answer_id, page, len(pages), messages) if len(pages) > 1 else None
    standing = await _standing(bot, pages[page])
    await show(interaction, passage_embed(pages, page, messages, standing), view)


async def _standing(bot: BotBase, page: PassagePage) -> Standing:
    """What became of the page's article since the answer was given."""
    try:
        found = await bot.searcher.articles((page.footnote.article.id,))
    except FootnoteError:
        return Standing.UNKNOWN
    return standing_of(page.text, page.quotes, found[0] if found else None)


def _turners(answer_id: str, page: int, pages: int, messages: "Messages") -> discord.ui.View:
    previous, following = messages("discord-previous"), messages("discord-next")
    return view_of(
        PassagePageButton(answer_id, "p", max(page - 1, 0), label=previous, disabled=page == 0),
        PassagePageButton(
            answer_id, "n", min(page + 1, pages - 1), label=following, disabled=page == pages - 1
        ),
    )
