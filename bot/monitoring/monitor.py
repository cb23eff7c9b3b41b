"""The whole of the monitoring, made once for the bot's run: counts, gauges, verdicts."""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prometheus_client.core import Metric
from prometheus_client.registry import Collector

from bot.answering.answerer import Answers
from bot.answering.llm.meter import Reading
from bot.monitoring.discord_traffic import OnDiscord
from bot.monitoring.gateway import Client, Shard, is_connected, shards_of
from bot.monitoring.gauges import of_client, of_feeds, of_index, of_model, of_worker
from bot.monitoring.metrics import Face, Lag, MeasuredAnswers, Metrics
from bot.monitoring.readiness import Verdict, WorkerWatch, is_ready
from bot.storage.jobs import JobOutcome
from bot.storage.kept_jobs import Job
from index.errors import FootnoteError
from index.feeds.records import Feed
from index.processes.build_process import BuildProcess
from index.report import IndexStatus
from index.searching.searcher import HasWorker, Searcher, WorkerState

# Whoever looks waits no longer than this for the search worker; Prometheus waits 10 s for all.
LOOK_S = 2.0


@dataclass(frozen=True, slots=True)
class Readiness:
    """The verdict, with what led to it."""

    verdict: Verdict
    shards: tuple[Shard, ...]
    generation: str


class Monitor(Collector):
    """Counts from the start on, whether or not anybody looks; `refresh` it before collecting from it."""

    def __init__(
        self,
        searcher: Searcher,
        builder: BuildProcess,
        model_reading: Callable[[], Reading] | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._model_reading = model_reading
        self._searcher = searcher
        self._builder = builder
        self._client: Client | None = None
        self._worker_watch = WorkerWatch(clock)
        self._index: IndexStatus | None = None
        self._feeds: tuple[Feed, ...] | None = None
        self.metrics = Metrics()
        self.metrics.registry.register(self)
        self.on_discord = OnDiscord(self.metrics)
        self.lag = Lag(self.metrics)

    def watch(self, client: Client) -> None:
        """From now on this is the client; shards connect anew."""
        self._client = client
        self.on_discord.shards_up.clear()

    def measured(self, answers: Answers, face: Face) -> Answers:
        """The same answers, counted, to questions that came in this way."""
        return MeasuredAnswers(answers, self.metrics, face)

    def note_first_word(self, seconds: float) -> None:
        """A message has its first word from us, so long after it came in."""
        self.metrics.first_response.labels("message").observe(seconds)

    def note_job(self, job: Job, outcome: JobOutcome, seconds: float) -> None:
        """Work on the articles has ended."""
        self.metrics.jobs.labels(job.kind.value, outcome.value).inc()
        self.metrics.job.labels(job.kind.value).observe(seconds)

    async def refresh(self) -> None:
        """Ask, with little patience, for what only others know."""
        self._index, _ = await self._ask_for_index()
        try:
            async with asyncio.timeout(LOOK_S):
                self._feeds = await self._builder.feeds.every()
        except (FootnoteError, TimeoutError):
            self._feeds = None

    def collect(self) -> Iterator[Metric]:
        """The gauges, as prometheus_client asks for them."""
        yield from of_client(self._client, self._shards())
        yield from of_index(self._index)
        yield from of_worker(self._worker())
        yield from of_feeds(self._feeds)
        yield from of_model(self._model_reading() if self._model_reading else None)

    def health(self) -> Verdict:
        """Whether the process lives; that this is answered shows that its event loop does."""
        return self._worker_watch.verdict(self._worker())

    async def readiness(self) -> Readiness:
        """Whether questions can be answered."""
        index, failure = await self._ask_for_index()
        client, shards = self._client, self._shards()
        verdict = is_ready(
            index,
            failure,
            connected=is_connected(client, shards),
            stopping=client is not None and client.stopping,
            settings_failure=client.servers.failure if client is not None else None,
        )
        return Readiness(verdict, shards, index.generation if index else "")

    async def _ask_for_index(self) -> tuple[IndexStatus | None, FootnoteError | TimeoutError | None]:
        """What is published, asked of whoever answers searches; or what keeps it from answering."""
        try:
            async with asyncio.timeout(LOOK_S):
                return await self._searcher.status(), None
        except (FootnoteError, TimeoutError) as error:
            return None, error

    def _worker(self) -> WorkerState | None:
        return self._searcher.worker_state if isinstance(self._searcher, HasWorker) else None

    def _shards(self) -> tuple[Shard, ...]:
        return shards_of(self._client, self.on_discord.shards_up)
