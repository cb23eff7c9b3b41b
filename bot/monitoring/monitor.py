"""The whole of the monitoring, made once for the bot's run: counts, snapshots, verdicts."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.answering.answerer import Answers
from bot.answering.llm.meter import Reading
from bot.monitoring.discord_traffic import OnDiscord
from bot.monitoring.gauges import State
from bot.monitoring.metrics import Lag, MeasuredAnswers, Metrics
from bot.monitoring.readiness import Verdict, WorkerWatch, is_ready
from bot.monitoring.snapshot import (
    Client,
    Gateway,
    Snapshot,
    look_at_feeds,
    look_at_gateway,
    look_at_index,
    look_at_worker,
    memory_of,
)
from bot.storage.jobs import JobOutcome
from bot.storage.kept_jobs import Job
from index.processes.build_process import BuildProcess
from index.searching.searcher import Searcher


@dataclass(frozen=True, slots=True)
class Readiness:
    """The verdict, with what led to it."""

    verdict: Verdict
    gateway: Gateway | None
    generation: str


class Monitor:
    """Counts from the start on, whether or not anybody looks."""

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
        self._state = State()
        self.metrics = Metrics()
        self.metrics.registry.register(self._state)
        self.on_discord = OnDiscord(self.metrics)
        self.lag = Lag(self.metrics)

    def watch(self, client: Client) -> None:
        """From now on this is the client; shards connect anew."""
        self._client = client
        self.on_discord.shards_up.clear()

    def measured(self, answers: Answers) -> Answers:
        """The same answers, counted."""
        return MeasuredAnswers(answers, self.metrics)

    def note_job(self, job: Job, outcome: JobOutcome, seconds: float) -> None:
        """Work on the articles has ended."""
        self.metrics.jobs.labels(job.kind.value, outcome.value).inc()
        self.metrics.job.labels(job.kind.value).observe(seconds)

    async def refresh(self) -> None:
        """Take a snapshot for the next collection."""
        index, _ = await look_at_index(self._searcher)
        worker = look_at_worker(self._searcher)
        self._state.latest = Snapshot(
            gateway=self._gateway(),
            index=index,
            worker=worker,
            worker_memory_bytes=memory_of(worker.pid if worker else None),
            feeds=await look_at_feeds(self._builder),
            model=self._model_reading() if self._model_reading else None,
        )

    def health(self) -> Verdict:
        """Whether the process lives; that this is answered shows that its event loop does."""
        return self._worker_watch.verdict(look_at_worker(self._searcher))

    async def readiness(self) -> Readiness:
        """Whether questions can be answered."""
        index, failure = await look_at_index(self._searcher)
        gateway = self._gateway()
        return Readiness(is_ready(gateway, index, failure), gateway, index.generation if index else "")

    def _gateway(self) -> Gateway | None:
        return look_at_gateway(self._client, self.on_discord.shards_up)
