"""Used by `folder`: reads a file in the reading process, and says what became of one that ended it."""

import logging
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pydantic import ValidationError

from index.article import RawArticle
from index.errors import ArticleError
from index.report import Problem
from index.sandbox.protocol import (
    LARGEST_REPLY_BYTES,
    LENGTH_BYTES,
    REPLY,
    Limits,
    ReadReply,
    ReadRequest,
    as_line,
)

log = logging.getLogger(__name__)
_ROOT = Path(__file__).parents[2]  # `python -m index…` must find the packages wherever we were started
# What the process needs of our environment. The rest may hold a token, and is no business of a parser.
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "VIRTUAL_ENV", "SYSTEMROOT")
_STOP_S = 5.0
_READ_BYTES = 1 << 20
# Parsers leave something behind with each file; starting anew takes about as long as ten pages.
_MOST_FILES = 1_000

DEFAULT_LIMITS = Limits()


class Died(Exception):
    """The process ended, or had to be ended, while it read a file. `reason` as an ArticleError says it.

    `may_be_others`: what other files left in the process may have been the cause. `by_clock`: on a machine
    with less to do it may succeed.
    """

    def __init__(self, reason: str, *, may_be_others: bool = False, by_clock: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.may_be_others = may_be_others
        self.by_clock = by_clock


class Apart:
    """The reading process, started with the first file and replaced when one ends it. A context manager."""

    module = "index.sandbox.process"

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0  # that this process has read

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The process's id; None where it does not run."""
        return self._process.pid if self._process else None

    def read(self, path: Path, reader: str, source: str, today: date) -> Iterator[RawArticle | Problem]:
        """The articles of one file, and what is wrong with them. `reader` names the function that reads it
        ("module:function").

        Raises ArticleError where the file as a whole cannot be read, or takes more than the limits allow;
        OSError where the system says so.
        """
        request = ReadRequest(str(path.absolute()), reader, source, today, self._limits)
        try:
            reply = self._ask(request)
        except Died as death:
            error = ArticleError(death.reason, "Save its text in another form, such as .txt, or remove it.")
            error.retryable = death.by_clock
            raise error from None
        if reply.error:
            raise ArticleError(*reply.error)
        if reply.system:
            raise OSError(*reply.system)
        if reply.unexpected:
            log.error("Reading %s failed: %s", source, reply.unexpected)
            raise ArticleError("is damaged, or of a form that cannot be read.", "Save it anew.")
        yield from reply.problems
        yield from reply.articles

    def close(self) -> None:
        """End the process; a later `read` starts another."""
        self._end(kill=False)

    def _ask(self, request: ReadRequest) -> ReadReply:
        """Ask once; again where it may be what other files left in the process that ended it."""
        if self._files >= _MOST_FILES:
            self.close()
        others = self._process is not None
        try:
            return self._ask_once(request)
        except Died as death:
            log.warning("The reading process ended at %s: it %s", request.source, death.reason)
            if not (others and death.may_be_others):
                raise
        return self._ask_once(request)

    def _ask_once(self, request: ReadRequest) -> ReadReply:
        process = self._process or self._start()
        self._files += 1
        try:
            answer = self._exchange(process, as_line(request))
            reply = REPLY.validate_json(answer)
        except ValidationError:
            self._end(kill=True)
            raise Died("makes the process that reads it answer nonsense.", may_be_others=True) from None
        if reply.out_of_memory:
            self.close()
            raise Died(f"needs more than {self._limits.memory_mb:,} MB of memory.", may_be_others=True)
        return reply

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment |= {
            "PYTHONPATH": os.pathsep.join(paths),
            "PYTHONDONTWRITEBYTECODE": "1",  # it may not write files at all
            "MALLOC_ARENA_MAX": "1",  # or the C library keeps 64 MB of its address space for each thread
        }
        self._files = 0
        self._process = subprocess.Popen(
            [sys.executable, "-m", self.module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            bufsize=0,
            # An interrupt from the keyboard is for us; we end our processes in our own order.
            start_new_session=True,
        )
        return self._process

    def _exchange(self, process: subprocess.Popen[bytes], line: bytes) -> bytes:
        """Send the line and wait for the reply, for as long as the limits allow."""
        requests, replies = _pipes(process)
        until = time.monotonic() + self._limits.wall_s
        with suppress(BrokenPipeError):  # then its end is read below
            requests.write(line)
        received = bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(replies, selectors.EVENT_READ)
            while len(received) < LENGTH_BYTES or len(received) < LENGTH_BYTES + _length(received):
                if not selector.select(max(0.0, until - time.monotonic())):
                    self._end(kill=True)
                    raise Died(f"takes longer than {self._limits.wall_s} s to read.", by_clock=True)
                part = os.read(replies.fileno(), _READ_BYTES)
                if not part:
                    raise self._ended(process)
                received += part
                if len(received) >= LENGTH_BYTES and _length(received) > LARGEST_REPLY_BYTES:
                    self._end(kill=True)
                    raise Died("holds more text than can be read.")
        return bytes(received[LENGTH_BYTES:])

    def _ended(self, process: subprocess.Popen[bytes]) -> Died:
        """Why the process ended by itself."""
        self._end(kill=True)
        code = process.returncode
        if code == -signal.SIGXCPU:
            return Died(f"takes more than {self._limits.cpu_s} s of computing to read.")
        name = signal.Signals(-code).name if code < 0 else f"exit status {code}"
        return Died(
            f"needs more than {self._limits.memory_mb:,} MB of memory, or is damaged in a way that ends the"
            f" process that reads it ({name}).",
            may_be_others=True,
        )

    def _end(self, *, kill: bool) -> None:
        """End the process: by closing its input, which it always hears, or by force."""
        process, self._process = self._process, None
        if process is None:
            return
        if kill:
            process.kill()
        requests, replies = _pipes(process)
        with suppress(OSError):
            requests.close()
        try:
            process.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        replies.close()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """Its standard input and output, which `_start` made pipes."""
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def _length(received: bytearray) -> int:
    return int.from_bytes(received[:LENGTH_BYTES], "big")
