"""Last step before a generation is published: that its parts agree and that what is in it can be found."""

import random

from index.building.writing import GenerationWriter
from index.errors import BuildError
from index.generation.generation import generation_folder
from index.generation.keyword import KeywordIndex
from index.settings import IndexSettings

SAMPLES = 20
# A chunk must be among the nearest to its own vector; several may share one (the same words twice).
DEPTH = 10


def check(settings: IndexSettings, name: str, writer: GenerationWriter) -> None:
    """Raise BuildError where a part is incomplete or a sampled chunk does not find itself."""
    articles, chunks = writer.catalog.counts()
    in_store = writer.vectors.count()
    keywords = KeywordIndex.open(generation_folder(settings.data_dir, name))
    # A server's collection may hold other generations' chunks too, so there what was written is looked for.
    lacks = in_store < chunks or (
        writer.vectors.missing(writer.added) if settings.chroma_url else in_store > chunks
    )
    if lacks or chunks != len(keywords.numbers):
        raise BuildError(
            f"The new index is incomplete: {chunks} chunks of {articles} articles, {in_store} vectors,"
            f" {len(keywords.numbers)} in the keyword index.",
            "The published index stays. Run `python -m index build` again.",
        )
    numbers = keywords.numbers.tolist()
    sample = random.Random(0).sample(numbers, min(SAMPLES, len(numbers)))  # noqa: S311  a sample, no secret
    stored = writer.catalog.chunks(sample)
    vectors = dict(writer.catalog.vectors([piece.vector_key for piece in stored.values()]))
    for number, piece in stored.items():
        found = dict(writer.vectors.query(vectors[piece.vector_key].vector, DEPTH))
        # Where more than DEPTH chunks have the very same words, the nearest stand at no distance at all.
        if number not in found and max(found.values(), default=0.0) < 0.999:
            raise BuildError(
                f"The new index does not find its own chunk {number}.",
                "The published index stays. Run `python -m index build` again.",
            )
