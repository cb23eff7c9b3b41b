"""Rows of tables as lines that say alone what they say in their table."""

import pytest

from index.reading.tables import first_row_is_head, table_lines


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
        ([["Easter"], ["Monday", "late"]], ["Day", "Open"], ["Easter", "Day: Monday | Open: late"]),
        ([["a", "b"]], ["h" * 81, "Open"], ["h" * 81 + " | Open", "a: b"]),
    ],
)
def test_lines_of_a_table(rows: list[list[str]], heads: list[str], lines: list[str]) -> None:
    assert table_lines(rows, heads) == lines


def test_a_long_head_does_not_stand_in_each_row() -> None:
    lines = table_lines([["a", "b"]] * 1000, ["h" * 100_000, "Open"])
    assert sum(map(len, lines)) < 110_000


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ([["Item", "Plan 2024", "Plan 2025"], ["Roads", "41", "52"]], True),
        ([["Code", "Meaning", "Do"], ["E-21", "Flame out", "Reset"], ["E-22", "Fan", "Clean"]], True),
        ([["", "Plan", "Spent"], ["Roads", "€ 41", "€ 44"]], True),
        ([["Mon", "9-12", "desk A"], ["Tue", "9-13", "desk B"]], False),
        ([["Anna Berg", "chair", "Road Office"], ["Tom Reed", "member", "School"]], False),
        ([["Length", "Beam", "Length"], ["1", "2", "3"]], False),
        ([["Name", "Agnes Toll"], ["Phone", "0151 440"]], False),
        ([["Year", "Height"], ["1890", "35 m"]], True),
        ([["Item", "Price"], ["Pass", "62 crowns"]], False),
        ([["Item", "Plan", "Spent"]], False),
    ],
)
def test_a_first_row_is_a_head_where_it_plainly_is_one(rows: list[list[str]], head: bool) -> None:
    assert first_row_is_head(rows) is head
