"""For one look at `/metrics` or `/readyz`: how everything stands now, asked once and with little patience."""

import asyncio
import math
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from bot.answering.llm.meter import Reading
from index.errors import FootnoteError
from index.feeds.records import Feed
from index.processes.build_process import BuildProcess
from index.report import IndexStatus
from index.searching.searcher import HasWorker, Searcher, WorkerState

# Whoever looks waits no longer than this for the search worker; Prometheus waits 10 s for all.
LOOK_S = 2.0


class Client(Protocol):
    """What is looked at of the Discord client."""

    stopping: bool

    @property
    def in_flight(self) -> "Sized": ...
    @property
    def turns(self) -> "Queue": ...
    @property
    def shards(self) -> Mapping[int, Any]: ...
    @property
    def guilds(self) -> "Sized": ...
    def is_ready(self) -> bool: ...
    def is_closed(self) -> bool: ...


class Queue(Protocol):
    """What people wait in."""

    @property
    def waiting(self) -> int: ...


class Sized(Protocol):
    """What has a length."""

    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard's connection; the latency is that of its heartbeats in seconds, None before the first."""

    id: int
    up: bool
    latency_s: float | None


@dataclass(frozen=True, slots=True)
class Gateway:
    """The connection to Discord as a whole; `ready` once the servers of all shards are known."""

    ready: bool
    stopping: bool
    shards: tuple[Shard, ...]
    servers: int
    replies_in_flight: int
    questions_waiting: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How everything stands; what could not be told is None."""

    gateway: Gateway | None
    index: IndexStatus | None
    worker: WorkerState | None
    worker_memory_bytes: int | None
    feeds: tuple[Feed, ...] | None
    model: Reading | None


def look_at_gateway(client: Client | None, shards_up: set[int]) -> Gateway | None:
    """The state of this client; None before there is one."""
    if client is None:
        return None
    shards = tuple(
        Shard(number, number in shards_up and not shard.is_closed(), _finite(shard.latency))
        for number, shard in sorted(client.shards.items())
    )
    ready = client.is_ready() and not client.is_closed() and any(shard.up for shard in shards)
    return Gateway(
        ready, client.stopping, shards, len(client.guilds), len(client.in_flight), client.turns.waiting
    )


async def look_at_index(searcher: Searcher) -> tuple[IndexStatus | None, FootnoteError | TimeoutError | None]:
    """What is published, asked of whoever answers searches; or what keeps it from answering."""
    try:
        async with asyncio.timeout(LOOK_S):
            return await searcher.status(), None
    except (FootnoteError, TimeoutError) as error:
        return None, error


async def look_at_feeds(builder: BuildProcess) -> tuple[Feed, ...] | None:
    """The feeds with their health; None where their file cannot be read."""
    try:
        async with asyncio.timeout(LOOK_S):
            return await builder.feeds.every()
    except (FootnoteError, TimeoutError):
        return None


def look_at_worker(searcher: Searcher) -> WorkerState | None:
    """The process behind the searches, where there is one."""
    return searcher.worker_state if isinstance(searcher, HasWorker) else None


def memory_of(pid: int | None) -> int | None:
    """A process's resident memory in bytes, as Linux tells it; None elsewhere."""
    if pid is None or not sys.platform.startswith("linux"):
        return None
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def _finite(seconds: float) -> float | None:
    return seconds if math.isfinite(seconds) else None
