"""The gateway: bots connect here over WebSocket, identify or resume, beat, and get their events."""

import asyncio
import json
from dataclasses import dataclass

from aiohttp import WSCloseCode, WSMsgType, web

from tests.discord_server import gateway_session as ops
from tests.discord_server import payloads
from tests.discord_server.changes import Changes
from tests.discord_server.gateway_session import Connection, Session
from tests.discord_server.violations import Kind, Violations
from tests.discord_server.world import Payload, World

PRIVILEGED = {1 << 1: "GUILD_MEMBERS", 1 << 8: "GUILD_PRESENCES", 1 << 15: "MESSAGE_CONTENT"}
GUILD_MESSAGES = 1 << 9
DIRECT_MESSAGES = 1 << 12
GUILDS = 1 << 0


@dataclass(frozen=True)
class GatewayOptions:
    """How the gateway behaves.

    `silence`: after how many heartbeat intervals without a word a client is taken for dead.
    `ack_delay_s`: answered at once on loopback, discord.py logs a false "Can't keep up".
    `identifies`: how many IDENTIFYs one shard may send within `identify_window_s`; Discord allows one in
    5 s, a bot that a test restarts needs a second, and a bot that identifies in a loop sends many.
    `max_concurrency`: shards whose numbers leave the same remainder by it may not identify within
    `identify_spacing_s` of each other; Discord's rule is 5 s, one less is for the way of a busy machine.
    """

    heartbeat_interval_s: float = 41.25
    silence: float = 1.5
    ack_delay_s: float = 0.03
    shards: int = 1
    identifies: int = 3
    identify_window_s: float = 5.0
    max_concurrency: int = 1
    sessions_left: int = 1000
    identify_spacing_s: float = 4.0
    sends_per_minute: int = 120


