"""Figure: how the bot does while `/articles reindex` embeds every article anew beside it."""

import asyncio
import itertools
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.discord.toolkit.embeds import Colour
from bot.settings import BotSettings
from campaigns.bench.conversation import Asked, Conversation, conversation
from campaigns.bench.corpora import NEWS_DEV_MISSING, Corpus, Workbench
from campaigns.bench.figures import Figure, Section, Target, Unit, percentile, percentiles_ms
from campaigns.bench.meter import Beat, read_beats
from index.generation.publication import published
from tests.discord_server import Human

TITLE = "While a build runs"
STALL_MS = 100
FINISHED_P95_MS = 1000
ASK_EVERY_S = 0.5
PEOPLE = 12
BEFORE_S, QUICK_BEFORE_S = 30.0, 5.0
AFTER_S = 10.0  # the new search worker starts and takes over
BUILD_TIMEOUT_S = 30 * 60.0
LOOK_S = 0.5

Turns = Iterator[tuple[Human, str]]


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked before the build and while it ran, and when that was on the monotonic clock."""

    before: list[Asked]
    during: list[Asked]
    began_s: float
    published_s: float
    ended_s: float


async def measure(bench: Workbench) -> Section:
    """The whole of a build: from the command to 10 s after the publish, when the search worker changed."""
    corpus = bench.large()
    if corpus is None:
        return Section(TITLE, notes=(NEWS_DEV_MISSING,))
    settings = await _settings(bench, corpus)
    beats_file = bench.folder() / "beats.json"
    command = ("campaigns.bench.metered_bot", str(beats_file))
    async with conversation(bench, settings, people=PEOPLE, command=command) as talk:
        run = await _run(talk, settings, corpus.questions, QUICK_BEFORE_S if bench.quick else BEFORE_S)
    shutil.rmtree(settings.data_dir)
    beats = [beat for beat in read_beats(beats_file) if run.began_s <= beat.at_s <= run.ended_s]
    return Section(TITLE, tuple(_figures(run, beats)), (_load(), _longest(beats, run)))


async def _settings(bench: Workbench, corpus: Corpus) -> BotSettings:
    """A copy of the corpus's index, whose articles have other titles by now."""
    indexed = await bench.index(corpus)
    data_dir = bench.folder("indexes") / f"{corpus.name}-during-build"
    shutil.rmtree(data_dir, ignore_errors=True)
    await asyncio.to_thread(shutil.copytree, indexed.data_dir, data_dir)
    return BotSettings(articles_dir=bench.retitled(corpus), data_dir=data_dir)


async def _run(talk: Conversation, settings: BotSettings, questions: Sequence[str], before_s: float) -> Run:
    """Ask at a steady rate, for a while before the build and until it is over."""
    turns: Turns = zip(itertools.cycle(talk.people), itertools.cycle(questions), strict=False)
    before = await _ask_until(talk, turns, asyncio.create_task(asyncio.sleep(before_s)))
    began_s = time.monotonic()
    building = asyncio.create_task(_build(talk, settings))
    during = await _ask_until(talk, turns, building)
    return Run(before, during, began_s, building.result(), time.monotonic())


async def _ask_until(talk: Conversation, turns: Turns, over: "asyncio.Task[object]") -> list[Asked]:
    """A question every ASK_EVERY_S, answered or not the one before; all that were asked are waited for."""
    asking: list[asyncio.Task[Asked]] = []
    while not over.done():
        person, question = next(turns)
        asking.append(asyncio.create_task(talk.ask(person, question)))
        await asyncio.wait([over], timeout=ASK_EVERY_S)
    over.result()
    return await asyncio.gather(*asking)


async def _build(talk: Conversation, settings: BotSettings) -> float:
    """`/articles reindex` until AFTER_S after its publish; when it was published."""
    before = published(settings.data_dir)[1].id
    reply = await talk.admin.slash(talk.channel, "articles reindex")
    async with asyncio.timeout(BUILD_TIMEOUT_S):
        while published(settings.data_dir)[1].id == before:
            shown = reply.message.embeds
            if shown and shown[0].get("color") == Colour.ERROR:
                raise RuntimeError(f"The build failed: {reply.message.text}")
            await asyncio.sleep(LOOK_S)
    published_s = time.monotonic()
    await asyncio.sleep(AFTER_S)
    return published_s


def _figures(run: Run, beats: Sequence[Beat]) -> list[Figure]:
    late = [beat.late_s for beat in beats]
    finished = [each.finished_s for each in run.during]
    before = [each.finished_s for each in run.before]
    first = [each.first_s for each in run.during]
    targets: dict[int, Target | None] = {50: None, 95: Target(FINISHED_P95_MS), 100: None}
    slower = percentile(finished, 95) / percentile(before, 95)
    return [
        *percentiles_ms("event loop late", late, {99: None, 100: Target(STALL_MS)}),
        Figure("event loop late by more than 100 ms", sum(each > 0.1 for each in late), Unit.COUNT),
        *percentiles_ms("/ask finished", finished, targets, f"{len(finished)} questions"),
        *percentiles_ms("/ask first response", first, {95: None, 100: None}),
        *percentiles_ms("/ask finished before the build", before, {50: None, 95: None}),
        Figure("/ask finished p95, during ÷ before", slower, Unit.RATIO),
        Figure("the build, with the bot beside it", run.published_s - run.began_s, Unit.S),
    ]


def _load() -> str:
    return (
        f"A question every {ASK_EVERY_S} s; the build, the bot, its search worker and the loopback server "
        f"share {os.cpu_count()} cores. From the command until {AFTER_S:.0f} s after the publish, when a new "
        "search worker has taken over."
    )


def _longest(beats: Sequence[Beat], run: Run) -> str:
    """When the loop was latest, and whether it computed then or waited for a core."""
    worst = sorted(beats, key=lambda beat: -beat.late_s)[:5]
    parts = [
        f"{beat.late_s * 1000:.0f} ms at {beat.at_s - run.began_s:.0f} s "
        f"({beat.loop_cpu_s * 1000:.0f}, {beat.other_cpu_s * 1000:.0f}, {beat.gc_s * 1000:.0f})"
        for beat in worst
    ]
    return (
        f"The loop's longest delays: {', '.join(parts)}; published at {run.published_s - run.began_s:.0f} s. "
        "In brackets ms computed meanwhile by the loop's thread, ms computed by the bot's other threads, and "
        "ms of garbage collection; the rest is waiting for a core."
    )
