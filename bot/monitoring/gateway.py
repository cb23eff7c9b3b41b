"""What `/metrics` and `/readyz` look at of the Discord client: its connection, shard by shard."""

import math
from collections.abc import Mapping, Sized
from dataclasses import dataclass
from typing import Any, Protocol

from index.errors import FootnoteError


class Queue(Protocol):
    """What people wait in."""

    @property
    def waiting(self) -> int: ...


class Settings(Protocol):
    """What servers chose."""

    @property
    def failure(self) -> FootnoteError | None: ...


class Client(Protocol):
    """What is looked at of the Discord client."""

    stopping: bool

    @property
    def servers(self) -> Settings: ...

    @property
    def in_flight(self) -> Sized: ...
    @property
    def turns(self) -> Queue: ...
    @property
    def shards(self) -> Mapping[int, Any]: ...
    @property
    def guilds(self) -> Sized: ...
    def is_ready(self) -> bool: ...
    def is_closed(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard's connection; the latency is that of its heartbeats in seconds, None before the first."""

    id: int
    up: bool
    latency_s: float | None


def shards_of(client: Client | None, shards_up: set[int]) -> tuple[Shard, ...]:
    """The shards of this client; none before there is one."""
    return tuple(
        Shard(
            number,
            number in shards_up and not shard.is_closed(),
            shard.latency if math.isfinite(shard.latency) else None,
        )
        for number, shard in sorted(client.shards.items() if client is not None else ())
    )


def is_connected(client: Client | None, shards: tuple[Shard, ...]) -> bool:
    """Whether the bot is on Discord: the servers of all shards were told, and a shard is connected."""
    if client is None or not client.is_ready() or client.is_closed():
        return False
    return any(shard.up for shard in shards)
