"""What the Markdown reader takes from what people write: READMEs, notes of meetings, pages of generators."""

from datetime import date

import pytest

from index.article import RawArticle
from index.cleaning import clean
from tests.index.reading.reading_one import read_bytes


def _read(text: str) -> RawArticle:
    (article,), problems = read_bytes("note.md", text.encode())
    assert problems == []
    return article


def _lines(text: str) -> list[str]:
    return _read(text).text.split("\n\n")


README = """<h1 align="center">
  <img src="logo.png" width="120"><br>
  Pelikan
</h1>

<p align="center">A small queue for jobs.</p>

[![CI](https://ci.example/badge.svg)](https://ci.example) <a href="x"><img src="y.svg"></a>

- [Install](#install)
- [Questions](#questions)

## Install

```sh
# two commands
pip install pelikan
pelikan init --workers 4
```

> [!NOTE]
> Pelikan needs Python 3.10
> or newer.

## Questions

<details>
<summary>Does it run behind a proxy?</summary>

Set `PROXY` before you start it.

</details>

<details><summary>Where are logs?</summary><p>In <code>/var/log</code>.</p></details>

<table>
<tr><th>Setting</th><th>Default</th></tr>
<tr><td>retry_delay</td><td>15 seconds</td></tr>
</table>

- [x] Windows
- [ ] ARM builds[^1]

[^1]: Planned for version 2.4.

<!-- nobody
reads this -->
Press <kbd>Ctrl</kbd>+<kbd>C</kbd> to stop.
"""


