"""A person's files and folders into the articles folder, and an article's file out of it."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from index.article import ArticleInfo, RawArticle
from index.errors import ArticleError, StorageError
from index.generation.overview import published_article
from index.intake import phrases
from index.reading import read_file
from index.reading.registry import reader_for, sandboxed_reader
from index.report import AddedSource, Problem, RemovedSource, SourceOutcome
from index.settings import IndexSettings
from index.web.naming import WEB_FOLDER
from index.web.pages import Pages

# A JSON-lines file holds many articles; what follows the mark is the article's id in it.
IN_FILE_MARK = "#"
REMOVED_FOLDER = "removed"
MOST_KINDS_NAMED = 5


def add_file(path: Path, articles_dir: Path, within: str = "") -> AddedSource:
    """Copy one file into the articles folder, if it can be read.

    within: a folder in it, with its final slash. Raises ArticleError with the reason, without the file's
    name, or StorageError. The copy appears whole or not at all. A file that lies in the folder already is
    left as it is.
    """
    if not path.is_file():
        raise ArticleError(phrases.ADD_MISSING, phrases.ADD_MISSING_NEXT_STEP)
    if path.name.startswith("."):
        raise ArticleError(phrases.ADD_HIDDEN)
    articles = _articles_of(path.resolve())
    title = articles[0].title if len(articles) == 1 else None
    if path.resolve().is_relative_to(articles_dir.resolve()):
        file = path.resolve().relative_to(articles_dir.resolve()).as_posix()
        return AddedSource(str(path), SourceOutcome.UNCHANGED, file, len(articles), title)
    file = within + path.name
    target = articles_dir / file
    if target.exists():
        if target.read_bytes() != path.read_bytes():
            raise ArticleError(phrases.ADD_EXISTS.format(articles_dir=articles_dir))
        return AddedSource(str(path), SourceOutcome.UNCHANGED, file, len(articles), title)
    _copy(path, target)
    return AddedSource(str(path), SourceOutcome.ADDED, file, len(articles), title)


def add_folder(folder: Path, articles_dir: Path) -> Iterator[AddedSource | Problem]:
    """Copy what can be read of a folder, and of those in it, into a folder of the same name.

    A problem for each file that is of a kind to be read and cannot be; one for all of other kinds.
    Raises ArticleError where the folder as a whole cannot be added, or StorageError.
    """
    name = folder.resolve().name
    if not name or name.startswith("."):
        raise ArticleError(phrases.ADD_HIDDEN)
    if articles_dir.resolve().is_relative_to(folder.resolve()):
        raise ArticleError(phrases.ADD_OWN_FOLDER)
    others: Counter[str] = Counter()
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        within = Path(name, Path(parent).relative_to(folder)).as_posix() + "/"
        for file in sorted(files):
            path = Path(parent) / file
            if file.startswith("."):
                continue
            if not (reader_for(path) or sandboxed_reader(path)):
                others[path.suffix.lower() or file] += 1
                continue
            try:
                yield add_file(path, articles_dir, within)
            except ArticleError as error:
                yield Problem(str(path), str(error))
    if others:
        count = phrases.count(others.total(), "file")
        kinds = ", ".join(kind for kind, _ in others.most_common(MOST_KINDS_NAMED))
        yield Problem(str(folder), phrases.ADD_OTHER_KINDS.format(files=count, kinds=kinds), stray=True)


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
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, target)
    except OSError as error:
        raise _not_writable(error, data_dir) from error
    return target


def _articles_of(path: Path) -> list[RawArticle]:
    """Read the file as a build would; what is wrong with the whole of it is the error."""
    found = list(read_file(path, path.parent))
    articles = [each for each in found if isinstance(each, RawArticle)]
    if not articles:
        reasons = [each.reason for each in found if isinstance(each, Problem)]
        raise ArticleError(reasons[0] if reasons else phrases.ADD_EMPTY)
    return articles


def _copy(path: Path, target: Path) -> None:
    """Copy under a hidden name first: a build that runs meanwhile must not read half a file."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".adding-", dir=target.parent)
        os.close(handle)
        unfinished = Path(name)
        try:
            shutil.copyfile(path, unfinished)
            unfinished.chmod(0o644)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise _not_writable(error, target.parent) from error


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
