"""Figure: the index build against the bare model, and against a plain LlamaIndex pipeline, in turns."""

import asyncio
import json
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass

from pydantic import TypeAdapter

from bot.settings import BotSettings
from campaigns.bench.corpora import NEWS_DEV, NEWS_DEV_MISSING, Corpus, Workbench
from campaigns.bench.figures import Figure, Section, Target, Unit
from campaigns.bench.texts import Batch, batches_of, chunk_texts
from index.embedding.bundled_model import BundledModel
from index.report import BuildReport
from tests.command_lines import environment

TITLE = "Index build"
ARTICLES, QUICK_ARTICLES = 300, 20
ROUNDS = 2
OF_BARE_MODEL = 0.8
_REPORT = TypeAdapter(BuildReport)


@dataclass(frozen=True, slots=True)
class Timed:
    """One build: the seconds of its own clock, those of its whole process, and tokens and chunks embedded."""

    seconds: float
    process_s: float
    tokens: int
    chunks: int


async def measure(bench: Workbench) -> Section:
    """Model, build, LlamaIndex, model, build, LlamaIndex, model: what drifts, drifts for all of them."""
    if not NEWS_DEV.is_dir():
        return Section(TITLE, notes=(NEWS_DEV_MISSING,))
    return await asyncio.to_thread(_measure, bench)


def _measure(bench: Workbench) -> Section:
    corpus = bench.sample(QUICK_ARTICLES if bench.quick else ARTICLES)
    model = BundledModel()
    batches = batches_of(chunk_texts(corpus.articles))
    tokens = sum(batch.tokens for batch in batches)
    bare, ours, plain = [_bare(model, batches)], [], []
    for _ in range(1 if bench.quick else ROUNDS):
        ours.append(_our_build(bench, corpus))
        plain.append(_plain_build(bench, corpus))
        bare.append(_bare(model, batches))
    bare_s, ours_s = _mean(bare), _mean([each.seconds for each in ours])
    process_s, plain_s = _mean([each.process_s for each in ours]), _mean([each.seconds for each in plain])
    plain_tokens_per_s = plain[0].tokens / plain_s
    note = f"{ours[0].chunks} chunks, {tokens:,} tokens with titles and marks"
    return Section(
        TITLE,
        (
            Figure("the bare model", tokens / bare_s, Unit.TOKENS_PER_S, note=note),
            Figure("our build", tokens / ours_s, Unit.TOKENS_PER_S),
            Figure(
                "our build ÷ the bare model",
                bare_s / ours_s,
                Unit.RATIO,
                Target(OF_BARE_MODEL, at_least=True),
            ),
            Figure("with the start of its process", bare_s / process_s, Unit.RATIO),
            Figure(
                "plain LlamaIndex", plain_tokens_per_s, Unit.TOKENS_PER_S, note=f"{plain[0].chunks} chunks"
            ),
            Figure(
                "our build ÷ plain LlamaIndex, tokens/s", tokens / ours_s / plain_tokens_per_s, Unit.RATIO
            ),
            Figure("our build ÷ plain LlamaIndex, time", ours_s / plain_s, Unit.RATIO),
        ),
        (
            f"{corpus.name}, every figure the mean of {len(ours)} runs in turns. Our chunks are "
            f"embedded whole ({tokens:,} tokens); of LlamaIndex's default chunks of 1,024 tokens the model "
            f"reads the first 256 ({plain[0].tokens:,} tokens).",
        ),
    )


def _bare(model: BundledModel, batches: list[Batch]) -> float:
    """Seconds of the model alone for all batches."""
    started = time.perf_counter()
    for batch in batches:
        model.run(batch.ids, batch.mask)
    return time.perf_counter() - started


def _our_build(bench: Workbench, corpus: Corpus) -> Timed:
    """`python -m index build` into an empty folder."""
    data_dir = bench.folder("builds") / "ours"
    shutil.rmtree(data_dir, ignore_errors=True)
    settings = BotSettings(articles_dir=corpus.articles, data_dir=data_dir)
    output, process_s = _run(
        bench, ["index", "build", "--json", "--progress", "json"], settings.as_environment()
    )
    shutil.rmtree(data_dir)
    report = _REPORT.validate_json(output)
    return Timed(report.seconds, process_s, report.tokens, report.embedded)


def _plain_build(bench: Workbench, corpus: Corpus) -> Timed:
    """The same articles through campaigns/bench/plain_llamaindex.py."""
    folder = bench.folder("builds") / "plain"
    shutil.rmtree(folder, ignore_errors=True)
    output, process_s = _run(
        bench, ["campaigns.bench.plain_llamaindex", str(corpus.articles), str(folder)], {}
    )
    shutil.rmtree(folder)
    return Timed(process_s=process_s, **json.loads(output))


def _run(bench: Workbench, arguments: list[str], variables: dict[str, str]) -> tuple[str, float]:
    """What the command printed, and how long its process took; what it logged goes to builds.log."""
    started = time.perf_counter()
    with (bench.folder() / "builds.log").open("ab") as log:
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=bench.folder(),
            env=environment(**variables),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            check=False,  # a build of articles of which some cannot be read ends with 1, and its report
        )
    if not done.stdout:
        raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}; builds.log says why")
    return done.stdout, time.perf_counter() - started


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
