"""One built index in a folder of its own: catalog, keyword index, vectors, and `generation.json`.

`generation.json` is written last, after everything else has reached the disk: a folder without it is an
unfinished build. Nothing in the folder is written after that.
"""

import logging
import re
import sqlite3
import zlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Self, TypeVar

from pydantic import TypeAdapter, ValidationError

from index.errors import FootnoteError, IndexUnavailable, ModelMismatch
from index.files import storage_errors, sync_tree, write_atomically
from index.generation.catalog import Catalog
from index.generation.file_checksums import changed_files, checksums_of, fixed_paths
from index.generation.keyword import KeywordIndex
from index.generation.row_checksums import damaged
from index.report import BuildReport
from index.settings import IndexSettings
from index.vector_store import chroma_client
from index.vector_store.store import EMBEDDED_COLLECTION, VectorStore

log = logging.getLogger(__name__)
V = TypeVar("V")
GENERATIONS_FOLDER = "generations"
INFO_FILE = "generation.json"
# Raise it when an older version's files can no longer be read: its index is then built anew.
FORMAT = 2


@dataclass(frozen=True, slots=True)
class GenerationInfo:
    """What `generation.json` says. `files` are the sizes in bytes of the files that never change, by path;
    `chroma_url` is where the vectors are, None for the generation's own folder; `churn` counts the chunks
    added to or removed from the vectors since they were last written from nothing; `collection` is Chroma's
    name for them, shared on a server with the generations that went before."""

    format: int
    id: str
    built_at: datetime
    by: str
    fingerprint: str  # of the embedding model
    articles: int
    chunks: int
    size_bytes: int
    files: dict[str, int]
    chroma_url: str | None
    churn: int
    report: BuildReport
    collection: str = EMBEDDED_COLLECTION
    chunking: int = 1  # the recipe by which chunks were cut (index/embedding/chunking.py)
    checksums: dict[str, str] = field(default_factory=dict)  # of its files; older versions wrote none


_INFO = TypeAdapter(GenerationInfo)
# How `generation.json` begins: the CRC-32 of all that follows.
_STATED = re.compile(rb'\{"checksum": "([0-9a-f]{8})",')


@dataclass(frozen=True, slots=True)
class Generation:
    """An open generation, for reading."""

    info: GenerationInfo
    catalog: Catalog
    keywords: KeywordIndex
    vectors: VectorStore

    @classmethod
    def open(cls, settings: IndexSettings, info: GenerationInfo) -> Self:
        """Open a whole generation. Raises IndexDamaged where a part cannot be opened, IndexUnavailable where
        the settings keep it from that."""
        if info.chroma_url != chroma_url(settings):
            raise IndexUnavailable(
                f"The vectors of generation {info.id} are in {info.chroma_url or 'its own folder'},"
                f" and CHROMA_URL names {chroma_url(settings) or 'no server'}.",
                "Set CHROMA_URL back, or run `python -m index build`.",
            )
        folder = generation_folder(settings.data_dir, info.id)
        texts = Catalog.open(folder)
        try:
            members = texts.chunk_numbers() if info.chroma_url else None
            vectors = VectorStore.open(settings, info.collection, folder, members)
            return cls(info, texts, KeywordIndex.open(folder), vectors)
        except (OSError, sqlite3.Error) as error:
            texts.close()
            raise damaged(folder, error) from error
        except FootnoteError:
            texts.close()
            raise

    def close(self) -> None:
        self.catalog.close()
        self.vectors.close()


def new_collection(settings: IndexSettings, generation: str) -> str:
    """What the collection is called that a generation begins."""
    return EMBEDDED_COLLECTION if settings.chroma_url is None else f"footnote-{generation}"


def chroma_url(settings: IndexSettings) -> str | None:
    """Where the settings say that vectors are kept; None for the generation's own folder."""
    return None if settings.chroma_url is None else str(settings.chroma_url)


def generation_folder(data_dir: Path, generation: str) -> Path:
    """Where a generation's files are."""
    return data_dir / GENERATIONS_FOLDER / generation


