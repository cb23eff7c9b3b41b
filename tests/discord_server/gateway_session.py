"""One gateway session: numbered events, kept for a RESUME, and the connection that carries them."""

import asyncio
import json
import zlib
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.discord_server.world import Payload

DISPATCH = 0
HEARTBEAT = 1
IDENTIFY = 2
PRESENCE = 3
RESUME = 6
RECONNECT = 7
REQUEST_MEMBERS = 8
INVALID_SESSION = 9
HELLO = 10
HEARTBEAT_ACK = 11


class Connection:
    """One WebSocket, compressed as the client asked (one zlib stream for the whole connection)."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self._request = request
        # An unknown compression falls back to plain text, which every client reads too.
        self._stream = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        self._sending = asyncio.Lock()
        self.received_at: list[float] = []
        self.last_heartbeat_s: float | None = None

    async def send(
        self, op: int, data: Any, *, event: str | None = None, sequence: int | None = None
    ) -> None:
        """Send one payload; a connection that is gone swallows it, as a network does."""
        text = json.dumps({"op": op, "d": data, "s": sequence, "t": event})
        async with self._sending:
            if self.socket.closed:
                return
            try:
                if self._stream is None:
                    await self.socket.send_str(text)
                else:
                    packed = self._stream.compress(text.encode()) + self._stream.flush(zlib.Z_SYNC_FLUSH)
                    await self.socket.send_bytes(packed)
            except (ConnectionError, RuntimeError):
                return

    def abort(self) -> None:
        """Cut the line without a closing frame."""
        if self._request.transport is not None:
            self._request.transport.abort()

    async def close(self, code: int, reason: str = "") -> None:
        await self.socket.close(code=code, message=reason.encode())


@dataclass(eq=False)
class Session:
    """What IDENTIFY opened: one shard of the bot."""

    id: str
    shard: int
    shard_count: int
    intents: int
    connection: Connection | None = None
    events: list[tuple[str, Payload]] = field(default_factory=list)
    resumable: bool = True
    resumed_count: int = 0

    @property
    def sequence(self) -> int:
        """The number of the last event."""
        return len(self.events)

    async def dispatch(self, event: str, data: Payload) -> None:
        """Number an event, keep it, and send it if anyone is there."""
        self.events.append((event, data))
        if self.connection is not None:
            await self.connection.send(DISPATCH, data, event=event, sequence=self.sequence)

    async def replay(self, connection: Connection, after: int) -> None:
        """Send again all that came after event number `after`, then go on over `connection`.

        Events that come up meanwhile wait their turn: the connection is attached after the last one.
        """
        while after < self.sequence:
            event, data = self.events[after]
            after += 1
            await connection.send(DISPATCH, data, event=event, sequence=after)
        self.connection = connection
        self.resumed_count += 1
