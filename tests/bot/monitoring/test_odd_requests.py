"""Whoever asks the HTTP port in odd ways gets a short refusal; nobody finds a person, a server or a path."""

import asyncio

import pytest

from tests.bot.monitoring.conftest import Tools
from tests.discord_server.server import HOST

SECRET = "marmalade"
GET = b"GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"


async def raw(tools: Tools, request: bytes) -> bytes:
    """What comes back until the connection is closed."""
    reader, writer = await asyncio.open_connection(HOST, int(tools.base.rsplit(":", 1)[1]))
    try:
        writer.write(request)
        return await asyncio.wait_for(reader.read(), 20)
    finally:
        writer.close()
        await writer.wait_closed()


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (GET.replace(b"GET", b"POST") + b"\r\n", b"405"),
        (GET.replace(b"GET", b"TRACE") + b"\r\n", b"405"),
        (GET.replace(b"GET", b"NONSENSE") + b"\r\n", b"400"),
        (GET.replace(b"/metrics", b"/../../etc/passwd") + b"\r\n", b"404"),
        (GET + b"X: " + b"a" * 100_000 + b"\r\n\r\n", b"400"),
        (GET + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\r\n\r\n", b"400"),
    ],
)
async def test_odd_requests_are_refused_and_the_next_one_is_answered(
    tools: Tools, request_: bytes, status: bytes
) -> None:
    answer = await raw(tools, request_)
    assert answer.split(b" ")[1] == status
    assert b"Traceback" not in answer
    assert (await tools.ask("/healthz"))[0] == 200


async def test_nothing_says_who_asked_what_where(tools: Tools) -> None:
    scene = tools.scene
    await tools.wait_until_ready()
    await (await scene.ann.slash(scene.channel, "ask", question=f"A lighthouse of {SECRET}?")).wait_done()
    texts = [(await tools.ask(path))[1] for path in ("/metrics", "/readyz", "/healthz")]
    assert "footnote_" in texts[0]
    ids = (scene.ann.user.id, scene.guild.id, scene.channel.id, scene.server.world.bot.id)
    for personal in (*ids, "Ann", scene.guild.data.name, SECRET, str(scene.data_dir), scene.server.token):
        assert not any(personal in text for text in texts), personal
