"""Tables in plain text, as copied from a page or a spreadsheet, and lines that only look like one."""

import pytest

from index.reading.plain_tables import with_table_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Item\tPlan\tSpent\nRoads\t41,000\t52,000", ["Item: Roads | Plan: 41,000 | Spent: 52,000"]),
        ("Fees\nPass\t62\nCard\t31\nEnd.", ["Fees", "Pass: 62", "Card: 31", "End."]),
        ("1.\tOpen it.\n2.\tClose it.", ["1.\tOpen it.", "2.\tClose it."]),
        ("|||\n|||", ["|||", "|||"]),
        ("| Who | Office |\n|---|:-:|\n| Anna | Roads |", ["Who: Anna | Office: Roads"]),
        ("Who | Office\n--- | ------\nAnna | Roads", ["Who: Anna | Office: Roads"]),
        ("Anna\tchair\tRoads\nTom\t\tSchool", ["Anna | chair | Roads", "Tom | School"]),
        ("\tAn indented line\n\tand another.", ["An indented line", "and another."]),
        ("One | line alone", ["One | line alone"]),
        ("a\tb\tc\nd\te", ["a\tb\tc", "d\te"]),
    ],
)  # fmt: skip
def test_rows_of_a_table_in_plain_text(text: str, lines: list[str]) -> None:
    assert [line.strip() for line in with_table_lines(text).splitlines() if line.strip()] == lines


def test_a_text_without_tables_is_as_it_was() -> None:
    text = "Title\r\n\r\n  A line,\n\n\tand one.\n"
    assert with_table_lines(text) == text
