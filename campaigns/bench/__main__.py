"""Where `make bench` enters: which figures to take, where to keep indexes, and what to write."""

import argparse
import asyncio
import importlib
import logging
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from campaigns.bench.corpora import Workbench
    from campaigns.bench.figures import Section

# Each is a module of this package with a `TITLE` and `async def measure(bench) -> Section`, in this order.
MEASUREMENTS = {
    "answers": "answers",
    "first-response": "first_response",
    "starting": "starting",
    "memory": "memory",
    "during-build": "during_build",
    "index-build": "index_build",
}
WIDTH = 110  # of the table where there is no terminal
log = logging.getLogger(__name__)


def parser() -> argparse.ArgumentParser:
    """The options."""
    root = argparse.ArgumentParser(
        prog="python -m campaigns.bench",
        description="Measures speed and memory against the targets; docs/performance.md explains.",
    )
    root.add_argument(
        "--only", nargs="+", metavar="NAME", choices=tuple(MEASUREMENTS), default=tuple(MEASUREMENTS),
        help=f"only these: {', '.join(MEASUREMENTS)}",
    )  # fmt: skip
    root.add_argument("--quick", action="store_true", help="a small version, without the 1,500 articles")
    root.add_argument(
        "--data", type=Path, metavar="FOLDER", default=Path(tempfile.gettempdir()) / "footnote-bench",
        help="where indexes are kept for the next run (default: %(default)s)",
    )  # fmt: skip
    root.add_argument("--json", type=Path, metavar="FILE", help="write everything measured as JSON, too")
    root.add_argument(
        "--markdown", type=Path, metavar="FILE",
        help="write the table as Markdown, too; into a page that has the bench's marks, between them",
    )  # fmt: skip
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and return the exit status: 0 measured, 1 something could not be measured."""
    options = parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    # Slow to import, so not before the options are known to be right.
    from campaigns.bench.corpora import Workbench
    from campaigns.bench.machine import look_at_machine
    from campaigns.bench.report import json_text, markdown, print_report, write_markdown

    machine = look_at_machine()
    bench = Workbench(options.data.resolve(), options.quick)
    sections = [_measure(name, bench) for name in MEASUREMENTS if name in options.only]
    console = Console(
        highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else WIDTH
    )
    print_report(console, machine, sections)
    if options.json:
        options.json.write_text(json_text(machine, sections), encoding="utf-8")
    if options.markdown:
        write_markdown(options.markdown, markdown(machine, sections))
    return int(any(section.failed for section in sections))


def _measure(name: str, bench: "Workbench") -> "Section":
    """One measurement. Where it fails the others go on, and the table says so."""
    from campaigns.bench.figures import Section

    module = importlib.import_module(f"campaigns.bench.{MEASUREMENTS[name]}")
    print(f"{name} …", file=sys.stderr, flush=True)
    started = time.monotonic()
    try:
        section: Section = asyncio.run(module.measure(bench))
    except Exception as error:
        log.exception("%s could not be measured.", name)
        return Section(module.TITLE, notes=(f"could not be measured: {error!r}",), failed=True)
    print(f"{name} took {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return section


if __name__ == "__main__":
    sys.exit(main())
