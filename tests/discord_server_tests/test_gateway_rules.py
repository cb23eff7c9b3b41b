"""The gateway's own rules, tried by hand over a bare WebSocket."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from tests.discord_server import DiscordServer, GatewayOptions, Kind

IDENTIFY: dict[str, Any] = {"token": "loopback-token", "intents": 1, "properties": {}}


class Line:
    """A connection to the gateway."""

    def __init__(self, server: DiscordServer, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.server = server
        self._socket = socket

    async def send(self, op: int, data: object) -> None:
        await self._socket.send_str(json.dumps({"op": op, "d": data}))

    async def receive(self) -> dict[str, Any]:
        received: dict[str, Any] = await self._socket.receive_json(timeout=5)
        return received

    async def close_code(self) -> int | None:
        """Read on until the server closes."""
        async for _ in self._socket:
            pass
        return self._socket.close_code

    def broken(self) -> set[Kind]:
        return {violation.kind for violation in self.server.take_violations()}


@asynccontextmanager
async def connected(options: GatewayOptions) -> AsyncIterator[Line]:
    """A server and a line to it that has had its HELLO."""
    async with DiscordServer(options=options) as server, aiohttp.ClientSession() as session:
        server.add_guild("Harbour")
        async with session.ws_connect(server.gateway_url) as socket:
            line = Line(server, socket)
            assert (await line.receive())["op"] == 10
            yield line


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with connected(GatewayOptions(sends_per_minute=10)) as line:
        yield line


async def test_a_session_begins_with_ready_and_its_guilds(line: Line) -> None:
    await line.send(2, IDENTIFY)
    ready = await line.receive()
    assert (ready["t"], ready["s"]) == ("READY", 1)
    assert ready["d"]["guilds"][0]["unavailable"]
    assert ready["d"]["resume_gateway_url"].startswith("ws://127.0.0.1")
    assert (await line.receive())["t"] == "GUILD_CREATE"
    await line.send(1, 2)
    assert (await line.receive())["op"] == 11


@pytest.mark.parametrize("sequence", [7, -1, "2", 1.5, True])
async def test_a_heartbeat_with_a_sequence_that_never_was(line: Line, sequence: object) -> None:
    await line.send(2, IDENTIFY)
    await line.receive()
    await line.send(1, sequence)
    await line.receive()
    assert (await line.receive())["op"] == 11
    assert line.broken() == {Kind.HEARTBEAT}


async def test_a_client_that_falls_silent_is_closed_with_4009() -> None:
    async with connected(GatewayOptions(heartbeat_interval_s=0.1)) as line:
        assert await line.close_code() == 4009
        assert line.broken() == {Kind.HEARTBEAT}


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ([(3, {})], 4003),
        ([(2, IDENTIFY), (2, IDENTIFY)], 4005),
        ([(2, IDENTIFY), (99, None)], 4001),
        ([(2, IDENTIFY | {"shard": [2, 2]})], 4010),
        ([(1, None)] * 11, 4008),
    ],
)
async def test_a_broken_rule_closes_with_its_code(line: Line, sent: list[tuple[int, Any]], code: int) -> None:
    for op, data in sent:
        await line.send(op, data)
    assert await line.close_code() == code
    assert line.broken() == {Kind.GATEWAY_RULE}


async def test_a_wrong_token_closes_with_4004(line: Line) -> None:
    await line.send(2, IDENTIFY | {"token": "wrong"})
    assert await line.close_code() == 4004


async def test_a_resume_from_the_future_closes_with_4007(line: Line) -> None:
    await line.send(2, IDENTIFY)
    session = (await line.receive())["d"]["session_id"]
    async with aiohttp.ClientSession() as other, other.ws_connect(line.server.gateway_url) as socket:
        second = Line(line.server, socket)
        await second.send(6, {"token": "loopback-token", "session_id": session, "seq": 99})
        assert await second.close_code() == 4007
    assert line.broken() == {Kind.GATEWAY_RULE}


async def test_a_resume_sends_what_was_missed_in_order(line: Line) -> None:
    await line.send(2, IDENTIFY)
    session = (await line.receive())["d"]["session_id"]
    await line.server.gateway_faults.drop()
    await asyncio.gather(*(line.server.invite(f"Guild {number}") for number in range(3)))
    async with aiohttp.ClientSession() as other, other.ws_connect(line.server.gateway_url) as socket:
        second = Line(line.server, socket)
        await second.receive()
        await second.send(6, {"token": "loopback-token", "session_id": session, "seq": 1})
        events = [await second.receive() for _ in range(5)]
    assert [event["s"] for event in events] == [2, 3, 4, 5, 6]
    assert [event["t"] for event in events] == ["GUILD_CREATE"] * 4 + ["RESUMED"]


@pytest.mark.parametrize(("shard", "too_soon"), [(1, False), (2, True)])
async def test_shards_of_one_remainder_may_not_identify_at_once(shard: int, too_soon: bool) -> None:
    async with connected(GatewayOptions(shards=4, max_concurrency=2)) as line:
        await line.send(2, IDENTIFY | {"shard": [0, 4]})
        await line.receive()
        async with aiohttp.ClientSession() as other, other.ws_connect(line.server.gateway_url) as socket:
            second = Line(line.server, socket)
            await second.receive()
            await second.send(2, IDENTIFY | {"shard": [shard, 4]})
            assert (await second.receive())["op"] == (9 if too_soon else 0)
        assert line.broken() == ({Kind.IDENTIFY} if too_soon else set())
