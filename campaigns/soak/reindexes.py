"""The soak: one article changes, the index is built, the bot's search worker is replaced, and everything is
asked, measured and begun anew. This process plays the bot: it holds the SearchClient and builds nothing."""

import asyncio
import multiprocessing
import random
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import psutil

from campaigns.soak.articles import Articles, Step
from index.building.build import build
from index.embedding.embedder import Embedder, create_embedder
from index.files import size_of
from index.generation.generation import generation_names
from index.passage import SearchRequest
from index.report import BuildReport
from index.searching.search_client import SearchClient
from index.settings import IndexSettings

BUILDS_A_PROCESS = 25  # a build process of the bot's does one; starting 1,000 would be most of the time


@dataclass(frozen=True, slots=True)
class Sample:
    """What was measured after a reindex. Sizes in bytes; `data` is all of DATA_DIR, what generations share
    counted once; `build_s` the build, `served_s` from then until the new worker answers."""

    step: int
    data: int
    generations: int
    bot_rss: int
    worker_rss: int
    build_rss: int
    build_s: float
    served_s: float


@dataclass(frozen=True, slots=True)
class Soaked:
    """All samples, the size of a fresh build of the same articles, and every answer that was wrong."""

    samples: tuple[Sample, ...]
    fresh: int
    wrong: tuple[str, ...]


async def soak(
    root: Path, articles: int, reindexes: int, on_sample: Callable[[Sample], None], seed: int = 4
) -> Soaked:
    """Reindex one article at a time. root: an empty folder."""
    settings = IndexSettings(articles_dir=root / "articles", data_dir=root / "data")
    folder = Articles(settings.articles_dir, random.Random(seed))
    folder.fill(articles)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=BUILDS_A_PROCESS) as builder:
        await _built(builder, settings)
        samples, wrong = [], []
        async with SearchClient.start(settings) as client:
            for step in range(reindexes):
                done = folder.change_one(step)
                begin = time.monotonic()
                report, build_rss = await _built(builder, settings)
                built = time.monotonic()
                assert report.generation
                await client.wait_until_served(report.generation)
                served = time.monotonic()
                wrong += await _wrong_about(client, done, folder)
                samples.append(_sample(step + 1, settings, client, build_rss, built - begin, served - built))
                on_sample(samples[-1])
            for article in sorted(folder.names):
                wrong += await _not_found(client, article, folder.names[article])
        fresh = settings.model_copy(update={"data_dir": root / "fresh"})
        await _built(builder, fresh)
    return Soaked(tuple(samples), size_of(fresh.data_dir), tuple(wrong))


def build_once(settings: IndexSettings) -> tuple[BuildReport, int]:
    """Runs in the builder: one build, and the process's resident memory after it."""
    report = build(settings, by="the soak", embedder=_embedder(settings))
    return report, psutil.Process().memory_info().rss


@lru_cache(maxsize=1)
def _embedder(settings: IndexSettings) -> Embedder:
    return create_embedder(settings)


async def _built(builder: ProcessPoolExecutor, settings: IndexSettings) -> tuple[BuildReport, int]:
    return await asyncio.get_running_loop().run_in_executor(builder, build_once, settings)


async def _wrong_about(client: SearchClient, step: Step, folder: Articles) -> list[str]:
    """What the searches of one step got wrong: what is new, what is gone, and one that stayed."""
    wrong = []
    if step.name:
        wrong += await _not_found(client, step.article, step.name)
    if step.gone:
        result = await client.search(SearchRequest(f"What will be rebuilt in {step.gone}?"))
        texts = [passage.text for passage in result.passages]
        if any(step.gone in text for text in texts):
            wrong.append(f"{step.kind} {step.article}: {step.gone} is still found")
        if step.name is None and any(passage.article.id == step.article for passage in result.passages):
            wrong.append(f"{step.kind} {step.article}: the article is still found")
    other = folder.choose.choice(sorted(folder.names))
    return wrong + await _not_found(client, other, folder.names[other])


async def _not_found(client: SearchClient, article: str, name: str) -> list[str]:
    result = await client.search(SearchRequest(f"What will be rebuilt in {name}?"))
    first = result.passages[0].article.id if result.passages else "nothing"
    return [] if first == article else [f"{name} of {article}: found {first}"]


def _sample(
    step: int, settings: IndexSettings, client: SearchClient, build_rss: int, build_s: float, served_s: float
) -> Sample:
    assert client.worker_pid
    return Sample(
        step=step,
        data=size_of(settings.data_dir),
        generations=len(generation_names(settings.data_dir)),
        bot_rss=psutil.Process().memory_info().rss,
        worker_rss=psutil.Process(client.worker_pid).memory_info().rss,
        build_rss=build_rss,
        build_s=round(build_s, 2),
        served_s=round(served_s, 2),
    )
