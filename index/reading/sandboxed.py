"""Used by `folder`: files whose parsers are large are read in a process with limits of memory and time."""

import importlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from pydantic import TypeAdapter

from index.article import RawArticle
from index.errors import ArticleError
from index.reading.registry import Reader
from index.report import Problem
from index.sandbox.parent import Died, Sandbox, WorkFailed
from index.sandbox.protocol import Limits

log = logging.getLogger(__name__)

# What one file gives at most: the longest novels have 6 million characters, a whole encyclopaedia volume 20.
MOST_TEXT = 20_000_000
MOST_ARTICLES = 10_000
_TOO_MUCH = f"holds more than {MOST_TEXT / 1e6:.0f} million characters, or {MOST_ARTICLES:,} articles."
FILE_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Read the file at `path`, with the function that `reader` names as `module:function`; the
    parent knows which is for which kind, the process imports the one it is told."""

    path: str
    reader: str
    source: str
    today: date


@dataclass(frozen=True, slots=True)
class ReadReply:
    """What came of it: articles and problems; or why the file as a whole cannot be read, `error` as an
    ArticleError's message and next step, `system` as an OSError's words."""

    articles: tuple[RawArticle, ...] = ()
    problems: tuple[Problem, ...] = ()
    error: tuple[str, str] | None = None
    system: tuple[int, str] | None = None


TASK: TypeAdapter[ReadTask] = TypeAdapter(ReadTask)
REPLY: TypeAdapter[ReadReply] = TypeAdapter(ReadReply)


class FileSandbox(Sandbox):
    """The process that reads files, for one thread at a time. A context manager."""

    def __init__(self, limits: Limits = FILE_LIMITS) -> None:
        super().__init__("index.reading.sandboxed:answer", limits)

    def read(self, path: Path, reader: str, source: str, today: date) -> Iterator[RawArticle | Problem]:
        """The articles of one file, and what is wrong with them. `reader` names the function that reads it
        ("module:function").

        Raises ArticleError where the file as a whole cannot be read, or takes more than the limits allow;
        OSError where the system says so.
        """
        try:
            reply = self._reply(ReadTask(str(path.absolute()), reader, source, today))
        except Died as death:
            error = ArticleError(death.reason, "Save its text in another form, such as .txt, or remove it.")
            error.retryable = death.by_clock
            raise error from None
        except WorkFailed as failure:
            log.error("Reading %s failed: %s", source, failure)
            raise ArticleError("is damaged, or of a form that cannot be read.", "Save it anew.") from None
        if reply.error:
            raise ArticleError(*reply.error)
        if reply.system:
            raise OSError(*reply.system)
        yield from reply.problems
        yield from reply.articles

    def _reply(self, task: ReadTask) -> ReadReply:
        """Ask once; again where it may be what other files left in the process that ended it."""
        try:
            return self.run(TASK.dump_json(task), REPLY)
        except Died as death:
            log.warning("The reading process ended at %s: it %s", task.source, death.reason)
            if not death.may_be_others:
                raise
        return self.run(TASK.dump_json(task), REPLY)


def answer(task: bytes) -> bytes:
    """In the process: read one file."""
    return REPLY.dump_json(_read(TASK.validate_json(task)))


def _read(task: ReadTask) -> ReadReply:
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    characters = 0
    try:
        for found in _load(task.reader)(Path(task.path), task.source, task.today):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            characters += len(found.text) + sum(map(len, found.captions))
            if characters > MOST_TEXT or len(articles) == MOST_ARTICLES:
                raise ArticleError(_TOO_MUCH, "Split it.")
            articles.append(found)
    except ArticleError as error:
        return ReadReply(error=(error.message, error.next_step))
    except OSError as error:
        return ReadReply(system=(error.errno or 0, error.strerror or type(error).__name__))
    return ReadReply(tuple(articles), tuple(problems))


def _load(reader: str) -> Reader:
    """The reader that our own parent named, of our own package; never one that a file names."""
    module, _, name = reader.partition(":")
    if not module.startswith("index."):
        raise ValueError(reader)
    return cast(Reader, getattr(importlib.import_module(module), name))
