"""What one machine holds: `python -m campaigns.bench.scaling` makes indexes of many sizes and searches them.

Embedding 200,000 chunks takes an hour or more, and is measured elsewhere. So a built index is varied until
it is large enough: each article again under another id, some of its words replaced by others of the same
length, its vectors turned a little at random. Everything behind the embedding is the real thing: catalog,
Chroma, keyword index, publication, and a search worker that embeds its questions with the real model.
"""

import argparse
import asyncio
import itertools
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import psutil
from numpy.typing import NDArray
from pydantic import AnyHttpUrl

from campaigns.bench.figures import percentile
from campaigns.bench.machine import look_at_machine
from index.article import Article
from index.building.restoring import write_vectors
from index.embedding.chunking import Chunk
from index.embedding.embedder import Embedded
from index.files import size_of
from index.generation.catalog import Catalog
from index.generation.catalog_writer import CatalogWriter
from index.generation.generation import (
    GenerationInfo,
    chroma_url,
    fixed_files,
    generation_folder,
    new_collection,
    read_info,
    write_info,
)
from index.generation.history import extend_history
from index.generation.keyword import counted, write_keyword_index
from index.generation.publication import publish, read_manifest
from index.passage import SearchRequest
from index.searching.search_client import SearchClient
from index.settings import IndexSettings
from index.vector_store.store import VectorStore
from tests.index.chroma_server import ChromaServer

QUESTIONS = 200
# A turn by some 25 degrees: copies are near their originals, as articles on one matter are, and not the same.
NOISE = 0.47
WORDS_CHANGED = 0.15
NAME = "20260101T000000-scaled"
Varied = tuple[Article, list[Chunk], list[Embedded]]
MARKS = ("<!-- scaling: begin -->", "<!-- scaling: end -->")
STAGES = ("embed", "dense", "keyword", "passages")


@dataclass(frozen=True, slots=True)
class Scaled:
    """What was measured of one index. Times in seconds, searches in milliseconds."""

    store: str
    chunks: int
    articles: int
    catalog_s: float
    chroma_s: float
    keyword_s: float
    disk_mb: float
    start_s: float
    worker_mb: float
    p50_ms: float
    p95_ms: float
    stages_ms: tuple[float, ...]
    load: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each size, and print or write the table."""
    parser = argparse.ArgumentParser(prog="python -m campaigns.bench.scaling", description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="DATA_DIR of a built index to vary")
    parser.add_argument("--chunks", type=int, nargs="+", default=[10_000, 50_000, 200_000])
    parser.add_argument("--server", type=int, nargs="*", default=[10_000, 50_000], help="sizes on a server")
    parser.add_argument(
        "--markdown",
        type=Path,
        help="write the table into this page, between its marks, instead of printing it",
    )
    options = parser.parse_args(arguments)
    machine = look_at_machine()
    runs = [(size, False) for size in options.chunks] + [(size, True) for size in options.server]
    rows = []
    for size, on_server in runs:
        rows.append(_measure(options.source, size, on_server))
        print(rows[-1], file=sys.stderr, flush=True)
    text = "\n".join([*_table(rows), "", *machine.lines()]) + "\n"
    if options.markdown:
        _write_between_marks(options.markdown, text)
    else:
        print(text)
    return 0


def _write_between_marks(page: Path, text: str) -> None:
    """Replace what stands between the page's two marks."""
    before, _, rest = page.read_text(encoding="utf-8").partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    page.write_text(f"{before}{MARKS[0]}\n{text}{MARKS[1]}{after}", encoding="utf-8")


def _measure(source: Path, size: int, on_server: bool) -> Scaled:
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        settings = IndexSettings(data_dir=scratch / "data")
        if on_server:
            server = stack.enter_context(ChromaServer(scratch / "server"))
            address = AnyHttpUrl(f"http://127.0.0.1:{server.port}")
            settings = settings.model_copy(update={"chroma_url": address})
        load = psutil.getloadavg()[0]
        catalog_s, chroma_s, keyword_s, info = _write(source, settings, size)
        disk = size_of(settings.data_dir) + (size_of(scratch / "server") if on_server else 0)
        with Catalog.open(generation_folder(settings.data_dir, NAME)) as catalog:
            articles, _ = catalog.find("", 0, QUESTIONS)
        start_s, worker_mb, times, stages = asyncio.run(_ask(settings, [a.title for a in articles]))
    return Scaled(
        store="server" if on_server else "folder",
        chunks=info.chunks,
        articles=info.articles,
        catalog_s=catalog_s,
        chroma_s=chroma_s,
        keyword_s=keyword_s,
        disk_mb=disk / 1e6,
        start_s=start_s,
        worker_mb=worker_mb,
        p50_ms=percentile(times, 50) * 1000,
        p95_ms=percentile(times, 95) * 1000,
        stages_ms=tuple(percentile(stages[name], 50) * 1000 for name in STAGES),
        load=load,
    )


