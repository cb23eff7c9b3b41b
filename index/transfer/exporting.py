"""The published index into one file: what `python -m index export` does."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.errors import ArchiveError
from index.files import storage_errors
from index.generation.generation import generation_folder
from index.generation.publication import published
from index.settings import IndexSettings
from index.transfer.archive import (
    ARTICLES,
    FORMAT,
    HEAD,
    HEAD_JSON,
    PART,
    PIECE_BYTES,
    Entry,
    Head,
    OnBytes,
    digest_of,
    is_safe,
)


@dataclass(frozen=True, slots=True)
class Exported:
    """What went into the file; `left_out` are article files whose names no other system would take."""

    file: Path
    size_bytes: int
    generation: str
    articles: int
    chunks: int
    article_files: int
    left_out: tuple[str, ...]


def export_index(
    settings: IndexSettings, file: Path, on_bytes: OnBytes, *, with_articles: bool = False
) -> Exported:
    """Write the published index into a new file. Raises IndexUnavailable where there is none, ArchiveError
    where the file exists, StorageError where it cannot be written."""
    _, info = published(settings.data_dir)
    if file.exists():
        raise ArchiveError(f"{file} exists already.", "Name another file, or move it away first.")
    folder = generation_folder(settings.data_dir, info.id)
    parts = {name: folder / name for name in info.files}
    assert all(PART.fullmatch(name) for name in parts), parts
    articles, left_out = _article_files(settings.articles_dir) if with_articles else ({}, ())
    temporary = file.with_name(f".{file.name}.new")
    paths = parts | {ARTICLES + name: path for name, path in articles.items()}
    with storage_errors(file.parent):
        try:
            _write(temporary, paths, on_bytes, lambda digests: HEAD_JSON.dump_json(
                Head(
                    FORMAT, info, {name: digests[name] for name in parts},
                    {name: digests[ARTICLES + name] for name in articles},
                )
            ))  # fmt: skip
            temporary.replace(file)
        finally:
            temporary.unlink(missing_ok=True)
    return Exported(
        file, file.stat().st_size, info.id, info.articles, info.chunks, len(articles), tuple(left_out)
    )


def _write(
    target: Path, paths: dict[str, Path], on_bytes: OnBytes, head: Callable[[dict[str, Entry]], bytes]
) -> None:
    """Every file, and the head last, when the hashes are known."""
    total = sum(path.stat().st_size for path in paths.values())
    done = 0
    digests: dict[str, Entry] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, path in paths.items():
            with path.open("rb") as file:
                digests[name] = digest_of(file)
                file.seek(0)
                entry = zipfile.ZipInfo(name)
                # Vectors do not get smaller.
                entry.compress_type = (
                    zipfile.ZIP_STORED if name.startswith("vectors/") else zipfile.ZIP_DEFLATED
                )
                with archive.open(entry, "w", force_zip64=True) as out:
                    while piece := file.read(PIECE_BYTES):
                        out.write(piece)
                        done += len(piece)
                        on_bytes(done, total)
        archive.writestr(HEAD, head(digests))


def _article_files(folder: Path) -> tuple[dict[str, Path], list[str]]:
    """The plain files of the articles folder by their names in it, and those whose names are not safe."""
    if folder.is_file():
        return ({folder.name: folder}, []) if is_safe(folder.name) else ({}, [folder.name])
    names = [
        p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and not p.is_symlink()
    ]
    shown = sorted(name for name in names if not any(part.startswith(".") for part in name.split("/")))
    return {n: folder / n for n in shown if is_safe(n)}, [n for n in shown if not is_safe(n)]
