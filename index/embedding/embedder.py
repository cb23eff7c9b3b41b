"""Between chunking and the generation: which embedding model, its fingerprint, vectors out.

Two kinds: the bundled model (index/embedding/bundled_model.py), and any OpenAI-compatible server through
LlamaIndex's embedding class. Both give unit vectors; only the bundled one gives sentence vectors as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index.article import Span
from index.embedding.bundled_model import FINGERPRINT, BundledModel
from index.errors import BuildError, SettingsError
from index.settings import IndexSettings

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

BUNDLED = "bundled"
HOSTED_BATCH = 64  # texts a request: servers commonly take more, but answer one such in about a second
HOSTED_TIMEOUT_S = 60.0
HOSTED_RETRIES = 4  # with the client's own growing waits
# A token of common tokenizers is about 4 characters of English; 3 is on the safe side in other languages.
HOSTED_CHARS_PER_TOKEN = 3


@dataclass(frozen=True, slots=True)
class EmbeddingInput:
    """A text to embed, and the spans in it (its sentences) that may get vectors of their own."""

    text: str
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Embedded:
    """`vector`: float32, length 1. `sentences`: int8, sentences x dimensions (times 127), or None."""

    vector: NDArray[np.float32]
    sentences: NDArray[np.int8] | None


class Embedder(Protocol):
    """Turns texts into unit vectors; `fingerprint` changes whenever vectors of the same text would."""

    @property
    def fingerprint(self) -> str: ...

    def count_tokens(self, texts: Sequence[str]) -> Sequence[int]: ...

    def embed(self, inputs: Sequence[EmbeddingInput]) -> Iterator[list[tuple[int, Embedded]]]:
        """Yield (index into inputs, vectors) pairs, batch by batch, in any order."""
        ...

    def embed_query(self, text: str) -> NDArray[np.float32]: ...


class BundledEmbedder:
    """The model that ships with the packages."""

    def __init__(self, threads: int | None = None) -> None:
        self._model = BundledModel(threads)

    @property
    def fingerprint(self) -> str:
        return FINGERPRINT

    def count_tokens(self, texts: Sequence[str]) -> Sequence[int]:
        return self._model.count_tokens(texts)

    def embed(self, inputs: Sequence[EmbeddingInput]) -> Iterator[list[tuple[int, Embedded]]]:
        texts, spans = [i.text for i in inputs], [i.sentences for i in inputs]
        for batch in self._model.embed(texts, spans):
            yield [(index, Embedded(v.vector, quantised(v.spans))) for index, v in batch]

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return self._model.embed_query(text)


class HostedEmbedder:
    """A model behind an OpenAI-compatible server."""

    def __init__(self, model: "BaseEmbedding", name: str) -> None:
        """model: LlamaIndex's class for the server; name: the model's name there, for the fingerprint."""
        self._model = model
        self._name = name

    @property
    def fingerprint(self) -> str:
        return f"hosted:{self._name}"

    def count_tokens(self, texts: Sequence[str]) -> Sequence[int]:
        return [-(-len(text) // HOSTED_CHARS_PER_TOKEN) for text in texts]

    def embed(self, inputs: Sequence[EmbeddingInput]) -> Iterator[list[tuple[int, Embedded]]]:
        for at in range(0, len(inputs), HOSTED_BATCH):
            texts = [i.text for i in inputs[at : at + HOSTED_BATCH]]
            try:
                vectors = self._model.get_text_embedding_batch(texts)
            except Exception as error:
                raise BuildError(
                    f"The embedding server did not answer: {type(error).__name__}.",
                    "Check EMBEDDING_BASE_URL, then build again; what was embedded is kept.",
                ) from error
            yield [(at + n, Embedded(_unit(v), None)) for n, v in enumerate(vectors)]

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return _unit(self._model.get_query_embedding(text))


def create_embedder(settings: IndexSettings, threads: int | None = None) -> Embedder:
    """The embedder that the settings name. Raises SettingsError where they do not go together."""
    if settings.embedding_model == BUNDLED:
        return BundledEmbedder(threads)
    if settings.embedding_base_url is None:
        raise SettingsError(
            f"EMBEDDING_MODEL is {settings.embedding_model}, but EMBEDDING_BASE_URL is not set.",
            "Set it to an OpenAI-compatible server, or EMBEDDING_MODEL to bundled.",
        )
    from llama_index.embeddings.openai_like import OpenAILikeEmbedding  # 2 s and 100 MB: only where used

    key = settings.embedding_api_key
    model = OpenAILikeEmbedding(
        model_name=settings.embedding_model,
        api_base=str(settings.embedding_base_url),
        api_key=key.get_secret_value() if key else "none",
        timeout=HOSTED_TIMEOUT_S,
        max_retries=HOSTED_RETRIES,
        embed_batch_size=HOSTED_BATCH,
    )
    return HostedEmbedder(model, settings.embedding_model)


def fingerprint_of(settings: IndexSettings) -> str:
    """The fingerprint that these settings lead to, without loading a model."""
    if settings.embedding_model == BUNDLED:
        return FINGERPRINT
    return f"hosted:{settings.embedding_model}"


def quantised(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Unit vectors as int8: a quarter of the size, cosines exact to about 0.005."""
    return np.clip(np.rint(vectors * 127), -127, 127).astype(np.int8)


def _unit(values: Sequence[float]) -> NDArray[np.float32]:
    vector = np.asarray(values, np.float32)
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