def _write(source: Path, settings: IndexSettings, size: int) -> tuple[float, float, float, GenerationInfo]:
    """Make and publish an index of about that many chunks; the seconds that each part took."""
    manifest = read_manifest(source)
    assert manifest, "nothing is published in --source"
    original = read_info(source, manifest.current.generation)
    assert original
    folder = generation_folder(settings.data_dir, NAME)
    folder.mkdir(parents=True)
    clock = time.perf_counter()
    with closing(CatalogWriter.create(folder, None)) as catalog:
        for article, chunks, vectors in _varied(source, original.id, size):
            keys = [f"{article.info.id}/{number}" for number in range(len(chunks))]
            catalog.add_article(article, chunks, keys)
            for key, vector in zip(keys, vectors, strict=True):
                catalog.add_vector(key, vector)
        catalog.commit()
        catalog_s = time.perf_counter() - clock
        articles, chunks_written = catalog.counts()
    collection = new_collection(settings, NAME)
    with Catalog.open(folder) as written:
        clock = time.perf_counter()
        with closing(VectorStore.create(settings, collection, folder)) as store:
            write_vectors(written, store, written.chunk_numbers().tolist(), lambda *_: None)
        chroma_s = time.perf_counter() - clock
        clock = time.perf_counter()
        write_keyword_index(folder, counted(written.all_chunk_texts()))
        keyword_s = time.perf_counter() - clock
    extend_history(folder, None, datetime.now(UTC), [])
    info = replace(
        original, id=NAME, built_at=datetime.now(UTC), articles=articles, chunks=chunks_written,
        files=fixed_files(folder), size_bytes=size_of(folder), chroma_url=chroma_url(settings),
        collection=collection,
    )  # fmt: skip
    write_info(settings.data_dir, info)
    publish(settings, NAME, "python -m campaigns.bench.scaling")
    return catalog_s, chroma_s, keyword_s, info


def _varied(
    source: Path, generation: str, size: int
) -> Iterator[tuple[Article, list[Chunk], list[Embedded]]]:
    """Articles with chunks and vectors until there are enough chunks: the originals, then variations."""
    random = np.random.default_rng(0)
    with Catalog.open(generation_folder(source, generation)) as catalog:
        numbers = catalog.chunk_numbers().tolist()
        words: list[str] = []
        for turn in itertools.count():
            for at in range(0, len(numbers), 500):
                stored = list(catalog.chunks(numbers[at : at + 500]).values())
                kept = dict(catalog.vectors([chunk.vector_key for chunk in stored]))
                infos = catalog.infos(sorted({chunk.article for chunk in stored}))
                for number, group in itertools.groupby(stored, key=lambda chunk: chunk.article):
                    pieces = list(group)
                    (article,) = catalog.articles([infos[number].info.id])
                    words = words or re.findall(r"[a-z]{4,}", article.text)
                    # An article whose chunks stand in two batches is two here.
                    info = replace(article.info, id=f"{turn}/{pieces[0].number}/{article.info.id}")
                    text = article.text if turn == 0 else _other_words(article.text, words, random)
                    chunks = [Chunk(p.start, p.end, p.heading, 0, p.sentences) for p in pieces]
                    vectors = [kept[p.vector_key] for p in pieces]
                    if turn:
                        vectors = [Embedded(_turned(v.vector, random), v.sentences) for v in vectors]
                    yield replace(article, info=info, text=text), chunks, vectors
                    size -= len(chunks)
                    if size <= 0:
                        return


def _other_words(text: str, words: list[str], random: np.random.Generator) -> str:
    """The text with some words replaced by others, made to fit their length, and so the offsets."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if random.random() > WORDS_CHANGED:
            return word
        chosen = words[int(random.integers(len(words)))]
        return (chosen * (len(word) // len(chosen) + 1))[: len(word)]

    return re.sub(r"[a-z]{4,}", other, text)


def _turned(vector: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    noise = random.normal(size=len(vector))
    turned = vector + NOISE * noise / np.linalg.norm(noise)
    return np.asarray(turned / np.linalg.norm(turned), np.float32)


async def _ask(
    settings: IndexSettings, questions: list[str]
) -> tuple[float, float, list[float], dict[str, list[float]]]:
    """Ask one after the other: seconds to start, the worker's memory, and the times, in all and by stage."""
    clock = time.perf_counter()
    async with SearchClient.start(settings) as client:
        start_s = time.perf_counter() - clock
        times: list[float] = []
        stages: dict[str, list[float]] = {name: [] for name in STAGES}
        for question in itertools.islice(itertools.cycle(questions), QUESTIONS):
            clock = time.perf_counter()
            result = await client.search(SearchRequest(question))
            times.append(time.perf_counter() - clock)
            for name in STAGES:
                stages[name].append(result.seconds[name])
        assert client.worker_pid
        memory = psutil.Process(client.worker_pid).memory_info().rss / 1e6
    return start_s, memory, times, stages


def _table(rows: Sequence[Scaled]) -> Iterator[str]:
    yield (
        "| chunks | vectors | articles | written in (catalog + Chroma + keywords) | disk | worker | start |"
        + (" search p50 / p95 | embed · dense · keyword · passages (p50) | load |")
    )
    yield "|---:|---|---:|---:|---:|---:|---:|---:|---|---:|"
    for row in rows:
        total = row.catalog_s + row.chroma_s + row.keyword_s
        parts = f"{total:.0f} s ({row.catalog_s:.0f} + {row.chroma_s:.0f} + {row.keyword_s:.0f})"
        stages = " · ".join(f"{ms:.0f}" for ms in row.stages_ms)
        yield (
            f"| {row.chunks:,} | {row.store} | {row.articles:,} | {parts} | {row.disk_mb:,.0f} MB"
            f" | {row.worker_mb:,.0f} MB | {row.start_s:.1f} s | {row.p50_ms:.0f} / {row.p95_ms:.0f} ms"
            f" | {stages} ms | {row.load:.1f} |"
        )


if __name__ == "__main__":
    sys.exit(main())
