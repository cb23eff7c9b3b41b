"""The HTTP side's gate: each request is logged, authorised, counted, perhaps disrupted, then handled."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from tests.discord_server.disruptions import Disruption, Weather
from tests.discord_server.errors import ApiError
from tests.discord_server.parts import Parts
from tests.discord_server.rate_limits import RateLimits
from tests.discord_server.violations import Kind

BASE = "/api/v10"
# The token in their address authorises these: interaction callbacks and webhooks with a token.
OPEN_PATH = re.compile(r"/interactions/\d+/[^/]+/callback|/webhooks/\d+/[^/]+(/.*)?")
CLOUDFLARE = "cloudflare"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class LoggedRequest:
    """A request that came in, and the status that it was answered with."""

    method: str
    path: str
    status: int
    at_s: float


def answer(data: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON with exactly `application/json`: a charset in it breaks discord.py's login."""
    response = web.Response(body=json.dumps(data).encode(), status=status, headers=headers)
    response.headers["Content-Type"] = "application/json"
    return response


def nothing() -> web.Response:
    """204, no content."""
    return web.Response(status=204)


class Gate:
    """The middleware of the API."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._limits = RateLimits(parts.disruptions)
        self.log: list[LoggedRequest] = []

    @web.middleware
    async def let_through(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not request.path.startswith(BASE + "/"):
            # Files and the gateway: no limits there, but bad weather too.
            weather = self._parts.disruptions.next_for(request.method, request.path)
            return await self._through_weather(request, handler, weather)
        path = request.path.removeprefix(BASE)
        usage = self._limits.use(request.method, path)
        disruption = self._parts.disruptions.next_for(request.method, path)
        response: web.StreamResponse
        try:
            self._check_authorization(request, path)
            if not self._limits.count_globally(path):
                self._parts.violations.add(Kind.TOO_FAST, f"{request.method} {path}")
                response = too_many(1.0, scope="global")
            elif usage.retry_after_s is not None:
                response = too_many(usage.retry_after_s, scope="user")
            else:
                response = await self._through_weather(request, handler, disruption)
        except ApiError as error:
            response = answer(error.body(), error.status)
        except web.HTTPNotFound:
            response = self._unknown_route(request.method, path)
        except web.HTTPMethodNotAllowed:
            self._parts.violations.add(Kind.UNKNOWN_ROUTE, f"{request.method} {path}")
            response = answer({"message": "405: Method Not Allowed", "code": 0}, 405)
        except Exception as error:
            self._note_own_fault(request, path, error)
            raise
        self.log.append(LoggedRequest(request.method, path, response.status, self._parts.world.clock.now_s()))
        self._parts.changes.tell()
        if not response.prepared and not is_cloudflare(response):
            response.headers.update(usage.headers)
        if disruption is not None and disruption.weather is Weather.TRUNCATED:
            return await cut_short(request, response)
        return response

    def _check_authorization(self, request: web.Request, path: str) -> None:
        if OPEN_PATH.fullmatch(path):
            return
        if request.headers.get("Authorization") != f"Bot {self._parts.token}":
            self._parts.violations.add(Kind.UNAUTHORIZED, f"{request.method} {path}")
            raise ApiError(401, 0, "401: Unauthorized")

    def _note_own_fault(self, request: web.Request, path: str, error: Exception) -> None:
        """aiohttp logs it and answers 500; without a violation the bot would just try again.

        A bot that hangs up in mid-request, as one does that is closed, is no fault of the server's.
        """
        if request.transport is not None:
            self._parts.violations.add(Kind.OWN_FAULT, f"{request.method} {path}: {error!r}")

    def _unknown_route(self, method: str, path: str) -> web.Response:
        self._parts.violations.add(Kind.UNKNOWN_ROUTE, f"{method} {path}")
        return answer({"message": "404: Not Found", "code": 0}, 404)

    async def _through_weather(
        self, request: web.Request, handler: Handler, disruption: Disruption | None
    ) -> web.StreamResponse:
        if disruption is None or disruption.weather is Weather.TRUNCATED:
            return await handler(request)
        if disruption.weather is Weather.SLOW:
            await asyncio.sleep(disruption.seconds)
            return await handler(request)
        if disruption.weather is Weather.RATE_LIMITED:
            return too_many(disruption.seconds, scope=disruption.scope)
        if disruption.weather is Weather.CUT and request.transport is not None:
            request.transport.close()
        return answer({"message": "500: Internal Server Error", "code": 0}, disruption.status)


def is_cloudflare(response: web.StreamResponse) -> bool:
    """Whether it comes from the network in front of Discord, without any of Discord's headers."""
    return response.headers.get("Server") == CLOUDFLARE


def too_many(retry_after_s: float, *, scope: str) -> web.Response:
    """429, as Discord words it; with the scope "cloudflare" as the network in front of it does."""
    if scope == CLOUDFLARE:
        page = "<!doctype html><title>Access denied</title>error code: 1015"
        headers = {"Retry-After": str(max(1, round(retry_after_s))), "Server": CLOUDFLARE}
        return web.Response(text=page, status=429, headers=headers, content_type="text/html")
    is_global = scope == "global"
    body = {
        "message": "You are being rate limited.",
        "retry_after": round(retry_after_s, 3),
        "global": is_global,
    }
    headers = {"Retry-After": str(max(1, round(retry_after_s))), "X-RateLimit-Scope": scope}
    if is_global:
        headers["X-RateLimit-Global"] = "true"
    return answer(body, 429, headers)


async def cut_short(request: web.Request, response: web.StreamResponse) -> web.StreamResponse:
    """Announce the whole body, send half of it, hang up."""
    whole = response.body if isinstance(response, web.Response) and isinstance(response.body, bytes) else b""
    cut = web.StreamResponse(status=response.status, headers=response.headers)
    cut.content_length = max(2, len(whole))
    await cut.prepare(request)
    await cut.write(whole[: len(whole) // 2] or b"{")
    if request.transport is not None:
        request.transport.close()
    return cut
