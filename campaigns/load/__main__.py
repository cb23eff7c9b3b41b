"""Where a load run enters: how many servers, shards and questions; prints a table of what it took.

`python -m campaigns.load` with nothing else running takes a minute or two. Measured by the loopback server,
which works on the same cores as the bot. Exit status 1 where anything was lost or a first response came too
late.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from campaigns.bench.corpora import Workbench, seeds
from campaigns.bench.figures import Figure, Section, Target, Unit, percentiles_ms
from campaigns.bench.machine import look_at_machine
from campaigns.bench.meter import Meter
from campaigns.bench.report import markdown, print_report
from campaigns.load.asking import Asking, ask_many
from campaigns.load.clicking import Clicked, click_many
from campaigns.load.crowd import Size, crowd

FIRST_MS = 3000  # after that Discord tells the person that the application did not respond
WIDTH = 110


def parser() -> argparse.ArgumentParser:
    """The options."""
    root = argparse.ArgumentParser(
        prog="python -m campaigns.load", description=(__doc__ or "").split("\n")[0]
    )
    root.add_argument("--guilds", type=int, default=500, metavar="N", help="servers (default: %(default)s)")
    root.add_argument("--shards", type=int, default=50, metavar="N", help="(default: %(default)s)")
    root.add_argument("--questions", type=int, default=200, metavar="N", help="(default: %(default)s)")
    root.add_argument("--clicks", type=int, default=300, metavar="N", help="(default: %(default)s)")
    root.add_argument("--seconds", type=float, default=10.0, help="in which they come (default: %(default)s)")
    root.add_argument(
        "--chatter", type=float, default=200.0, metavar="N",
        help="messages a second that people write to each other (default: %(default)s)",
    )  # fmt: skip
    root.add_argument("--data", type=Path, default=Path(tempfile.gettempdir()) / "footnote-bench",
                      metavar="FOLDER", help="where indexes are kept for the next run")  # fmt: skip
    root.add_argument("--markdown", type=Path, metavar="FILE", help="write the table as Markdown, too")
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it, print the table; the exit status."""
    options = parser().parse_args(arguments)
    machine = look_at_machine()
    sections = asyncio.run(measure(options))
    print_report(Console(width=None if sys.stdout.isatty() else WIDTH), machine, sections)
    if options.markdown:
        options.markdown.write_text(markdown(machine, sections), encoding="utf-8")
    return int(any(figure.met is False for section in sections for figure in section.figures))


async def measure(options: argparse.Namespace) -> list[Section]:
    """Start the crowd, let it ask and click, and look at the bot's memory between."""
    bench = Workbench(options.data.resolve(), quick=False)
    corpus = bench.large() or seeds()
    settings = await bench.index(corpus)
    size = Size(options.guilds, options.shards)
    started = time.monotonic()
    async with crowd(settings, bench.folder(), size) as everybody:
        ready_s = time.monotonic() - started
        before = everybody.memory_mb()
        meter = Meter()
        beating = asyncio.create_task(meter.run())
        asking = await ask_many(
            everybody, corpus.questions, options.questions, options.seconds, options.chatter
        )
        clicked = await click_many(everybody, options.clicks, options.seconds)
        beating.cancel()
        after = everybody.memory_mb()
    late = [beat.late_s for beat in meter.beats]
    note = f"{options.guilds} servers, {options.shards} shards, {corpus.name}"
    return [
        Section("Starting", (Figure("until every shard is connected", ready_s, Unit.S, note=note),)),
        _of_questions(asking, options),
        _of_clicks(clicked, options),
        _of_memory(before, after),
        Section("The loopback server itself", tuple(percentiles_ms("late", late, {50: None, 95: None}))),
    ]


def _of_questions(asking: Asking, options: argparse.Namespace) -> Section:
    first = [one.first_s for one in asking.asked]
    finished = [one.finished_s for one in asking.asked]
    wanted = {50: None, 95: None, 99: None, 100: Target(FIRST_MS)}
    figures = percentiles_ms("first response", first, wanted)
    figures += percentiles_ms("finished answer", finished, {50: None, 95: None, 99: None, 100: None})
    figures.append(Figure("lost", asking.lost, Unit.COUNT, Target(0)))
    figures.append(
        Figure(
            "answered before the same person's earlier question", asking.out_of_order, Unit.COUNT, Target(0)
        )
    )
    figures.append(Figure("other messages a second meanwhile", asking.chatter_per_s, Unit.COUNT))
    return Section(f"{options.questions} questions in {options.seconds:g} s", tuple(figures))


def _of_clicks(clicked: Clicked, options: argparse.Namespace) -> Section:
    figures = percentiles_ms(
        "first response", clicked.first_s, {50: None, 95: None, 99: None, 100: Target(FIRST_MS)}
    )
    figures += percentiles_ms("page shown", clicked.finished_s, {50: None, 95: None, 99: None, 100: None})
    figures.append(Figure("lost", clicked.lost, Unit.COUNT, Target(0)))
    return Section(f"{options.clicks} clicks in {options.seconds:g} s", tuple(figures))


def _of_memory(before: tuple[float, float], after: tuple[float, float]) -> Section:
    names = ("bot", "search worker")
    figures = [Figure(f"{name}, before", value, Unit.MB) for name, value in zip(names, before, strict=True)]
    figures += [Figure(f"{name}, after", value, Unit.MB) for name, value in zip(names, after, strict=True)]
    return Section("Memory", tuple(figures))


if __name__ == "__main__":
    sys.exit(main())
