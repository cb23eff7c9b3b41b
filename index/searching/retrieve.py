"""A search in an open generation: dense and keyword search over the same chunks, fused, copies folded.

Everything here is synchronous and runs in the search worker (index/searching/worker.py).
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.article import heading_over
from index.embedding.embedder import Embedded, Embedder
from index.errors import IndexDamaged
from index.generation.catalog import ChunkFacts
from index.generation.catalog_rows import StoredChunk, StoredInfo
from index.generation.generation import Generation, check_model
from index.passage import Filters, Passage, Period, SearchRequest, SearchResult, Sentence, day_number
from index.searching.folding import fold_copies
from index.searching.timeliness import nearness, timeliness

# How many chunks each search brings; apart from the number of passages asked for, or asking for 5 and for
# 20 would rank differently.
DEPTH = 100
# People ask about what is new: on news-dev 45 % of the articles that hold an answer came out within the seven
# days before the question, 1 % of all articles did. A bonus of 0.1 (to scores of at most 1) raised what is
# found in 1,000 characters from 0.648 to 0.688 and in 10,000 from 0.945 to 0.961; from 0.06 to 0.15 and from
# 7 to 90 days all did about as well, and the longest time keeps older articles most in sight. Where all
# articles are old, the bonus is alike for all and changes nothing.
RECENCY_WEIGHT = 0.1
HALF_LIFE_DAYS = 90
# A passage this near to the preferred period counts as one of it: published at most HALF_LIFE_DAYS after it.
OF_THE_PERIOD = 0.5


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A chunk that one of the searches brought, with its scores."""

    chunk: StoredChunk
    score: float
    cosine: float
    bm25: float | None
    sentences: tuple[Sentence, ...]


class Retriever:
    """Searches one open generation. For use from one thread at a time."""

    def __init__(self, generation: Generation, embedder: Embedder) -> None:
        """Raises ModelMismatch where the generation was built with another model."""
        check_model(generation.info, embedder.fingerprint)
        self._generation = generation
        self._embedder = embedder
        self._facts = generation.catalog.chunk_facts()
        self._days = [_as_date(number) for number in self._facts.published.tolist()]

    def search(self, request: SearchRequest) -> SearchResult:
        """The passages for a question, best first, at most `request.limit`."""
        clock = _Stages()
        question = self._embedder.embed_query(request.text)
        clock.lap("embed")
        near = self._generation.vectors.query(question, DEPTH, request.filters)
        clock.lap("dense")
        allowed = _allowed(self._facts, request.filters)
        bm25 = self._keyword_search(request, allowed)
        clock.lap("keyword")
        numbers = {number for number, _ in near if self._is_allowed(number, allowed)} | bm25.keys()
        candidates = self._candidates(numbers, question, bm25, request)
        passages = self._passages(sorted(candidates, key=_best_first)[:DEPTH], request)
        clock.lap("passages")
        return SearchResult(
            generation=self._generation.info.id,
            passages=tuple(passages),
            terms=self._generation.keywords.terms(request.text),
            seconds=clock.seconds,
            preferring=any(_is_of(passage, request.preferred) for passage in passages),
        )

    def _is_allowed(self, number: int, allowed: NDArray[np.bool_]) -> bool:
        """Whether the catalog, too, says that the filters leave a chunk which Chroma brought."""
        row = int(np.searchsorted(self._facts.numbers, number))
        if row == len(self._facts.numbers) or self._facts.numbers[row] != number:
            raise self._damaged(f"Chroma brings a chunk {number} that the catalog does not have")
        return bool(allowed[row])

    def _damaged(self, reason: str) -> IndexDamaged:
        return IndexDamaged(
            f"Generation {self._generation.info.id} is damaged: {reason}.", "Run `python -m index build`."
        )

    def _keyword_search(self, request: SearchRequest, allowed: NDArray[np.bool_]) -> dict[int, float]:
        scores = self._generation.keywords.scores(request.text)
        scores = np.where(allowed, scores, 0.0)
        depth = min(DEPTH, len(scores))
        best = np.argpartition(-scores, depth - 1)[:depth] if depth else np.array([], np.int64)
        return {int(self._facts.numbers[i]): float(scores[i]) for i in best if scores[i] > 0}

    def _candidates(
        self, numbers: set[int], question: NDArray[np.float32], bm25: dict[int, float], request: SearchRequest
    ) -> list[_Candidate]:
        """Read the chunks that either search brought and score each by all measures."""
        chunks = self._generation.catalog.chunks(sorted(numbers))
        vectors = dict(self._generation.catalog.vectors([chunk.vector_key for chunk in chunks.values()]))
        if len(chunks) < len(numbers) or any(chunk.vector_key not in vectors for chunk in chunks.values()):
            raise self._damaged("chunks that a search brings, or their vectors, are not there")
        measured = []
        for number, chunk in chunks.items():
            found = vectors[chunk.vector_key]
            cosine = float(found.vector @ question)
            sentences = _compared(chunk, found, question)
            nearest = max((s.similarity for s in sentences if s.similarity is not None), default=cosine)
            measured.append((chunk, cosine, bm25.get(number), nearest, sentences))
        scores = fused_scores(
            [(cosine, keyword or 0.0, nearest) for _, cosine, keyword, nearest, _ in measured]
        )
        fitting = self._timeliness([chunk.number for chunk, *_ in measured], request)
        return [
            _Candidate(chunk, score + RECENCY_WEIGHT * fits, cosine, keyword, sentences)
            for score, fits, (chunk, cosine, keyword, _, sentences) in zip(
                scores, fitting, measured, strict=True
            )
        ]

    def _timeliness(self, numbers: Sequence[int], request: SearchRequest) -> list[float]:
        """For each chunk, how well its article's day fits the question, 0 to 2."""
        rows = np.searchsorted(self._facts.numbers, np.array(numbers, np.int64)).tolist()
        return [timeliness(self._days[row], request.asked, request.preferred, HALF_LIFE_DAYS) for row in rows]

    def _passages(self, ranked: Sequence[_Candidate], request: SearchRequest) -> list[Passage]:
        """Fold copies, and join each chunk with what is known of its article. A copy whose publisher may not
        be searched is not named either."""
        catalog = self._generation.catalog
        found = {candidate.chunk.number: candidate for candidate in ranked}
        folded = fold_copies([candidate.chunk for candidate in ranked], request.limit)
        infos = catalog.infos(sorted({n for f in folded for n in (f.chunk.article, *f.copies)}))
        same_text = catalog.copies([infos[f.chunk.article].info.id for f in folded])
        passages = []
        for chunk, others in ((f.chunk, f.copies) for f in folded):
            stored = infos[chunk.article]
            copies = (*same_text.get(stored.info.id, ()), *(infos[number].info for number in others))
            passages.append(
                Passage(
                    chunk_id=str(chunk.number),
                    article=stored.info,
                    start=chunk.start,
                    end=chunk.end,
                    text=chunk.text,
                    heading=chunk.heading,
                    score=found[chunk.number].score,
                    cosine=found[chunk.number].cosine,
                    bm25=found[chunk.number].bm25,
                    sentences=under_headings(found[chunk.number].sentences, chunk, stored),
                    cuts=stored.cuts_within(chunk),
                    caption=stored.is_caption(chunk),
                    copies=tuple(copy for copy in copies if request.filters.allow(copy.publisher)),
                )
            )
        return passages


