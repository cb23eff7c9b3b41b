"""From how a part of the bot stands to its gauges; those of what could not be told are left out."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TypeVar

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from bot.answering.llm.meter import BreakerState, CallOutcome, Reading
from bot.monitoring.gateway import Client, Shard, is_connected
from index.feeds.records import Feed
from index.report import IndexStatus, failures
from index.searching.searcher import WorkerState

FEED_STATES = ("ok", "failing", "new", "paused")


T = TypeVar("T")
# A gauge's name without its prefix, its explanation, and where its value comes from.
Rows = tuple[tuple[str, str, Callable[[T], float | None]], ...]

_CLIENT: Rows[Client] = (
    ("servers", "In how many servers the bot is.", lambda now: len(now.guilds)),
    (
        "questions_waiting",
        "Questions that wait for an earlier one of the same person.",
        lambda now: now.turns.waiting,
    ),
    ("replies_in_flight", "Replies that are being worked on.", lambda now: len(now.in_flight)),
)
_INDEX: Rows[IndexStatus] = (
    (
        "index_published_timestamp_seconds",
        "When what answers was published.",
        lambda now: now.published_at.timestamp(),
    ),
    (
        "index_newest_article_timestamp_seconds",
        "The day of the newest article, at midnight UTC.",
        lambda now: _midnight(now.newest_article),
    ),
    ("index_articles", "How many articles are indexed.", lambda now: now.articles),
    ("index_passages", "How many passages are indexed.", lambda now: now.chunks),
    ("index_size_bytes", "How large the index is.", lambda now: now.size_bytes),
    (
        "index_problems",
        "How many sources the last build could not read.",
        lambda now: len(failures(now.problems)),
    ),
)
_MODEL: Rows[Reading] = (
    ("llm_tokens_today", "Tokens of this day (UTC), read and written.", lambda now: now.today),
    ("llm_daily_tokens", "How many a day may take, where there is a limit.", lambda now: now.a_day),
)
_WORKER: Rows[WorkerState] = (
    ("search_worker_up", "Whether there is a search worker.", lambda now: now.pid is not None),
    ("searches_waiting", "Calls that wait for the search worker.", lambda now: now.waiting),
)


def of_client(client: Client | None, shards: tuple[Shard, ...]) -> Iterator[Metric]:
    """The connection to Discord, and who waits there; None before there is a client."""
    up = GaugeMetricFamily("footnote_gateway_shard_up", "Whether a shard is connected.", labels=("shard",))
    latency = GaugeMetricFamily(
        "footnote_gateway_shard_latency_seconds", "How long Discord took to answer a shard's heartbeat.",
        labels=("shard",),
    )  # fmt: skip
    for shard in shards:
        up.add_metric((str(shard.id),), shard.up)
        if shard.latency_s is not None:
            latency.add_metric((str(shard.id),), shard.latency_s)
    yield up
    yield latency
    yield _gauge("gateway_ready", "Whether the bot is on Discord.", is_connected(client, shards))
    yield from _gauges(_CLIENT, client)


def of_index(index: IndexStatus | None) -> Iterator[Metric]:
    """What is published; None where nobody answers searches."""
    yield _gauge("index_up", "Whether searches are answered.", index is not None)
    yield from _gauges(_INDEX, index)


def of_worker(worker: WorkerState | None) -> Iterator[Metric]:
    """The process behind the searches; None where there is none."""
    deaths = CounterMetricFamily(
        "footnote_search_worker_restarts", "How often the search worker died and was started anew."
    )
    if worker:
        deaths.add_metric((), worker.deaths)
    yield deaths
    yield from _gauges(_WORKER, worker)
    memory_bytes = _memory_of(worker.pid) if worker else None
    yield _gauge("search_worker_resident_memory_bytes", "The search worker's memory.", memory_bytes)


def of_feeds(feeds: tuple[Feed, ...] | None) -> Iterator[Metric]:
    """The feeds' health; None where their file cannot be read."""
    family = GaugeMetricFamily("footnote_feeds", "How many feeds are in which state.", labels=("state",))
    states = [_state_of(feed) for feed in feeds or ()]
    for state in FEED_STATES if feeds is not None else ():
        family.add_metric((state,), states.count(state))
    yield family
    asked = [feed for feed in feeds or () if feed.paused_by is None]
    yield _gauge(
        "feeds_oldest_success_timestamp_seconds",
        "Of the feeds that are asked: when the one that succeeded longest ago did so.",
        _oldest(feed.succeeded_at or feed.added_at for feed in asked),
    )
    yield _gauge(
        "feeds_next_due_timestamp_seconds", "When the next feed is due.", _oldest(f.due_at for f in asked)
    )


def of_model(model: Reading | None) -> Iterator[Metric]:
    """What the language model has taken; None without one."""
    calls = CounterMetricFamily("footnote_llm_calls", "Calls to the language model.", labels=("outcome",))
    tokens = CounterMetricFamily(
        "footnote_llm_tokens", "Tokens that the language model read and wrote.", labels=("direction",)
    )
    seconds = CounterMetricFamily("footnote_llm_seconds", "Time that these calls took, all together.")
    cost = CounterMetricFamily("footnote_llm_cost", "What they cost, in the currency of the prices.")
    breaker = GaugeMetricFamily(
        "footnote_llm_breaker_state", "1 for the state that the breaker is in.", labels=("state",)
    )
    if model is not None:
        for outcome in CallOutcome:
            calls.add_metric((outcome.value,), model.calls.get(outcome.value, 0))
        tokens.add_metric(("read",), model.tokens_read)
        tokens.add_metric(("written",), model.tokens_written)
        seconds.add_metric((), model.seconds)
        if model.cost is not None:
            cost.add_metric((), model.cost)
        for state in BreakerState:
            breaker.add_metric((state.value,), state is model.breaker)
    yield from (calls, tokens, seconds, cost, breaker)
    yield from _gauges(_MODEL, model)


def _gauges(rows: Rows[T], now: T | None) -> Iterator[Metric]:
    for name, words, value_of in rows:
        yield _gauge(name, words, None if now is None else value_of(now))


def _gauge(name: str, words: str, value: float | None) -> Metric:
    family = GaugeMetricFamily(f"footnote_{name}", words)
    if value is not None:
        family.add_metric((), value)
    return family


def _memory_of(pid: int | None) -> int | None:
    """A process's resident memory in bytes, as Linux tells it; None elsewhere."""
    if pid is None or not sys.platform.startswith("linux"):
        return None
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def _midnight(day: date | None) -> float | None:
    return None if day is None else datetime.combine(day, time(), UTC).timestamp()


def _state_of(feed: Feed) -> str:
    if feed.paused_by is not None:
        return "paused"
    if feed.error is not None:
        return "failing"
    return "ok" if feed.succeeded_at else "new"


def _oldest(moments: Iterable[str]) -> float | None:
    oldest = min(moments, default=None)
    return None if oldest is None else datetime.fromisoformat(oldest).timestamp()
