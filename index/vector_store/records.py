"""Beside the store: a chunk as Chroma keeps it, and filters in its form."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.passage import Filters, day_number
from index.vector_store.quotas import short


@dataclass(frozen=True, slots=True)
class VectorRecord:
    """One chunk as Chroma keeps it: its number in the catalog, its vector, and what filters need
    (`published` as yyyymmdd, 0 for unknown)."""

    number: int
    vector: NDArray[np.float32]
    article_id: str
    publisher: str | None
    published: int


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
