"""A person's files and folders into the articles folder, and an article's file out of it."""

import filecmp
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from index.article import ArticleInfo
from index.errors import ArticleError, StorageError
from index.files import make_shared_folder
from index.generation.overview import published_article
from index.intake import phrases
from index.intake.opening import open_named, open_within
from index.reading import FileSandbox, read_file
from index.reading.registry import reader_for, sandboxed_reader
from index.report import AddedSource, Problem, RemovedSource, SourceOutcome
from index.settings import IndexSettings
from index.web.naming import WEB_FOLDER
from index.web.pages import Pages

# A JSON-lines file holds many articles; what follows the mark is the article's id in it.
IN_FILE_MARK = "#"
REMOVED_FOLDER = "removed"
MOST_KINDS_NAMED = 5
UNFINISHED = ".adding-"
_COPIED_BYTES = 1 << 20
GoOn = Callable[[], None]


def add_file(
    path: Path,
    articles_dir: Path,
    within: str = "",
    *,
    of: Path | None = None,
    sandbox: FileSandbox | None = None,
    go_on: GoOn = lambda: None,
) -> AddedSource:
    """Copy one file into the articles folder, if it can be read.

    within: a folder in it, with its final slash. of: the folder that it was found in, where a person named
    only that. sandbox: the reading process, where there are many files. go_on: called now and again; what it
    raises ends the work. Raises ArticleError with the reason, without the file's name, or StorageError. The
    copy appears whole or not at all, and is what was read. A file that lies in the folder already is left as
    it is.
    """
    if path.name.startswith("."):
        raise ArticleError(phrases.ADD_HIDDEN)
    with open_within(of, path) if of else open_named(path) as file:
        if path.resolve().is_relative_to(articles_dir.resolve()):
            articles, title = _articles_of(path.resolve(), sandbox, go_on)
            name = path.resolve().relative_to(articles_dir.resolve()).as_posix()
            return AddedSource(str(path), SourceOutcome.UNCHANGED, name, articles, title)
        target = articles_dir / within / path.name
        with _copied(file, path.name, articles_dir, go_on) as copy:
            articles, title = _articles_of(copy, sandbox, go_on)
            outcome = _put(copy, target, articles_dir)
    return AddedSource(str(path), outcome, within + path.name, articles, title)


def add_folder(
    folder: Path, articles_dir: Path, *, sandbox: FileSandbox | None = None, go_on: GoOn = lambda: None
) -> Iterator[AddedSource | Problem]:
    """Copy what can be read of a folder, and of those in it, into a folder of the same name.

    A problem for each file that is of a kind to be read and cannot be, and for each link to a folder; one for
    all of other kinds. Raises ArticleError where the folder as a whole cannot be added, or StorageError.
    """
    name = folder.resolve().name
    if not name or name.startswith("."):
        raise ArticleError(phrases.ADD_HIDDEN)
    if articles_dir.resolve().is_relative_to(folder.resolve()):
        raise ArticleError(phrases.ADD_OWN_FOLDER)
    others: Counter[str] = Counter()
    for path in _visible(folder):
        if path.is_dir():
            yield Problem(str(path), phrases.ADD_LINK_TO_FOLDER)
        elif not (reader_for(path) or sandboxed_reader(path)):
            others[path.suffix.lower() or path.name] += 1
        else:
            go_on()
            within = Path(name, path.parent.relative_to(folder)).as_posix() + "/"
            try:
                yield add_file(path, articles_dir, within, of=folder, sandbox=sandbox, go_on=go_on)
            except ArticleError as error:
                yield Problem(str(path), str(error), error.retryable)
    if others:
        count = phrases.count(others.total(), "file")
        kinds = ", ".join(kind for kind, _ in others.most_common(MOST_KINDS_NAMED))
        yield Problem(str(folder), phrases.ADD_OTHER_KINDS.format(files=count, kinds=kinds), stray=True)


