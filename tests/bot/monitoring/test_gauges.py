"""From how everything stands to the gauges: what is known is there, what is not is left out."""

from dataclasses import replace
from datetime import UTC, date, datetime

from prometheus_client import CollectorRegistry

from bot.answering.llm.meter import BreakerState, Reading
from bot.monitoring.gauges import NOTHING, State
from bot.monitoring.snapshot import Gateway, Shard, Snapshot
from index.report import IndexStatus, Problem
from index.searching.searcher import WorkerState
from tests.bot.discord.feeds.feed_stand_in import feed

PUBLISHED = datetime(2026, 5, 2, 12, tzinfo=UTC)
STATUS = IndexStatus(
    "g", PUBLISHED, "ed", 3, 9, date(2026, 5, 3), "bundled", 1_000, problems=(Problem("a.txt", "is empty."),)
)
MODEL = Reading({"done": 3, "slow": 1}, 7.5, 3000, 400, 0.25, 3400, 50_000, BreakerState.OPEN)


class Gauges:
    def __init__(self, **known: object) -> None:
        state = State()
        state.latest = replace(NOTHING, **known)  # type: ignore[arg-type]
        self._registry = CollectorRegistry()
        self._registry.register(state)

    def value(self, name: str, **labels: str) -> float | None:
        return self._registry.get_sample_value(f"footnote_{name}", labels)

    def count(self) -> int:
        return sum(len(family.samples) for family in self._registry.collect())


def test_of_what_is_not_known_nothing_is_said() -> None:
    gauges = Gauges()
    assert gauges.value("index_up") == 0
    assert gauges.value("gateway_ready") == 0
    assert gauges.count() == 2
    assert Snapshot(None, None, None, None, None, None) == NOTHING


def test_the_index_says_when_it_was_published_and_how_much_it_holds() -> None:
    gauges = Gauges(index=STATUS)
    assert gauges.value("index_up") == 1
    assert gauges.value("index_published_timestamp_seconds") == PUBLISHED.timestamp()
    assert (
        gauges.value("index_newest_article_timestamp_seconds") == datetime(2026, 5, 3, tzinfo=UTC).timestamp()
    )
    assert (gauges.value("index_articles"), gauges.value("index_passages")) == (3, 9)
    assert (gauges.value("index_size_bytes"), gauges.value("index_problems")) == (1000, 1)
    undated = Gauges(index=replace(STATUS, newest_article=None))
    assert undated.value("index_newest_article_timestamp_seconds") is None


def test_each_shard_has_its_state_and_its_latency_once_there_is_one() -> None:
    shards = (Shard(0, up=True, latency_s=0.04), Shard(1, up=False, latency_s=None))
    gauges = Gauges(gateway=Gateway(True, False, shards, 12, 3, 2))
    assert gauges.value("gateway_ready") == 1
    assert [gauges.value("gateway_shard_up", shard=number) for number in "01"] == [1, 0]
    assert gauges.value("gateway_shard_latency_seconds", shard="0") == 0.04
    assert gauges.value("gateway_shard_latency_seconds", shard="1") is None
    assert (
        gauges.value("servers"),
        gauges.value("replies_in_flight"),
        gauges.value("questions_waiting"),
    ) == (12, 3, 2)


def test_feeds_count_by_state_and_paused_ones_are_never_late() -> None:
    old, new = "2026-04-01T00:00:00+00:00", "2026-05-01T00:00:00+00:00"
    feeds = (
        feed(1, "Good", succeeded_at=new, due_at=new),
        feed(2, "Failing", succeeded_at=old, error="is gone.", failures=4),
        feed(3, "Paused", succeeded_at="2020-01-01T00:00:00+00:00", paused_by="Nora", due_at=old),
        feed(4, "Never", succeeded_at=None, error="is away.", failures=1),
        feed(5, "Young", succeeded_at=None, added_at=new),
    )
    gauges = Gauges(feeds=feeds)
    counts = {state: gauges.value("feeds", state=state) for state in ("ok", "failing", "new", "paused")}
    assert counts == {"ok": 1, "failing": 2, "new": 1, "paused": 1}
    oldest = gauges.value("feeds_oldest_success_timestamp_seconds")
    assert oldest == datetime.fromisoformat(old).timestamp()
    assert gauges.value("feeds_next_due_timestamp_seconds") == datetime.fromisoformat(new).timestamp()


def test_without_feeds_there_is_no_oldest() -> None:
    gauges = Gauges(feeds=())
    assert gauges.value("feeds", state="ok") == 0
    assert gauges.value("feeds_oldest_success_timestamp_seconds") is None


def test_the_worker_and_its_memory() -> None:
    gauges = Gauges(worker=WorkerState(4711, None, 2, 5), worker_memory_bytes=250)
    assert gauges.value("search_worker_up") == 1
    assert gauges.value("search_worker_restarts_total") == 2
    assert gauges.value("searches_waiting") == 5
    assert gauges.value("search_worker_resident_memory_bytes") == 250
    assert Gauges(worker=WorkerState(None)).value("search_worker_up") == 0


def test_the_language_models_calls_tokens_cost_and_breaker() -> None:
    gauges = Gauges(model=MODEL)
    assert gauges.value("llm_calls_total", outcome="done") == 3
    assert gauges.value("llm_calls_total", outcome="failed") == 0
    assert gauges.value("llm_tokens_total", direction="read") == 3000
    assert gauges.value("llm_tokens_total", direction="written") == 400
    assert (gauges.value("llm_seconds_total"), gauges.value("llm_cost_total")) == (7.5, 0.25)
    assert gauges.value("llm_breaker_state", state="open") == 1
    assert gauges.value("llm_breaker_state", state="closed") == 0
    assert (gauges.value("llm_tokens_today"), gauges.value("llm_daily_tokens")) == (3400, 50_000)
    free = Gauges(model=replace(MODEL, cost=None, a_day=None))
    assert free.value("llm_cost_total") is None
    assert free.value("llm_daily_tokens") is None
