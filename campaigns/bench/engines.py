"""Figure: the bundled model by OpenVINO and by onnxruntime, each at several batch sizes, in turns."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray

from campaigns.bench.corpora import NEWS_DEV, Workbench, seeds
from campaigns.bench.figures import Figure, Section, Unit
from campaigns.bench.texts import Batch, batches_of, chunk_texts, packaged
from index.embedding.bundled_model import MODEL_FILE, BundledModel

TITLE = "Engine of the bundled model"
CHUNKS, QUICK_CHUNKS = 256, 32
BATCH_SIZES = (1, 8, 16)
ROUNDS = 2
SAMPLE = 150

Run = Callable[[Batch], NDArray[np.float32]]


async def measure(bench: Workbench) -> Section:
    """Token states only: tokenizing and pooling are the same for both."""
    return await asyncio.to_thread(_measure, bench)


def _measure(bench: Workbench) -> Section:
    corpus = bench.sample(SAMPLE) if NEWS_DEV.is_dir() else seeds()
    texts = chunk_texts(corpus.articles)
    wanted = QUICK_CHUNKS if bench.quick else CHUNKS
    texts = texts[:: max(1, len(texts) // wanted)][:wanted]
    batches = {size: batches_of(texts, size) for size in BATCH_SIZES}
    engines = {"OpenVINO": _openvino(), "onnxruntime": _onnxruntime()}
    seconds: dict[tuple[str, int], list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        for size in BATCH_SIZES:
            for name, run in engines.items():
                seconds[name, size].append(_time(run, batches[size]))
    tokens = sum(batch.tokens for batch in batches[1])
    speeds = {key: tokens / min(found) for key, found in seconds.items()}
    best = {name: max(speeds[name, size] for size in BATCH_SIZES) for name in engines}
    figures = [
        Figure(f"{name}, batches of {size}", speeds[name, size], Unit.TOKENS_PER_S)
        for name in engines
        for size in BATCH_SIZES
    ]
    figures.append(
        Figure("OpenVINO ÷ onnxruntime, best of each", best["OpenVINO"] / best["onnxruntime"], Unit.RATIO)
    )
    cosine = _least_cosine(engines["OpenVINO"], engines["onnxruntime"], batches[1])
    note = f"{len(texts)} chunks of {corpus.name}, the faster of {ROUNDS} rounds; least cosine between the "
    return Section(TITLE, tuple(figures), (f"{note}two engines' vectors {cosine:.4f}.",))


def _openvino() -> Run:
    model = BundledModel()
    return lambda batch: model.run(batch.ids, batch.mask)


def _onnxruntime() -> Run:
    session = onnxruntime.InferenceSession(str(packaged(*MODEL_FILE)), providers=["CPUExecutionProvider"])

    def run(batch: Batch) -> NDArray[np.float32]:
        inputs = {
            "input_ids": batch.ids,
            "attention_mask": batch.mask,
            "token_type_ids": np.zeros_like(batch.ids),
        }
        states: NDArray[np.float32] = session.run(["last_hidden_state"], inputs)[0]
        return states

    return run


def _time(run: Run, batches: list[Batch]) -> float:
    started = time.perf_counter()
    for batch in batches:
        run(batch)
    return time.perf_counter() - started


def _least_cosine(first: Run, second: Run, batches: list[Batch]) -> float:
    """The least likeness of the two engines' vectors of one text (batches of one text each)."""
    cosines = []
    for batch in batches:
        length = int(batch.mask.sum())
        one, other = (run(batch)[0, :length].mean(axis=0) for run in (first, second))
        cosines.append(float(one @ other / np.linalg.norm(one) / np.linalg.norm(other)))
    return min(cosines)