def _visible(folder: Path) -> Iterator[Path]:
    """Every file of a folder and of those in it, and every link to a folder, which the walk leaves alone."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (path for each in folders if (path := Path(parent) / each).is_symlink())
        yield from (Path(parent) / each for each in sorted(files) if not each.startswith("."))


def remove_file(article: ArticleInfo, articles_dir: Path, data_dir: Path, now: datetime) -> Path:
    """Move the file that an article came from to `DATA_DIR/removed/` and return where it is now.

    Raises ArticleError where the file holds other articles too, or is not there.
    """
    file, mark, _ = article.source.rpartition(IN_FILE_MARK)
    if (articles_dir / article.source).is_file():  # a file's own name may hold the mark
        file = article.source
    elif mark:
        message = phrases.REMOVE_SHARED.format(id=article.id, file=file)
        raise ArticleError(message, phrases.REMOVE_SHARED_NEXT_STEP)
    else:
        file = article.source
    path = articles_dir / file
    if not path.is_file() or not path.resolve().is_relative_to(articles_dir.resolve()):
        message = phrases.REMOVE_GONE.format(id=article.id, file=file, articles_dir=articles_dir)
        raise ArticleError(message, phrases.REMOVE_GONE_NEXT_STEP)
    target = data_dir / REMOVED_FOLDER / now.strftime("%Y%m%dT%H%M%S") / file
    try:
        make_shared_folder(target.parent)
        shutil.move(path, target)
    except OSError as error:
        raise _not_writable(error, data_dir) from error
    return target


def _articles_of(path: Path, sandbox: FileSandbox | None, go_on: GoOn) -> tuple[int, str | None]:
    """Read the file as a build would: how many articles it holds, and the title where that is one. What is
    wrong with the whole of it is the error."""
    articles, title = 0, None
    problem: Problem | None = None
    for found in read_file(path, path.parent, sandbox=sandbox):
        go_on()
        if isinstance(found, Problem):
            problem = problem or found
        else:
            articles += 1
            title = found.title if articles == 1 else None
    if not articles:
        raise ArticleError(problem.reason if problem else phrases.ADD_EMPTY)
    return articles, title


@contextmanager
def _copied(file: BinaryIO, name: str, articles_dir: Path, go_on: GoOn) -> Iterator[Path]:
    """A copy in a hidden folder of the articles folder: a build meanwhile must not read half of it."""
    try:
        make_shared_folder(articles_dir)
        unfinished = tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=articles_dir)
    except OSError as error:
        raise _not_writable(error, articles_dir) from error
    with unfinished as folder:
        copy = Path(folder) / name
        try:
            with copy.open("wb") as target:
                while part := file.read(_COPIED_BYTES):
                    go_on()
                    target.write(part)
        except OSError as error:
            raise _not_writable(error, articles_dir) from error
        yield copy


def _put(copy: Path, target: Path, articles_dir: Path) -> SourceOutcome:
    """Bring the copy to its place, unless a file is there."""
    try:
        if target.exists():
            if filecmp.cmp(copy, target, shallow=False):
                return SourceOutcome.UNCHANGED
            raise ArticleError(phrases.ADD_EXISTS.format(articles_dir=articles_dir))
        make_shared_folder(target.parent)
        copy.chmod(0o644)
        copy.rename(target)
    except OSError as error:
        raise _not_writable(error, target.parent) from error
    return SourceOutcome.ADDED


def _not_writable(error: OSError, folder: Path) -> StorageError:
    reason = error.strerror or type(error).__name__
    return StorageError(
        phrases.NOT_WRITABLE.format(folder=folder, reason=reason), phrases.NOT_WRITABLE_NEXT_STEP
    )


def remove_article(id_: str, settings: IndexSettings, now: datetime) -> RemovedSource:
    """Move the file that a published article came from to `DATA_DIR/removed/`.

    A page that goes so is not brought again by a feed. Raises ArticleError where there is no such article,
    its file holds others too, or is not there; StorageError.
    """
    article = published_article(settings, id_)
    if article is None:
        raise ArticleError(phrases.REMOVE_UNKNOWN, phrases.REMOVE_UNKNOWN_NEXT_STEP)
    moved_to = remove_file(article, settings.articles_dir, settings.data_dir, now)
    if article.source.startswith(f"{WEB_FOLDER}/"):
        Pages(settings.data_dir).mark_removed(article.source, now)
    return RemovedSource(id_, article.source, str(moved_to))
