"""A loopback server that speaks Anthropic's Messages API, stricter than the real one.

It is scripted as `StubServer` is, and refuses what the API does not define. Requests are kept in one form
for both servers: a system message first, then the user's.
"""

import asyncio
import json
from typing import Any

from aiohttp import web

from tests.bot.answering.llm.stub_server import CUT_S, KEY, WORD, Reply, Request, StubServer, schema_objection

CLAUDE = "claude-stub"
VERSION = "2023-06-01"
KINDS = {400: "invalid_request_error", 401: "authentication_error", 403: "permission_error",
         429: "rate_limit_error", 500: "api_error", 529: "overloaded_error"}  # fmt: skip
FIELDS = {"model", "messages", "system", "max_tokens", "stream", "temperature", "output_config"}


class AnthropicServer(StubServer):
    """structured=False refuses `output_config`; temperature=False a temperature, as newer models."""

    path = "/v1/messages"

    def __init__(self, *args: Any, temperature: bool = False, **others: Any) -> None:
        super().__init__(*args, **others)
        self.temperature = temperature

    def _unlocked(self, http: web.Request) -> bool:
        return http.headers.get("x-api-key") == KEY and http.headers.get("anthropic-version") == VERSION

    def _read(self, body: dict[str, Any]) -> Request:
        user = "".join(block["text"] for block in body["messages"][-1]["content"])
        system = {"role": "system", "content": body["system"]}
        return Request({**body, "messages": [system, {"role": "user", "content": user}]})

    def _objection(self, body: Any) -> str | None:
        """What in the request the API does not allow."""
        if not isinstance(body, dict) or body.get("model") != CLAUDE:
            return "model: not found"
        if unknown := body.keys() - FIELDS:
            return f"{sorted(unknown)}: Extra inputs are not permitted"
        if not isinstance(body.get("max_tokens"), int) or body["max_tokens"] < 1:
            return "max_tokens: Field required"
        if not isinstance(body.get("system"), str) or not body["system"]:
            return "system: text content blocks must be non-empty"
        if "temperature" in body and not self.temperature:
            return "temperature: this model takes none"
        messages = body.get("messages")
        if not isinstance(messages, list) or [message.get("role") for message in messages] != ["user"]:
            return "messages: the first message must use the user role, roles must alternate"
        content = messages[0]["content"]
        if not isinstance(content, list) or not all(
            block.keys() == {"type", "text"} and block["type"] == "text" and block["text"].strip()
            for block in content
        ):
            return "messages.0.content: text content blocks must be non-empty"
        return self._format_objection(body["output_config"]) if "output_config" in body else None

    def _format_objection(self, wanted: Any) -> str | None:
        if not self.structured:
            return "output_config: this model does not support structured outputs"
        form = wanted.get("format", {}) if wanted.keys() == {"format"} else {}
        if form.keys() != {"type", "schema"} or form["type"] != "json_schema":
            return "output_config.format"
        return schema_objection(form["schema"])

    def _error(
        self, status: int, kind: str, message: str, headers: dict[str, str] | None = None
    ) -> web.Response:
        if status in (400, 401):
            self.refused.append(message)
        error = {"type": KINDS[status], "message": message}
        body = {"type": "error", "error": error, "request_id": "req_stub"}
        return web.json_response(body, status=status, headers=headers)

    async def _send_answer(
        self, response: web.StreamResponse, http: web.Request, text: str, reply: Reply, request: Request
    ) -> None:
        read = sum(len(message["content"]) // 4 for message in request.body["messages"])
        usage = {"input_tokens": read, "output_tokens": 1}
        message: dict[str, Any] = {"id": "msg_1", "type": "message", "role": "assistant", "model": CLAUDE,
                                   "content": [], "stop_reason": None, "stop_sequence": None,
                                   "usage": usage}  # fmt: skip
        await _send(response, {"type": "message_start", "message": message})
        block = {"type": "text", "text": ""}
        await _send(response, {"type": "content_block_start", "index": 0, "content_block": block})
        await _send(response, {"type": "ping"})
        sent = 0
        while True:
            for at in range(0, len(text), WORD):
                if sent == reply.cut_after:
                    await self._break_off(response, http, reply)
                delta = {"type": "text_delta", "text": text[at : at + WORD]}
                await _send(response, {"type": "content_block_delta", "index": 0, "delta": delta})
                sent += 1
                await self._wait(reply.pause_s)
            if not reply.endless or self.stopping.is_set():
                break
        await _send(response, {"type": "content_block_stop", "index": 0})
        reason = {"stop": "end_turn", "length": "max_tokens"}.get(reply.finish or "", reply.finish)
        ended = {"stop_reason": reason, "stop_sequence": None}
        written = {"output_tokens": max(1, len(text) // 4)}
        await _send(response, {"type": "message_delta", "delta": ended, "usage": written})
        await _send(response, {"type": "message_stop"})

    async def _break_off(self, response: web.StreamResponse, http: web.Request, reply: Reply) -> None:
        """Cut the connection, or say in the stream that it is overloaded, as the real server does."""
        if reply.error:
            error = {"type": reply.error, "message": "scripted"}
            await _send(response, {"type": "error", "error": error})
        await asyncio.sleep(CUT_S)
        assert http.transport is not None
        http.transport.abort()
        raise ConnectionResetError("scripted")


async def _send(response: web.StreamResponse, event: dict[str, Any]) -> None:
    await response.write(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode())
