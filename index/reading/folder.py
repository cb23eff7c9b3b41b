"""Walks the articles folder, in a fixed order, and gives what each file holds."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from index.article import RawArticle
from index.errors import ArticleError, SettingsError
from index.reading.registry import KINDS, conversion_for, reader_for, sandboxed_reader
from index.reading.sandboxed import FileSandbox
from index.report import Problem
from index.selection import EVERYTHING, Selection

Found = RawArticle | Problem
Progress = Callable[[int, int], None]  # files done, files in all


class Identified(Protocol):
    """What stands for an article: its id, and where it was read."""

    @property
    def id(self) -> str: ...

    @property
    def source(self) -> str: ...


A = TypeVar("A", bound=Identified)
ReadFile = Callable[[Path, Path, date], Iterable[A | Problem]]  # as read_file does


def read_folder(
    folder: Path, on_progress: Progress | None = None, today: date | None = None
) -> Iterator[Found]:
    """Read every article of a folder (or of a single file), one after the other.

    Gives an article or a problem at a time, files in the order of their names, so that memory holds
    one file at most. Names that begin with a dot are left alone. An id that was seen before is a
    problem, and the first article keeps it. `on_progress` gets files done and files in all.

    Raises SettingsError where the folder is missing or cannot be opened; nothing else.
    """
    sandbox = FileSandbox()
    return _closing(sandbox, read_folder_by(partial(read_file, sandbox=sandbox), folder, on_progress, today))


def _closing(sandbox: FileSandbox, found: Iterator[Found]) -> Iterator[Found]:
    with sandbox:
        yield from found


def read_folder_by(
    read: ReadFile[A],
    folder: Path,
    on_progress: Progress | None = None,
    today: date | None = None,
    selection: Selection = EVERYTHING,
) -> Iterator[A | Problem]:
    """The same with another way to read each file, one that remembers for instance, and of a selection of
    the folder's files. Of a single file there is nothing to select."""
    if not folder.exists():
        raise SettingsError(
            f"ARTICLES_DIR names {folder}, which is not there.", "Name a folder with articles, or create it."
        )
    if not os.access(folder, os.R_OK | os.X_OK if folder.is_dir() else os.R_OK):
        raise SettingsError(f"ARTICLES_DIR names {folder}, which may not be read.", "Allow reading it.")
    return _read_each(read, folder, on_progress, today or datetime.now(UTC).date(), selection)


def read_file(
    path: Path, root: Path, today: date | None = None, *, sandbox: FileSandbox | None = None
) -> Iterator[Found]:
    """Read the articles of one file of the folder `root`. Never raises for what the file is or holds.

    `sandbox`: the reading process for files that need one; by default one is started for this file alone.
    """
    source = source_of(path, root)
    today = today or datetime.now(UTC).date()
    try:
        if sandbox is not None:
            yield from _read_regular(path, root, source, today, sandbox)
        else:
            with FileSandbox() as own:
                yield from _read_regular(path, root, source, today, own)
    except ArticleError as error:
        yield Problem(source, str(error), error.retryable)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or type(error).__name__}."
        yield Problem(source, reason, retryable=True)


def _read_each(
    read: ReadFile[A], folder: Path, on_progress: Progress | None, today: date, selection: Selection
) -> Iterator[A | Problem]:
    root = folder if folder.is_dir() else folder.parent
    files: list[Path] = []
    for entry in _walk(folder) if folder.is_dir() else [folder]:
        if isinstance(entry, Problem):
            yield entry
        elif folder.is_file() or selection.selects(source_of(entry, root)):
            files.append(entry)
    taken: dict[str, str] = {}
    for done, path in enumerate(files):
        if on_progress:
            on_progress(done, len(files))
        for found in read(path, root, today):
            if isinstance(found, Problem):
                yield found
            elif found.id in taken:
                reason = f"has the id {found.id}, as {taken[found.id]} does; only that one is indexed."
                yield Problem(found.source, reason)
            else:
                taken[found.id] = found.source
                yield found
    if on_progress:
        on_progress(len(files), len(files))


def _walk(folder: Path) -> Iterator[Path | Problem]:
    """Every file under `folder` that is not hidden, ordered by name; folders that cannot be opened."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            entries = sorted(current.iterdir(), key=lambda path: path.name)
        except OSError as error:
            yield Problem(source_of(current, folder), f"cannot be opened: {error.strerror}.")
            continue
        visible = [path for path in entries if not path.name.startswith(".")]
        yield from (path for path in visible if path.is_symlink() or not path.is_dir())
        waiting += reversed([path for path in visible if path.is_dir() and not path.is_symlink()])


def _read_regular(path: Path, root: Path, source: str, today: date, sandbox: FileSandbox) -> Iterator[Found]:
    if is_undecodable(path):
        raise ArticleError("has a name that is not UTF-8.", "Rename it.")
    # A link may lead anywhere, also to what the process may read and its users may not.
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        raise ArticleError("is a link out of the articles folder.", "Put the file itself there.")
    if path.is_symlink() and path.is_dir():
        raise ArticleError("is a link to a folder.", "Put the folder itself there.")
    if path.is_symlink() and not path.exists():
        raise ArticleError("is a link to nothing.", "Remove it, or put the file itself there.")
    if not path.is_file():
        raise ArticleError("is not a regular file.", "Remove it.")
    if reader := reader_for(path):
        yield from reader(path, source, today)
    elif reader_name := sandboxed_reader(path):
        yield from sandbox.read(path, reader_name, source, today)
    elif conversion := conversion_for(path):
        raise ArticleError(f"is of a kind that cannot be read ({path.suffix.lower()}).", conversion)
    else:
        yield Problem(source, f"is of a kind that cannot be read; these can: {KINDS}.", stray=True)


def source_of(path: Path, root: Path) -> str:
    """What a file is called in reports and in articles: its path relative to the folder, with forward
    slashes, safe to print and to store."""
    relative = path.relative_to(root).as_posix() if path != root else path.name
    return relative.encode("utf-8", "replace").decode("utf-8")


def is_undecodable(path: Path) -> bool:
    """Whether the name is none that can be written in UTF-8; `source_of` may be the same for several such."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
