"""Beside a build: the parts of a generation that can be made again from its catalog, without embedding.

Used where a server was emptied or an index moved (index/moving/), and by the doctor.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from index.embedding.embedder import Embedded
from index.errors import BuildError
from index.generation import keyword
from index.generation.catalog import FILE_NAME, Catalog
from index.generation.catalog_rows import StoredChunk
from index.generation.generation import GenerationInfo, generation_folder, write_info
from index.generation.keyword import counted, write_keyword_index
from index.generation.row_checksums import damaged
from index.passage import day_number
from index.settings import IndexSettings
from index.vector_store import chroma_client
from index.vector_store.records import VectorRecord
from index.vector_store.store import VectorStore

SLAB = 1000
OnCount = Callable[[int, int], None]


def chunks_with_vectors(
    catalog: Catalog, numbers: Sequence[int], on_count: OnCount
) -> Iterator[list[tuple[StoredChunk, Embedded | None]]]:
    """These chunks, some at a time, each with its vectors as far as the catalog has them."""
    for at in range(0, len(numbers), SLAB):
        stored = catalog.chunks(numbers[at : at + SLAB])
        vectors = catalog.whole_vectors([chunk.vector_key for chunk in stored.values()])
        yield [(chunk, vectors.get(chunk.vector_key)) for chunk in stored.values()]
        on_count(min(at + SLAB, len(numbers)), len(numbers))


def write_vectors(catalog: Catalog, store: VectorStore, numbers: Sequence[int], on_count: OnCount) -> None:
    """Put the catalog's vectors of these chunks into Chroma. Raises BuildError where one is not there."""
    for slab in chunks_with_vectors(catalog, numbers, on_count):
        infos = catalog.infos(sorted({chunk.article for chunk, _ in slab}))
        records = []
        for chunk, vectors in slab:
            if vectors is None:
                raise BuildError(
                    f"The catalog lacks the vector of chunk {chunk.number}.",
                    "Run `python -m index build`, which embeds it again.",
                )
            article = infos[chunk.article].info
            day = day_number(article.published)
            records.append(VectorRecord(chunk.number, vectors.vector, article.id, article.publisher, day))
        store.add(records)


def restore_vectors(settings: IndexSettings, info: GenerationInfo, on_count: OnCount) -> GenerationInfo:
    """Make Chroma hold what a generation's catalog says: an embedded folder is written anew and takes the
    place of the old one, on a server what is missing or different is written. What is known of it afterwards.
    For who holds the lock."""
    folder = generation_folder(settings.data_dir, info.id)
    with Catalog.open(folder) as catalog:
        numbers = catalog.chunk_numbers().tolist()
        if settings.chroma_url is None:
            scratch = empty_folder(folder / ".restored")
            with closing(VectorStore.create(settings, info.collection, scratch)) as store:
                write_vectors(catalog, store, numbers, on_count)
            replace_folder(scratch / chroma_client.FOLDER_NAME, folder / chroma_client.FOLDER_NAME)
            shutil.rmtree(scratch)
            return write_info(settings.data_dir, info, mended=[chroma_client.FOLDER_NAME])
        with closing(_server_collection(settings, info, folder)) as store:
            wrong = wrong_vectors(catalog, store, numbers, lambda done, total: None)
            store.remove(wrong)
            write_vectors(catalog, store, wrong, on_count)
        return info


def wrong_vectors(
    catalog: Catalog, store: VectorStore, numbers: Sequence[int], on_count: OnCount
) -> list[int]:
    """The chunks whose vector in Chroma is missing or not the catalog's."""
    wrong = []
    for slab in chunks_with_vectors(catalog, numbers, on_count):
        there = store.vectors([chunk.number for chunk, _ in slab])
        for chunk, vectors in slab:
            found = there.get(chunk.number)
            # Chroma normalises nothing, and gives back the very floats, but for the last bit on a server.
            if vectors is None or found is None or abs(found - vectors.vector).max() > 1e-5:
                wrong.append(chunk.number)
    return wrong


def restore_catalog(settings: IndexSettings, info: GenerationInfo) -> None:
    """Write a generation's catalog anew from its tables, which are whole, where another part of its file is
    not. Raises IndexDamaged where they are not either. For who holds the lock."""
    folder = generation_folder(settings.data_dir, info.id)
    scratch = empty_folder(folder / ".restored")
    path = folder / FILE_NAME
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            db.execute("VACUUM INTO ?", (str(scratch / FILE_NAME),))
    except sqlite3.Error as error:
        raise damaged(path, error) from error
    (scratch / FILE_NAME).replace(path)
    shutil.rmtree(scratch)
    write_info(settings.data_dir, info, mended=[FILE_NAME])


def restore_keywords(settings: IndexSettings, info: GenerationInfo) -> GenerationInfo:
    """Write a generation's keyword index anew; what is known of it afterwards. For who holds the lock."""
    folder = generation_folder(settings.data_dir, info.id)
    scratch = empty_folder(folder / ".restored")
    with Catalog.open(folder) as catalog:
        write_keyword_index(scratch, counted(catalog.all_chunk_texts()))
    replace_folder(scratch / keyword.FOLDER_NAME, folder / keyword.FOLDER_NAME)
    shutil.rmtree(scratch)
    return write_info(settings.data_dir, info, mended=[keyword.FOLDER_NAME])


def _server_collection(settings: IndexSettings, info: GenerationInfo, folder: Path) -> VectorStore:
    """The collection, made again where the server lost it."""
    if info.collection in chroma_client.collection_names(settings):
        return VectorStore.open(settings, info.collection, folder, writing=True)
    return VectorStore.create(settings, info.collection, folder)


def empty_folder(folder: Path) -> Path:
    """The folder with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def replace_folder(new: Path, old: Path) -> None:
    """Put a folder into the place of another, which may be gone. Whoever has its files open keeps them."""
    shutil.rmtree(old, ignore_errors=True)
    new.rename(old)
