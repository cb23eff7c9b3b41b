"""Tables for spreadsheets: what anybody wrote stays text in its own cell."""

import pytest

from bot.discord.toolkit.markup import as_table


def test_rows_are_lines_and_cells_stand_between_tabs() -> None:
    assert as_table([("kind", "title"), ("added", "The quay")]) == "kind\ttitle\nadded\tThe quay\n"


@pytest.mark.parametrize("text", ['=HYPERLINK("http://evil.example";"x")', "+1+1", "-2+3", "@SUM(A1)", " =1"])
def test_what_a_spreadsheet_would_compute_is_made_text(text: str) -> None:
    assert as_table([(text,)]) == f"'{text.strip()}\n"


def test_nothing_in_a_cell_ends_it_or_its_row_or_turns_it_around() -> None:
    assert as_table([("a\tb\r\nc\u2028d", "e\u202ef\x00")]) == "a b c d\tef\n"
