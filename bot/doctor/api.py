"""The doctor's way to Discord: a few questions over HTTP, without a session on the gateway."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from bot.settings import BotSettings

DISCORD = "https://discord.com/api/v10"
TIMEOUT_S = 10.0
PAGE = 200  # servers in one answer, Discord's most
LONGEST_WAIT_S = 10.0  # for a rate limit
TOO_MANY = 429


class Refusal(Exception):
    """Discord answered with an error; `status` is that of HTTP."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Unreachable(Exception):
    """There was no answer, or none of Discord's."""


class Discord:
    """Asks as the bot whose token it has."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session = session
        self.base = base

    async def get(self, path: str) -> Any:
        """The JSON that it answers. Raises Refusal or Unreachable."""
        for attempt in range(2):
            try:
                async with self._session.get(f"{self.base}{path}") as answer:
                    status, body = answer.status, await answer.json(content_type=None)
            except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
                raise Unreachable(str(error) or type(error).__name__) from None
            if status == TOO_MANY and attempt == 0 and isinstance(body, dict):
                await asyncio.sleep(min(float(body.get("retry_after", 1.0)), LONGEST_WAIT_S))
                continue
            if status >= 400:
                message = body.get("message") if isinstance(body, dict) else None
                raise Refusal(status, str(message or "no reason given"))
            return body
        raise Unreachable("too many requests")

    async def servers(self) -> list[dict[str, Any]]:
        """All servers that the bot is in, each with the permissions that it has there."""
        found: list[dict[str, Any]] = []
        while True:
            after = f"&after={found[-1]['id']}" if found else ""
            page = await self.get(f"/users/@me/guilds?limit={PAGE}{after}")
            found += page
            if len(page) < PAGE:
                return found


@asynccontextmanager
async def connected(settings: BotSettings) -> AsyncIterator[Discord]:
    """A way to the Discord that the settings name, with their token."""
    token = settings.discord_token.get_secret_value() if settings.discord_token else ""
    base = str(settings.discord_api_url).rstrip("/") if settings.discord_api_url else DISCORD
    timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
    headers = {"Authorization": f"Bot {token}", "User-Agent": "DiscordBot (footnote doctor, 1)"}
    async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
        yield Discord(session, base)
