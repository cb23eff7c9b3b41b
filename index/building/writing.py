"""Second half of a build: chunks, vectors and keywords of a new generation.

A small change starts from a copy of the last generation's catalog and Chroma folder, so that its cost follows
what changed; a large one, or one with another model, is written from nothing. Texts that were embedded before
keep the vectors that the last generation (index/generation/vector_files.py) or an interrupted build has for
them.
"""

import hashlib
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from index.article import Article, ArticleInfo, Span, heading_over
from index.embedding.chunking import RECIPE, Chunk, chunk
from index.embedding.embedder import Embedded, Embedder, EmbeddingInput
from index.generation.catalog_rows import StoredChunk
from index.generation.catalog_writer import CatalogWriter
from index.generation.generation import Generation, generation_folder, new_collection
from index.generation.keyword import counted, counts_of, write_keyword_index
from index.generation.vector_files import VectorFiles
from index.generation.word_counts import WordCounts
from index.passage import day_number
from index.settings import IndexSettings
from index.vector_store import chroma_client
from index.vector_store.records import VectorRecord
from index.vector_store.store import VectorStore

# Deleting from an HNSW index leaves tombstones, which cost memory and recall; past this share of all chunks
# (added and removed since the vectors were last written from nothing) they are written anew.
MAX_CHURN = 0.5
# Embedded, stored and committed this many at a time: what an interrupted build loses at most (some 25 s of
# embedding on 2 cores), and enough to sort texts by length into even batches.
SLAB = 1024

OnCount = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Planned:
    """A chunk on its way into the store."""

    article: ArticleInfo
    chunk: Chunk
    key: str  # of its vectors
    input: EmbeddingInput
    number: int


class GenerationWriter:
    """Writes one new generation: `remove`, `add`, `set_copies`, then `write_keywords`. A context manager."""

    def __init__(
        self,
        settings: IndexSettings,
        name: str,
        embedder: Embedder,
        last: Generation | None,
        sources: Sequence[VectorFiles],
        *,
        from_copy: bool,
    ) -> None:
        """last: the generation before, open, only read; sources: others' vectors, which may be damaged;
        from_copy: whether to start from what the last one holds, or with nothing but its vectors."""
        self._embedder = embedder
        self._own_collection = settings.chroma_url is None
        self._sources = sources
        self._folder = generation_folder(settings.data_dir, name)
        self._folder.mkdir(parents=True)
        self.churn = 0
        self.added: list[int] = []  # numbers of the chunks that this build wrote
        self.embedded = 0
        self.tokens = 0
        source = generation_folder(settings.data_dir, last.info.id) if last else None
        self._copied = source if from_copy else None
        if last and source and from_copy:
            if self._own_collection:
                shutil.copytree(source / chroma_client.FOLDER_NAME, self._folder / chroma_client.FOLDER_NAME)
            self.churn = last.info.churn
            self.collection = last.info.collection
            self.catalog = CatalogWriter.start_from(self._folder, source)
            self.vectors = VectorStore.open(settings, self.collection, self._folder, writing=True)
        else:
            self.collection = new_collection(settings, name)
            self.catalog = CatalogWriter.create(self._folder, source)
            self.vectors = VectorStore.create(settings, self.collection, self._folder)
        if not self._own_collection:
            self.catalog.number_from(_numbers_of_now())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.vectors.close()
        self.catalog.close()

    def set_copies(self, copies: Sequence[tuple[ArticleInfo, str]]) -> None:
        """Note which articles were left out because they repeat another: (copy, id of the other)."""
        self.catalog.set_copies(copies)

    def remove(self, article_ids: Sequence[str]) -> None:
        """Take articles out, their chunks and vectors too."""
        for article_id in article_ids:
            numbers = self.catalog.remove_article(article_id)
            # On a server, earlier generations may still have them (index/building/cleanup.py).
            if self._own_collection:
                self.vectors.remove(numbers)
            self.churn += len(numbers)
        self.catalog.commit()

    def add(self, articles: Sequence[Article], on_chunked: OnCount, on_embedded: OnCount) -> None:
        """Chunk articles, embed what was not embedded before, and store all of it."""
        planned: list[_Planned] = []
        for done, article in enumerate(articles):
            on_chunked(done, len(articles))
            planned += self._plan(article)
        on_chunked(len(articles), len(articles))
        self.catalog.commit()
        self.churn += len(planned)
        known = self._reuse({item.key for item in planned})
        fresh = [item for item in planned if item.key not in known]
        total = len({item.key for item in fresh})
        on_embedded(0, total)
        for at in range(0, len(fresh), SLAB):
            self._embed(fresh[at : at + SLAB], lambda: on_embedded(self.embedded, total))
        for at in range(0, len(planned), SLAB):
            self._store(planned[at : at + SLAB])

    def write_keywords(self) -> None:
        """Drop vectors that nothing refers to any more, and index the words of all chunks."""
        self.catalog.drop_unused_vectors()
        self.catalog.commit()
        write_keyword_index(self._folder, self._word_counts())

    def _word_counts(self) -> WordCounts:
        """Those of all chunks, of which only the new ones are read where the last generation's are known."""
        if self._copied is None:
            return counted(self.catalog.all_chunk_texts())
        try:
            last = counts_of(self._copied)
        except (OSError, ValueError):  # of an earlier version
            return counted(self.catalog.all_chunk_texts())
        numbers = self.catalog.chunk_numbers()
        new = np.setdiff1d(numbers, last.numbers)
        return last.changed(numbers, counted(self.catalog.texts_of_chunks(new.tolist())))

    def _plan(self, article: Article) -> Iterator[_Planned]:
        """Chunk an article and put it into the catalog."""
        chunks = chunk(article, self._embedder.count_tokens)
        text = article.quotable
        inputs = [embedding_input(article, piece, text) for piece in chunks]
        keys = [_vector_key(self._embedder.fingerprint, item) for item in inputs]
        numbers = self.catalog.add_article(article, chunks, keys)
        for piece, key, item, number in zip(chunks, keys, inputs, numbers, strict=True):
            yield _Planned(article.info, piece, key, item, number)

    def _reuse(self, keys: set[str]) -> set[str]:
        """Take over vectors that stand in this catalog already or in a source; returns their keys."""
        wanted = sorted(keys)
        known = self.catalog.vector_keys(wanted)
        for source in self._sources:
            missing = [key for key in wanted if key not in known]
            for key, vectors in source.salvaged(missing):
                self.catalog.add_vector(key, vectors)
                known.add(key)
        self.catalog.commit()
        return known

    def _embed(self, items: Sequence[_Planned], on_batch: Callable[[], None]) -> None:
        """Embed each text once and commit the vectors."""
        unique = list({item.key: item for item in items}.values())
        try:
            for batch in self._embedder.embed([item.input for item in unique]):
                for index, vectors in batch:
                    self.catalog.add_vector(unique[index].key, vectors)
                    self.tokens += unique[index].chunk.tokens
                self.embedded += len(batch)
                on_batch()
        finally:  # what a hosted model embedded before it failed is paid for
            self.catalog.commit()

    def _store(self, items: Sequence[_Planned]) -> None:
        """Put chunks into the vector store."""
        vectors = dict(self.catalog.vectors([item.key for item in items]))
        self.vectors.add([_record(item, vectors[item.key]) for item in items])
        self.added += [item.number for item in items]


