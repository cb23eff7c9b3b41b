"""A real `chroma run` on loopback, and before it a proxy that wants a token and can fail in every way.

Chroma 1.x checks no tokens itself (that is left to what stands before it, as with Chroma Cloud), so the proxy
does, as an operator's would. What it lets through is Chroma's own, request and answer.
"""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

import aiohttp
import httpx
from aiohttp import web

TOKEN = "a-token-of-the-tests"
START_S = 60


class ChromaServer:
    """One server process on a folder of its own; can be stopped, started again and emptied."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = Path(sys.executable).with_name("chroma")
        with (self.folder.parent / "chroma.log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    str(command),
                    "run",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    str(self.port),
                    "--path",
                    str(self.folder),
                ],
                cwd=self.folder.parent,
                env={**os.environ, "ANONYMIZED_TELEMETRY": "False"},
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + START_S
        while True:
            try:
                httpx.get(f"http://127.0.0.1:{self.port}/api/v2/heartbeat", timeout=5).raise_for_status()
            except httpx.HTTPError:
                assert self._process.poll() is None, "chroma run ended"
                assert time.monotonic() < deadline, "chroma run does not answer"
                time.sleep(0.05)
            else:
                return

    def stop(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End it, by default as a crash does."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(30)
            self._process = None

    def empty(self) -> None:
        """Lose everything: a server on a new disk, at the same address."""
        self.stop()
        shutil.rmtree(self.folder)
        self.start()

    def make_database(self, name: str) -> None:
        made = httpx.post(
            f"http://127.0.0.1:{self.port}/api/v2/tenants/default_tenant/databases", json={"name": name}
        )
        made.raise_for_status()


class Mode(StrEnum):
    """What the proxy does with a request."""

    PASS = "pass"
    REFUSE = "refuse"  # as with another token
    BREAK = "break"  # 503
    CUT = "cut"  # the connection ends without an answer
    HOLD = "hold"  # no answer at all, until the mode is another


class Proxy:
    """Between us and the server, in a thread of its own; `mode` may be changed at any moment."""

    def __init__(self, server_port: int) -> None:
        self.port = free_port()
        self.mode = Mode.PASS
        self.seen: list[str] = []  # method and path of each request
        self.before: Callable[[str], None] = lambda _: None  # called with each, before it is passed on
        self._server_port = server_port
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="chroma proxy")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(START_S)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join()

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        self._stopped = asyncio.Event()
        app = web.Application(client_max_size=1 << 30)
        app.router.add_route("*", "/{path:.*}", self._answer)
        async with aiohttp.ClientSession() as self._session:
            runner = web.AppRunner(app, shutdown_timeout=0.1)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", self.port).start()
            self._ready.set()
            await self._stopped.wait()
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        what = f"{request.method} {request.path}"
        self.seen.append(what)
        await asyncio.to_thread(self.before, what)
        while self.mode is Mode.HOLD and not self._stopped.is_set():  # noqa: ASYNC110  set from another thread
            await asyncio.sleep(0.02)
        if self.mode is Mode.CUT:
            assert request.transport
            request.transport.abort()
            return web.Response()
        if self.mode is Mode.BREAK:
            return web.Response(status=503, text="<html>busy</html>")
        if self.mode is Mode.REFUSE or request.headers.get("x-chroma-token") != TOKEN:
            return web.Response(status=401, text="<html>who are you?</html>")
        address = f"http://127.0.0.1:{self._server_port}{request.path_qs}"
        headers = {"Content-Type": request.headers.get("Content-Type", "application/json")}
        try:
            async with self._session.request(request.method, address, data=body, headers=headers) as reply:
                return web.Response(
                    status=reply.status, body=await reply.read(), content_type=reply.content_type
                )
        except aiohttp.ClientError:
            return web.Response(status=502, text="<html>nobody there</html>")


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
