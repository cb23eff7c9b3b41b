"""Beside a build: the vectors of a generation that a disk damaged, embedded again from its catalog."""

import shutil
from collections.abc import Iterator, Sequence

from index.building.restoring import SLAB, empty_folder, replace_folder
from index.building.writing import embedding_input
from index.embedding.embedder import EmbeddingInput, create_embedder, fingerprint_of
from index.generation.catalog import Catalog
from index.generation.catalog_rows import StoredChunk
from index.generation.generation import GenerationInfo, check_model, generation_folder, write_info
from index.generation.vector_files import FOLDER_NAME, VectorFilesWriter
from index.settings import IndexSettings


def restore_kept_vectors(settings: IndexSettings, info: GenerationInfo) -> None:
    """Write a generation's vectors into a file of their own: those that are whole, the others embedded again.

    Raises ModelMismatch where the settings name another model, and what its server raises. For who holds the
    lock.
    """
    check_model(info, fingerprint_of(settings))
    folder = generation_folder(settings.data_dir, info.id)
    scratch = empty_folder(folder / ".restored")
    embedder = None
    with Catalog.open_damaged(folder) as catalog:
        writer = VectorFilesWriter(scratch, None)
        numbers = catalog.chunk_numbers().tolist()
        for at in range(0, len(numbers), SLAB):
            chunks = list(catalog.chunks(numbers[at : at + SLAB]).values())
            whole = catalog.whole_vectors([chunk.vector_key for chunk in chunks])
            for key, vectors in whole.items():
                writer.add(key, vectors)
            lost = [chunk for chunk in chunks if chunk.vector_key not in whole]
            if not lost:
                continue
            embedder = embedder or create_embedder(settings)
            for batch in embedder.embed(list(_inputs(catalog, lost))):
                for index, embedded in batch:
                    writer.add(lost[index].vector_key, embedded)
        writer.commit()
        writer.close()
    replace_folder(scratch / FOLDER_NAME, folder / FOLDER_NAME)
    shutil.rmtree(scratch)
    write_info(settings.data_dir, info, mended=[FOLDER_NAME])


def _inputs(catalog: Catalog, chunks: Sequence[StoredChunk]) -> Iterator[EmbeddingInput]:
    """What was embedded for each of these chunks."""
    infos = catalog.infos(sorted({chunk.article for chunk in chunks}))
    stored = catalog.articles([one.info.id for one in infos.values()])
    articles = {article.info.id: article for article in stored}
    for chunk in chunks:
        article = articles[infos[chunk.article].info.id]
        yield embedding_input(article, chunk, article.quotable)
