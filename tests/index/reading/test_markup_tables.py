"""A table of a page, row by row: cells with the heads of their columns, whatever stands in them."""

import pytest

from index.reading.html import extract_page
from index.reading.markup_lines import Lines
from index.reading.markup_text import parse_markup
from tests.index.reading.page_samples import MORE, STORY, page

HEADS = "<tr><th>Day</th><th>Open</th></tr>"


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (HEADS + "<tr><td>Monday</td><td>9 to 5</td></tr>", ["Day: Monday | Open: 9 to 5"]),
        ("<thead><tr><td>Day</td><td><b>Open</b></td></tr></thead><tbody><tr><td>Monday</td><td>9</td>"
         "</tr></tbody>",
         ["Day: Monday | Open: 9"]),
        ("<tr><td><b>Day</b></td><td><strong>Open</strong></td></tr><tr><td>Monday</td><td>9</td></tr>",
         ["Day: Monday | Open: 9"]),
        (HEADS + "<tr><th>Monday</th><td>9 to 5</td></tr>", ["Day: Monday | Open: 9 to 5"]),
        ("<tr><th></th><th>Open</th></tr><tr><th>Monday</th><td>9</td></tr>", ["Monday | Open: 9"]),
        ("<tr><th>Height</th><td>41 m</td></tr><tr><th>Built</th><td>1762</td></tr>", ["Height: 41 "
         "m", "Built: 1762"]),
        ("<tr><td>Length</td><td>1,420 metres</td></tr><tr><td>Seats</td><td>88</td></tr>",
         ["Length: 1,420 metres", "Seats: 88"]),
        ("<tr><th>Mill</th><td>1762</td><td>8 m</td></tr>", ["Mill: 1762 | 8 m"]),
        ("<tr><th>Height</th><td>41 m</td><th>Built</th><td>1762</td></tr>", ["Height: 41 m | Built: 1762"]),
        ("<tr><td>a</td><td>b</td><td>c</td></tr>", ["a | b | c"]),
        ("<caption>Opening times</caption>" + HEADS + "<tr><td>Monday</td><td>9</td></tr>",
         ["###### Opening times", "Day: Monday | Open: 9"]),
        (HEADS + "<tr><td>Monday</td><td><ul><li>7 to 9</li><li>16 to 21:30</li></ul></td></tr>",
         ["Day: Monday | Open: 7 to 9; 16 to 21:30"]),
        (HEADS + "<tr><td>Monday</td><td><p>7 to 9</p><p>16 to 20</p></td></tr>", ["Day: Monday | Open: "
        "7 to 9; 16 to 20"]),
        (HEADS + "<tr><td>Monday</td><td>8:00<br>to 12:00</td></tr>", ["Day: Monday | Open: 8:00 to 12:00"]),
        (HEADS + "<tr><td>Monday</td><td>8:00 to 12:00<br>13:00 to 15:00</td></tr>",
         ["Day: Monday | Open: 8:00 to 12:00; 13:00 to 15:00"]),
        (HEADS + "<tr><td>Monday</td><td><div>closed</div><div>(cleaning)</div></td></tr>",
         ["Day: Monday | Open: closed (cleaning)"]),
        (HEADS + "<tr><td rowspan='2'>Monday</td><td>7 to 9</td></tr><tr><td>16 to 20</td></tr>",
         ["Day: Monday | Open: 7 to 9", "Day: Monday | Open: 16 to 20"]),
        ("<tr><th rowspan='2'>Pass</th><th colspan='2'>Summer</th></tr><tr><th>Adults</th><th>"
         "Children</th></tr>"
         "<tr><td>Day</td><td>28</td><td>14</td></tr>", ["Pass: Day | Summer Adults: 28 | Summer "
         "Children: 14"]),
        (HEADS + "<tr><th colspan='2'>Weekend</th></tr><tr><td>Sunday</td><td>closed</td></tr>",
         ["###### Weekend", "Day: Sunday | Open: closed"]),
        (HEADS + "<tr><td>Monday</td><td>9</td></tr><tr><td colspan='2'>Closed in May.</td></tr>",
         ["Day: Monday | Open: 9", "Closed in May."]),
        (HEADS + "<tr><td>Monday</td><td>9</td></tr><tr><th>Month</th><th>Price</th></tr><tr><td>May</td>"
        "<td>3</td></tr>",
         ["Day: Monday | Open: 9", "Month: May | Price: 3"]),
        (HEADS + "<tr><td>a</td><td>1</td></tr></tbody><tfoot><tr><th>Total</th><th>25</th></tr></tfoot>",
         ["Day: a | Open: 1", "Day: Total | Open: 25"]),
        (HEADS + "<tr><td>Monday</td><td></td></tr>", ["Day: Monday"]),
        (HEADS + "<tr><td>Monday</td><td><img alt='yes' src='t.png'></td></tr>", ["Day: Monday | Open: yes"]),
        (HEADS + "<tr><td>Monday</td><td>10<sup>6</sup> <code>x</code>y</td></tr>", ["Day: Monday | "
        "Open: 10⁶ xy"]),
        (HEADS + "<tr><td>Monday</td><td colspan='0' rowspan='99999999999'>9</td></tr>", ["Day: Monday | "
        "Open: 9"]),
        (HEADS, ["Day: Open"]),
        ("<tr><td>The keeper lit the lamp at nine.</td></tr><tr><td>It burned.</td></tr>",
         ["The keeper lit the lamp at nine.", "It burned."]),
        ("<tr><td><h2>News</h2><p>The lamp is new.</p></td><td><p>The tower is old.</p></td></tr>",
         ["## News", "The lamp is new.", "The tower is old."]),
    ],
)  # fmt: skip
def test_a_row_says_alone_what_it_says_in_its_table(table: str, lines: list[str]) -> None:
    assert Lines(parse_markup(f"<html><body><table>{table}</table></body></html>")).text == lines


def test_a_table_stands_in_its_place_among_the_paragraphs_of_a_page() -> None:
    table = (
        f"<table>{HEADS}<tr><td>Monday</td><td><ul><li>7 to 9</li><li>16 to 20</li></ul></td></tr></table>"
    )
    found = extract_page(page(f"{STORY}<h2>Hours</h2>{table}<h2>Way</h2>{MORE}{STORY}")).text.split("\n\n")
    at = found.index("## Hours")
    assert found[at + 1 : at + 3] == ["Day: Monday | Open: 7 to 9; 16 to 20", "## Way"]


def test_what_calls_itself_a_table_is_read_as_one() -> None:
    rows = (
        "<div role='table'><div role='rowgroup'><div role='row'><span role='columnheader'>Day</span>"
        "<span role='columnheader'>Open</span></div></div><div role='rowgroup'>"
        "<div role='row'><span role='cell'>Monday</span><span role='cell'>9 to 5</span></div></div></div>"
    )
    assert "Day: Monday | Open: 9 to 5" in extract_page(page(STORY + rows + MORE)).text.split("\n\n")
