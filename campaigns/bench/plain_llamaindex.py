"""What our build is compared with: LlamaIndex's ingestion pipeline over Chroma, with the defaults of both.

`python -m campaigns.bench.plain_llamaindex ARTICLES FOLDER` builds from a .jsonl file and prints a JSON
object: seconds (without imports), tokens that the model read, chunks. The model is ours, so that only the
rest differs.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from llama_index.core import Document
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import BaseNode, MetadataMode
from llama_index.core.vector_stores.utils import node_to_metadata_dict
from pydantic import PrivateAttr

from index.embedding.bundled_model import BATCH, MAX_TOKENS, BundledModel


class BundledEmbedding(BaseEmbedding):
    """The bundled model as LlamaIndex wants it; texts in the order in which they come."""

    _model: BundledModel = PrivateAttr()
    _tokens: int = PrivateAttr(default=0)

    def __init__(self, **options: Any) -> None:
        super().__init__(model_name="bundled", embed_batch_size=BATCH, **options)
        self._model = BundledModel()

    @property
    def tokens(self) -> int:
        """How many tokens the model has read, its marks included."""
        return self._tokens

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        self._tokens += sum(min(count + 2, MAX_TOKENS) for count in self._model.count_tokens(texts))
        batches = self._model.embed(texts, [()] * len(texts))
        vectors = {index: found.vector.tolist() for batch in batches for index, found in batch}
        return [vectors[index] for index in range(len(texts))]

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def build(articles: Path, folder: Path) -> dict[str, float]:
    """Read, split, embed and store; what it took."""
    started = time.perf_counter()
    embedding = BundledEmbedding()
    client = chromadb.PersistentClient(str(folder))
    collection = client.create_collection(
        "articles", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    pipeline = IngestionPipeline(transformations=[SentenceSplitter(), embedding])
    lines = articles.read_text(encoding="utf-8").split("\n")
    nodes = pipeline.run(documents=[_document(line) for line in lines if line.strip()])
    for at in range(0, len(nodes), client.get_max_batch_size()):
        _store(collection, nodes[at : at + client.get_max_batch_size()])
    seconds = time.perf_counter() - started
    assert collection.count() == len(nodes)
    return {"seconds": seconds, "tokens": embedding.tokens, "chunks": len(nodes)}


def _store(collection: chromadb.Collection, nodes: Sequence[BaseNode]) -> None:
    """As LlamaIndex's `ChromaVectorStore` writes them; that package is installed for nothing else."""
    collection.add(
        ids=[node.node_id for node in nodes],
        embeddings=np.array([node.get_embedding() for node in nodes], np.float32),
        metadatas=[node_to_metadata_dict(node, remove_text=True, flat_metadata=True) for node in nodes],
        documents=[node.get_content(metadata_mode=MetadataMode.NONE) for node in nodes],
    )


def _document(line: str) -> Document:
    fields = json.loads(line)
    metadata = {"title": fields.get("title") or "", "url": fields.get("url") or ""}
    return Document(doc_id=fields["id"], text=fields["text"], metadata=metadata)


if __name__ == "__main__":
    print(json.dumps(build(Path(sys.argv[1]), Path(sys.argv[2]))))
