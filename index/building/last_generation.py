"""Used by a build: what it starts from. What is published, and vectors that need not be made again."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from index.errors import FootnoteError, IndexDamaged, IndexUnavailable, ServerUnavailable, SettingsError
from index.generation.catalog import Catalog
from index.generation.generation import Generation, find_generations, generation_folder, unfinished_folders
from index.generation.overview import published_catalog
from index.generation.publication import published, read_manifest
from index.generation.vector_files import VectorFiles
from index.settings import IndexSettings

log = logging.getLogger(__name__)


def other_vectors(settings: IndexSettings, last: Generation | None) -> Iterator[VectorFiles]:
    """Where vectors may be found that need not be made again: of interrupted builds, and without a last
    generation of all that are there, the newest first, of which a disk may have damaged some."""
    finished = [] if last else [info.id for info in reversed(find_generations(settings.data_dir))]
    for folder in (
        *(generation_folder(settings.data_dir, name) for name in finished),
        *unfinished_folders(settings.data_dir),
    ):
        yield VectorFiles.open_leftover(folder)


@contextmanager
def last_catalog(settings: IndexSettings) -> Iterator[Catalog | None]:
    """The published generation's catalog, which is all that comparing needs; None where there is none."""
    with ExitStack() as stack:
        try:
            _, _, catalog = stack.enter_context(published_catalog(settings))
        except IndexUnavailable:
            yield None
            return
        yield catalog


def is_what_answers(settings: IndexSettings, last: Generation | None) -> bool:
    """Whether this generation is the published one, and not one before it that stands in for it."""
    manifest = read_manifest(settings.data_dir)
    return last is not None and manifest is not None and manifest.current.generation == last.info.id


@contextmanager
def last_generation(settings: IndexSettings, damaged: set[str]) -> Iterator[Generation | None]:
    """The newest published generation that is not damaged, open; None where none can be opened. Those that
    turn out to be are added to the damaged ones."""
    generation = None
    while generation is None:
        try:
            _, info = published(settings.data_dir, without=frozenset(damaged))
        except IndexUnavailable as error:
            log.info("Building from nothing: %s", error.message)
            break
        try:
            generation = Generation.open(settings, info)
        except IndexDamaged as error:
            log.error("%s", error.message)
            damaged.add(info.id)
        except (ServerUnavailable, SettingsError):
            raise  # what is published may be whole, and nothing can be written now
        except FootnoteError as error:
            log.info("Building from nothing: %s", error.message)
            break
    try:
        yield generation
    finally:
        if generation:
            generation.close()
