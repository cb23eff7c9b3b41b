"""Last in the flow, for a person at a terminal: an answer, its passages and the sources as text.

Readable at 80 columns and at fewer. Titles, quotes and questions are foreign text: nothing in them
may steer the terminal, and none of it is read as markup.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Console
from rich.text import Text

from bot.answer import Answer, Footnote, Outcome, Statement
from bot.messages import Messages
from bot.presenting.period_words import nothing_found, period_lines
from bot.presenting.quote_link import web_link
from bot.terminal import phrases
from index.article import ArticleInfo, Kind
from index.command_line.console import neutralise, neutralise_line
from index.intake.phrases import count
from index.passage import Filters, Passage
from index.report import IndexStatus
from index.searching.searcher import ArticlePage

INDENT = "  "
# Below this, wrapping would leave a word or two a line; the terminal may wrap instead.
MIN_WIDTH = 24
# A wire story can have a dozen authors, a popular one dozens of copies; the rest is counted.
AUTHORS_NAMED = 3
# One character for one, so that offsets into the text stay right.
_ONE_LINE = dict.fromkeys(map(ord, "\n\r\v\f\x85\u2028\u2029"), " ")


class Terminal:
    """Shows answers on a rich console (see `index.command_line.console.result_console`)."""

    def __init__(self, console: Console, messages: Messages) -> None:
        self._console = console
        self._messages = messages

    def show_question(self, text: str) -> None:
        self._print("", Text(neutralise_line(text), style="bold"))

    def separate(self) -> None:
        """Room between one question and the next."""
        self._blank()

    @property
    def live(self) -> bool:
        """Whether somebody sees lines as they are printed."""
        return self._console.is_terminal

    def show_answer(self, answer: Answer, *, shown: int = 0) -> None:
        """The statements with their marks, the footnotes and the freshness line; or a refusal.

        shown: how many statements `show_statements` has printed already.
        """
        if answer.outcome is not Outcome.ANSWERED:
            self._show_refusal(answer)
            return
        self.show_statements(answer, shown)
        self._show_remarks(answer)
        self._blank()
        for footnote in answer.footnotes:
            self._show_footnote(footnote)
        self._blank()
        newest = self._date(answer.newest)
        self._print("", Text(self._messages("answer-newest", date=newest), style="dim"))

    def show_statements(self, answer: Answer, shown: int = 0) -> int:
        """The statements after the first `shown`; returns how many are shown now."""
        if not shown:
            self._blank()
            self._show_understood(answer)
        for statement in answer.statements[shown:]:
            self._print(INDENT, self._statement(statement))
        return len(answer.statements)

    def show_passages(self, answer: Answer, *, everything: bool = False) -> None:
        """The passages behind the footnotes, word for word, the quotes set off; or all that were found."""
        if everything:
            for rank, passage in enumerate(answer.passages, start=1):
                self._show_passage(
                    f"{rank}. ", passage.article, passage.heading, Text(neutralise(passage.text))
                )
        else:
            for footnote in answer.footnotes:
                for cited, text in _cited_passages(answer, footnote):
                    heading = cited.heading if cited else None
                    self._show_passage(f"[{footnote.number}] ", footnote.article, heading, text)
        if not (answer.passages if everything else answer.footnotes):
            self.say(phrases.NO_PASSAGES)

    def show_sources(self, page: ArticlePage) -> None:
        """A page of the list of articles, and how many more there are."""
        for info in page.articles:
            self._print("- ", Text(self._article(info)))
            self._show_link(info)
        more = page.total - len(page.articles)
        if page.total == 0:
            self.say(phrases.SOURCES_NONE)
        elif more > 0:
            self.say(phrases.SOURCES_MORE.format(count=more))

    def show_welcome(self, status: IndexStatus) -> None:
        """What can be asked, and how."""
        newest = self._date(status.newest_article)
        self.say(
            phrases.WELCOME.format(
                articles=count(status.articles, "article"),
                are="is" if status.articles == 1 else "are",
                newest=newest,
            )
        )

    def say(self, text: str) -> None:
        """A text, each of its lines wrapped."""
        for line in text.splitlines():
            self._print("", Text(neutralise(line)))

    def _say_message(self, message_id: str, **arguments: str | int | float) -> None:
        self.say(self._messages(message_id, **arguments))

    def _show_understood(self, answer: Answer) -> None:
        if answer.understood:
            self._say_message("answer-understood-plain", question=neutralise_line(answer.understood))

    def _show_remarks(self, answer: Answer) -> None:
        """Where the articles differ, what is missing, and why."""
        if answer.conflict:
            sides = []
            for rank, side in enumerate(answer.conflict.sides):
                words, published = neutralise_line(side.words), self._date(side.published)
                newest = rank == 0 and side.published
                kind = "answer-conflict-newest" if newest else "answer-conflict-side"
                sides.append(self._messages(kind, words=words, date=published))
            self._say_message("answer-conflict", sides=", ".join(sides))
        for part in answer.unanswered:
            self._say_message("answer-unanswered", part=neutralise_line(part))
        for line in period_lines(answer, self._messages, self._date):
            self.say(line)
        if answer.degraded:
            self._say_message("answer-degraded", why=answer.degraded.name.lower())

    def _show_refusal(self, answer: Answer) -> None:
        self._blank()
        self._show_understood(answer)
        if answer.outcome is Outcome.REFUSED:
            self.say(nothing_found(answer, self._messages, self._date))
        elif answer.outcome is Outcome.NOT_A_QUESTION:
            self._say_message("answer-not-a-question")
        elif answer.outcome is Outcome.TOO_LONG:
            self._say_message("answer-too-long", length=len(answer.question.text))
        else:
            self.say(phrases.NO_ARTICLES.format(filters=self._filters(answer.question.filters)))
        self._show_remarks(answer)
        if answer.nearest:
            self._blank()
            self._say_message("answer-nearest")
        for info in answer.nearest:
            self._print("- ", Text(self._article(info)))

    def _filters(self, filters: Filters) -> str:
        """The filters that were set, in words."""
        parts = []
        if filters.publishers:
            names = neutralise_line(", ".join(filters.publishers))
            parts.append(self._messages("answer-filter-publisher", names=names))
        if filters.since:
            parts.append(self._messages("answer-filter-since", date=self._date(filters.since)))
        if filters.until:
            parts.append(self._messages("answer-filter-until", date=self._date(filters.until)))
        return " · ".join(parts) or self._messages("answer-filter-none")

    def _statement(self, statement: Statement) -> Text:
        """The statement on one run of lines, quoted where it is a quote, with its footnote marks."""
        text = Text("“" if statement.quoted else "")
        text.append_text(_emphasised(statement.text.translate(_ONE_LINE), statement.bold))
        text.append("” " if statement.quoted else " ")
        numbers = sorted({citation.number for citation in statement.citations})
        return text.append("".join(f"[{number}]" for number in numbers), style="cyan")

    def _show_footnote(self, footnote: Footnote) -> None:
        mark = f"[{footnote.number}] "
        line = self._article(footnote.article)
        if footnote.headings:
            headings = neutralise_line(", ".join(footnote.headings))
            line = f"{line} · {self._messages('answer-under', headings=headings)}"
        if footnote.caption:
            line = self._messages("answer-caption", article=line)
        self._print(mark, Text(line))
        self._show_link(footnote.article)
        if footnote.copies:
            also = self._messages("answer-copies", names=neutralise_line(", ".join(footnote.copy_names)))
            self._print(" " * len(mark), Text(also, style="dim"))

    def _show_link(self, info: ArticleInfo) -> None:
        """The address, never broken by us, so that a terminal can open it; or the file's name."""
        link = web_link(info.url) or phrases.FILE.format(file=neutralise_line(info.source))
        self._console.print(Text(f"    {neutralise_line(link)}", style="dim"), soft_wrap=True)

    def _show_passage(self, mark: str, info: ArticleInfo, heading: str | None, text: Text) -> None:
        self._blank()
        self._print(mark, Text(self._article(info), style="bold"))
        if heading and not text.plain.lstrip().startswith(neutralise_line(heading)):
            under = self._messages("answer-passage-heading", heading=neutralise_line(heading))
            self._print(" " * len(mark), Text(under, style="dim"))
        for paragraph in text.split("\n"):
            if paragraph.plain.strip():
                self._print("    ", paragraph)

    def _article(self, info: ArticleInfo) -> str:
        """Title · publisher · authors · date, on one line."""
        title, publisher = neutralise_line(info.title), neutralise_line(info.publisher or "")
        parts = [title, publisher]
        if info.kind is Kind.BRIEF:
            kind = "answer-article-brief" if publisher else "answer-article-brief-only"
            parts = [self._messages(kind, title=title, publisher=publisher)]
        authors, more = ", ".join(info.authors[:AUTHORS_NAMED]), len(info.authors) - AUTHORS_NAMED
        if more > 0:
            authors = self._messages("answer-authors-more", names=authors, count=more)
        parts += [neutralise_line(authors), self._date(info.published)]
        return " · ".join(part for part in parts if part)

    def _date(self, day: date | None) -> str:
        if day is None:
            return self._messages("answer-date-unknown")
        # Day and year as text, or the year would be written with a separator.
        return self._messages("answer-date", day=str(day.day), month=day.month, year=str(day.year))

    def _blank(self) -> None:
        self._console.print()

    def _print(self, mark: str, text: Text) -> None:
        """Wrapped, with the lines after the first hanging under the text and not under the mark."""
        width = max(self._console.width - len(mark), MIN_WIDTH)
        for number, line in enumerate(text.wrap(self._console, width) or [Text()]):
            line.rstrip()
            prefix = Text(mark if number == 0 else " " * len(mark), style="cyan" if mark.strip() else "")
            self._console.print(prefix.append_text(line), soft_wrap=True)


