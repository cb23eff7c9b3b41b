"""A search in an open generation: dense and keyword search over the same chunks, fused, copies folded.

Everything here is synchronous and runs in the search worker (index/worker.py).
"""

import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.catalog import ChunkFacts, StoredChunk, day_number
from index.embedding import Embedded, Embedder
from index.folding import fold_copies
from index.generation import Generation, check_model
from index.passage import Filters, Passage, SearchRequest, SearchResult, Sentence

# How many chunks each search brings; apart from the number of passages asked for, or asking for 5 and for
# 20 would rank differently.
DEPTH = 100
# Weight of the cosine against the BM25 score in the fused score, each scaled by its best; see fused_scores.
DENSE_WEIGHT = 0.5


class Retriever:
    """Searches one open generation. For use from one thread at a time."""

    def __init__(self, generation: Generation, embedder: Embedder) -> None:
        """Raises ModelMismatch where the generation was built with another model."""
        check_model(generation.info, embedder.fingerprint)
        self._generation = generation
        self._embedder = embedder
        self._facts = generation.catalog.chunk_facts()

    def search(self, request: SearchRequest) -> SearchResult:
        """The passages for a question, best first, at most `request.limit`."""
        clock = _Stages()
        question = self._embedder.embed_query(request.text)
        clock.lap("embed")
        dense = dict(self._generation.vectors.query(question, DEPTH, request.filters))
        clock.lap("dense")
        bm25 = self._keyword_search(request)
        clock.lap("keyword")
        fused = fused_scores(dense, bm25)
        ranked = sorted(fused, key=lambda number: (-fused[number], number))[:DEPTH]
        passages = self._passages(ranked, question, fused, dense, bm25, request.limit)
        clock.lap("passages")
        return SearchResult(
            generation=self._generation.info.id,
            passages=tuple(passages),
            terms=self._generation.keywords.terms(request.text),
            seconds=clock.seconds,
        )

    def _keyword_search(self, request: SearchRequest) -> dict[int, float]:
        scores = self._generation.keywords.scores(request.text)
        scores = np.where(_allowed(self._facts, request.filters), scores, 0.0)
        depth = min(DEPTH, len(scores))
        best = np.argpartition(-scores, depth - 1)[:depth] if depth else np.array([], np.int64)
        return {int(self._facts.numbers[i]): float(scores[i]) for i in best if scores[i] > 0}

    def _passages(
        self,
        ranked: Sequence[int],
        question: NDArray[np.float32],
        fused: dict[int, float],
        dense: dict[int, float],
        bm25: dict[int, float],
        limit: int,
    ) -> list[Passage]:
        """Read the best chunks, fold copies, and compare their sentences with the question."""
        catalog = self._generation.catalog
        chunks = catalog.chunks(ranked)
        articles = catalog.articles_by_number(sorted({chunk.article for chunk in chunks.values()}))
        stored_copies = catalog.copies([article.info.id for article in articles.values()])
        candidates = [(chunks[number], articles[chunks[number].article]) for number in ranked]
        kept = fold_copies(candidates, limit)
        vectors = dict(catalog.vectors([chunk.vector_key for chunk, _, _ in kept]))
        return [
            Passage(
                chunk_id=str(chunk.number),
                article=article.info,
                start=chunk.start,
                end=chunk.end,
                text=article.text[chunk.start : chunk.end],
                heading=chunk.heading,
                score=fused[chunk.number],
                cosine=dense.get(chunk.number),
                bm25=bm25.get(chunk.number),
                sentences=_compared(chunk, vectors[chunk.vector_key], question),
                cuts=tuple(cut for cut in article.cuts if chunk.start < cut < chunk.end),
                copies=(*stored_copies.get(article.info.id, ()), *copies),
            )
            for chunk, article, copies in kept
        ]


def fused_scores(dense: dict[int, float], bm25: dict[int, float]) -> dict[int, float]:
    """One score per chunk: the weighted mean of cosine and BM25, each divided by the best of its search.

    Scores rather than ranks, so that a clear winner of one search stays ahead. A chunk that one search did
    not bring counts there as just below the last one that it did.
    """
    top_dense, top_bm25 = max(dense.values(), default=0.0), max(bm25.values(), default=0.0)
    low_dense, low_bm25 = min(dense.values(), default=0.0), min(bm25.values(), default=0.0)
    fused = {}
    for number in dense.keys() | bm25.keys():
        d = dense.get(number, low_dense) / top_dense if top_dense > 0 else 0.0
        b = bm25.get(number, low_bm25) / top_bm25 if top_bm25 > 0 else 0.0
        fused[number] = DENSE_WEIGHT * d + (1 - DENSE_WEIGHT) * b
    return fused


def _allowed(facts: ChunkFacts, filters: Filters) -> NDArray[np.bool_]:
    """Which chunks the filters leave, in the order of the facts."""
    allowed = np.ones(len(facts.numbers), np.bool_)
    if filters.publishers:
        codes = [facts.publishers.index(name) for name in filters.publishers if name in facts.publishers]
        allowed &= np.isin(facts.publisher, codes)
    if filters.since:
        allowed &= facts.published >= day_number(filters.since)
    if filters.until:
        allowed &= (facts.published <= day_number(filters.until)) & (facts.published > 0)
    return allowed


def _compared(chunk: StoredChunk, vectors: Embedded, question: NDArray[np.float32]) -> tuple[Sentence, ...]:
    """The chunk's sentences with their cosines to the question."""
    if vectors.sentences is None:
        return tuple(Sentence(span.start, span.end) for span in chunk.sentences)
    cosines = (vectors.sentences.astype(np.float32) @ question) / 127.0
    return tuple(
        Sentence(span.start, span.end, round(float(cosine), 4))
        for span, cosine in zip(chunk.sentences, cosines, strict=True)
    )


class _Stages:
    """Seconds per stage, each from the end of the one before."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] = now - self._last
        self._last = now