def fused_scores(measures: Sequence[tuple[float, float, float]]) -> list[float]:
    """One score, at most 1, for each chunk: the mean of its cosine, its BM25 score and the cosine of its
    nearest sentence, each divided by the best of all chunks.

    Scores rather than ranks, so that a clear winner of one measure stays ahead. Equal weights: on news-dev
    everything from 0.3 to 0.5 a measure was within noise, and without the sentences 0.01 worse in what is
    found in 4,000 and in 10,000 characters (0.852 and 0.922 against 0.859 and 0.945).
    """
    best = [max((row[i] for row in measures), default=0.0) for i in range(3)]
    return [sum(row[i] / best[i] for i in range(3) if best[i] > 0) / 3 for row in measures]


def _best_first(found: _Candidate) -> tuple[float, int]:
    return (-found.score, found.chunk.number)


def _as_date(day: int) -> date | None:
    """A day as yyyymmdd, None for unknown (0)."""
    return date(day // 10000, day // 100 % 100, day % 100) if day else None


def _is_of(passage: Passage, period: Period | None) -> bool:
    published = passage.article.published
    if period is None or published is None:
        return False
    return nearness(published, period, HALF_LIFE_DAYS) >= OF_THE_PERIOD


def _allowed(facts: ChunkFacts, filters: Filters) -> NDArray[np.bool_]:
    """Which chunks the filters leave, in the order of the facts."""
    allowed = np.ones(len(facts.numbers), np.bool_)
    if filters.publishers:
        allowed &= np.isin(facts.publisher, _codes(facts, filters.publishers))
    if filters.without:
        allowed &= ~np.isin(facts.publisher, _codes(facts, filters.without))
    if filters.since:
        allowed &= facts.published >= day_number(filters.since)
    if filters.until:
        allowed &= (facts.published <= day_number(filters.until)) & (facts.published > 0)
    return allowed


def _codes(facts: ChunkFacts, names: Sequence[str]) -> list[int]:
    return [facts.publishers.index(name) for name in names if name in facts.publishers]


def _compared(chunk: StoredChunk, vectors: Embedded, question: NDArray[np.float32]) -> tuple[Sentence, ...]:
    """The chunk's sentences with their cosines to the question."""
    if vectors.sentences is None:
        return tuple(Sentence(span.start, span.end) for span in chunk.sentences)
    cosines = (vectors.sentences.astype(np.float32) @ question) / 127.0
    return tuple(
        Sentence(span.start, span.end, round(float(cosine), 4))
        for span, cosine in zip(chunk.sentences, cosines, strict=True)
    )


def under_headings(found: Sequence[Sentence], chunk: StoredChunk, stored: StoredInfo) -> tuple[Sentence, ...]:
    """The sentences, each with what it stands under; in an index of an earlier version that of the chunk."""
    if stored.is_caption(chunk):
        return tuple(found)
    if stored.headings and not stored.headings[0].path:
        return tuple(replace(sentence, heading=chunk.heading) for sentence in found)
    return tuple(replace(one, heading=heading_over(stored.headings, one.start)) for one in found)


class _Stages:
    """Seconds per stage, each from the end of the one before."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] = now - self._last
        self._last = now