class Gateway:
    """All sessions of the one bot."""

    def __init__(
        self, world: World, token: str, options: GatewayOptions, violations: Violations, changes: Changes
    ) -> None:
        self._world = world
        self._token = token
        self.options = options
        self._violations = violations
        self._changes = changes
        self._identified_at: dict[int, list[float]] = {}
        self.held: dict[int, asyncio.Event] = {}  # shards whose RESUME waits
        self._open: set[Connection] = set()
        self._acks: set[asyncio.Task[None]] = set()
        self.sessions: dict[str, Session] = {}
        self.current: dict[int, Session] = {}
        self.identify_count = 0
        self.resume_url = ""

    @property
    def connected(self) -> bool:
        """Whether every shard has a session with a live connection."""
        return bool(self.current) and all(
            shard in self.current and self.current[shard].connection is not None
            for shard in range(next(iter(self.current.values())).shard_count)
        )

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection from HELLO to its close."""
        socket = web.WebSocketResponse(max_msg_size=16 * 1024)
        await socket.prepare(request)
        connection = Connection(socket, request)
        self._open.add(connection)
        session: Session | None = None
        given_up = False
        try:
            interval_ms = round(self.options.heartbeat_interval_s * 1000)
            await connection.send(ops.HELLO, {"heartbeat_interval": interval_ms, "_trace": []})
            while True:
                message = await socket.receive(
                    timeout=self.options.heartbeat_interval_s * self.options.silence
                )
                if message.type is not WSMsgType.TEXT:
                    # A client that itself closes with 1000 or 1001 gives its session up.
                    given_up = message.type is WSMsgType.CLOSE and message.data in (1000, 1001)
                    break
                session = await self._receive(connection, session, message.data)
        except TimeoutError:
            self._violations.add(Kind.HEARTBEAT, f"silent for {self.options.silence} heartbeat intervals")
            await connection.close(4009, "Session timed out.")
        finally:
            self._open.discard(connection)
            self._detach(connection, given_up)
        return socket

    def _detach(self, connection: Connection, given_up: bool) -> None:
        for session in self.sessions.values():
            if session.connection is connection:
                session.connection = None
                session.resumable = session.resumable and not given_up
        self._changes.tell()

    async def _receive(self, connection: Connection, session: Session | None, text: str) -> Session | None:
        """Handle one payload of the client; gives the session that the connection then belongs to."""
        try:
            payload = json.loads(text)
            op, data = payload["op"], payload.get("d")
        except (ValueError, KeyError, TypeError):
            await self._break(connection, 4002, "a payload that is not JSON with an op")
            return session
        if self._too_fast(connection):
            await self._break(connection, 4008, "more than 120 payloads in a minute")
        elif op == ops.HEARTBEAT:
            self._heartbeat(connection, session, data)
        elif op == ops.IDENTIFY:
            if session is not None:
                await self._break(connection, 4005, "IDENTIFY on an identified connection")
                return session
            return await self._identify(connection, data)
        elif op == ops.RESUME:
            return await self._resume(connection, data)
        elif session is None:
            await self._break(connection, 4003, f"op {op} before IDENTIFY")
        elif op == ops.REQUEST_MEMBERS:
            await self._members(session, data)
        elif op not in (ops.PRESENCE, 4):
            await self._break(connection, 4001, f"unknown op {op}")
        return session

    def _too_fast(self, connection: Connection) -> bool:
        now = self._world.clock.now_s()
        connection.received_at = [at for at in connection.received_at if now - at < 60] + [now]
        return len(connection.received_at) > self.options.sends_per_minute

    async def _break(self, connection: Connection, code: int, what: str) -> None:
        self._violations.add(Kind.GATEWAY_RULE, f"{what} (closed with {code})")
        await connection.close(code, what)

    def _heartbeat(self, connection: Connection, session: Session | None, data: object) -> None:
        last = session.sequence if session is not None else 0
        if data is not None and (
            not isinstance(data, int) or isinstance(data, bool) or data < 0 or data > last
        ):
            # A client that resumes beats with its old session's number before it has resumed.
            known = any(isinstance(data, int) and data <= one.sequence for one in self.sessions.values())
            if session is not None or not known:
                self._violations.add(Kind.HEARTBEAT, f"heartbeat with {data!r}, last event {last}")
        connection.last_heartbeat_s = self._world.clock.now_s()
        task = asyncio.create_task(self._acknowledge(connection))
        self._acks.add(task)
        task.add_done_callback(self._acks.discard)

    async def _acknowledge(self, connection: Connection) -> None:
        await asyncio.sleep(self.options.ack_delay_s)
        await connection.send(ops.HEARTBEAT_ACK, None)

    async def _identify(self, connection: Connection, data: Payload) -> Session | None:
        self.identify_count += 1
        if data.get("token") != self._token:
            await connection.close(4004, "Authentication failed.")
            return None
        intents = int(data["intents"])
        asked = [name for bit, name in PRIVILEGED.items() if intents & bit & ~self._world.allowed_intents]
        if asked:
            self._violations.add(Kind.PRIVILEGED_INTENT, ", ".join(asked))
            await connection.close(4014, "Disallowed intent(s).")
            return None
        shard, count = data.get("shard") or (0, 1)
        if not 0 <= shard < count:
            await self._break(connection, 4010, f"shard {shard} of {count}")
            return None
        if self._identifies_too_often(shard):
            self._violations.add(Kind.IDENTIFY, f"shard {shard} identified too soon after it or another")
            await connection.send(ops.INVALID_SESSION, False)
            return None
        session = Session(self._world.ids.next(), shard, count, intents, connection)
        self.sessions[session.id] = session
        self.current[shard] = session
        await self._welcome(session)
        return session

    def _identifies_too_often(self, shard: int) -> bool:
        now = self._world.clock.now_s()
        recent = [
            at for at in self._identified_at.get(shard, []) if now - at < self.options.identify_window_s
        ]
        self._identified_at[shard] = [*recent, now]
        others = [
            at
            for other, times in self._identified_at.items()
            if other != shard and (other - shard) % self.options.max_concurrency == 0
            for at in times
        ]
        too_near = any(now - at < self.options.identify_spacing_s for at in others)
        return too_near or len(recent) >= self.options.identifies

    async def _welcome(self, session: Session) -> None:
        """READY with unavailable guilds, then GUILD_CREATE for each."""
        bot = self._world.bot
        guilds = [
            one
            for one in self._world.guilds.values()
            if shard_of(one.id, session.shard_count) == session.shard
        ]
        ready = {
            "v": 10,
            "user": payloads.user(bot) | {"verified": True, "mfa_enabled": True, "email": None},
            "guilds": [{"id": one.id, "unavailable": True} for one in guilds],
            "session_id": session.id,
            "resume_gateway_url": self.resume_url,
            "shard": [session.shard, session.shard_count],
            "application": {"id": self._world.application_id, "flags": 0},
            "session_type": "normal",
            "private_channels": [],
        }
        await session.dispatch("READY", ready)
        for one in guilds:
            if session.intents & GUILDS:
                await session.dispatch("GUILD_CREATE", payloads.guild(one, bot))
        self._changes.tell()

    async def _resume(self, connection: Connection, data: Payload) -> Session | None:
        session = self.sessions.get(str(data.get("session_id")))
        if data.get("token") != self._token:
            await connection.close(4004, "Authentication failed.")
            return None
        sequence = data.get("seq")
        if session is None or not session.resumable:
            await connection.send(ops.INVALID_SESSION, False)
            return None
        if not isinstance(sequence, int) or sequence > session.sequence:
            await self._break(connection, 4007, f"RESUME from {sequence}, last event {session.sequence}")
            return None
        if session.shard in self.held:
            await self.held[session.shard].wait()
        await session.replay(connection, sequence)
        await session.dispatch("RESUMED", {"_trace": []})
        self._changes.tell()
        return session

    async def _members(self, session: Session, data: Payload) -> None:
        """Answer a request for members with the bot alone, as without the members intent."""
        guild = self._world.guilds.get(str(data.get("guild_id")))
        if guild is None:
            return
        chunk = {
            "guild_id": guild.id,
            "members": [payloads.member(guild.members[self._world.bot.id])],
            "chunk_index": 0,
            "chunk_count": 1,
            "nonce": data.get("nonce"),
        }
        await session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    async def dispatch(self, event: str, data: Payload, *, intents: tuple[int, int] | None = None) -> None:
        """Send an event to its shard; `intents` are those that it needs in guilds and in direct messages."""
        guild_id = data["id"] if event in ("GUILD_CREATE", "GUILD_DELETE") else data.get("guild_id")
        for session in self.current.values():
            if (shard_of(guild_id, session.shard_count) if guild_id else 0) != session.shard:
                continue
            if intents is None or session.intents & intents[0 if guild_id else 1]:
                await session.dispatch(event, data)
        self._changes.tell()

    async def close_all(self, code: int, *, resumable: bool = True) -> None:
        """Close every live connection with `code`."""
        for session in self.sessions.values():
            session.resumable = session.resumable and resumable
        for connection in list(self._open):
            await connection.close(code)

    async def stop(self) -> None:
        """Close all and end what still runs."""
        for task in list(self._acks):
            task.cancel()
        await asyncio.gather(*self._acks, return_exceptions=True)
        await self.close_all(WSCloseCode.GOING_AWAY)


def shard_of(guild_id: str, shards: int) -> int:
    """Discord's formula: (guild_id >> 22) % num_shards."""
    return (int(guild_id) >> 22) % shards
