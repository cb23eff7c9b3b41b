"""What goes wrong on the gateway, on demand: lost connections, requests to reconnect, lost sessions."""

import asyncio

from tests.discord_server import gateway_session as ops
from tests.discord_server.gateway import Gateway
from tests.discord_server.gateway_session import Session


class GatewayFaults:
    """Does to one shard what Discord does to it now and then, or to all at once where none is named."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def _sessions(self, shard: int | None) -> list[Session]:
        return [one for number, one in self._gateway.current.items() if shard in (None, number)]

    async def drop(self, shard: int | None = None) -> None:
        """Cut the connection without a word, as a broken network does; the session can be resumed."""
        for session in self._sessions(shard):
            connection, session.connection = session.connection, None
            if connection is not None:
                connection.abort()

    async def close(self, code: int = 4000, shard: int | None = None) -> None:
        """Close the connection with `code`; the session can be resumed."""
        if shard is None:
            await self._gateway.close_all(code)
            return
        for session in self._sessions(shard):
            if session.connection is not None:
                await session.connection.close(code)

    async def reconnect(self, shard: int | None = None) -> None:
        """Ask the shard to connect anew and resume (op 7)."""
        for session in self._sessions(shard):
            if session.connection is not None:
                await session.connection.send(ops.RECONNECT, None)

    async def invalidate(self, shard: int | None = None, *, resumable: bool = False) -> None:
        """Tell the shard that its session is no longer valid (op 9)."""
        for session in self._sessions(shard):
            session.resumable = resumable
            if session.connection is not None:
                await session.connection.send(ops.INVALID_SESSION, resumable)

    async def demand_heartbeat(self) -> None:
        """Ask every shard for a heartbeat at once (op 1)."""
        for session in self._sessions(None):
            if session.connection is not None:
                await session.connection.send(ops.HEARTBEAT, None)

    def hold(self, shard: int) -> None:
        """Let the shard's RESUME wait until `release`."""
        self._gateway.held[shard] = asyncio.Event()

    def release(self, shard: int) -> None:
        """Go on with a RESUME that was held."""
        self._gateway.held.pop(shard).set()

    def forget_sessions(self) -> None:
        """Let no session be resumed: a RESUME is answered with INVALID_SESSION."""
        for session in self._gateway.sessions.values():
            session.resumable = False
