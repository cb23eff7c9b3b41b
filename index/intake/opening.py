"""First in adding a file: it is opened once, whatever becomes of the links on the way to it meanwhile."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import BinaryIO

from index.errors import ArticleError
from index.intake import phrases

# Without waiting for the other end of a pipe, should it be one.
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


def open_named(path: Path) -> BinaryIO:
    """A file that a person named; where that is a link, what it leads to. Raises ArticleError."""
    return _regular(lambda: os.open(path, _FLAGS))


def open_within(folder: Path, path: Path) -> BinaryIO:
    """A file of a folder that a person named. Raises ArticleError.

    A link is followed to what lies in the folder itself, for whoever fills a folder may lay links to what
    they cannot read. Each step is opened by its name in the step before and never through a link, so one that
    is laid while this goes on is not followed either.
    """
    whole = Path(os.path.realpath(folder))
    within = path.relative_to(folder)
    if path.is_symlink():
        leads_to = Path(os.path.realpath(path))
        if not leads_to.is_relative_to(whole):
            raise ArticleError(phrases.ADD_LINK_OUT, phrases.ADD_LINK_OUT_NEXT_STEP)
        within = leads_to.relative_to(whole)
    return _regular(lambda: _open_below(whole, within))


def _open_below(folder: Path, within: PurePath) -> int:
    current = os.open(folder, _FOLDER)
    try:
        *steps, name = within.parts
        for step in steps:
            below = os.open(step, _FOLDER | os.O_NOFOLLOW, dir_fd=current)
            os.close(current)
            current = below
        return os.open(name, _FLAGS | os.O_NOFOLLOW, dir_fd=current)
    finally:
        os.close(current)


def _regular(open_: Callable[[], int]) -> BinaryIO:
    try:
        handle = open_()
    except (FileNotFoundError, NotADirectoryError):
        raise ArticleError(phrases.ADD_MISSING, phrases.ADD_MISSING_NEXT_STEP) from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise ArticleError(phrases.ADD_LINK) from None
        raise ArticleError(phrases.ADD_UNREADABLE.format(reason=error.strerror)) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ArticleError(phrases.ADD_IRREGULAR)
    return os.fdopen(handle, "rb")
