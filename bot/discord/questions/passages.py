"""The button that shows an answer's passages word for word, and the buttons that turn their pages."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.answer import Answer, Citation, Footnote
from bot.answering.stale_quotes import Standing, standing_of
from bot.discord.questions.kept_answer import ID, AnswerButton, check_publisher, kept_answer
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.article_line import article_line, quoted_from
from bot.discord.toolkit.discord_limits import size
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import SMALL, escape_within, mark
from bot.discord.toolkit.page_buttons import PageButton
from bot.discord.toolkit.replying import defer, defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from index.errors import FootnoteError
from index.passage import Passage

HEADING_ROOM = 200


@dataclass(frozen=True, slots=True)
class PassagePage:
    """One passage, or, where no passage holds it, the quote by itself, and the quoted stretches of it."""

    footnote: Footnote
    text: str
    heading: str | None
    spans: tuple[tuple[int, int], ...]
    quote: str

    @property
    def quotes(self) -> tuple[str, ...]:
        """The quoted stretches as text."""
        return tuple(self.text[start:end] for start, end in self.spans)


def passage_embed(
    pages: Sequence[PassagePage], page: int, messages: Messages, standing: Standing = Standing.UNCHANGED
) -> discord.Embed:
    """The page with this number, from 0, with what became of its article since.

    The text of an article that was taken out of the index is not shown again.
    """
    shown = pages[page]
    cited = shown.footnote
    line = article_line(cited.article, messages, quote=shown.quote, copies=cited.copy_names)
    line = quoted_from(cited, line, messages)
    line = SMALL + messages("answer-passage-line", number=str(cited.number), article=line)
    heading = escape_within(shown.heading or "", HEADING_ROOM)
    above = f"{SMALL}{messages('answer-passage-heading', heading=heading)}\n" if heading else ""
    title = messages("answer-passage-title", page=page + 1, pages=len(pages))
    if standing in (Standing.UNCHANGED, Standing.UNKNOWN):
        note = ""
    else:
        note = messages("answer-passage-standing", standing=standing.value)
    if standing is Standing.REMOVED:
        return panel(f"{note}\n\n{line}", Colour.NOTHING, title=title)
    above = f"{note}\n\n{above}" if note else above
    room = discord_limits.DESCRIPTION - size(above) - size(line) - 2
    text = f"{above}{_within(shown.text, shown.spans, room)}\n\n{line}"
    return panel(text, Colour.NOTHING if note else Colour.ANSWER, title=title)


def passage_pages(answer: Answer) -> tuple[PassagePage, ...]:
    """In the order of the footnotes; citations within one passage share its page."""
    notes = {note.number: note for note in answer.footnotes}
    cited: dict[tuple[int, str], tuple[Passage | None, list[Citation]]] = {}
    for statement in answer.statements:
        for citation in statement.citations:
            passage = _holding(answer, citation)
            key = (citation.number, passage.chunk_id if passage else citation.quote)
            cited.setdefault(key, (passage, []))[1].append(citation)
    pages = []
    for (number, _), (passage, citations) in sorted(cited.items(), key=lambda item: item[0][0]):
        if number not in notes:
            continue
        first = citations[0]
        if passage is None:
            pages.append(
                PassagePage(notes[number], first.quote, None, ((0, len(first.quote)),), first.marked)
            )
            continue
        spans = tuple((c.start - passage.start, c.end - passage.start) for c in citations)
        pages.append(PassagePage(notes[number], passage.text, passage.heading, spans, first.marked))
    return tuple(pages)


def _holding(answer: Answer, citation: Citation) -> Passage | None:
    """The passage that holds the whole quote, the smallest if several do; no passage holds a headline."""
    holding = [
        passage
        for passage in answer.passages
        if passage.article.id == citation.article_id
        and not citation.headline
        and passage.start <= citation.start
        and citation.end <= passage.end
    ]
    return min(holding, key=lambda passage: passage.end - passage.start, default=None)


def _within(text: str, spans: tuple[tuple[int, int], ...], room: int) -> str:
    """The passage marked, within the room: cut around its first quoted stretch where it is too long."""
    width = len(text)
    while True:
        start, end = _window(text, spans, width)
        moved = tuple((low - start, high - start) for low, high in spans)
        lead, tail = "… " if start else "", " …" if end < len(text) else ""
        marked = f"{lead}{mark(text[start:end], moved)}{tail}"
        if size(marked) <= room or width <= 1:
            return marked
        width = max(1, min(width - 1, int(width * room / size(marked))))


def _window(text: str, spans: tuple[tuple[int, int], ...], width: int) -> tuple[int, int]:
    if width >= len(text):
        return 0, len(text)
    low, high = spans[0] if spans else (0, 0)
    start = max(0, min(low - max(0, width - (high - low)) // 2, len(text) - width))
    return start, start + width


class PassagesButton(AnswerButton, name="passages"):
    """Under an answer: opens its passages for whoever presses it."""

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer(interaction, private=True)
        await _show_page(interaction, self.answer_id, 0)


class PassagePageButton(PageButton, name="passage", of=ID):
    """Under a page of passages: goes to the page with this number."""

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer_turn(interaction)
        await _show_page(interaction, self.of, self.page)


async def _show_page(interaction: discord.Interaction[BotBase], answer_id: str, page: int) -> None:
    bot, messages = interaction.client, messages_for_user(interaction)
    kept = await kept_answer(interaction, answer_id, "answer-passages-gone")
    pages = passage_pages(kept.answer)
    if not pages:
        raise Refused(messages("answer-passages-gone"))
    page = min(page, len(pages) - 1)
    check_publisher(interaction, pages[page].footnote.article)
    view = PassagePageButton.both(answer_id, page, len(pages), messages)
    standing = await _standing(bot, pages[page])
    await show(interaction, passage_embed(pages, page, messages, standing), view)


async def _standing(bot: BotBase, page: PassagePage) -> Standing:
    """What became of the page's article since the answer was given."""
    try:
        found = await bot.searcher.articles((page.footnote.article.id,))
    except FootnoteError:
        return Standing.UNKNOWN
    return standing_of(page.text, page.quotes, found[0] if found else None)