def _numbers_of_now() -> int:
    """The first of the numbers that a build gives on a server, above those of all before it, which may have
    been rolled back or have left chunks behind: milliseconds since 1970, with room for a million each."""
    return (time.time_ns() // 1_000_000) << 20


def may_start_from(last: Generation, fingerprint: str, changed_chunks: int) -> bool:
    """Whether a new generation may start from a copy of the last one, or is better written from nothing.

    changed_chunks: about how many chunks will be added or removed.
    """
    return (
        (last.info.fingerprint, last.info.chunking) == (fingerprint, RECIPE)
        and last.catalog.checked  # an older version's has other tables
        and last.info.churn + changed_chunks <= MAX_CHURN * max(last.info.chunks, 1)
    )


def embedding_input(article: Article, piece: Chunk | StoredChunk, quotable: str) -> EmbeddingInput:
    """What is embedded for a chunk: the article's title, the heading, and the chunk, with where its
    sentences stand in that. Title and heading help to find a passage; they are never quoted with it."""
    text = quotable[piece.start : piece.end]
    head = [article.info.title]
    # Of a heading that the chunk begins with these are the ones over it.
    over = heading_over(article.headings, piece.start) if piece.start < len(article.text) else None
    if over:
        head.append(over)
    before = "".join(f"{line}\n" for line in head)
    shift = len(before) - piece.start
    spans = tuple(Span(s.start + shift, s.end + shift) for s in piece.sentences)
    return EmbeddingInput(before + text, spans)


def _vector_key(fingerprint: str, item: EmbeddingInput) -> str:
    """The same only for what gets the same vectors: model, text, and sentences."""
    spans = ",".join(f"{span.start}-{span.end}" for span in item.sentences)
    digest = hashlib.sha256(f"{fingerprint}\0{spans}\0{item.text}".encode())
    return digest.hexdigest()[:40]


def _record(item: _Planned, vectors: Embedded) -> VectorRecord:
    return VectorRecord(
        number=item.number,
        vector=vectors.vector,
        article_id=item.article.id,
        publisher=item.article.publisher,
        published=day_number(item.article.published),
    )
