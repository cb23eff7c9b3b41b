"""One search worker as its client sees it: a process, the calls that it has been asked, and its log."""

import asyncio
import json
from asyncio import StreamReader, StreamWriter, Task
from asyncio.subprocess import Process
from typing import Any, TypeVar

from index.errors import SearchUnavailable, error_from_json
from index.processes.child_process import STOP_S, start_process, stop_process
from index.searching.wire import CAREFUL, LINE_BYTES, READY, Call
from index.searching.worker_log import WORKER, relog
from index.settings import IndexSettings

A = TypeVar("A")
R = TypeVar("R")
Message = dict[str, Any]  # a reply as JSON gives it
CALL_S = 15.0  # a search takes some 30 ms; this covers a worker that is being restarted under load
START_S = 60.0  # opening an index takes 1 to 3 s; a cold disk and a large index take longer


class WorkerGone(Exception):
    """The worker died before it answered."""


class WorkerProcess:
    """One worker process and the questions that it has been asked."""

    def __init__(self, process: Process, writer: StreamWriter, said: StreamReader) -> None:
        self._process = process
        self._writer = writer
        self._waiting: dict[int, asyncio.Future[Message]] = {}
        self._next_id = READY + 1
        self._reader: Task[None] | None = None
        self._relogging = asyncio.create_task(relog(said), name=f"log of search worker {process.pid}")
        self.generation = ""

    @classmethod
    async def start(cls, settings: IndexSettings, *, careful: bool = False) -> "WorkerProcess":
        """Start a process and wait until it can search. careful: others died of what is published, perhaps.
        Raises what keeps it from that."""
        arguments = [CAREFUL] if careful else []
        process = await start_process(settings, WORKER, *arguments, line_bytes=LINE_BYTES, hear=True)
        assert process.stdin
        assert process.stderr
        worker = cls(process, process.stdin, process.stderr)
        ready: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        worker._waiting[READY] = ready
        worker._reader = asyncio.create_task(worker._read(), name=f"search worker {process.pid}")
        try:
            async with asyncio.timeout(START_S):
                reply = await ready
        except (TimeoutError, WorkerGone):
            await worker.stop()
            raise SearchUnavailable("The search worker does not start.", "The log says why.") from None
        except BaseException:
            await worker.stop()
            raise
        if "error" in reply:
            await worker.stop()
            raise error_from_json(reply["error"])
        worker.generation = str(reply["result"])
        return worker

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def status(self) -> int | None:
        return self._process.returncode

    @property
    def waiting(self) -> int:
        """How many calls it has not answered yet."""
        return sum(not reply.done() for reply in self._waiting.values())

    @property
    def is_gone(self) -> bool:
        return self._reader is None or self._reader.done()

    async def wait_gone(self, timeout_s: float) -> None:
        """Return when the process has closed its output, or after the time given."""
        if self._reader:
            await asyncio.wait([self._reader], timeout=timeout_s)

    async def ask(self, call: Call[A, R], argument: A) -> R:
        """One call. Raises WorkerGone where the process dies before it answers."""
        if self.is_gone:
            raise WorkerGone
        request_id, self._next_id = self._next_id, self._next_id + 1
        reply: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._waiting[request_id] = reply
        try:
            self._writer.write(call.request(request_id, argument))
            await self._writer.drain()
            message = await reply
        except (BrokenPipeError, ConnectionResetError):
            raise WorkerGone from None
        finally:
            self._waiting.pop(request_id, None)
        if "error" in message:
            raise error_from_json(message["error"])
        return call.result.validate_python(message["result"])

    async def stop(self, patience_s: float = CALL_S) -> None:
        """Let it answer what it was asked, then end it."""
        if self._waiting and not self.is_gone:
            await asyncio.wait(list(self._waiting.values()), timeout=patience_s)
        await stop_process(self._process, min(patience_s, STOP_S))
        if self._reader:
            await self._reader
        await self._relogging

    async def _read(self) -> None:
        """Hand each reply to whoever waits for it, until the process closes its output."""
        output = self._process.stdout
        assert output
        try:
            while line := await output.readline():
                message: Message = json.loads(line)
                waiting = self._waiting.get(message["id"])
                if waiting and not waiting.done():
                    waiting.set_result(message)
        finally:
            for waiting in self._waiting.values():
                if not waiting.done():
                    waiting.set_exception(WorkerGone())
            await self._process.wait()
