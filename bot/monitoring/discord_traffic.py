"""At the edge to Discord: events as they come in, requests as they go out, each counted once.

Requests are seen by aiohttp's own tracing, so also those that discord.py makes by itself.
"""

import re
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
from aiohttp import TraceConfig

from bot.monitoring.metrics import RATE_LIMIT_SCOPES, Metrics

# Words of Discord's paths that say what a request is about; all else in a path is an id, a name or a token.
RESOURCES = frozenset(
    {
        "applications", "bulk-delete", "callback", "channels", "commands", "gateway", "guilds",
        "interactions", "members", "messages", "oauth2", "pins", "reactions", "roles", "threads", "typing",
        "users", "webhooks",
    }
)  # fmt: skip
SHARD_EVENTS = {f"shard_{name}": name for name in ("connect", "disconnect", "ready", "resumed")}
MOST_WAITING = 10_000  # interactions that nobody has responded to yet
MOST_NAMES = 100  # of commands and buttons; we have fewer, and a client could make up others
UNKNOWN = "unknown"
# What our custom ids begin with; those that discord.py makes up are hexadecimal.
_OURS = re.compile("[a-z]+(-[a-z]+)*")
REFUSED = 429


class OnDiscord:
    """Counts for one registry; serves one client after the other."""

    def __init__(self, metrics: Metrics, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._metrics = metrics
        self._clock = clock
        self._arrived: OrderedDict[str, tuple[str, float]] = OrderedDict()  # interactions, by id
        self._names: set[str] = set()
        self.shards_up: set[int] = set()

    def note_event(self, name: str, arguments: tuple[Any, ...]) -> None:
        """An event has come in."""
        if name in SHARD_EVENTS:
            self._note_shard(int(arguments[0]), SHARD_EVENTS[name])
        elif name == "interaction":
            self._note_interaction(arguments[0])

    def _note_shard(self, shard: int, event: str) -> None:
        self._metrics.gateway_events.labels(str(shard), event).inc()
        if event == "disconnect":
            self.shards_up.discard(shard)
        else:
            self.shards_up.add(shard)

    def _note_interaction(self, interaction: "discord.Interaction[Any]") -> None:
        kind = interaction.type.name
        name = _name_of(interaction)
        if len(self._names) < MOST_NAMES:
            self._names.add(name)
        self._metrics.interactions.labels(kind, name if name in self._names else UNKNOWN).inc()
        self._arrived[str(interaction.id)] = (kind, self._clock())
        if len(self._arrived) > MOST_WAITING:
            self._arrived.popitem(last=False)

    def trace(self) -> TraceConfig:
        """What aiohttp tells of every request that a client makes."""
        trace = TraceConfig()

        async def started(_: aiohttp.ClientSession, at: SimpleNamespace, __: Any) -> None:
            at.started = self._clock()

        async def ended(
            _: aiohttp.ClientSession, at: SimpleNamespace, end: aiohttp.TraceRequestEndParams
        ) -> None:
            self._note_request(end.method, end.url.path, end.response.status, at.started)
            if end.response.status == REFUSED:
                scope = end.response.headers.get("X-RateLimit-Scope", "")
                self._metrics.rate_limits.labels(scope if scope in RATE_LIMIT_SCOPES else UNKNOWN).inc()

        async def failed(
            _: aiohttp.ClientSession, at: SimpleNamespace, end: aiohttp.TraceRequestExceptionParams
        ) -> None:
            self._note_request(end.method, end.url.path, 0, at.started)

        trace.on_request_start.append(started)
        trace.on_request_end.append(ended)
        trace.on_request_exception.append(failed)
        return trace

    def _note_request(self, method: str, path: str, status: int, started: float) -> None:
        words = [word for word in path.split("/") if word]
        resource = "/".join(word for word in words if word in RESOURCES) or "other"
        self._metrics.discord_requests.labels(method, resource, str(status)).inc()
        self._metrics.discord_request.observe(self._clock() - started)
        if 200 <= status < 300 and resource == "interactions/callback":
            self._note_first_word(words[-3])

    def _note_first_word(self, interaction_id: str) -> None:
        kind, arrived = self._arrived.pop(interaction_id, ("", 0.0))
        if kind:
            self._metrics.first_response.labels(kind).observe(self._clock() - arrived)


def _name_of(interaction: "discord.Interaction[Any]") -> str:
    """A command's name, or what our custom ids begin with; what is not ours has no name."""
    if interaction.command is not None:
        return str(interaction.command.qualified_name)
    data: Mapping[str, object] = interaction.data or {}
    known = str(data.get("custom_id", "")).split(":", 1)[0]
    return known if _OURS.fullmatch(known) else UNKNOWN
