"""Beside the store: a chunk as Chroma keeps it, filters in its form, and each write held to the quotas."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.passage import Filters
from index.vector_store.quotas import check_write, short

_KEYS = ("article_id", "publisher", "published")


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


class WithinQuotas:
    """What the adapter takes for the collection: checks each write before it is sent.

    What the adapter adds to read nodes back stays out. Nothing reads it, and it was most of what Chroma keeps
    beside the vectors: 1,757 chunks took 6.5 MB with it.
    """

    def __init__(self, send: Callable[[dict[str, Any]], None]) -> None:
        self._send = send

    def add(
        self,
        ids: list[str],
        embeddings: list[Sequence[float]],
        metadatas: list[Mapping[str, object]],
        documents: list[str],
    ) -> None:
        ours = [{key: given[key] for key in _KEYS if key in given} for given in metadatas]
        check_write(ids, embeddings, ours, documents)
        self._send({"ids": ids, "embeddings": embeddings, "metadatas": ours, "documents": documents})


def metadata_of(record: VectorRecord) -> dict[str, Any]:
    """What filters need. Chroma takes no None: what is unknown is left out and matches no filter."""
    metadata: dict[str, Any] = {"article_id": short(record.article_id)}
    if record.publisher:
        metadata["publisher"] = short(record.publisher)
    if record.published:
        metadata["published"] = record.published
    return metadata


def condition_of(filters: Filters) -> dict[str, Any] | None:
    """The filters in Chroma's form."""
    from index.passage import day_number

    conditions: list[dict[str, Any]] = []
    if filters.publishers:
        conditions.append({"publisher": {"$in": [short(name) for name in filters.publishers]}})
    if filters.without:  # holds for chunks without a publisher too
        conditions.append({"publisher": {"$nin": [short(name) for name in filters.without]}})
    if filters.since:
        conditions.append({"published": {"$gte": day_number(filters.since)}})
    if filters.until:
        conditions.append({"published": {"$lte": day_number(filters.until)}})
    if not conditions:
        return None
    return conditions[0] if len(conditions) == 1 else {"$and": conditions}
