"""A loopback server that speaks OpenAI's chat-completions protocol, stricter than the real one.

What it answers is scripted: each request takes the next behaviour, the last one stays. It refuses what the
protocol does not define, so that a client that is sloppy fails here and not at somebody's server.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import web

MODEL = "stub-model"
KEY = "sk-stub-key"
CUT_S = 0.1  # what was sent before a cut is read by then
WORD = 12  # characters a chunk
KNOWN = {"model", "messages", "stream", "stream_options", "temperature", "max_tokens", "response_format"}


@dataclass(frozen=True)
class Request:
    """One request as it came in."""

    body: dict[str, Any]

    @property
    def system(self) -> str:
        return str(self.body["messages"][0]["content"])

    @property
    def user(self) -> str:
        return str(self.body["messages"][-1]["content"])


@dataclass
class Reply:
    """What the server answers to one request.

    text: the model's words, or what makes them from the request. silent_s: before the first of them.
    cut_after: chunks after which the connection is closed. endless: the text again and again.
    """

    text: str | Callable[[Request], str] = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    silent_s: float = 0.0
    cut_after: int | None = None
    endless: bool = False
    finish: str | None = "stop"
    usage: bool = True
    pause_s: float = 0.0
    error: str = ""  # named in the stream before the cut, by servers that do that


class StubServer:
    """`async with StubServer([Reply(...)]) as server:`; structured=False refuses response_format."""

    path = "/v1/chat/completions"

    def __init__(
        self, replies: Sequence[Reply] = (Reply(),), *, structured: bool = True, usage_option: bool = True
    ) -> None:
        self.replies = list(replies)
        self.structured = structured
        self.usage_option = usage_option
        self.requests: list[Request] = []
        self.refused: list[str] = []
        self.arrivals: list[float] = []
        self.gone = 0  # clients that left before the end
        self.stopping = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post(self.path, self._complete)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}/v1"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        assert self._runner is not None
        await self._runner.cleanup()

    async def _complete(self, http: web.Request) -> web.StreamResponse:
        self.arrivals.append(time.monotonic())
        if not self._unlocked(http):
            return self._error(401, "invalid_api_key", "Incorrect API key provided.")
        if http.content_type != "application/json":
            return self._error(400, "invalid_request_error", f"content type {http.content_type}")
        body = await http.json()
        if objection := self._objection(body):
            return self._error(400, "invalid_request_error", objection)
        request = self._read(body)
        self.requests.append(request)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if reply.status != 200:
            return self._error(reply.status, "server_error", "scripted", reply.headers)
        await self._wait(reply.silent_s)
        text = reply.text if isinstance(reply.text, str) else reply.text(request)
        if not body.get("stream"):
            return web.json_response(_whole(text, reply, request))
        return await self._stream(http, text, reply, request)

    def _unlocked(self, http: web.Request) -> bool:
        return http.headers.get("Authorization") == f"Bearer {KEY}"

    def _read(self, body: dict[str, Any]) -> Request:
        return Request(body)

    async def _stream(
        self, http: web.Request, text: str, reply: Reply, request: Request
    ) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(http)
        try:
            await self._send_answer(response, http, text, reply, request)
        except (ConnectionError, asyncio.CancelledError):
            self.gone += 1
            raise
        return response

    async def _send_answer(
        self, response: web.StreamResponse, http: web.Request, text: str, reply: Reply, request: Request
    ) -> None:
        send = _sender(response)
        await send(_chunk({"role": "assistant", "content": ""}))
        sent = 0
        while True:
            for at in range(0, len(text), WORD):
                if sent == reply.cut_after:
                    await asyncio.sleep(CUT_S)
                    assert http.transport is not None
                    http.transport.abort()
                    raise ConnectionResetError("scripted")
                await send(_chunk({"content": text[at : at + WORD]}))
                sent += 1
                await self._wait(reply.pause_s)
            if not reply.endless or self.stopping.is_set():
                break
        await send(_chunk({}, reply.finish))
        wanted = (request.body.get("stream_options") or {}).get("include_usage")
        if wanted and reply.usage:
            await send({**_chunk({}), "choices": [], "usage": _usage(text, request)})
        await response.write(b"data: [DONE]\n\n")

    async def _wait(self, seconds: float) -> None:
        """Wait, unless the server is to end."""
        try:
            await asyncio.wait_for(self.stopping.wait(), seconds or 0.0001)
        except TimeoutError:
            return

    def _objection(self, body: Any) -> str | None:
        """What in the request the protocol does not allow."""
        if not isinstance(body, dict) or body.get("model") != MODEL:
            return "model"
        if unknown := body.keys() - KNOWN:
            return f"Unrecognized request argument supplied: {sorted(unknown)}"
        messages = body.get("messages")
        if not isinstance(messages, list) or not messages:
            return "messages"
        for message in messages:
            if message.keys() != {"role", "content"} or not isinstance(message["content"], str):
                return "a message has a role and a content"
            if message["role"] not in ("system", "user", "assistant") or not message["content"]:
                return "role or empty content"
        if "stream_options" in body and not (body.get("stream") and self.usage_option):
            return "stream_options"
        if not isinstance(body.get("max_tokens"), int) or body["max_tokens"] < 1:
            return "max_tokens"
        if "response_format" in body:
            return self._format_objection(body["response_format"])
        return None

    def _format_objection(self, wanted: Any) -> str | None:
        if not self.structured:
            return "response_format is not supported"
        named = wanted.get("json_schema") or {}
        if wanted.get("type") != "json_schema" or not named.get("name") or named.get("strict") is not True:
            return "response_format"
        return schema_objection(named.get("schema") or {})

    def _error(
        self, status: int, kind: str, message: str, headers: dict[str, str] | None = None
    ) -> web.Response:
        if status in (400, 401):
            self.refused.append(message)
        error = {"message": message, "type": kind, "param": None, "code": None}
        return web.json_response({"error": error}, status=status, headers=headers)


def schema_objection(schema: dict[str, Any]) -> str | None:
    """Strict mode: every object is closed, and requires all that it names."""
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            return "additionalProperties must be false"
        if sorted(schema.get("required", [])) != sorted(schema.get("properties", {})):
            return "required must name every property"
        return next(filter(None, map(schema_objection, schema["properties"].values())), None)
    if schema.get("type") == "array":
        return schema_objection(schema["items"])
    return None if schema.get("type") in ("string", "integer", "boolean", "number") else "type"


def _sender(response: web.StreamResponse) -> Callable[[dict[str, Any]], Awaitable[None]]:
    async def send(chunk: dict[str, Any]) -> None:
        await response.write(f"data: {json.dumps(chunk)}\n\n".encode())

    return send


def _chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": MODEL,
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }


def _whole(text: str, reply: Reply, request: Request) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": reply.finish}],
        "usage": _usage(text, request),
    }


def _usage(text: str, request: Request) -> dict[str, int]:
    read = sum(len(message["content"]) // 4 for message in request.body["messages"])
    written = len(text) // 4
    return {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
