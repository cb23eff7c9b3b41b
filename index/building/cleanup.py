"""After a build: generations that nobody can go back to are removed, and what interrupted builds left.

On a server generations share collections. A collection goes with the last generation that needs it; of one
that is still needed, the chunks go that none of those generations has.
"""

import json
import logging
import shutil
from contextlib import closing, suppress
from pathlib import Path

from index.errors import FootnoteError, IndexDamaged, VectorsLost
from index.generation.catalog import Catalog
from index.generation.generation import (
    INFO_FILE,
    chroma_url,
    generation_folder,
    generation_names,
    new_collection,
)
from index.generation.publication import read_manifest
from index.settings import IndexSettings
from index.vector_store.chroma_client import drop_collection
from index.vector_store.store import VectorStore

log = logging.getLogger(__name__)


def clear_litter(settings: IndexSettings) -> None:
    """Remove every generation that the manifest does not name. Where a server is away, what is there stays
    until the next time."""
    manifest = read_manifest(settings.data_dir)
    kept = {p.generation for p in manifest.publications} if manifest else set()
    for name in generation_names(settings.data_dir):
        if name not in kept:
            remove_generation(settings, name, only_with_server=True)


def remove_generation(settings: IndexSettings, generation: str, *, only_with_server: bool = False) -> None:
    """Remove a generation, whole or not, and on a server what only it has there.

    only_with_server: leave the folder, which says what is there, where the server does not answer.
    """
    folder = generation_folder(settings.data_dir, generation)
    if settings.chroma_url is not None:
        try:
            _remove_from_server(settings, generation)
        except FootnoteError as error:
            log.warning("What generation %s has on the server stays for now: %s", generation, error.message)
            if only_with_server:
                return
    shutil.rmtree(folder, ignore_errors=True)


def _remove_from_server(settings: IndexSettings, generation: str) -> None:
    folder = generation_folder(settings.data_dir, generation)
    others: dict[str, list[Path]] = {}  # the folders of the other generations there, by collection
    for name in generation_names(settings.data_dir):
        other = generation_folder(settings.data_dir, name)
        collection = _collection_of(other, settings)
        if name != generation and collection:
            others.setdefault(collection, []).append(other)
    # An unfinished one does not say yet; if it began a collection, then under its own name.
    own = _collection_of(folder, settings) or new_collection(settings, generation)
    if own not in others:
        drop_collection(settings, own)
    numbers = _numbers(folder)
    for collection, folders in others.items():
        unused = sorted(numbers.difference(*map(_numbers, folders)))
        if not unused:
            continue
        with (
            suppress(VectorsLost),  # where the collection is gone, so are they
            closing(VectorStore.open(settings, collection, folder, writing=True)) as vectors,
        ):
            vectors.remove(unused)


def _collection_of(folder: Path, settings: IndexSettings) -> str | None:
    """The collection of a finished generation on the server of the settings, also where its other files are
    damaged: they may be mended (index/doctor/)."""
    try:
        info = json.loads((folder / INFO_FILE).read_bytes())
        name = info["collection"] if info["chroma_url"] == chroma_url(settings) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return name if isinstance(name, str) else None


def _numbers(folder: Path) -> set[int]:
    """The numbers of a generation's chunks, as far as its catalog can be read."""
    is_finished = (folder / INFO_FILE).exists()
    try:
        with Catalog.open(folder) if is_finished else Catalog.open_leftover(folder) as catalog:
            return set(catalog.chunk_numbers().tolist())
    except IndexDamaged:
        return set()
