"""Figure: from the start of the process until the bot answers; and how fast the help is there."""

import asyncio
import subprocess
import sys
import time

from campaigns.bench.conversation import conversation
from campaigns.bench.corpora import ROOT, Workbench, seeds
from campaigns.bench.figures import Figure, Section, Target, Unit, percentile
from tests.command_lines import environment

TITLE = "Starting"
STARTS, QUICK_STARTS = 5, 2
HELPS = 9
READY_S, HELP_S = 6, 0.5


async def measure(bench: Workbench) -> Section:
    """Several starts each; the files are in the system's cache from the index's opening before."""
    corpus = bench.large() or seeds()
    settings = await bench.index(corpus)
    ready = []
    for _ in range(QUICK_STARTS if bench.quick else STARTS):
        async with conversation(bench, settings, people=0) as talk:
            ready.append(talk.ready_s)
    helps = [await asyncio.to_thread(_help) for _ in range(HELPS)]
    note = f"{corpus.name}, {len(ready)} starts"
    return Section(
        TITLE,
        (
            Figure("start to ready, p50", percentile(ready, 50), Unit.S, note=note),
            Figure("start to ready, longest", max(ready), Unit.S, Target(READY_S)),
            Figure("python -m bot --help, p50", percentile(helps, 50), Unit.S, note=f"{len(helps)} runs"),
            Figure("python -m bot --help, longest", max(helps), Unit.S, Target(HELP_S)),
        ),
        ("Ready: logged in, commands registered, connected, and /help answered.",),
    )


def _help() -> float:
    started = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "bot", "--help"], cwd=ROOT, env=environment(), capture_output=True, check=True
    )
    return time.monotonic() - started
