"""From how everything stands to the gauges: what is known is there, what is not is left out."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from prometheus_client.core import Metric

from bot.answering.llm.meter import BreakerState, Reading
from bot.limiting.queues import Turns
from bot.monitoring.gateway import Shard, is_connected, shards_of
from bot.monitoring.gauges import of_client, of_feeds, of_index, of_model, of_worker
from bot.monitoring.monitor import Monitor
from bot.storage.database import Database
from bot.storage.servers import Servers
from index.report import IndexStatus, Problem
from index.searching.searcher import WorkerState
from tests.bot.discord.feeds.feed_stand_in import feed
from tests.bot.discord.stand_ins import Building, Index

PUBLISHED = datetime(2026, 5, 2, 12, tzinfo=UTC)
STATUS = IndexStatus(
    "g", PUBLISHED, "ed", 3, 9, date(2026, 5, 3), "bundled", 1_000, problems=(Problem("a.txt", "is empty."),)
)
MODEL = Reading({"done": 3, "slow": 1}, 7.5, 3000, 400, 0.25, 3400, 50_000, BreakerState.OPEN)


@dataclass
class Connection:
    """A shard of discord.py's, as far as it is looked at."""

    latency: float
    closed: bool = False

    def is_closed(self) -> bool:
        return self.closed


class Client:
    """A client with two shards, the second before its first heartbeat."""

    stopping = False
    servers = Servers(Database(Path("nowhere")))
    in_flight = ("a reply",) * 3
    turns = Turns(most=3)
    guilds = ("a server",) * 12

    def __init__(self) -> None:
        self.shards = {1: Connection(float("inf")), 0: Connection(0.04)}
        self.ready = True

    def is_ready(self) -> bool:
        return self.ready

    def is_closed(self) -> bool:
        return False


class Gauges:
    def __init__(self, metrics: Iterator[Metric]) -> None:
        self._samples = [sample for family in metrics for sample in family.samples]

    def value(self, name: str, **labels: str) -> float | None:
        found = [
            one.value for one in self._samples if one.name == f"footnote_{name}" and one.labels == labels
        ]
        return found[0] if found else None

    def count(self) -> int:
        return len(self._samples)


def test_of_what_is_not_known_nothing_is_said() -> None:
    gauges = Gauges(Monitor(Index(), Building()).collect())
    assert gauges.value("index_up") == 0
    assert gauges.value("gateway_ready") == 0
    assert gauges.count() == 2


def test_the_index_says_when_it_was_published_and_how_much_it_holds() -> None:
    gauges = Gauges(of_index(STATUS))
    assert gauges.value("index_up") == 1
    assert gauges.value("index_published_timestamp_seconds") == PUBLISHED.timestamp()
    assert (
        gauges.value("index_newest_article_timestamp_seconds") == datetime(2026, 5, 3, tzinfo=UTC).timestamp()
    )
    assert (gauges.value("index_articles"), gauges.value("index_passages")) == (3, 9)
    assert (gauges.value("index_size_bytes"), gauges.value("index_problems")) == (1000, 1)
    undated = Gauges(of_index(replace(STATUS, newest_article=None)))
    assert undated.value("index_newest_article_timestamp_seconds") is None


def test_each_shard_has_its_state_and_its_latency_once_there_is_one() -> None:
    client = Client()
    shards = shards_of(client, {0})
    assert shards == (Shard(0, up=True, latency_s=0.04), Shard(1, up=False, latency_s=None))
    with client.turns.queued(7), client.turns.queued(7), client.turns.queued(7):
        gauges = Gauges(of_client(client, shards))
    assert gauges.value("gateway_ready") == 1
    assert [gauges.value("gateway_shard_up", shard=number) for number in "01"] == [1, 0]
    assert gauges.value("gateway_shard_latency_seconds", shard="0") == 0.04
    assert gauges.value("gateway_shard_latency_seconds", shard="1") is None
    assert (
        gauges.value("servers"),
        gauges.value("replies_in_flight"),
        gauges.value("questions_waiting"),
    ) == (12, 3, 2)


def test_the_bot_is_on_discord_once_all_servers_were_told_and_while_a_shard_is_connected() -> None:
    client = Client()
    assert is_connected(client, shards_of(client, {0}))
    assert not is_connected(client, shards_of(client, set()))
    client.shards[0].closed = True
    assert not is_connected(client, shards_of(client, {0}))
    client.ready = False
    assert not is_connected(client, shards_of(client, {0, 1}))
    assert not is_connected(None, shards_of(None, {0}))


def test_feeds_count_by_state_and_paused_ones_are_never_late() -> None:
    old, new = "2026-04-01T00:00:00+00:00", "2026-05-01T00:00:00+00:00"
    feeds = (
        feed(1, "Good", succeeded_at=new, due_at=new),
        feed(2, "Failing", succeeded_at=old, error="is gone.", failures=4),
        feed(3, "Paused", succeeded_at="2020-01-01T00:00:00+00:00", paused_by="Nora", due_at=old),
        feed(4, "Never", succeeded_at=None, error="is away.", failures=1),
        feed(5, "Young", succeeded_at=None, added_at=new),
    )
    gauges = Gauges(of_feeds(feeds))
    counts = {state: gauges.value("feeds", state=state) for state in ("ok", "failing", "new", "paused")}
    assert counts == {"ok": 1, "failing": 2, "new": 1, "paused": 1}
    oldest = gauges.value("feeds_oldest_success_timestamp_seconds")
    assert oldest == datetime.fromisoformat(old).timestamp()
    assert gauges.value("feeds_next_due_timestamp_seconds") == datetime.fromisoformat(new).timestamp()


def test_without_feeds_there_is_no_oldest() -> None:
    gauges = Gauges(of_feeds(()))
    assert gauges.value("feeds", state="ok") == 0
    assert gauges.value("feeds_oldest_success_timestamp_seconds") is None


def test_the_worker_and_its_memory() -> None:
    gauges = Gauges(of_worker(WorkerState(os.getpid(), None, 2, 5)))
    assert gauges.value("search_worker_up") == 1
    assert gauges.value("search_worker_restarts_total") == 2
    assert gauges.value("searches_waiting") == 5
    if sys.platform.startswith("linux"):
        assert (gauges.value("search_worker_resident_memory_bytes") or 0) > 1_000_000
    assert Gauges(of_worker(WorkerState(None))).value("search_worker_up") == 0


def test_the_language_models_calls_tokens_cost_and_breaker() -> None:
    gauges = Gauges(of_model(MODEL))
    assert gauges.value("llm_calls_total", outcome="done") == 3
    assert gauges.value("llm_calls_total", outcome="failed") == 0
    assert gauges.value("llm_tokens_total", direction="read") == 3000
    assert gauges.value("llm_tokens_total", direction="written") == 400
    assert (gauges.value("llm_seconds_total"), gauges.value("llm_cost_total")) == (7.5, 0.25)
    assert gauges.value("llm_breaker_state", state="open") == 1
    assert gauges.value("llm_breaker_state", state="closed") == 0
    assert (gauges.value("llm_tokens_today"), gauges.value("llm_daily_tokens")) == (3400, 50_000)
    free = Gauges(of_model(replace(MODEL, cost=None, a_day=None)))
    assert free.value("llm_cost_total") is None
    assert free.value("llm_daily_tokens") is None
