"""What goes wrong on the gateway, on demand: lost connections, requests to reconnect, lost sessions."""

from tests.discord_server import gateway_session as ops
from tests.discord_server.gateway import Gateway


class GatewayFaults:
    """Does to all shards what Discord does to one at a time."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def drop(self) -> None:
        """Cut every connection without a word, as a broken network does; sessions can be resumed."""
        for session in self._gateway.current.values():
            connection, session.connection = session.connection, None
            if connection is not None:
                connection.abort()

    async def close(self, code: int = 4000) -> None:
        """Close every connection with `code`; sessions can be resumed."""
        await self._gateway.close_all(code)

    async def reconnect(self) -> None:
        """Ask every shard to connect anew and resume (op 7)."""
        for session in self._gateway.current.values():
            if session.connection is not None:
                await session.connection.send(ops.RECONNECT, None)

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every shard that its session is no longer valid (op 9)."""
        for session in self._gateway.current.values():
            session.resumable = resumable
            if session.connection is not None:
                await session.connection.send(ops.INVALID_SESSION, resumable)

    async def demand_heartbeat(self) -> None:
        """Ask every shard for a heartbeat at once (op 1)."""
        for session in self._gateway.current.values():
            if session.connection is not None:
                await session.connection.send(ops.HEARTBEAT, None)

    def forget_sessions(self) -> None:
        """Let no session be resumed: a RESUME is answered with INVALID_SESSION."""
        for session in self._gateway.sessions.values():
            session.resumable = False
