"""A moved index published here: what `python -m index import` does.

Everything is unpacked beside, checked as the doctor checks, and only then becomes a generation, whose vectors
are written from its catalog into the folder or onto the server that the settings name, and which is published
when it has answered a search. What answered before can be gone back to.
"""

import logging
import secrets
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from index.building.cleanup import clear_litter, remove_generation
from index.building.restoring import write_vectors
from index.doctor.catalog_check import check_catalog
from index.doctor.store_check import check_keywords
from index.embedding.embedder import fingerprint_of
from index.errors import ArchiveError, FootnoteError, IndexDamaged, ModelMismatch
from index.files import (
    is_disk_full,
    make_shared_folder,
    make_writable_folder,
    size_of,
    storage_errors,
)
from index.generation.catalog import Catalog
from index.generation.generation import FORMAT as GENERATION_FORMAT
from index.generation.generation import (
    GENERATIONS_FOLDER,
    GenerationInfo,
    chroma_url,
    generation_folder,
    new_collection,
    write_info,
)
from index.generation.lock import build_lock
from index.generation.publication import publish
from index.settings import IndexSettings
from index.transfer.archive import ARTICLES, Head, read_head, unpack
from index.transfer.trying import try_search
from index.vector_store.store import VectorStore

log = logging.getLogger(__name__)

SCRATCH = ".importing"
OnStage = Callable[[str, int, int], None]  # "unpack", "check" or "write"; done, of how many


@dataclass(frozen=True, slots=True)
class Imported:
    """What is published now; `missing_sources` counts the articles whose files ARTICLES_DIR does not have,
    `kept_files` the article files that were there already and stayed as they are."""

    generation: str
    articles: int
    chunks: int
    article_files: int
    kept_files: int
    missing_sources: int


def import_index(
    settings: IndexSettings, file: Path, by: str, on_stage: OnStage, *, with_articles: bool = False
) -> Imported:
    """Publish the index in a file. Raises ArchiveError where the file is not whole or not one of ours,
    ModelMismatch where its model is another, and what a build raises of lock, disk and server. What was
    published stays in each case."""
    make_writable_folder(settings.data_dir)
    with _opened(file) as archive:
        head = read_head(archive)
        _check_model(head.generation, fingerprint_of(settings))
        with build_lock(settings.data_dir, by), _scratch(settings.data_dir) as scratch:
            parts, articles = scratch / "parts", scratch / "articles"
            parts.mkdir()
            articles.mkdir()
            unpack(archive, head.parts, "", parts, lambda done, total: on_stage("unpack", done, total))
            if with_articles:
                unpack(archive, head.articles, ARTICLES, articles, lambda done, total: None)
            with _surprises():
                _check(parts, head, on_stage)
                info = _make_generation(settings, parts, head, by, on_stage)
            publish(settings, info.id, by)
            added, kept = _place_articles(articles, settings.articles_dir, head) if with_articles else (0, 0)
            clear_litter(settings)
    missing = _missing_sources(settings, info)
    return Imported(info.id, info.articles, info.chunks, added, kept, missing)


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no ZIP archive"
        raise ArchiveError(f"{file} cannot be opened: {reason}.", "Export it again.") from error
    with archive:
        try:
            yield archive
        except ArchiveError as error:
            raise ArchiveError(f"{file} is not imported. {error.message}", "Export it again.") from error


@contextmanager
def _surprises() -> Iterator[None]:
    """Whatever a library raises of what is in the file: nobody can know all that somebody may put there."""
    try:
        yield
    except IndexDamaged as error:
        log.warning("The index in the file cannot be used: %s", error.message)
        raise ArchiveError("The index in it is damaged: it does not answer a search.") from error
    except FootnoteError:
        raise
    except Exception as error:
        if is_disk_full(error):
            raise
        log.warning("The index in the file cannot be used: %s: %s", type(error).__name__, error)
        raise ArchiveError(f"The index in it is damaged ({type(error).__name__}).") from error


@contextmanager
def _scratch(data_dir: Path) -> Iterator[Path]:
    """A folder that nothing is taken from but by us: always the same, so that a kill leaves one at most."""
    folder = data_dir / SCRATCH
    with storage_errors(data_dir):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check_model(info: GenerationInfo, fingerprint: str) -> None:
    if info.format != GENERATION_FORMAT:
        raise ArchiveError(f"Its index is of format {info.format}, this version's of {GENERATION_FORMAT}.")
    if info.fingerprint != fingerprint:
        raise ModelMismatch(
            f"The index in the file was built with the embedding model {info.fingerprint},"
            f" and the settings name {fingerprint}.",
            "Set EMBEDDING_MODEL to that model, or build from the articles instead.",
        )


def _check(folder: Path, head: Head, on_stage: OnStage) -> None:
    """Look at it as the doctor does: hashes prove that it is what was sent, not that it is right."""
    info = head.generation
    checks = (
        check_catalog(folder, info, lambda done, total: on_stage("check", done, total)),
        check_keywords(folder, info),
    )
    # No further than the first fault: what is no table of ours must not be read.
    if found := next(chain.from_iterable(checks), None):
        raise ArchiveError(f"The index in it is damaged: {found.fault} {found.detail}".rstrip() + ".")


def _make_generation(
    settings: IndexSettings, parts: Path, head: Head, by: str, on_stage: OnStage
) -> GenerationInfo:
    now = datetime.now(UTC)
    name = f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
    folder = generation_folder(settings.data_dir, name)
    collection = new_collection(settings, name)
    try:
        with storage_errors(settings.data_dir):
            (settings.data_dir / GENERATIONS_FOLDER).mkdir(exist_ok=True)
            parts.rename(folder)
        with (
            Catalog.open(folder) as catalog,
            closing(VectorStore.create(settings, collection, folder)) as store,
        ):
            numbers = catalog.chunk_numbers().tolist()
            write_vectors(catalog, store, numbers, lambda done, total: on_stage("write", done, total))
            if store.count() != len(numbers):
                raise ArchiveError("Its vectors could not be written completely.")
        info = replace(
            head.generation,
            id=name,
            built_at=now,
            by=by,
            chroma_url=chroma_url(settings),
            churn=0,
            collection=collection,
            size_bytes=size_of(folder),
            report=replace(head.generation.report, generation=name),
        )
        try_search(settings, info)
        write_info(settings.data_dir, info)
    except BaseException:
        remove_generation(settings, name)
        raise
    return info


def _place_articles(unpacked: Path, articles_dir: Path, head: Head) -> tuple[int, int]:
    """Put the article files that are not there yet into the folder; how many, and how many were there."""
    added = kept = 0
    with storage_errors(articles_dir):
        make_shared_folder(articles_dir)
        root = articles_dir.resolve()
        for name in head.articles:
            target = articles_dir.joinpath(*name.split("/"))
            # A link within the folder may lead out of it.
            if target.exists() or target.is_symlink() or not target.resolve().is_relative_to(root):
                kept += 1
                continue
            make_shared_folder(target.parent)
            shutil.move(unpacked.joinpath(*name.split("/")), target)
            target.chmod(0o644)
            added += 1
    return added, kept


def _missing_sources(settings: IndexSettings, info: GenerationInfo) -> int:
    """How many articles the next build would remove, since their files are not in the articles folder."""
    with Catalog.open(generation_folder(settings.data_dir, info.id)) as catalog:
        sources = catalog.sources()
    root = settings.articles_dir
    if root.is_file():
        return 0
    return sum(count for source, count in sources.items() if not (root / source).is_file())
