"""What Chroma keeps of a chunk: its vector and what filters need, nothing beside it."""

from pathlib import Path

import numpy as np

from index.passage import Filters
from index.settings import IndexSettings
from index.vector_store.chroma_client import close, connect
from index.vector_store.records import VectorRecord
from index.vector_store.store import EMBEDDED_COLLECTION, VectorStore


def test_chroma_keeps_what_filters_need_and_nothing_else(tmp_path: Path) -> None:
    settings = IndexSettings(data_dir=tmp_path)
    store = VectorStore.create(settings, EMBEDDED_COLLECTION, tmp_path)
    vector = np.eye(4, dtype=np.float32)
    store.add(
        [
            VectorRecord(1, vector[0], "ferry.md", "Coast Weekly", 20260311),
            VectorRecord(2, vector[1], "quay.md", None, 0),
        ]
    )
    assert store.query(vector[0], 5, Filters(publishers=("Coast Weekly",))) == [(1, 1.0)]
    store.close()
    client = connect(settings, tmp_path, writing=False)
    kept = client.get_collection(EMBEDDED_COLLECTION, embedding_function=None).get()
    close(client)
    assert not any(kept["documents"] or ())
    assert kept["metadatas"] == [
        {"article_id": "ferry.md", "publisher": "Coast Weekly", "published": 20260311},
        {"article_id": "quay.md"},
    ]
