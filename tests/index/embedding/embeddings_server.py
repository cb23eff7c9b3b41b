"""A loopback server that speaks the OpenAI embeddings protocol, stricter than most: for hosted models."""

import hashlib
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self

MODEL = "letters-26"
KEY = "sk-a-test"


def vector(text: str) -> list[float]:
    """How often each letter occurs: crude, but like texts are near each other."""
    counts = [1.0 + text.casefold().count(chr(ord("a") + n)) for n in range(26)]
    return [count + int(hashlib.sha256(text.encode()).hexdigest()[:4], 16) / 1e7 for count in counts]


class EmbeddingsServer:
    """Runs in a thread of its own; `fail_after` requests it answers 500 until it is set to None."""

    def __init__(self, fail_after: int | None = None) -> None:
        self.fail_after = fail_after
        self.requests = 0
        self.texts = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(
        self, path: str, authorization: str | None, body: dict[str, Any]
    ) -> tuple[int, dict[str, Any]]:
        """Status and body of the reply to one request."""
        self.requests += 1
        if path != "/v1/embeddings":
            return 404, {"error": {"message": f"no such path: {path}"}}
        if authorization != f"Bearer {KEY}":
            return 401, {"error": {"message": "wrong key"}}
        texts = body.get("input")
        if body.get("model") != MODEL or not isinstance(texts, list) or not texts or "" in texts:
            return 400, {"error": {"message": "bad request"}}
        if self.fail_after is not None and self.requests > self.fail_after:
            return 500, {"error": {"message": "out of order"}}
        self.texts += len(texts)
        data = [{"object": "embedding", "index": n, "embedding": vector(t)} for n, t in enumerate(texts)]
        return 200, {
            "object": "list",
            "model": MODEL,
            "data": data,
            "usage": {"prompt_tokens": 1, "total_tokens": 1},
        }

    def _handler(server) -> type[BaseHTTPRequestHandler]:  # noqa: N805  `self` is the handler's below
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                status, reply = server.answer(
                    self.path, self.headers.get("Authorization"), json.loads(self.rfile.read(length))
                )
                data = json.dumps(reply).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                """Tests need no access log."""

        return Handler
