"""Runs a discord.py client of the same process against the loopback server."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.discord_server.server import DiscordServer


@contextmanager
def pointed_at(server: DiscordServer) -> Iterator[None]:
    """discord.py's addresses, set to the server and set back afterwards."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = server.api_url, yarl.URL(server.gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


@asynccontextmanager
async def running(
    client: discord.Client, server: DiscordServer, *, commands: bool = True
) -> AsyncIterator[asyncio.Task[None]]:
    """The client, logged in and connected; closed at the end. What its own task raised is raised here."""
    with pointed_at(server):
        task = asyncio.create_task(client.start(server.token))
        connected = asyncio.create_task(server.wait_until_connected(commands=commands))
        try:
            await asyncio.wait([task, connected], return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                await task
            await connected
            yield task
        finally:
            connected.cancel()
            await asyncio.gather(connected, return_exceptions=True)
            await client.close()
            await asyncio.gather(task, return_exceptions=True)
