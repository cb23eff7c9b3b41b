"""Which generation answers: a small manifest that is replaced in one step, and the history for rollback."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from index.errors import BuildError, IndexDamaged, IndexUnavailable, StorageError
from index.files import make_writable_folder, size_of, storage_errors, write_atomically
from index.generation.generation import (
    GenerationInfo,
    changed_since_written,
    find_generations,
    generation_folder,
    read_info,
)
from index.generation.lock import build_lock
from index.settings import IndexSettings

log = logging.getLogger(__name__)
MANIFEST_FILE = "manifest.json"
FORMAT = 1
# What is kept for rollback may take as much room again as what answers. The one before is kept in any case.
MOST_TIMES_THE_NEWEST = 2.0
ALWAYS_KEPT_BYTES = 10_000_000  # too little to give up a way back for


@dataclass(frozen=True, slots=True)
class Publication:
    """One time that a generation was made the one that answers."""

    generation: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The publications that can be gone back to, oldest first; the last one answers."""

    format: int
    publications: tuple[Publication, ...]

    @property
    def current(self) -> Publication:
        return self.publications[-1]


_MANIFEST = TypeAdapter(Manifest)


def manifest_path(data_dir: Path) -> Path:
    """The file that says which generation answers."""
    return data_dir / MANIFEST_FILE


def read_manifest(data_dir: Path) -> Manifest | None:
    """The manifest, None where nothing has been published.

    A manifest that is damaged (cut short by a failing disk, edited by hand) is made anew from the
    generations that are there, the newest one answering: each of them was whole when it was published.
    Raises StorageError where the system does not let it be read.
    """
    path = manifest_path(data_dir)
    try:
        manifest = _MANIFEST.validate_json(path.read_bytes())
        if manifest.format == FORMAT and manifest.publications:
            return manifest
        reason = f"format {manifest.format}"
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StorageError(
            f"{path} cannot be read: {error.strerror}.", "Check DATA_DIR and who may read there."
        ) from error
    except ValidationError as error:
        reason = f"{error.error_count()} faults in it"
    whole = find_generations(data_dir)
    log.error(
        "The manifest %s cannot be read (%s); going by the %d generations there.", path, reason, len(whole)
    )
    if not whole:
        return None
    return Manifest(FORMAT, tuple(Publication(info.id, info.built_at, info.by) for info in whole))


def manifest_is_readable(data_dir: Path) -> bool:
    """Whether the manifest is there, whole and of this version's format."""
    try:
        manifest = _MANIFEST.validate_json(manifest_path(data_dir).read_bytes())
    except (OSError, ValidationError):
        return False
    return manifest.format == FORMAT and bool(manifest.publications)


def publish(
    settings: IndexSettings, generation: str, by: str, *, without: frozenset[str] = frozenset()
) -> None:
    """Make a generation the one that answers, keeping the last few for rollback, as far as room allows.
    without: what is damaged, and cannot be gone back to."""
    before = read_manifest(settings.data_dir)
    leaving = without | {generation}
    kept = [p for p in before.publications if p.generation not in leaving] if before else []
    new = Publication(generation, datetime.now(UTC), by)
    publications = (*kept, new)[-settings.keep_generations :]
    while len(publications) > 2 and _takes_too_much(settings.data_dir, publications):
        publications = publications[1:]
    write_manifest(settings.data_dir, Manifest(FORMAT, publications))


def rollback(settings: IndexSettings, by: str) -> str:
    """Publish the previous generation again and return its name. Raises BuildError if there is none."""
    make_writable_folder(settings.data_dir)
    with build_lock(settings.data_dir, by):
        manifest = read_manifest(settings.data_dir)
        if manifest is None:
            raise IndexUnavailable("Nothing is indexed yet.", "Run `python -m index build`.")
        earlier = list(manifest.publications[:-1])
        while earlier and not _is_whole(settings.data_dir, earlier[-1].generation):
            del earlier[-1]
        if not earlier:
            raise BuildError("There is no earlier index to go back to.", "The one that is published stays.")
        target = Publication(earlier[-1].generation, datetime.now(UTC), by)
        # What is gone back from stays on disk until a later build, but is not gone back to.
        write_manifest(settings.data_dir, Manifest(FORMAT, (*earlier[:-1], target)))
        return target.generation


def published(data_dir: Path, *, without: frozenset[str] = frozenset()) -> tuple[Publication, GenerationInfo]:
    """The publication that answers, and what is known of its generation.

    Where its files are missing, cut, or it is among those to do without, the newest one before it that is
    whole. Raises IndexUnavailable where there is none.
    """
    manifest = read_manifest(data_dir)
    for publication in reversed(manifest.publications if manifest else ()):
        if publication.generation in without:
            continue
        info = read_info(data_dir, publication.generation)
        if info is not None:
            return publication, info
        log.error("Generation %s is damaged or gone; looking for the one before it.", publication.generation)
    if without:
        names = ", ".join(sorted(without))
        raise IndexDamaged(f"The index is damaged (generations: {names}).", "Run `python -m index build`.")
    raise IndexUnavailable("Nothing is indexed yet.", "Run `python -m index build`.")


def damaged_generations(data_dir: Path) -> frozenset[str]:
    """Of the published generations, the newest first, those before the first that is whole, byte for byte."""
    damaged: set[str] = set()
    manifest = read_manifest(data_dir)
    for publication in reversed(manifest.publications if manifest else ()):
        if _is_whole(data_dir, publication.generation):
            break
        damaged.add(publication.generation)
    return frozenset(damaged)


def keep_manifest_readable(data_dir: Path) -> None:
    """Write the manifest anew where it can only be told from the generations that are there. For who holds
    the build lock."""
    manifest = read_manifest(data_dir)
    if manifest and not manifest_is_readable(data_dir):
        write_manifest(data_dir, manifest)


def _is_whole(data_dir: Path, generation: str) -> bool:
    info = read_info(data_dir, generation)
    changed = changed_since_written(data_dir, info) if info else []
    if changed:
        log.error("Generation %s is damaged: %s.", generation, ", ".join(changed))
    return info is not None and not changed


def _takes_too_much(data_dir: Path, publications: Sequence[Publication]) -> bool:
    """Whether their generations take more room than they may; what they share counts once."""
    folders = [generation_folder(data_dir, publication.generation) for publication in publications]
    return size_of(*folders) > max(MOST_TIMES_THE_NEWEST * size_of(folders[-1]), ALWAYS_KEPT_BYTES)


def write_manifest(data_dir: Path, manifest: Manifest) -> None:
    """Replace the manifest. For who holds the build lock; a search worker starts anew, whatever it says."""
    with storage_errors(data_dir):
        write_atomically(manifest_path(data_dir), _MANIFEST.dump_json(manifest, indent=1))
