"""The end of a run: the figures as a table for the terminal, as JSON, and as Markdown for the docs."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from campaigns.bench.figures import Figure, Section, Target, Unit
from campaigns.bench.machine import Machine
from index.command_line.console import as_json

MET, MISSED = "met", "MISSED"
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"


def print_report(console: Console, machine: Machine, sections: Sequence[Section]) -> None:
    """One table; under it the machine, the notes, and how many targets are met."""
    table = Table(box=SIMPLE, pad_edge=False)
    table.add_column("figure", ratio=1)
    table.add_column("measured", justify="right", no_wrap=True)
    table.add_column("target", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for section in sections:
        table.add_row(section.title, style="bold")
        for figure in section.figures:
            verdict = _verdict(figure)
            style = "red" if verdict == MISSED else None
            table.add_row(
                f"  {_named(figure)}", shown(figure.value, figure.unit), _target(figure), verdict, style=style
            )
    console.print(table)
    for line in (*machine.lines(), *_notes(sections), summary(sections)):
        console.print(line)


def summary(sections: Sequence[Section]) -> str:
    """How many of the targets are met."""
    verdicts = [figure.met for section in sections for figure in section.figures if figure.met is not None]
    return f"{sum(verdicts)} of {len(verdicts)} targets met."


def json_text(machine: Machine, sections: Sequence[Section]) -> str:
    """Everything that was measured, for programs."""
    found = [
        asdict(section) | {"figures": [asdict(figure) | {"met": figure.met} for figure in section.figures]}
        for section in sections
    ]
    return as_json({"machine": machine, "sections": found}, indent=1) + "\n"


def markdown(machine: Machine, sections: Sequence[Section]) -> str:
    """The same table and lines as on the terminal."""
    lines = ["| figure | measured | target | |", "|---|---:|---:|---|"]
    for section in sections:
        lines.append(f"| **{_cell(section.title)}** | | | |")
        for figure in section.figures:
            cells = (_named(figure), shown(figure.value, figure.unit), _target(figure), _verdict(figure))
            lines.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    said = [*machine.lines(), *_notes(sections), summary(sections)]
    return "\n".join([*lines, "", *(f"- {line}" for line in said)]) + "\n"


def write_markdown(path: Path, text: str) -> None:
    """Write the table; into a page that has our marks, between them, and leave the rest of it alone."""
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    before, begun, rest = page.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if begun and ended:
        text = f"{before}{BEGIN}\n{text}{END}{after}"
    path.write_text(text, encoding="utf-8")


def shown(value: float, unit: Unit) -> str:
    """A number with as many digits as mean something, and its unit."""
    if unit is Unit.RATIO:
        return f"{value:.2f} ×"
    if unit is Unit.S or (unit is Unit.MS and value < 10):
        number = f"{value:.2f}" if unit is Unit.S else f"{value:.1f}"
    else:
        number = f"{value:,.0f}"
    return f"{number} {unit}".strip()


def _target(figure: Figure) -> str:
    target: Target | None = figure.target
    if target is None:
        return ""
    return f"{'≥' if target.at_least else '≤'} {target.value:g}{f' {figure.unit}' if figure.unit else ''}"


def _verdict(figure: Figure) -> str:
    return {True: MET, False: MISSED, None: ""}[figure.met]


def _named(figure: Figure) -> str:
    return f"{figure.name} ({figure.note})" if figure.note else figure.name


def _notes(sections: Sequence[Section]) -> list[str]:
    return [f"{section.title}: {note}" for section in sections for note in section.notes]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
