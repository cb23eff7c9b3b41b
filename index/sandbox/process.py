"""The process apart: takes apart what may be made to take any amount of time and memory.

Web pages, PDF, DOCX, EPUB and feeds come from anybody, and what parses them is large and partly written in C.
So it runs here, under limits of the system, without the settings' secrets in its environment.
index/sandbox/parent.py starts it, says which function is to run, and what became of work that ended it. It
ends when its standard input does, in mid-work too.
"""

import importlib
import os
import queue
import resource
import sys
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from index.sandbox.protocol import REQUEST, Limits, Outcome, Request, as_frame

_MOST_OPEN_FILES = 64
Work = Callable[[bytes], bytes]


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
        for request, task in _requests(sys.stdin.buffer):
            frame = as_frame(*_answer(request, task))
            while frame:
                frame = frame[replies.write(frame) or 0 :]
    return 0


def _requests(given: BinaryIO) -> Iterator[tuple[Request, bytes]]:
    """The requests as they come. A thread waits for them, so that the end of input ends us at any moment."""
    waiting: queue.SimpleQueue[tuple[Request, bytes]] = queue.SimpleQueue()

    def listen() -> None:
        while line := given.readline():
            request = REQUEST.validate_json(line)
            waiting.put((request, given.read(request.size_bytes)))
        os._exit(0)  # nobody waits for what is being read

    threading.stack_size(256 * 1024)
    threading.Thread(target=listen, daemon=True).start()
    while True:
        yield waiting.get()


def _answer(request: Request, task: bytes) -> tuple[Outcome, bytes]:
    """Do one piece of work. The edge of the process: no exception of a library gets past here."""
    try:
        work = _load(request.work)
        _set_limits(request.limits)
        return Outcome.DONE, work(task)
    except MemoryError:
        return Outcome.OUT_OF_MEMORY, b""
    except Exception as error:  # noqa: BLE001  the parent logs it
        return Outcome.FAILED, f"{type(error).__name__}: {error}"[:500].encode("utf-8", "replace")


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


def _load(work: str) -> Work:
    """The function that our own parent named, of our own package; never one that a file names."""
    module, _, name = work.partition(":")
    if not module.startswith("index."):
        raise ValueError(work)
    return cast(Work, getattr(importlib.import_module(module), name))


if __name__ == "__main__":
    sys.exit(main())
