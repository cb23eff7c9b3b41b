"""Headings come with their levels, so that cleaning knows which stand over which."""

from collections.abc import Callable

import pytest

from index.article import RawArticle, heading_over
from index.cleaning import clean
from index.reading.heading_marks import heading_mark, heading_words, without_heading_mark
from tests.index.reading.office_samples import saved
from tests.index.reading.reading_one import read_bytes

TOWNS = (("Vance", "62"), ("Wexby", "64"))


def of_markdown() -> tuple[str, bytes]:
    parts = (f"## {town}\n\n### Fees\n\n- Passport: {fee} crowns\n\n" for town, fee in TOWNS)
    return "offices.md", f"# The offices\n\n{''.join(parts)}".encode()


def of_html() -> tuple[str, bytes]:
    parts = (
        f"<section><h2>{town}</h2><p>The town office of {town} is in Mill Street, by the church.</p>"
        f"<h3>Fees</h3><ul><li>Passport: {fee} crowns</li></ul></section>"
        for town, fee in TOWNS
    )
    return (
        "offices.html",
        f"<title>The offices</title><main><h1>The offices</h1>{''.join(parts)}</main>".encode(),
    )


def of_word() -> tuple[str, bytes]:
    import docx

    word = docx.Document()
    word.add_heading("The offices", 0)
    for town, fee in TOWNS:
        word.add_heading(town, 2)
        word.add_heading("Fees", 3)
        word.add_paragraph(f"Passport: {fee} crowns", style="List Bullet")
    return "offices.docx", saved(word)


@pytest.mark.parametrize("written", [of_markdown, of_html, of_word])
def test_a_line_stands_under_its_heading_and_that_under_the_one_over_it(
    written: Callable[[], tuple[str, bytes]],
) -> None:
    (raw,), _ = read_bytes(*written())
    assert isinstance(raw, RawArticle)
    article = clean(raw)
    for town, fee in TOWNS:
        over = heading_over(article.headings, article.text.index(f"Passport: {fee}"))
        assert over is not None
        assert over.endswith(f"{town} › Fees")


def test_a_mark_says_the_level_and_can_be_taken_off() -> None:
    assert [heading_mark(level) for level in (0, 1, 3, 9)] == ["# ", "# ", "### ", "###### "]
    assert heading_words("### Fees") == without_heading_mark("### Fees") == "Fees"
    assert heading_words("#tag") is None
    assert without_heading_mark("#tag") == "#tag"