def read_info(data_dir: Path, generation: str) -> GenerationInfo | None:
    """What is known of a generation; None where it is unfinished, damaged or of another format."""
    folder = generation_folder(data_dir, generation)
    try:
        info = stated_info(folder)
        if info.format != FORMAT:
            return None
        for name, size in info.files.items():
            if (folder / name).stat().st_size != size:
                log.error("Generation %s: %s has not the size it was written with.", generation, name)
                return None
        if info.chroma_url is None and not (folder / chroma_client.FOLDER_NAME / "chroma.sqlite3").is_file():
            log.error("Generation %s: its vectors are gone.", generation)
            return None
    except FileNotFoundError as error:
        if (folder / INFO_FILE).exists():
            log.error("Generation %s: %s is missing.", generation, error.filename)
        return None
    except (OSError, ValueError) as error:
        log.error("Generation %s: generation.json cannot be read (%s).", generation, error)
        return None
    return info


def stated_info(folder: Path) -> GenerationInfo:
    """What a generation's `generation.json` says, whatever became of the other files. Raises OSError where it
    cannot be read, ValueError where it is not as it was written."""
    data = (folder / INFO_FILE).read_bytes()
    stated = _STATED.match(data)  # in the files of older versions there is none
    if stated and f"{zlib.crc32(data[stated.end() :]):08x}".encode() != stated[1]:
        raise ValueError("it is not as it was written")
    try:
        return _INFO.validate_json(data)
    except ValidationError as error:
        raise ValueError(f"{error.error_count()} faults in it") from error


def changed_since_written(data_dir: Path, info: GenerationInfo) -> list[str]:
    """The files of a generation that are not as they were written, as far as it has checksums. Reads all of
    it: some 0.4 s for an index of 600 MB that is in memory."""
    return list(changed_files(generation_folder(data_dir, info.id), info.checksums))


def fixed_files(folder: Path) -> dict[str, int]:
    """The sizes of the files that must stay as they are, by path."""
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in fixed_paths(folder)}


def write_info(
    data_dir: Path, info: GenerationInfo, *, mended: Collection[str] | None = None
) -> GenerationInfo:
    """Finish a generation: everything else to the disk, then `generation.json`, with the sizes and checksums
    of its files as they are now. Returns what it says.

    mended: the files and folders that were made anew; what it says of the others stays.
    """
    folder = generation_folder(data_dir, info.id)
    with storage_errors(data_dir):
        files, checksums = fixed_files(folder), checksums_of(folder)
        if mended is not None:
            files = _changed_in(info.files, files, mended)
            checksums = _changed_in(info.checksums, checksums, mended) if info.checksums else {}
        info = replace(info, files=files, checksums=checksums)
        body = b"\n" + _INFO.dump_json(info, indent=1).removeprefix(b"{\n")
        sync_tree(folder)
        write_atomically(folder / INFO_FILE, b'{"checksum": "%08x",' % zlib.crc32(body) + body)
    return info


def _changed_in(before: dict[str, V], now: dict[str, V], parts: Collection[str]) -> dict[str, V]:
    """What was known of files, but for some parts of the generation, of which it is as now."""
    kept = {name: value for name, value in before.items() if name.split("/")[0] not in parts}
    return kept | {name: value for name, value in now.items() if name.split("/")[0] in parts}


def find_generations(data_dir: Path) -> list[GenerationInfo]:
    """Every whole generation on the disk, oldest first."""
    infos = [read_info(data_dir, name) for name in generation_names(data_dir)]
    return sorted((info for info in infos if info), key=lambda info: info.built_at)


def generation_names(data_dir: Path) -> list[str]:
    """The names of all generations on the disk, unfinished ones too."""
    folder = data_dir / GENERATIONS_FOLDER
    return sorted(entry.name for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []


def unfinished_folders(data_dir: Path) -> list[Path]:
    """The folders of builds that were interrupted."""
    folders = [generation_folder(data_dir, name) for name in generation_names(data_dir)]
    return [folder for folder in folders if not (folder / INFO_FILE).exists()]


def check_model(info: GenerationInfo, fingerprint: str) -> None:
    """Raise ModelMismatch where a generation was built with another embedding model."""
    if info.fingerprint != fingerprint:
        raise ModelMismatch(
            f"The index was built with the embedding model {info.fingerprint},"
            f" and the settings name {fingerprint}.",
            "Set EMBEDDING_MODEL back, or run `python -m index build` to build it anew.",
        )
