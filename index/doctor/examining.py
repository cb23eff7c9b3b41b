"""The doctor's first half: every part of the index looked at, what others depend on first."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from index.doctor.catalog_check import check_catalog
from index.doctor.findings import FATAL, Examination, Fault, Finding
from index.doctor.store_check import check_keywords, check_vectors
from index.generation import catalog, history, keyword, vector_files
from index.generation.file_checksums import CHROMA_DATABASE
from index.generation.generation import (
    FORMAT,
    GenerationInfo,
    changed_since_written,
    chroma_url,
    generation_folder,
    generation_names,
    stated_info,
)
from index.generation.lock import OWNER_FILE, is_building
from index.generation.publication import manifest_is_readable, manifest_path, read_manifest
from index.settings import IndexSettings
from index.vector_store import chroma_client

SOURCES_FILE = "sources.sqlite3"
CATALOG, HISTORY, KEYWORD, VECTORS, CHROMA = (
    catalog.FILE_NAME,
    history.FILE_NAME,
    keyword.FOLDER_NAME,
    vector_files.FOLDER_NAME,
    chroma_client.FOLDER_NAME,
)
# Where the damage may be that each of these shows.
PARTS = {
    Fault.CATALOG_DAMAGED: (CATALOG,),
    Fault.ARTICLES_DAMAGED: (CATALOG,),
    Fault.CHUNKS_DAMAGED: (CATALOG,),
    Fault.OFFSETS_WRONG: (CATALOG,),
    Fault.COUNTS_DIFFER: (CATALOG,),
    Fault.KEPT_VECTORS_MISSING: (VECTORS,),
    Fault.VECTOR_FILE_DAMAGED: (VECTORS,),
    Fault.HISTORY_DAMAGED: (HISTORY,),
    Fault.KEYWORDS_WRONG: (KEYWORD,),
    Fault.VECTORS_UNREADABLE: (CHROMA,),
    Fault.VECTORS_WRONG: (CHROMA,),
    Fault.VECTORS_EXTRA: (CHROMA,),
}
OnProgress = Callable[[str, int, int], None]  # which generation, chunks done, of how many


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
            findings.append(_lost(settings.data_dir, name))
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
        info = stated_info(generation_folder(data_dir, name))
    except (OSError, ValueError):
        return None
    return info if info.format == FORMAT and info.id == name else None


def _manifest_faults(data_dir: Path) -> Iterator[Finding]:
    if manifest_path(data_dir).exists():
        if not manifest_is_readable(data_dir):
            yield Finding(Fault.MANIFEST_DAMAGED)
    elif any(readable_info(data_dir, name) for name in generation_names(data_dir)):
        yield Finding(Fault.MANIFEST_MISSING)


def _has_size(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def _generation_faults(
    settings: IndexSettings, info: GenerationInfo, on_progress: OnProgress
) -> Iterator[Finding]:
    folder = generation_folder(settings.data_dir, info.id)
    sized = [name for name, size in info.files.items() if not _has_size(folder / name, size)]
    yield from (Finding(Fault.FILE_CHANGED, info.id, name) for name in sized)

    def on_count(done: int, total: int) -> None:
        on_progress(info.id, done, total)

    damaged = [name for name in changed_since_written(settings.data_dir, info) if name not in sized]
    found = list(check_catalog(folder, info, on_count))
    if not any(each.fault in FATAL for each in found):  # else there is nothing to compare the rest with
        found += check_keywords(folder, info)
        if info.chroma_url != chroma_url(settings):
            found.append(Finding(Fault.SERVER_ELSEWHERE, info.id, info.chroma_url or str(folder)))
        elif unread := [n for n in damaged if n.startswith(f"{CHROMA}/") and n != CHROMA_DATABASE]:
            # Native code reads these as they are, and may end this process.
            found.append(Finding(Fault.VECTORS_UNREADABLE, info.id, f"not as written: {', '.join(unread)}"))
        else:
            found += check_vectors(settings, folder, info, on_count)
    yield from _with_files(found, damaged, info.id)


def _with_files(found: list[Finding], damaged: list[str], generation: str) -> Iterator[Finding]:
    """The findings, each with the damaged files that it may come from; and the files that none comes from."""
    explained: set[str] = set()
    for each in found:
        causes = [name for name in damaged if name.split("/")[0] in PARTS.get(each.fault, ())]
        explained.update(causes)
        detail = "; ".join(filter(None, [each.detail, *(name for name in causes if name not in each.detail)]))
        yield replace(each, detail=detail)
    for name in damaged:
        if name not in explained:
            yield Finding(Fault.FILE_DAMAGED, generation, name)


def _lost(data_dir: Path, name: str) -> Finding:
    """What to say of a generation that the manifest names and of which nothing is known."""
    try:
        stated_info(generation_folder(data_dir, name))
    except FileNotFoundError:
        return Finding(Fault.MANIFEST_NAMES_LOST, name)
    except (OSError, ValueError) as error:
        return Finding(Fault.INFO_DAMAGED, name, str(error))
    return Finding(Fault.INFO_DAMAGED, name, "it is of another version, or another generation's")


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
    if sources.exists() and (answer := _fault_of_sources(sources)):
        yield Finding(Fault.SOURCES_DAMAGED, detail=answer)


def _fault_of_sources(path: Path) -> str:
    """What is wrong with the file; empty where nothing is."""
    if path.is_file() and path.stat().st_size == 0:
        return "it is empty"
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            answer = str(db.execute("PRAGMA integrity_check(1)").fetchone()[0])
            for table in (
                "pages",
                "feeds",
            ):  # a page of zeros in the wrong place leaves a database without them
                db.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    except sqlite3.Error as error:
        answer = str(error)
    return "" if answer == "ok" else answer
