"""Before a build: an operator's files into the articles folder, and an article's file out of it."""

import os
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from index.article import ArticleInfo, RawArticle
from index.command_line import phrases
from index.errors import ArticleError, StorageError
from index.reading import read_file
from index.report import Problem

# A JSON-lines file holds many articles; what follows the mark is the article's id in it.
IN_FILE_MARK = "#"
REMOVED_FOLDER = "removed"


def add_file(path: Path, articles_dir: Path) -> int:
    """Copy one file into the articles folder, if it can be read, and return how many articles it holds.

    Raises ArticleError with the reason, without the file's name, or StorageError. The copy appears
    whole or not at all. A file that lies in the folder already is left as it is.
    """
    if path.is_dir():
        next_step = phrases.ADD_FOLDER_NEXT_STEP.format(articles_dir=articles_dir)
        raise ArticleError(phrases.ADD_FOLDER, next_step)
    if not path.is_file():
        raise ArticleError(phrases.ADD_MISSING)
    if path.name.startswith("."):
        raise ArticleError(phrases.ADD_HIDDEN)
    articles = _count_articles(path.resolve())
    target = articles_dir / path.name
    if path.resolve().is_relative_to(articles_dir.resolve()):
        return articles
    if target.exists() and target.read_bytes() != path.read_bytes():
        raise ArticleError(phrases.ADD_EXISTS.format(articles_dir=articles_dir))
    _copy(path, target)
    return articles


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


def _count_articles(path: Path) -> int:
    """Read the file as a build would; what is wrong with the whole of it is the error."""
    found = list(read_file(path, path.parent))
    articles = sum(isinstance(each, RawArticle) for each in found)
    if articles == 0:
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
