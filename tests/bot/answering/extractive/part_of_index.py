"""Used by fit_refusal: what a search would find if only some articles of an index were there."""

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date

from bot.answering.extractive.features import HALF_LIFE_DAYS
from index.embedding.embedder import create_embedder
from index.generation.catalog_rows import StoredChunk
from index.generation.generation import Generation
from index.generation.publication import published
from index.passage import Passage, SearchRequest, SearchResult, Sentence, Term
from index.searching.retrieve import RECENCY_WEIGHT, fused_scores, under_headings
from index.searching.timeliness import timeliness
from index.settings import IndexSettings
from index.words import stems

K1, B = 1.5, 0.75  # of BM25, as in index/generation/keyword.py
CHUNKS_AT_ONCE = 500


class PartOfIndex:
    """Opens the published index and searches collections of some of its articles, told by id."""

    def __init__(self, settings: IndexSettings) -> None:
        self._embedder = create_embedder(settings)
        self._catalog = Generation.open(settings, published(settings.data_dir)[1]).catalog
        numbers = self._catalog.chunk_facts().numbers.tolist()
        self._chunks: dict[int, list[StoredChunk]] = {}
        for start in range(0, len(numbers), CHUNKS_AT_ONCE):
            for chunk in self._catalog.chunks(numbers[start : start + CHUNKS_AT_ONCE]).values():
                self._chunks.setdefault(chunk.article, []).append(chunk)
        articles = sorted(self._chunks)
        self._infos = {
            number: found
            for start in range(0, len(articles), CHUNKS_AT_ONCE)
            for number, found in self._catalog.infos(articles[start : start + CHUNKS_AT_ONCE]).items()
        }
        self._counted: dict[int, Counter[str]] = {}
        self._numbers = {found.info.id: number for number, found in self._infos.items()}

    @property
    def ids(self) -> list[str]:
        """Every article."""
        return sorted(self._numbers)

    def search(self, request: SearchRequest, articles: Sequence[str]) -> SearchResult:
        """Rank the articles' chunks as index/searching/retrieve.py does, with words as rare as they are
        there."""
        question = self._embedder.embed_query(request.text)
        asked = list(dict.fromkeys(stems(request.text)))
        chunks = [chunk for one in articles for chunk in self._chunks[self._numbers[one]]]
        words = [self._words(chunk) for chunk in chunks]
        idf = {stem: _idf(len(words), sum(stem in held for held in words)) for stem in asked}
        usual = sum(held.total() for held in words) / len(words)
        vectors = dict(self._catalog.vectors([chunk.vector_key for chunk in chunks]))
        found = []
        for chunk, held in zip(chunks, words, strict=True):
            vector = vectors[chunk.vector_key]
            cosines = [] if vector.sentences is None else (vector.sentences @ question / 127).tolist()
            sentences = tuple(
                Sentence(span.start, span.end, cosine)
                for span, cosine in zip(chunk.sentences, cosines, strict=True)
            )
            damping = K1 * (1 - B + B * held.total() / usual)
            bm25 = sum(idf[stem] * held[stem] * (K1 + 1) / (held[stem] + damping) for stem in asked)
            found.append((chunk, float(vector.vector @ question), bm25, max(cosines), sentences))
        scores = fused_scores([(cosine, bm25, nearest) for _, cosine, bm25, nearest, _ in found])
        passages = [
            self._passage(chunk, score, cosine, bm25, sentences, request.asked)
            for score, (chunk, cosine, bm25, _, sentences) in zip(scores, found, strict=True)
        ]
        passages.sort(key=lambda passage: -passage.score)
        terms = tuple(Term(stem, idf[stem]) for stem in asked)
        return SearchResult("part", tuple(passages[: request.limit]), terms)

    def _words(self, chunk: StoredChunk) -> Counter[str]:
        if chunk.number not in self._counted:
            title = self._infos[chunk.article].info.title
            self._counted[chunk.number] = Counter(stems(f"{title}\n{chunk.heading or ''}\n{chunk.text}"))
        return self._counted[chunk.number]

    def _passage(
        self,
        chunk: StoredChunk,
        score: float,
        cosine: float,
        bm25: float,
        sentences: tuple[Sentence, ...],
        asked: date | None,
    ) -> Passage:
        stored = self._infos[chunk.article]
        info = stored.info
        score += RECENCY_WEIGHT * timeliness(info.published, asked, None, HALF_LIFE_DAYS)
        number = str(chunk.number)
        return Passage(
            number,
            info,
            chunk.start,
            chunk.end,
            chunk.text,
            chunk.heading,
            score,
            cosine,
            bm25,
            under_headings(sentences, chunk, stored),
            stored.cuts_within(chunk),
            caption=stored.is_caption(chunk),
        )


def _idf(chunks: int, holding: int) -> float:
    return math.log(1 + (chunks - holding + 0.5) / (holding + 0.5))
