"""A running bot on the loopback Discord, and an operator who asks it over HTTP."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.discord.connection.patience import Patience
from tests.bot.discord.conftest import Scene, quiet_scene
from tests.discord_server.server import HOST

__all__ = ["quiet_scene"]

READY_S = 30.0


class Tools:
    """What an operator has: something that asks, and reads the answers."""

    def __init__(self, scene: Scene, port: int) -> None:
        self.scene = scene
        self.base = f"http://{HOST}:{port}"

    async def ask(self, path: str) -> tuple[int, str]:
        async with aiohttp.ClientSession() as session, session.get(self.base + path) as response:
            return response.status, await response.text()

    async def ask_json(self, path: str) -> tuple[int, dict[str, object]]:
        status, text = await self.ask(path)
        return status, json.loads(text)

    async def wait_until_ready(self) -> None:
        """Return when the bot says that it is; Discord tells of its servers one after the other."""
        async with asyncio.timeout(READY_S):
            while (await self.ask("/readyz"))[0] != 200:  # noqa: ASYNC110 - it is another's word
                await asyncio.sleep(0.05)

    async def wait_for(self, value: float, metric: str, /, **labels: str) -> None:
        """Return when the sample has this value."""
        async with asyncio.timeout(READY_S):
            while await self.value(metric, **labels) != value:  # noqa: ASYNC110 - it is another's word
                await asyncio.sleep(0.05)

    async def value(self, metric: str, /, **labels: str) -> float | None:
        """A sample's value, None where there is no such sample."""
        _, text = await self.ask("/metrics")
        return next(
            (
                sample.value
                for family in text_string_to_metric_families(text)
                for sample in family.samples
                if sample.name == metric and sample.labels == labels
            ),
            None,
        )


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def operated(scene: Scene, patience: Patience | None = None) -> AsyncIterator[Tools]:
    """The bot runs, and an operator looks."""
    port = free_port()
    scene.more_settings = {"http_port": port}
    async with scene.bot_running(patience):
        yield Tools(scene, port)


@pytest.fixture
async def tools(quiet_scene: Scene) -> AsyncIterator[Tools]:
    """The operator of a running bot."""
    async with operated(quiet_scene) as operator:
        yield operator
