"""The vectors in Chroma, and the only module that imports it: an embedded directory or a Chroma server.

Written through LlamaIndex's adapter as nodes without their text: with it, Chroma would keep a trigram index
of every word beside the BM25 index that ranks better (3,000 chunks: 5.4 s and 44 MB against 2.7 s and 14 MB).
The text stands in the catalog, under the node's id. Read from the collection itself: the adapter parses every
node that it returns and hides the distance behind exp(-x) (100 results: 9 ms against 2 ms).

One collection per generation, never written after it is published (docs/architecture.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexUnavailable
from index.passage import Filters
from index.settings import IndexSettings

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api import ClientAPI

FOLDER_NAME = "chroma"
# Chroma Cloud takes at most 300 records a write; locally larger writes are no faster.
WRITE_BATCH = 300
# Cosine is fixed at creation. As many candidates while searching as twice the depth that is asked for.
CONFIGURATION = {"hnsw": {"space": "cosine", "ef_search": 200}}


@dataclass(frozen=True, slots=True)
class VectorRecord:
    """One chunk as Chroma keeps it: its number in the catalog, its vector, where it stands, and what
    filters need (`published` as yyyymmdd, 0 for unknown)."""

    number: int
    vector: NDArray[np.float32]
    article_id: str
    start: int
    end: int
    publisher: str | None
    published: int


class VectorStore:
    """The vectors of one generation. Chunks go by their numbers in the catalog."""

    def __init__(self, client: "ClientAPI", collection: "Collection") -> None:
        self._client = client
        self._collection = collection

    @classmethod
    def create(cls, settings: IndexSettings, generation: str, folder: Path) -> Self:
        """A new, empty collection. folder: the generation's own, used when Chroma is embedded."""
        client = _connect(settings, folder)
        name = _collection_name(settings, generation)
        return cls(
            client,
            client.create_collection(name, embedding_function=None, configuration=CONFIGURATION),  # type: ignore[arg-type]  # its TypedDict is private
        )

    @classmethod
    def open(cls, settings: IndexSettings, generation: str, folder: Path) -> Self:
        """The collection of a generation. Raises IndexUnavailable where it is missing or does not answer."""
        from chromadb.errors import ChromaError

        client = None
        try:
            client = _connect(settings, folder)
            return cls(
                client, client.get_collection(_collection_name(settings, generation), embedding_function=None)
            )
        except (ChromaError, ValueError, OSError) as error:
            if client:
                _close(client)
            raise IndexUnavailable(
                f"The vectors of generation {generation} cannot be opened: {error}.",
                "Run `python -m index build`.",
            ) from error

    def close(self) -> None:
        """Let go of the files."""
        _close(self._client)

    def add(self, records: Sequence[VectorRecord]) -> None:
        """Add chunks that are not there yet."""
        from llama_index.core.schema import TextNode
        from llama_index.vector_stores.chroma import ChromaVectorStore

        adapter = ChromaVectorStore(chroma_collection=self._collection)
        for at in range(0, len(records), WRITE_BATCH):
            adapter.add(
                [
                    TextNode(
                        id_=str(record.number),
                        text="",
                        embedding=record.vector.tolist(),
                        start_char_idx=record.start,
                        end_char_idx=record.end,
                        metadata=_metadata(record),
                    )
                    for record in records[at : at + WRITE_BATCH]
                ]
            )

    def remove(self, numbers: Sequence[int]) -> None:
        """Take chunks out; numbers that are not there are ignored."""
        for at in range(0, len(numbers), WRITE_BATCH):
            self._collection.delete(ids=[str(number) for number in numbers[at : at + WRITE_BATCH]])

    def count(self) -> int:
        return self._collection.count()

    def query(
        self, vector: NDArray[np.float32], limit: int, filters: Filters | None = None
    ) -> list[tuple[int, float]]:
        """The nearest chunks: (number, cosine) pairs, nearest first."""
        found = self._collection.query(
            query_embeddings=vector[np.newaxis, :],
            n_results=limit,
            where=_where(filters) if filters else None,
            include=["distances"],
        )
        distances = found["distances"]
        if not distances:
            return []
        return [(int(i), 1.0 - d) for i, d in zip(found["ids"][0], distances[0], strict=True)]

    def delete(self) -> None:
        """Remove the whole collection (a server keeps it otherwise when its generation is removed)."""
        self._client.delete_collection(self._collection.name)


def _connect(settings: IndexSettings, folder: Path) -> "ClientAPI":
    import chromadb  # 1.2 s: only where vectors are used
    from chromadb.config import Settings as ChromaSettings

    options = ChromaSettings(anonymized_telemetry=False)
    if settings.chroma_url is None:
        return chromadb.PersistentClient(str(folder / FOLDER_NAME), settings=options)
    address = urlsplit(str(settings.chroma_url))
    headers = {}
    if settings.chroma_token:
        headers["x-chroma-token"] = settings.chroma_token.get_secret_value()
    return chromadb.HttpClient(
        host=address.hostname or "127.0.0.1",
        port=address.port or (443 if address.scheme == "https" else 80),
        ssl=address.scheme == "https",
        headers=headers,
        settings=options,
    )


def _close(client: "ClientAPI") -> None:
    """Let go of what a client holds. The interface does not name `close`, each client has it."""
    from chromadb.api.client import Client

    assert isinstance(client, Client)
    client.close()


def _collection_name(settings: IndexSettings, generation: str) -> str:
    return "chunks" if settings.chroma_url is None else f"footnote-{generation}"


def _metadata(record: VectorRecord) -> dict[str, Any]:
    """What filters need. Chroma takes no None: what is unknown is left out and matches no filter."""
    metadata: dict[str, Any] = {"article_id": record.article_id}
    if record.publisher:
        metadata["publisher"] = record.publisher
    if record.published:
        metadata["published"] = record.published
    return metadata


def _where(filters: Filters) -> dict[str, Any] | None:
    """The filters in Chroma's form."""
    from index.catalog import day_number

    conditions: list[dict[str, Any]] = []
    if filters.publishers:
        conditions.append({"publisher": {"$in": list(filters.publishers)}})
    if filters.since:
        conditions.append({"published": {"$gte": day_number(filters.since)}})
    if filters.until:
        conditions.append({"published": {"$lte": day_number(filters.until)}})
    if not conditions:
        return None
    return conditions[0] if len(conditions) == 1 else {"$and": conditions}
