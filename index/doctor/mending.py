"""The doctor's second half: what can be made right from what is there is made right, under the build lock.

The rule is that nothing is ever lost by it: a generation is given up only where its own catalog is damaged,
and then another must be whole, or it stays as it is until a build has made a new one.
"""

import logging
from datetime import UTC, datetime

from index.building.cleanup import remove_generation
from index.building.restoring import restore_catalog, restore_keywords, restore_vectors
from index.building.restoring_vectors import restore_kept_vectors
from index.doctor.examining import (
    CATALOG,
    CHROMA,
    HISTORY,
    KEYWORD,
    VECTORS,
    OnProgress,
    examine,
    readable_info,
)
from index.doctor.findings import FATAL, OF_KEPT_VECTORS, Examination, Fault, Finding, Treatment
from index.errors import FootnoteError
from index.files import make_writable_folder
from index.generation import history
from index.generation.generation import find_generations, generation_folder, write_info
from index.generation.history import extend_history
from index.generation.lock import OWNER_FILE, build_lock
from index.generation.publication import FORMAT, Manifest, Publication, read_manifest, write_manifest
from index.settings import IndexSettings
from index.web.restoring import restore_sources

log = logging.getLogger(__name__)
OF_A_FILE = frozenset({Fault.FILE_CHANGED, Fault.FILE_DAMAGED})
IN_CHROMA = frozenset({Fault.VECTORS_WRONG, Fault.VECTORS_EXTRA, Fault.VECTORS_UNREADABLE})


def mend(settings: IndexSettings, by: str, on_progress: OnProgress) -> Treatment:
    """Examine, repair, and examine again. Raises BuildRunning where a build runs, StorageError where nothing
    can be written, ServerUnavailable where the server went away meanwhile."""
    make_writable_folder(settings.data_dir)
    stale = (settings.data_dir / OWNER_FILE).exists()
    with build_lock(settings.data_dir, by):
        before = now = examine(settings, on_progress, holds_lock=True)
        if _mend_kept(settings, before):
            now = examine(settings, on_progress, holds_lock=True)
        if now.findings:
            _repair(settings, now, by, on_progress)
            now = examine(settings, on_progress, holds_lock=True)
        left = now.findings
    found = (*before.findings, *([Finding(Fault.OWNER_STALE)] if stale else []))
    return Treatment(found, tuple(each for each in found if each not in left), left)


def _mend_kept(settings: IndexSettings, found: Examination) -> bool:
    """Make anew, from rows that are whole, what all else of a generation is made from: the catalog's file,
    and vectors, which are embedded again where they are damaged. Whether there was such."""
    mended = False
    for name in found.generations:
        faults = {f.fault for f in found.findings if f.generation == name}
        damaged = {f.detail for f in found.findings if f.generation == name and f.fault is Fault.FILE_DAMAGED}
        info = readable_info(settings.data_dir, name)
        of_vectors = faults & OF_KEPT_VECTORS or any(each.startswith(f"{VECTORS}/") for each in damaged)
        if info is None or faults & FATAL - OF_KEPT_VECTORS or not (of_vectors or CATALOG in damaged):
            continue
        try:
            if CATALOG in damaged:
                restore_catalog(settings, info)
            if of_vectors:
                restore_kept_vectors(settings, info)
        except FootnoteError as error:
            log.warning("Generation %s could not be mended: %s", name, error)
        else:
            mended = True
    return mended


def _repair(settings: IndexSettings, found: Examination, by: str, on_progress: OnProgress) -> None:
    if any(f.fault is Fault.SOURCES_DAMAGED for f in found.findings):
        restore_sources(settings.articles_dir, settings.data_dir)
    lost = {f.generation for f in found.findings if f.fault in FATAL or f.fault is Fault.MANIFEST_NAMES_LOST}
    away = any(f.fault is Fault.SERVER_AWAY for f in found.findings)
    for name in found.generations:
        faults = {f.fault for f in found.findings if f.generation == name}
        files = {f.detail for f in found.findings if f.generation == name and f.fault in OF_A_FILE}
        if name not in lost:
            _mend_generation(settings, name, faults, files, on_progress)
    _mend_manifest(settings, {name for name in lost if name}, by)
    manifest = read_manifest(settings.data_dir)
    kept = {p.generation for p in manifest.publications} if manifest else set()
    leftovers = {f.generation for f in found.findings if f.fault is Fault.LEFTOVER and f.generation}
    for name in sorted((leftovers | {n for n in lost if n}) - kept):
        if not away:
            remove_generation(settings, name)


def _mend_generation(
    settings: IndexSettings, name: str, faults: set[Fault], files: set[str], on_progress: OnProgress
) -> None:
    info = readable_info(settings.data_dir, name)
    assert info

    def on_count(done: int, total: int) -> None:
        on_progress(name, done, total)

    # The contents of what else is not as it was written were found to be right all the same.
    parts = {file.split("/")[0] for file in files}
    if Fault.HISTORY_DAMAGED in faults or HISTORY in parts:
        folder = generation_folder(settings.data_dir, name)
        (folder / history.FILE_NAME).unlink(missing_ok=True)
        extend_history(folder, None, datetime.now(UTC), [])
        parts.add(HISTORY)
    if Fault.KEYWORDS_WRONG in faults or KEYWORD in parts:
        info = restore_keywords(settings, info)
    if faults & IN_CHROMA or CHROMA in parts:
        info = restore_vectors(settings, info, on_count)
    if parts - {KEYWORD, CHROMA}:
        write_info(settings.data_dir, info, mended=parts)


def _mend_manifest(settings: IndexSettings, lost: set[str], by: str) -> None:
    """Name only whole generations, where none of them is named those that are there, the newest answering.
    Written anew in any case, so that search workers open what was mended."""
    manifest = read_manifest(settings.data_dir)
    named = list(manifest.publications) if manifest else []
    kept = [p for p in named if p.generation not in lost]
    if not kept:
        whole = [info for info in find_generations(settings.data_dir) if info.id not in lost]
        kept = [Publication(info.id, datetime.now(UTC), by) for info in whole[-settings.keep_generations :]]
    if kept or named:
        write_manifest(settings.data_dir, Manifest(FORMAT, tuple(kept or named)))