def _cited_passages(answer: Answer, footnote: Footnote) -> Iterator[tuple[Passage | None, Text]]:
    """The passages in which this footnote's quotes stand, the quotes emphasised; each passage once.

    A quote that stands in no passage that was kept is given by itself.
    """
    number = footnote.number
    quotes = [c for statement in answer.statements for c in statement.citations if c.number == number]
    for passage in answer.passages:
        if passage.article.id != footnote.article.id:
            continue
        inside = [q for q in quotes if q.marked and passage.start <= q.start and q.end <= passage.end]
        if inside:
            quotes = [quote for quote in quotes if quote not in inside]
            spans = [(quote.start - passage.start, quote.end - passage.start) for quote in inside]
            yield passage, _emphasised(passage.text, spans)
    for quote in quotes:
        yield None, Text(neutralise(quote.quote), style="bold")


def _emphasised(text: str, spans: Iterable[tuple[int, int]]) -> Text:
    """Foreign text made harmless, the spans of it in bold; spans may overlap."""
    emphasised, at = Text(), 0
    for start, end in sorted(spans):
        start, end = max(start, at), max(end, at)
        emphasised.append(neutralise(text[at:start]))
        emphasised.append(neutralise(text[start:end]), style="bold")
        at = end
    return emphasised.append(neutralise(text[at:]))
