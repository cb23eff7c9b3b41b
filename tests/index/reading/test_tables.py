"""Rows of tables as lines that say alone what they say in their table."""

import pytest

from index.reading.tables import table_lines


@pytest.mark.parametrize(
    ("rows", "heads", "lines"),
    [
        ([["E-21", "Flame out"]], ["Code", "Meaning"], ["Code: E-21 | Meaning: Flame out"]),
        ([["E-21", "", "Reset"]], ["Code", "Meaning", "Do"], ["Code: E-21 | Do: Reset"]),
        ([["Monday", "7 to 9", "late"]], ["Day", "Open"], ["Day: Monday | Open: 7 to 9 | late"]),
        ([["Monday", "7 to 9"]], ["", "Open:"], ["Monday | Open: 7 to 9"]),
        ([["Length", "1,420\n metres"], ["Seats:", "88"]], [], ["Length: 1,420 metres", "Seats: 88"]),
        ([["a", "b", "c"], ["", ""], ["x", ""]], [], ["a | b | c", "x"]),
        ([["How deep?", "Two metres."]], [], ["How deep? Two metres."]),
        ([["w" * 81, "b"]], [], ["w" * 81 + " | b"]),
        ([["Day", "Open"]], ["Day", "Open"], ["Day | Open"]),
    ],
)
def test_lines_of_a_table(rows: list[list[str]], heads: list[str], lines: list[str]) -> None:
    assert table_lines(rows, heads) == lines
