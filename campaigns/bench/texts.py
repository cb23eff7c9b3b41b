"""The texts that a build embeds, as token batches: what the bare model is measured with."""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from index.building.collection import collect
from index.building.writing import embedding_input
from index.embedding.bundled_model import BATCH, TOKENIZER_FILE, padded
from index.embedding.chunking import chunk


@dataclass(frozen=True, slots=True)
class Batch:
    """Token ids and mask, texts x tokens; `tokens` are those of the texts, without the padding."""

    ids: NDArray[np.int64]
    mask: NDArray[np.int64]
    tokens: int


def chunk_texts(articles: Path) -> list[str]:
    """What a build of these articles gives to the model: each chunk, with its title and heading."""
    tokenizer = load_tokenizer()

    def count_tokens(texts: Sequence[str]) -> list[int]:
        return [len(each.ids) for each in tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    collection = collect(articles)
    found = [collection.texts[listed.content_hash] for listed in collection.articles.values()]
    return [
        embedding_input(article, piece, article.quotable).text
        for article in found
        for piece in chunk(article, count_tokens)
    ]


def batches_of(texts: Sequence[str], size: int = BATCH) -> list[Batch]:
    """The texts in batches of like length, padded and cut as the build does it."""
    encodings: list[Encoding] = load_tokenizer().encode_batch(list(texts))
    token_ids = sorted((encoding.ids for encoding in encodings), key=len)
    batches = []
    for at in range(0, len(token_ids), size):
        ids, mask = padded(token_ids[at : at + size])
        batches.append(Batch(ids, mask, int(mask.sum())))
    return batches


def load_tokenizer() -> Tokenizer:
    """The bundled model's tokenizer, neither padding nor cutting."""
    tokenizer: Tokenizer = Tokenizer.from_file(str(packaged(*TOKENIZER_FILE)))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def packaged(package: str, file: str) -> Path:
    """A data file of an installed package, found without running the package's code."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / file
