"""The reading process: takes apart the files that may be made to take any amount of time and memory.

Web pages, PDF, DOCX and EPUB come from anybody, and what parses them is large and partly written in C. So it
runs here, under limits of the system, without the settings' secrets in its environment.
index/sandbox/parent.py starts it, and says what became of a file that ended it. It ends when its standard
input does, in mid-file too.
"""

import importlib
import os
import queue
import resource
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

from index.article import RawArticle
from index.errors import ArticleError
from index.report import Problem
from index.sandbox.protocol import MOST_ARTICLES, MOST_TEXT, REQUEST, Limits, ReadReply, ReadRequest, as_frame

_MOST_OPEN_FILES = 64
# As index.reading.registry.Reader says; not imported from there, since the readers stand above the sandbox.
Reader = Callable[[Path, str, date], Iterator[RawArticle | Problem]]


def main() -> int:
    """Answer requests from standard input until it ends; whatever a library prints goes nowhere."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0) as replies:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        for kind, most in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, _MOST_OPEN_FILES),
        ):
            resource.setrlimit(kind, (most, most))
        for request in _requests(sys.stdin.buffer):
            _set_limits(request.limits)
            frame = as_frame(_answer(request))
            while frame:
                frame = frame[replies.write(frame) or 0 :]
    return 0


def _requests(lines: BinaryIO) -> Iterator[ReadRequest]:
    """The requests as they come. A thread waits for them, so that the end of input ends us at any moment."""
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listen() -> None:
        for line in lines:
            waiting.put(line)
        os._exit(0)  # nobody waits for what is being read

    threading.stack_size(256 * 1024)
    threading.Thread(target=listen, daemon=True).start()
    while True:
        yield REQUEST.validate_json(waiting.get())


def _set_limits(limits: Limits) -> None:
    """The address space for good, and processor time from now on."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = limits.memory_mb * 1_000_000
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + limits.cpu_s + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (min(seconds, hard) if hard >= 0 else seconds, hard))


def _answer(request: ReadRequest) -> ReadReply:
    """Read one file. The edge of the process: no exception of a library gets past here."""
    try:
        return _read(request)
    except ArticleError as error:
        return ReadReply(error=(error.message, error.next_step))
    except OSError as error:
        return ReadReply(system=(error.errno or 0, error.strerror or type(error).__name__))
    except MemoryError:
        return ReadReply(out_of_memory=True)
    except Exception as error:  # noqa: BLE001  the parent logs it
        return ReadReply(unexpected=f"{type(error).__name__}: {error}"[:500])


def _load(reader: str) -> Reader:
    """The function that our own parent named, of our own package; never one that a file names."""
    module, _, name = reader.partition(":")
    if not module.startswith("index."):
        raise ValueError(reader)
    return cast(Reader, getattr(importlib.import_module(module), name))


def _read(request: ReadRequest) -> ReadReply:
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    characters = 0
    for found in _load(request.reader)(Path(request.path), request.source, request.today):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        characters += len(found.text) + sum(map(len, found.captions))
        if characters > MOST_TEXT or len(articles) == MOST_ARTICLES:
            raise ArticleError(
                f"holds more than {MOST_TEXT / 1e6:.0f} million characters, or {MOST_ARTICLES:,} articles.",
                "Split it.",
            )
        articles.append(found)
    return ReadReply(tuple(articles), tuple(problems))


if __name__ == "__main__":
    sys.exit(main())
