"""Used by whoever reads what comes from anybody: has it read in a process apart, and says what became of
work that ended it."""

import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self, TypeVar

from pydantic import TypeAdapter, ValidationError

from index.sandbox.protocol import (
    LARGEST_REPLY_BYTES,
    LENGTH_BYTES,
    Limits,
    Outcome,
    Request,
    as_request,
)

_ROOT = Path(__file__).parents[2]  # `python -m index…` must find the packages wherever we were started
# What the process needs of our environment. The rest may hold a token, and is no business of a parser.
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "VIRTUAL_ENV", "SYSTEMROOT")
_STOP_S = 1.0  # it has nothing to lose
_READ_BYTES = 1 << 20
# Parsers leave something behind with each file; starting anew takes about as long as ten pages.
_MOST_TASKS = 1_000
_MODULE = "index.sandbox.process"
T = TypeVar("T")


class Died(Exception):
    """The process ended, or had to be ended, while it worked. `reason` as an ArticleError says it.

    `may_be_others`: what earlier work left in the process may have been the cause. `by_clock`: on a machine
    with less to do it may succeed.
    """

    def __init__(self, reason: str, *, may_be_others: bool = False, by_clock: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.may_be_others = may_be_others
        self.by_clock = by_clock


class OutOfMemory(Died):
    """The work needed more memory than its limit."""


class WorkFailed(Exception):
    """The work raised what it did not expect; its words are the exception's."""


class Sandbox:
    """The process, started with the first task and replaced when one ends it. A context manager."""

    def __init__(self, work: str, limits: Limits) -> None:
        """work: the function that each task is for, "module:function"; it takes and gives bytes."""
        self._work = work
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._done = 0  # tasks that this process was given
        self._over = False  # whoever had tasks for it has left; another thread may be at one still
        self._starting = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._starting:
            self._over = True
        self.close()

    @property
    def pid(self) -> int | None:
        """The process's id; None where it does not run."""
        return self._process.pid if self._process else None

    def run(self, task: bytes, result: TypeAdapter[T]) -> T:
        """What the work makes of a task. Raises Died, or WorkFailed where it met what it did not expect."""
        if self._done >= _MOST_TASKS:
            self.close()
        with self._starting:
            if self._over:
                raise Died("was not read: the work was ended.")
            process = self._process or self._start()
        self._done += 1
        request = as_request(Request(self._work, self._limits, len(task)), task)
        outcome, body = self._exchange(process, request)
        if outcome == Outcome.OUT_OF_MEMORY:
            self.close()
            reason = f"needs more than {self._limits.memory_mb:,} MB of memory."
            raise OutOfMemory(reason, may_be_others=self._done > 1)
        if outcome == Outcome.FAILED:
            raise WorkFailed(body.decode())
        try:
            return result.validate_json(body)
        except ValidationError:
            self._end(kill=True)
            reason = "makes the process that reads it answer nonsense."
            raise Died(reason, may_be_others=self._done > 1) from None

    def close(self) -> None:
        """End the process; a later `run` starts another."""
        self._end(kill=False)

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment |= {
            "PYTHONPATH": os.pathsep.join(paths),
            "PYTHONDONTWRITEBYTECODE": "1",  # it may not write files at all
            "MALLOC_ARENA_MAX": "1",  # or the C library keeps 64 MB of its address space for each thread
        }
        self._done = 0
        self._process = subprocess.Popen(
            [sys.executable, "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            bufsize=0,
            # An interrupt from the keyboard is for us; we end our processes in our own order.
            start_new_session=True,
        )
        return self._process

    def _exchange(self, process: subprocess.Popen[bytes], request: bytes) -> tuple[int, bytes]:
        """Send the request and wait for the reply, for as long as the limits allow."""
        requests, replies = _pipes(process)
        until = time.monotonic() + self._limits.wall_s
        with suppress(BrokenPipeError):  # then its end is read below
            requests.write(request)
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
        return received[LENGTH_BYTES], bytes(received[LENGTH_BYTES + 1 :])

    def _ended(self, process: subprocess.Popen[bytes]) -> Died:
        """Why the process ended by itself."""
        self._end(kill=True)
        code = process.wait()
        if code == -signal.SIGXCPU:
            return Died(f"takes more than {self._limits.cpu_s} s of computing to read.")
        name = signal.Signals(-code).name if code < 0 else f"exit status {code}"
        return Died(
            f"needs more than {self._limits.memory_mb:,} MB of memory, or is damaged in a way that ends the"
            f" process that reads it ({name}).",
            may_be_others=self._done > 1,
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