def test_a_readme_is_read_with_the_html_in_it() -> None:
    article = _read(README)
    assert article.title == "Pelikan"
    assert article.text.split("\n\n") == [
        "# Pelikan",
        "A small queue for jobs.",
        "## Install",
        "two commands",
        "pip install pelikan",
        "pelikan init --workers 4",
        "Pelikan needs Python 3.10 or newer.",
        "## Questions",
        "###### Does it run behind a proxy?",
        "Set PROXY before you start it.",
        "###### Where are logs?",
        "In /var/log.",
        "Setting: retry_delay | Default: 15 seconds",
        "• ☑ Windows",
        "• ☐ ARM builds",
        "Planned for version 2.4.",
        "Press Ctrl+C to stop.",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The quay\n\nIt is long.", "The quay"),
        ("The quay\n========\n\nIt is long.", "The quay"),
        ("![logo](a.svg)\n\n# The *quay*\n\nIt is long.", "The quay"),
        ("# ![Pelikan logo](a.svg)\n\nIt is a queue.", "Pelikan"),
        ("<div align=center>\n<h1>The quay</h1>\n</div>\n\nIt is long.", "The quay"),
        ("---\ndate: 2024-05-02\n---\n\n# The quay\n\nIt is long.", "The quay"),
        ("---\ntitle: Another\n---\n\n# The quay\n\nIt is long.", "Another"),
        ("Ours is quick.\n\n## The quay\n\nIt is long.", "The quay"),
        ("```\n# no heading\n```\n\nIt is long.", None),
        ("It is long.\n\nIt is wide.", None),
    ],
)
def test_the_first_heading_is_the_title_where_none_is_stated(text: str, title: str | None) -> None:
    assert _read(text).title == title


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A **pass**<br>or a card.", ["A pass or a card."]),
        ("First.<br>Second.", ["First.", "Second."]),
        ("First<br><br>Second", ["First", "Second"]),
        ("Mill Street 5  \nVance  \nOpen daily", ["Mill Street 5", "Vance", "Open daily"]),
        ("Phone: 0151\nE-mail: a@b.example", ["Phone: 0151", "E-mail: a@b.example"]),
        ("He said: we\nare done.", ["He said: we are done."]),
        ("The ferry to\nVance: it sails.", ["The ferry to Vance: it sails."]),
        ("- a\n  - b\n    1. c\n- d", ["• a", "• b", "• c", "• d"]),
        ("- a\n\n- b\n\n  more", ["• a", "• b", "more"]),
        ("10<sup>6</sup> H<sub>2</sub>O, 1<sup>st</sup>, 2<sup>2x</sup>", ["10⁶ H₂O, 1st, 2^(2x)"]),
        ("It is ~~12~~ 15 m, <del>old</del><s>er</s> new.", ["It is 15 m, new."]),
        ("<p hidden>No</p>\n\nSeen<span style='display: none'> not</span>.", ["Seen."]),
        ("See [the plan][p].\n\n[p]: https://a.example 'Plan'", ["See the plan."]),
        ("Use List<String> and <script> in `<details>`.", ["Use List<String> and <script> in <details>."]),
        ("A <path d='x'></path>List<Map<K>> b.", ["A List<Map<K>> b."]),
        ("# Fees {#fees}\n\n::: note\nOpen daily.\n:::", ["# Fees", "Open daily."]),
        ("Quay\n: where ships lie", ["Quay: where ships lie"]),
        ("<dl><dt>Pass</dt><dd>62 crowns</dd></dl>", ["Pass: 62 crowns"]),
        ("    one\n    # two\n", ["one", "two"]),
        ("Words above a rule\n\n---\n\nWords.", ["Words above a rule", "Words."]),
    ],
)  # fmt: skip
def test_lines_come_out_as_their_writer_meant_them(text: str, lines: list[str]) -> None:
    assert _lines(text) == lines


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("| Day | Open |\n|---|---|\n| Monday | 9-12<br>14-17 |\n| Tuesday | 8<br>to 9 |",
         ["Day: Monday | Open: 9-12; 14-17", "Day: Tuesday | Open: 8 to 9"]),
        ("|  | Spent |\n|---|---|\n| Roads | 41 |", ["Roads | Spent: 41"]),
        ("| Code | Meaning | Do |\n|---|---|---|\n| E-1 | a \\| b | |", ["Code: E-1 | Meaning: a | b"]),
        ("<table><tr><td>Length</td><td>8 m</td></tr><tr><td>Beam</td><td>3 m</td></tr></table>",
         ["Length: 8 m", "Beam: 3 m"]),
        ("<table><tr><th>Day<th>Open<tr><td rowspan=2>Monday<td>7-9<tr><td>16-21<tr><td colspan=2>Easter"
         "</table>", ["Day: Monday | Open: 7-9", "Day: Monday | Open: 16-21", "Easter"]),
        ("<table><thead><tr><th rowspan=2>Item<th colspan=2>2024<tr><th>Plan<th>Spent<tbody><tr><td>Roads"
         "<td>41<td>44</table>", ["Item: Roads | 2024 Plan: 41 | 2024 Spent: 44"]),
        ("<table><tr><td>Item<td>Plan 2024<td>Plan 2025<tr><td>Roads<td>41<td>52</table>",
         ["Item: Roads | Plan 2024: 41 | Plan 2025: 52"]),
        ("<table><tr><td>Mon<td>9-12<td>desk A<tr><td>Tue<td>9-13<td>desk B</table>",
         ["Mon | 9-12 | desk A", "Tue | 9-13 | desk B"]),
        ("<table><tr><td><h2>Side</h2><p>One.</p></td><td><p>Two.</p></td></tr></table>",
         ["## Side", "One.", "Two."]),
        ("<table><tr><th>Day<th>Open<tr><td>Mon<td><ul><li>7-9<li>16-21</ul></table>",
         ["Day: Mon | Open: 7-9; 16-21"]),
    ],
)  # fmt: skip
def test_a_tables_row_says_what_its_cells_are(table: str, lines: list[str]) -> None:
    assert _lines(table) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("It is deep.[^a] It is old.\n\nEnd.\n\n[^a]: By Quist\nin 1894.",
         ["It is deep. It is old.", "By Quist in 1894.", "End."]),
        ("Deep[^1] and[^2] old.\n[^1]: One.\n[^2]: Two.", ["Deep and old.", "One.", "Two."]),
        ("- a[^1]\n  - b\n- c\n\n[^1]: One.\n\n    More.", ["• a", "One.", "More.", "• b", "• c"]),
        ("| a |\n|---|\n| b[^1] |\n\n[^1]: One.", ["a", "b", "One."]),
        ("# Head[^1]\n\nText.\n\n[^1]: One word", ["# Head", "One word", "Text."]),
        ("Twice[^1] marked.[^1]\n\n[^1]: One.", ["Twice marked.", "One."]),
        ("Text [^nowhere] here.", ["Text [^nowhere] here."]),
        ("Text.\n\n[^1]: Not marked.", ["Text.", "Not marked."]),
        ("Round.[^1]\n\n[^1]: See [^2].\n[^2]: See [^1].", ["Round.", "See .", "See ."]),
    ],
)  # fmt: skip
def test_a_footnote_is_read_behind_what_it_is_a_note_to(text: str, lines: list[str]) -> None:
    assert _lines(text) == lines


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Harbour works: phase two\ndate: 2024-05-02\nauthor: Lena Marsh\n---",
        "---\r\ntitle: \"Harbour works: phase two\"\r\ndate: '2024-05-02'\r\nauthor: Lena Marsh\r\n---\r",
        "---\ntitle: Harbour works: phase two\npubDate: 2024-05-02T10:00:00Z\nauthors:\n  - Lena Marsh\n---",
        "---\nTitle: Harbour works:\n  phase two\nDate: 2 May 2024\nAuthors: [Lena Marsh]\n---",
        "+++\ntitle = 'Harbour works: phase two'\ndate = 2024-05-02\nauthor = 'Lena Marsh'\n[x]\na = 1\n+++",
        '+++\ntitle = Harbour works: phase two\ndate = 2024-05-02T08:00:00+02:00\nauthor = "Lena Marsh"\n+++',
    ],
)
def test_front_matter_is_read_as_generators_of_sites_write_it(front: str) -> None:
    article = _read(f"{front}\n\nThe dredging began.\n")
    assert (article.title, article.authors) == ("Harbour works: phase two", ("Lena Marsh",))
    assert (article.published, article.text) == (date(2024, 5, 2), "The dredging began.")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: [Draft] The quay", "[Draft] The quay"),
        ("title: *The* quay", "*The* quay"),
        ("title: @harbour and others", "@harbour and others"),
        ("title: 'It's the quay'", "It's the quay"),
        ('title: "The quay": a view', '"The quay": a view'),
        ("title: 100% of the quay", "100% of the quay"),
        ("title:\tThe quay: a view", "The quay: a view"),
        ("title: 1984", "1984"),
    ],
)
def test_a_title_may_be_what_yaml_has_no_idea_of(line: str, title: str) -> None:
    article = _read(f"---\n{line}\npublisher: Gazette: the paper\n---\n\nThe dredging began.\n")
    assert (article.title, article.publisher) == (title, "Gazette: the paper")


def test_what_is_cleaned_keeps_each_line_below_its_heading() -> None:
    article = clean(_read("# Vance\n\nIt moved.\n\n## Fees\n\n- Pass: 62 crowns\n- Card: 31 crowns\n"))
    assert article.info.title == "Vance"
    assert article.text.split("\n\n") == ["It moved.", "Fees", "• Pass: 62 crowns", "• Card: 31 crowns"]
    assert [article.text[head.start : head.end] for head in article.headings] == ["Fees"]
