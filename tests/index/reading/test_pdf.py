"""What the PDF reader makes of a file: its text as one reads it, and what the file says of itself."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from reportlab.pdfgen.canvas import Canvas

from index.cleaning import clean
from tests.index.reading.page_samples import SENTENCES
from tests.index.reading.pdf_samples import HEIGHT, STORY, drawn, lines, report, scan
from tests.index.reading.reading_one import read_bytes

# The files say that they were made now, by the machine's clock.
TODAY = datetime.now(UTC).date()
PARAGRAPHS = [f"Paragraph {number} of the report. {STORY}" for number in range(14)]


def _text(data: bytes) -> str:
    (article,), problems = read_bytes("report.pdf", data, TODAY)
    assert problems == []
    return article.text


def _said(data: bytes) -> list[str]:
    articles, problems = read_bytes("report.pdf", data, TODAY)
    assert articles == []
    return problems


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_paragraphs_come_whole_and_in_order_over_columns_and_pages(columns: int) -> None:
    blocks = _text(report(PARAGRAPHS, columns=columns)).split("\n\n")
    assert blocks == ["# The harbour in 2026", *PARAGRAPHS[:2], "## What it cost", *PARAGRAPHS[2:]]


def test_what_the_file_says_of_itself_is_taken() -> None:
    (article,), _ = read_bytes("report.pdf", report(PARAGRAPHS), TODAY)
    assert (article.title, article.authors) == ("The harbour in 2026", ("J. Voss", "Ida Brandt"))
    assert (article.published, article.modified) == (None, None)  # the days in it are the file's
    assert (article.id, article.url, article.publisher) == ("report.pdf", None, None)


def test_a_day_that_the_text_states_is_the_articles() -> None:
    stated = ["By J. Voss", "Published 4 April 2025", "The tower stands on the quay, and is 41 metres tall."]

    def draw(canvas: Canvas) -> None:
        lines("The harbour in April", size=20)(canvas)
        lines(*stated, y=660)(canvas)

    (article,), _ = read_bytes("report.pdf", drawn(draw), TODAY)
    info = clean(article).info
    assert (info.title, info.authors, info.published) == (
        "The harbour in April",
        ("J. Voss",),
        date(2025, 4, 4),
    )


@pytest.mark.parametrize(
    "title",
    ["", "Microsoft Word - report_v3.docx", "untitled", "Untitled-1", "report.pdf", "C:\\tmp\\x.indd",
     "PowerPoint Presentation", "12-04", "Document1", "(anonymous)"],
)  # fmt: skip
def test_what_a_program_wrote_for_want_of_a_title_is_none(title: str) -> None:
    (article,), _ = read_bytes("r.pdf", drawn(lines(*SENTENCES), title=title, author="Administrator"), TODAY)
    assert (article.title, article.authors) == (None, ())


@pytest.mark.parametrize("title", ["Documents of the harbour", "Print and paper", "Layout of the new quay"])
def test_a_title_that_only_begins_like_a_programs_is_one(title: str) -> None:
    (article,), _ = read_bytes("r.pdf", drawn(lines(*SENTENCES), title=title), TODAY)
    assert article.title == title


def test_columns_that_are_drawn_line_by_line_are_read_one_after_the_other() -> None:
    left = [f"left column line number {n} goes" for n in range(8)] + ["and ends."]
    right = [f"right column line number {n} goes" for n in range(8)] + ["and ends."]

    def draw(canvas: Canvas) -> None:
        for number, (one, two) in enumerate(zip(left, right, strict=True)):
            lines(one, y=700 - 14 * number)(canvas)
            lines(two, x=330, y=700 - 14 * number)(canvas)

    text = _text(drawn(draw))
    assert text.split("\n\n") == [" ".join(left), " ".join(right)]


def test_a_foot_that_is_drawn_first_does_not_come_first() -> None:
    def draw(canvas: Canvas) -> None:
        lines("The county paid a third.", y=400)(canvas)
        lines("The tower stands on the quay.", y=700)(canvas)

    assert _text(drawn(draw)) == "The tower stands on the quay.\n\nThe county paid a third."


def test_hyphens_at_line_ends_go_and_those_of_compounds_stay() -> None:
    text = _text(
        drawn(
            lines(
                "The light-house keeper of the well-known harbour said that the rebuilt light-",
                "house is taller, that the long-awaited lamp burns and that the repub-",
                "lished plans of the Anglo-",
                "Danish firm are well-",
                "known to all.",
            )
        )
    )
    assert text == (
        "The light-house keeper of the well-known harbour said that the rebuilt light-house is taller,"
        " that the long-awaited lamp burns and that the republished plans of the Anglo-Danish firm are"
        " well-known to all."
    )


def test_page_numbers_and_running_heads_go_and_numbers_in_the_text_stay() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            lines("HARBOUR OFFICE", y=HEIGHT - 30)(canvas)
            lines(f"- {number} -", x=290, y=25)(canvas)
            lines(f"In year {number} the ferry sailed {number}00 times.", "1890")(canvas)

        return draw

    text = _text(drawn(*(page(n) for n in range(1, 6))))
    assert "HARBOUR OFFICE" not in text
    assert "- 3 -" not in text
    assert "In year 3 the ferry sailed 300 times." in text
    assert text.count("1890") == 5


def test_a_table_is_read_row_by_row() -> None:
    def draw(canvas: Canvas) -> None:
        for number, row in enumerate([("Year", "Height", "Keeper"), ("1890", "35 m", "O. Lund")]):
            for at, cell in enumerate(row):
                lines(cell, x=60 + 150 * at, y=700 - 16 * number)(canvas)

    assert _text(drawn(draw)).split("\n\n") == ["Year | Height | Keeper", "1890 | 35 m | O. Lund"]


def _table(*rows: tuple[str, ...], step: float = 18) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            for at, cell in enumerate(row):
                lines(*cell.split("\n"), x=60 + 150 * at, y=700 - step * number)(canvas)

    return draw


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ([("Item", "Plan", "Spent"), ("Roads", "41", "44"), ("School", "88", "86")],
         ["Item: Roads | Plan: 41 | Spent: 44", "Item: School | Plan: 88 | Spent: 86"]),
        ([("Item", "Plan", "Spent"), ("Roads", "", "44"), ("Park", "88", "86"), ("Bus", "7", "9")],
         ["Item: Roads | Spent: 44", "Item: Park | Plan: 88 | Spent: 86", "Item: Bus | Plan: 7 | Spent: 9"]),
        ([("Pass", "62 crowns"), ("Card", "31 crowns")], ["Pass: 62 crowns", "Card: 31 crowns"]),
        ([("Anna", "chair", "Roads"), ("Tom", "member", "School"), ("Ole", "member", "Roads")],
         ["Anna | chair | Roads", "Tom | member | School", "Ole | member | Roads"]),
    ],
)  # fmt: skip
def test_a_tables_row_says_what_its_cells_are(rows: list[tuple[str, ...]], texts: list[str]) -> None:
    assert _text(drawn(_table(*rows))).split("\n\n") == texts


def test_a_cell_of_several_lines_is_one() -> None:
    rows = [("Code", "Meaning", "Do"), ("E-1", "Flame\nout", "Press it\nfor 3 s"), ("E-2", "Fan", "Clean it")]
    assert _text(drawn(_table(*rows, step=40))).split("\n\n") == [
        "Code: E-1 | Meaning: Flame out | Do: Press it for 3 s",
        "Code: E-2 | Meaning: Fan | Do: Clean it",
    ]


_PROSE = (
    "The town office of Vance moved to Mill Street in the month of March and is",
    "now open on four days of the week. The mayor of the town, Agnes Toll, said",
    "Vance had waited for it since the old house had burned down.",
)


@pytest.mark.parametrize(
    ("drawn_lines", "texts"),
    [
        (["Phone: 0151 440", "E-mail: office@vance.example", "Head of office: Agnes Toll"], None),
        (["Pass: 62 crowns", "Card: 31 crowns"], None),
        (["Agnes Toll", "Mill Street 5", "4711 Vance"], None),
        ([*_PROSE, "Mill Street 5", "Open daily"], [" ".join(_PROSE), "Mill Street 5", "Open daily"]),
        ([*_PROSE, "Fees", *_PROSE], [" ".join(_PROSE), "Fees", " ".join(_PROSE)]),
        ([*_PROSE[:2], "Vance had waited"], [" ".join([*_PROSE[:2], "Vance had waited"])]),
        (["Bring a passport", "or a card"], ["Bring a passport or a card"]),
        (["• Pass: 62 crowns", "• Card: 31 crowns", "Open on four days"], None),
        (["2.4.1 (May 2025)", "Changed the delay", "2.4.0 (April 2025)", "First one with a fan"], None),
    ],
)  # fmt: skip
def test_lines_that_their_writer_ended_stay_apart(drawn_lines: list[str], texts: list[str] | None) -> None:
    assert _text(drawn(lines(*drawn_lines))).split("\n\n") == (texts or drawn_lines)


def test_lines_of_code_stay_apart() -> None:
    code = ["pip install pelikan-queue", "pelikan init --workers 4", "x = run(job,", "        timeout=3)"]

    def draw(canvas: Canvas) -> None:
        lines(*_PROSE)(canvas)
        canvas.setFont("Courier", 11)
        for number, line in enumerate(code):
            canvas.drawString(60, 640 - 13.2 * number, line)

    assert _text(drawn(draw)).split("\n\n") == [" ".join(_PROSE), *(line.strip() for line in code)]


def test_a_quote_between_narrower_edges_is_prose() -> None:
    quote = [
        "We have waited for this day since",
        "Vance burned down, and none of us",
        "people here thought that it would",
        "Ever come, and now it has come.",
    ]

    def draw(canvas: Canvas) -> None:
        lines(*_PROSE)(canvas)
        lines(*quote, x=120, y=640)(canvas)

    assert _text(drawn(draw)).split("\n\n") == [" ".join(_PROSE), " ".join(quote)]


def test_lists_keep_their_items_apart() -> None:
    text = _text(drawn(lines("The works comprise", "• a tower of 41 metres", "• a lamp", "1. and a quay")))
    assert text.split("\n\n") == ["The works comprise", "• a tower of 41 metres", "• a lamp", "1. and a quay"]


def test_a_scan_is_reported_as_one() -> None:
    assert _said(drawn(scan, scan)) == [
        "is a scan: pictures of pages, without their text. Have its text recognised (OCR), then add it."
    ]


def test_pages_that_are_scans_are_named_and_the_others_indexed() -> None:
    articles, problems = read_bytes("r.pdf", drawn(scan, lines(*SENTENCES), scan), TODAY)
    assert [SENTENCES[0] in article.text for article in articles] == [True]
    assert problems == ["2 of 3 pages are scans without text (page 1, 3); the others are indexed."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (drawn(lines(*SENTENCES), password="open"), "is protected with a password. Save it without one."),
        (b"", "is empty. Remove it, or fill it."),
        (b"%PDF-1.7\n" + b"\x00\x01" * 500, "is a damaged PDF. Fetch or save it anew."),
        (drawn(lines(*SENTENCES))[:600], "is a damaged PDF. Fetch or save it anew."),
        (b"<html>no PDF</html>", "is no PDF, whatever its name says. Give it the ending of what it is."),
        (drawn(lambda _: None), "has no text. Remove it, or save it with its text."),
    ],
    ids=["password", "empty", "damaged", "truncated", "another kind", "blank page"],
)
def test_a_pdf_that_cannot_be_read_is_reported_with_the_reason(data: bytes, said: str) -> None:
    assert _said(data) == [said]
