"""The doctor's first half: every part of the index looked at, what others depend on first."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from index.doctor.catalog_check import check_catalog
from index.doctor.findings import FATAL, Examination, Fault, Finding
from index.doctor.store_check import check_keywords, check_vectors
from index.generation.generation import (
    FORMAT,
    INFO_FILE,
    GenerationInfo,
    chroma_url,
    generation_folder,
    generation_names,
)
from index.generation.lock import OWNER_FILE, is_building
from index.generation.publication import manifest_is_readable, manifest_path, read_manifest
from index.settings import IndexSettings

SOURCES_FILE = "sources.sqlite3"
OnProgress = Callable[[str, int, int], None]  # which generation, chunks done, of how many
_INFO = TypeAdapter(GenerationInfo)


def examine(settings: IndexSettings, on_progress: OnProgress, *, holds_lock: bool = False) -> Examination:
    """Look at everything below DATA_DIR, and on the Chroma server what belongs to it. Changes nothing.

    holds_lock: that nobody builds is known, since the caller would be that one.
    """
    findings = list(_manifest_faults(settings.data_dir))
    manifest = read_manifest(settings.data_dir)
    names = [p.generation for p in manifest.publications] if manifest else generation_names(settings.data_dir)
    # Without a manifest, whatever was finished is what a new one would name.
    kept = [name for name in names if manifest or readable_info(settings.data_dir, name)]
    chunks = 0
    whole = False
    for name in dict.fromkeys(kept):
        info = readable_info(settings.data_dir, name)
        if info is None:
            findings.append(Finding(Fault.MANIFEST_NAMES_LOST, name))
            continue
        found = list(_generation_faults(settings, info, on_progress))
        whole = whole or not any(each.fault in FATAL for each in found)
        findings += found
        chunks += info.chunks
    if kept and not whole:
        findings.append(Finding(Fault.NOTHING_WHOLE))
    findings += _surroundings(settings, set(kept), holds_lock=holds_lock)
    return Examination(tuple(kept), chunks, tuple(findings))


def readable_info(data_dir: Path, name: str) -> GenerationInfo | None:
    """What `generation.json` says, whatever became of the other files."""
    try:
        info = _INFO.validate_json((generation_folder(data_dir, name) / INFO_FILE).read_bytes())
    except (OSError, ValidationError):
        return None
    return info if info.format == FORMAT and info.id == name else None


def _manifest_faults(data_dir: Path) -> Iterator[Finding]:
    if manifest_path(data_dir).exists():
        if not manifest_is_readable(data_dir):
            yield Finding(Fault.MANIFEST_DAMAGED)
    elif any(readable_info(data_dir, name) for name in generation_names(data_dir)):
        yield Finding(Fault.MANIFEST_MISSING)


def _generation_faults(
    settings: IndexSettings, info: GenerationInfo, on_progress: OnProgress
) -> Iterator[Finding]:
    folder = generation_folder(settings.data_dir, info.id)
    for name, size in info.files.items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != size:
            yield Finding(Fault.FILE_CHANGED, info.id, name)

    def on_count(done: int, total: int) -> None:
        on_progress(info.id, done, total)

    catalog_faults = list(check_catalog(folder, info, on_count))
    yield from catalog_faults
    if any(each.fault in FATAL for each in catalog_faults):
        return  # nothing to compare the rest with
    yield from check_keywords(folder, info)
    if info.chroma_url != chroma_url(settings):
        yield Finding(Fault.SERVER_ELSEWHERE, info.id, info.chroma_url or str(folder))
    else:
        yield from check_vectors(settings, folder, info, on_count)


def _surroundings(settings: IndexSettings, kept: set[str], *, holds_lock: bool) -> Iterator[Finding]:
    """What is there beside the generations that answer or can be gone back to."""
    data_dir = settings.data_dir
    if holds_lock or not is_building(data_dir):
        for name in generation_names(data_dir):
            if name not in kept:
                yield Finding(Fault.LEFTOVER, name)
        if (data_dir / OWNER_FILE).exists() and not holds_lock:
            yield Finding(Fault.OWNER_STALE)
    sources = data_dir / SOURCES_FILE
    if sources.exists():
        try:
            db = sqlite3.connect(f"{sources.resolve().as_uri()}?mode=ro", uri=True)
            try:
                answer = str(db.execute("PRAGMA integrity_check(1)").fetchone()[0])
            finally:
                db.close()
        except sqlite3.Error as error:
            answer = str(error)
        if answer != "ok":
            yield Finding(Fault.SOURCES_DAMAGED, detail=answer)
