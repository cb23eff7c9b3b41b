"""The bench's command line parses and its table renders; how fast anything is, is not tested here."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from campaigns.bench.__main__ import MEASUREMENTS, parser
from campaigns.bench.figures import Figure, Section, Target, Unit, percentiles_ms
from campaigns.bench.machine import Machine
from campaigns.bench.report import BEGIN, END, json_text, markdown, print_report, write_markdown

MACHINE = Machine("Abacus", 2, 25.0, "Linux 6", 0.25, "abc1234", {"Python": "3.11.7"})
SECTIONS = (
    Section(
        "Answers",
        (
            *percentiles_ms("seeds", [0.02] * 19 + [0.2], {50: Target(60), 95: Target(150)}),
            Figure("build ÷ model", 0.85, Unit.RATIO, Target(0.8, at_least=True), "2 rounds"),
        ),
        ("measured on | a pipe",),
    ),
    Section("Skipped", notes=("the articles are not there.",)),
)


def test_the_command_line_takes_names_of_figures_and_files_to_write() -> None:
    options = parser().parse_args(
        ["--quick", "--only", "memory", "answers", "--json", "a.json", "--markdown", "b.md"]
    )
    assert options.quick
    assert options.only == ["memory", "answers"]
    assert (options.json, options.markdown) == (Path("a.json"), Path("b.md"))


def test_all_figures_are_taken_unless_some_are_named() -> None:
    assert tuple(parser().parse_args([]).only) == tuple(MEASUREMENTS)


def test_a_figure_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        parser().parse_args(["--only", "colour"])
    assert stopped.value.code == 2
    assert "colour" in capsys.readouterr().err


def test_the_table_shows_each_figure_beside_its_target_and_says_which_are_missed() -> None:
    out = io.StringIO()
    print_report(Console(file=out, width=100, highlight=False), MACHINE, SECTIONS)
    p50, p95, ratio = (
        next(line for line in out.getvalue().splitlines() if name in line)
        for name in ("p50", "p95", "build ÷")
    )
    assert p50.split()[-6:] == ["20", "ms", "≤", "60", "ms", "met"]
    assert p95.split()[-6:] == ["200", "ms", "≤", "150", "ms", "MISSED"]
    assert ratio.split()[-6:] == ["0.85", "×", "≥", "0.8", "×", "met"]
    assert "2 of 3 targets met." in out.getvalue()
    assert "Skipped: the articles are not there." in out.getvalue()
    assert "2 cores" in out.getvalue()


def test_the_json_holds_the_machine_and_every_figure() -> None:
    found = json.loads(json_text(MACHINE, SECTIONS))
    assert found["machine"]["cores"] == 2
    assert [figure["met"] for figure in found["sections"][0]["figures"]] == [True, False, True]
    assert found["sections"][1]["notes"] == ["the articles are not there."]


def test_the_markdown_table_replaces_the_one_in_a_page_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"# Speed\n{BEGIN}\nold\n{END}\nmore\n", encoding="utf-8")
    write_markdown(page, markdown(MACHINE, SECTIONS))
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# Speed\n{BEGIN}\n| figure |")
    assert text.endswith(f"{END}\nmore\n")
    assert "old" not in text
    assert "| seeds, p95 | 200 ms | ≤ 150 ms | MISSED |" in text


def test_the_markdown_makes_a_new_file_where_there_is_none(tmp_path: Path) -> None:
    write_markdown(tmp_path / "new.md", markdown(MACHINE, SECTIONS))
    assert (tmp_path / "new.md").read_text(encoding="utf-8").startswith("| figure |")
