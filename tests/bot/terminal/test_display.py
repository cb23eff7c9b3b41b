"""What a person at a terminal sees of an answer, a refusal, passages and sources."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.answer import Answer, Outcome, Question
from bot.messages import messages_for
from bot.terminal.display import Terminal
from index.article import ArticleInfo
from index.passage import Filters
from index.report import IndexStatus
from index.searching.searcher import ArticlePage
from tests.bot import samples


class Screen:
    """A terminal whose output can be read."""

    def __init__(self, width: int = 80, *, colour: bool = False) -> None:
        self.stream = io.StringIO()
        console = Console(
            file=self.stream,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            markup=False,
            emoji=False,
            highlight=False,
        )
        self.terminal = Terminal(console, messages_for())

    @property
    def text(self) -> str:
        return self.stream.getvalue()


def test_an_answer_shows_statements_with_marks_footnotes_and_the_newest_article() -> None:
    screen = Screen()
    screen.terminal.show_answer(samples.answered())
    assert screen.text == (
        "\n"
        "  “The rebuilt tower stands 41 metres above the quay, six more than the old\n"
        "  one.” [1]\n"
        "  “Officials give its height as 40 metres.” [2]\n"
        "\n"
        "[1] Lighthouse reopens after five years · Harbour Gazette · J. Voss · 2 May 2026\n"
        "    https://gazette.example/lighthouse\n"
        "[2] brief of: Lindau plans its new light, Coast Weekly · date unknown\n"
        "    file: coast.txt\n"
        "\n"
        "Newest article behind this answer: 2 May 2026\n"
    )


@pytest.mark.parametrize("width", [80, 60, 40, 30])
def test_no_line_but_an_address_is_wider_than_the_screen_or_ends_in_blanks(width: int) -> None:
    screen = Screen(width)
    screen.terminal.show_question("How tall is the rebuilt Lindau lighthouse, " * 5)
    screen.terminal.show_answer(samples.answered())
    screen.terminal.show_passages(samples.answered(), everything=True)
    lines = screen.text.splitlines()
    assert all(cell_len(line) <= width for line in lines if "http" not in line)
    assert all(line == line.rstrip() for line in lines)


def test_a_long_address_is_never_broken() -> None:
    url = "https://gazette.example/" + "lighthouse-" * 20
    answer = samples.answered()
    notes = tuple(replace(note, article=replace(note.article, url=url)) for note in answer.footnotes)
    screen = Screen()
    screen.terminal.show_answer(replace(answer, footnotes=notes))
    assert f"    {url}\n" in screen.text


def test_an_address_that_is_no_web_page_is_not_offered() -> None:
    answer = samples.answered()
    article = replace(samples.LIGHTHOUSE, url="javascript:alert(1)")
    notes = tuple(replace(note, article=article) for note in answer.footnotes)
    screen = Screen()
    screen.terminal.show_answer(replace(answer, footnotes=notes))
    assert "javascript" not in screen.text
    assert "file: harbour/lighthouse.md" in screen.text


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[31mred\x1b[0m",
        "\x1b]0;title\x07",
        "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
        "\x9b31mred",
        "back\x08\x08\x08\x08",
        "\u202egnp.exe",
        "two\r\nlines",
        "\x1bP+q544e\x1b\\",
    ],
)
def test_nothing_in_foreign_text_steers_the_terminal(hostile: str) -> None:
    answer = samples.answered(f"How tall is {hostile}?")
    article = ArticleInfo("a", f"{hostile}.txt", f"Title {hostile}", None, hostile, (hostile,))
    statement = replace(answer.statements[0], text=f"It is {hostile} tall.", bold=((3, 7),))
    passages = tuple(replace(p, text=p.text + hostile, heading=hostile) for p in answer.passages)
    answer = replace(
        answer,
        statements=(statement,),
        footnotes=tuple(replace(note, article=article, copies=(article,)) for note in answer.footnotes),
        passages=passages,
        nearest=(article,),
    )
    screen = Screen()
    screen.terminal.show_question(answer.question.text)
    screen.terminal.show_answer(answer)
    screen.terminal.show_passages(answer)
    screen.terminal.show_passages(answer, everything=True)
    screen.terminal.show_answer(replace(answer, outcome=Outcome.REFUSED))
    screen.terminal.show_sources(ArticlePage((article,), 1))
    assert not [
        c for c in screen.text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e")
    ]


def test_markup_in_foreign_text_is_shown_as_it_stands() -> None:
    screen = Screen(colour=True)
    screen.terminal.show_question("What is [bold red]this[/] :smile:?")
    assert "[bold red]this[/] :smile:" in screen.text


def test_the_words_that_answer_are_bold_on_a_terminal_and_plain_elsewhere() -> None:
    answer = samples.answered()
    statement = answer.statements[0]
    at = statement.text.index("41 metres")
    marked = replace(answer, statements=(replace(statement, bold=((at, at + 9),)), *answer.statements[1:]))
    bright, plain = Screen(colour=True), Screen()
    bright.terminal.show_answer(marked)
    plain.terminal.show_answer(marked)
    assert "\x1b[1m41 metres\x1b[0m" in bright.text
    assert "\x1b" not in plain.text


def test_stretches_of_bold_that_overlap_repeat_no_word_and_lose_none() -> None:
    answer = samples.answered()
    statement = replace(
        answer.statements[0], text="It cost\n3.2 million euros.", bold=((8, 19), (12, 19), (8, 11))
    )
    screen = Screen()
    screen.terminal.show_answer(replace(answer, statements=(statement,)))
    assert "“It cost 3.2 million euros.” [1]" in screen.text


def test_passages_are_the_cited_ones_word_for_word_with_the_quote_set_off() -> None:
    screen = Screen(width=200, colour=True)
    screen.terminal.show_passages(samples.answered())
    assert "The keepers returned on Monday. " in screen.text
    assert (
        "\x1b[1mThe rebuilt tower stands 41 metres above the quay, six more than the old one.\x1b[0m"
        in screen.text
    )
    assert " Its lamp reaches nineteen miles." in screen.text
    assert samples.FERRY.title not in screen.text


def test_all_passages_are_those_that_were_found_in_rank_order() -> None:
    answer = samples.answered()
    screen = Screen(width=200)
    screen.terminal.show_passages(answer, everything=True)
    positions = [screen.text.index(passage.text) for passage in answer.passages]
    assert positions == sorted(positions)


def test_a_quote_whose_passage_was_not_kept_is_shown_by_itself() -> None:
    screen = Screen(width=200)
    screen.terminal.show_passages(replace(samples.answered(), passages=()))
    assert "The rebuilt tower stands 41 metres above the quay, six more than the old one." in screen.text


def test_a_refusal_says_so_and_names_the_nearest_articles() -> None:
    screen = Screen()
    answer = Answer(Question("Who won?"), Outcome.REFUSED, nearest=(samples.LIGHTHOUSE, samples.FERRY))
    screen.terminal.show_answer(answer)
    assert "I found nothing in the articles that answers this." in screen.text
    assert "- Lighthouse reopens after five years · Harbour Gazette · J. Voss · 2 May 2026" in screen.text
    assert "- Ferry timetable for the summer · date unknown" in screen.text


def test_a_question_that_is_none_or_too_long_or_filtered_away_is_told_what_to_do() -> None:
    screen = Screen(width=200)
    screen.terminal.show_answer(Answer(Question(""), Outcome.NOT_A_QUESTION))
    screen.terminal.show_answer(Answer(Question("x" * 4321), Outcome.TOO_LONG))
    filters = Filters(("Coast Weekly",), date(2026, 1, 1), date(2026, 2, 1))
    screen.terminal.show_answer(Answer(Question("Who?", filters), Outcome.NO_ARTICLES))
    assert "Ask a question in a few words" in screen.text
    assert "4,321 characters" in screen.text
    assert "publisher: Coast Weekly · since 1 January 2026 · until 1 February 2026" in screen.text


def test_copies_and_many_authors_are_counted_not_listed_without_end() -> None:
    answer = samples.answered()
    article = replace(samples.LIGHTHOUSE, authors=("A. One", "B. Two", "C. Three", "D. Four", "E. Five"))
    note = replace(answer.footnotes[0], article=article, copies=(samples.COAST, samples.COAST))
    screen = Screen(width=200)
    screen.terminal.show_answer(replace(answer, footnotes=(note, answer.footnotes[1])))
    assert "A. One, B. Two, C. Three and 2 more" in screen.text
    assert "also in: Coast Weekly\n" in screen.text


def test_sources_are_listed_with_how_many_more_there_are() -> None:
    screen = Screen()
    screen.terminal.show_sources(ArticlePage((samples.LIGHTHOUSE,), 3))
    screen.terminal.show_sources(ArticlePage((), 0))
    assert "- Lighthouse reopens after five years" in screen.text
    assert "and 2 more" in screen.text
    assert "No article has that" in screen.text


def test_the_welcome_says_how_much_is_indexed_and_how_new_it_is() -> None:
    screen = Screen()
    status = IndexStatus(
        generation="g1",
        published_at=datetime(2026, 5, 3, tzinfo=UTC),
        published_by="somebody",
        articles=2,
        chunks=9,
        newest_article=date(2026, 5, 2),
        embedding_model="bundled",
        size_bytes=1,
    )
    screen.terminal.show_welcome(status)
    assert screen.text.startswith("2 articles are indexed; newest: 2 May 2026.\n")


def test_captions_and_lines_of_lists_are_named_as_what_they_are() -> None:
    answer = samples.answered()
    one, two = answer.footnotes
    notes = (replace(one, headings=("Vance › Fees", "Contact")), replace(two, caption=True))
    screen = Screen(width=200)
    screen.terminal.show_answer(replace(answer, footnotes=notes))
    assert "2 May 2026 · under Vance › Fees, Contact\n" in screen.text
    assert "[2] caption: brief of: Lindau plans its new light, Coast Weekly" in screen.text
