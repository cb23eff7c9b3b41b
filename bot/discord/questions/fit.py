"""The heart of rendering an answer: statements and their footnotes within Discord's limit.

A footnote is never cut off to fit. When room is short, in this order: the marks lose their links (the
footnotes keep theirs), statements are shortened (around the words that answer), then links lose their text
fragments, then the last statements go, each with the footnotes that only it needed; and the reader is told.
How it looks on a phone, and why so: docs/design-of-replies.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.answer import Answer, Citation, Footnote, Statement
from bot.discord.questions.remarks import remarks, small_print, understood_line
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.article_line import LINK_ROOM, NO_BREAK, article_line, link_within, quoted_from
from bot.discord.toolkit.discord_limits import size
from bot.discord.toolkit.markup import SMALL, mark
from bot.messages import Messages
from index.article import ArticleInfo

# Lengths tried in turn. 140 characters still hold a sentence's core.
STATEMENT_LENGTHS = (700, 450, 300, 200, 140)
SHORT_LINK = 200
MARK_LINK = 300
THIN = "\u202f"
QUOTATION_MARKS = ('"', "'", "“", "”", "„", "‘", "’", "«", "»")


@dataclass(frozen=True, slots=True)
class Fitted:
    """An answer's text for an embed's description, and what of the answer is in it."""

    text: str
    statements: tuple[Statement, ...]
    numbers: tuple[int, ...]  # of the footnotes that are shown
    shortened: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    keep: int
    length: int | None = None
    link_room: int = LINK_ROOM
    citations: int | None = None
    linked_marks: bool = False


def fit(answer: Answer, messages: Messages, room: int = discord_limits.DESCRIPTION) -> Fitted:
    """The fullest version of the answer that fits the room."""
    fitted = None
    for plan in _plans(answer):
        fitted = _compose(answer, plan, messages)
        if size(fitted.text) <= room:
            return fitted
    assert fitted is not None
    return fitted


def _plans(answer: Answer) -> Iterator[_Plan]:
    """From the whole answer down to one short statement with one footnote."""
    count = len(answer.statements)
    yield _Plan(count, linked_marks=True)
    yield _Plan(count)
    for length in STATEMENT_LENGTHS:
        yield _Plan(count, length)
    shortest = STATEMENT_LENGTHS[-1]
    yield _Plan(count, shortest, SHORT_LINK)
    for keep in range(count - 1, 0, -1):
        yield _Plan(keep, STATEMENT_LENGTHS[1])
        yield _Plan(keep, shortest, SHORT_LINK)
    for citations in range(max((len(s.citations) for s in answer.statements), default=1), 0, -1):
        yield _Plan(1, shortest, SHORT_LINK, citations)


def _compose(answer: Answer, plan: _Plan, messages: Messages) -> Fitted:
    kept = tuple(_cut_citations(statement, plan.citations) for statement in answer.statements[: plan.keep])
    statements = tuple(_shorten(statement, plan.length) for statement in kept)
    cited: dict[int, Citation] = {}
    for statement in statements:
        for citation in statement.citations:
            cited.setdefault(citation.number, citation)
    footnotes = [note for note in answer.footnotes if note.number in cited]
    articles = {note.number: note.article for note in footnotes} if plan.linked_marks else {}
    shortened = statements != answer.statements
    blocks = ["\n".join(understood_line(answer, messages))]
    blocks += [_statement_line(statement, articles, messages) for statement in statements]
    blocks += [*remarks(answer, messages), "\n".join(small_print(answer, messages))]
    if shortened:
        left_out = len(answer.statements) - len(statements)
        blocks.append(f"{SMALL}{messages('answer-shortened', left_out=left_out)}")
    notes = [_note_line(note, cited[note.number].marked, plan.link_room, messages) for note in footnotes]
    text = "\n\n".join(block for block in [*blocks, "\n".join(notes)] if block)
    return Fitted(text, statements, tuple(note.number for note in footnotes), shortened)


def _note_line(note: Footnote, quote: str, link_room: int, messages: Messages) -> str:
    line = article_line(note.article, messages, quote=quote, link_room=link_room, copies=note.copy_names)
    line = quoted_from(note, line, messages)
    return f"{SMALL}{messages('answer-footnote', number=str(note.number), article=line)}"


def _statement_line(statement: Statement, articles: Mapping[int, ArticleInfo], messages: Messages) -> str:
    """The statement with its marks, each a link to its own sentence where `articles` has an address."""
    quotes: dict[int, str] = {}
    for citation in statement.citations:
        quotes.setdefault(citation.number, citation.marked)
    marks = "".join(_mark(number, quote, articles.get(number)) for number, quote in quotes.items())
    kind = "answer-quote" if statement.quoted else "answer-statement"
    # A quote may run over a paragraph; on one line it stays one quote. Offsets do not change.
    text = mark(statement.text.replace("\n", " "), statement.bold)
    if statement.quoted:
        text = _apart(text)
    return messages(kind, text=text, marks=f"{NO_BREAK}{marks}")


def _apart(text: str) -> str:
    """A thin space where the quote's own quotation marks would touch those around it."""
    lead = THIN if text.startswith(QUOTATION_MARKS) else ""
    return f"{lead}{text}{THIN if text.endswith(QUOTATION_MARKS) else ''}"


def _mark(number: int, quote: str, article: ArticleInfo | None) -> str:
    link = link_within(article.url, quote, MARK_LINK) if article else None
    return f"[[{number}]]({link})" if link else f"[{number}]"


def _cut_citations(statement: Statement, most: int | None) -> Statement:
    if most is None or len(statement.citations) <= most:
        return statement
    return replace(statement, citations=statement.citations[:most])


def _shorten(statement: Statement, length: int | None) -> Statement:
    """The statement within `length` characters around its first bold words, cut at words."""
    text = statement.text
    if length is None or len(text) <= length:
        return statement
    first, last = statement.bold[0] if statement.bold else (0, 0)
    start = 0 if last <= length else max(0, min(first - length // 3, len(text) - length))
    end = min(len(text), start + length)
    if start:
        start = _word_edge(text, start, min(first, end), forwards=True)
    if end < len(text):
        end = _word_edge(text, end, max(start, min(last, end)), forwards=False)
    lead = "… " if start else ""
    body = text[start:end]
    tail = " …" if end < len(text) else ""
    shift = len(lead) - start
    limit = len(lead) + len(body)
    bold = tuple(
        (max(low + shift, len(lead)), min(high + shift, limit))
        for low, high in statement.bold
        if high > start and low < end
    )
    return replace(statement, text=f"{lead}{body}{tail}", bold=bold)


def _word_edge(text: str, at: int, bound: int, *, forwards: bool) -> int:
    """The nearest edge of a word from `at` towards `bound`; `at` itself where there is none."""
    if forwards:
        space = text.find(" ", at, bound)
        return space + 1 if space >= 0 else at
    space = text.rfind(" ", bound, at)
    return space if space > 0 else at
