"""Where things that happen are counted: one set of counters and histograms, read by `/metrics`.

No label holds anybody's words, nor the id of a person, a channel or a server: labels come from short lists of
ours. docs/monitoring.md explains every metric; a test holds it to that.
"""

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import product

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
)

from bot.answer import Answer, Degraded, Outcome, Question
from bot.answering.answerer import Answers, OnStatement
from bot.storage.jobs import JobOutcome
from bot.storage.kept_jobs import JobKind


class Face(StrEnum):
    """How a question reached the bot."""

    COMMAND = "command"
    MENU = "menu"  # a message's context menu
    DIRECT = "direct"  # a direct message
    THREAD = "thread"  # a message in a thread or forum post
    CHANNEL = "channel"  # a message in a channel
    BUTTON = "button"  # a button, or the modal that it opened


# Seconds. A stage takes milliseconds without a language model, and up to two minutes with a slow one.
STAGE_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)
# Discord gives 3 s for the first response: the buckets are finest below that.
RESPONSE_BUCKETS = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 30.0)
LAG_BUCKETS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
JOB_BUCKETS = (1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0, 14_400.0)


# How a question ends that no answer came of: an error, or it took too long or the bot was stopped.
FAILED = "failed"
GIVEN_UP = "given up"
# Kinds of errors besides the names of the FootnoteErrors.
TIMEOUT = "timeout"
UNEXPECTED = "unexpected"
RATE_LIMIT_SCOPES = ("user", "global", "shared")


class Metrics:
    """Everything that is counted in this process, in a registry of its own."""

    def __init__(self) -> None:
        # When a series began is of no use here, and would double the number of series.
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._count_questions(self.registry)
        self._count_discord(self.registry)
        self._count_work(self.registry)
        self._begin_at_zero()

    def _count_questions(self, registry: CollectorRegistry) -> None:
        """Questions and their answers."""
        self.questions = Counter(
            "footnote_questions", "Questions, by how they were asked and how they ended.",
            ("face", "outcome"), registry=registry,
        )  # fmt: skip
        self.answering = Gauge(
            "footnote_questions_in_progress", "Questions that are being answered now.", registry=registry
        )
        self.degraded = Counter(
            "footnote_answers_degraded", "Answers that quotes stood in for, by what was wrong.",
            ("reason",), registry=registry,
        )  # fmt: skip
        self.stage = Histogram(
            "footnote_stage_seconds", "Time that each stage of an answer took.",
            ("stage",), buckets=STAGE_BUCKETS, registry=registry,
        )  # fmt: skip
        self.answer = Histogram(
            "footnote_answer_seconds", "Time from a question to its finished answer, before it is shown.",
            buckets=STAGE_BUCKETS, registry=registry,
        )  # fmt: skip
        self.limits = Counter(
            "footnote_limits_met", "Questions that met a limit: not answered, or not by the language model.",
            ("whose", "of"), registry=registry,
        )  # fmt: skip

    def _count_discord(self, registry: CollectorRegistry) -> None:
        """What comes from Discord, and what goes there."""
        self.first_response = Histogram(
            "footnote_first_response_seconds",
            "Time from the arrival of what somebody did until Discord had taken our first word on it.",
            ("kind",), buckets=RESPONSE_BUCKETS, registry=registry,
        )  # fmt: skip
        self.interactions = Counter(
            "footnote_interactions", "Commands, buttons, modals and completions, by name.",
            ("kind", "name"), registry=registry,
        )  # fmt: skip
        self.discord_requests = Counter(
            "footnote_discord_requests", "Requests to Discord, by resource and HTTP status (0: cut off).",
            ("method", "resource", "status"), registry=registry,
        )  # fmt: skip
        self.discord_request = Histogram(
            "footnote_discord_request_seconds", "Time that Discord took for a request.",
            buckets=RESPONSE_BUCKETS, registry=registry,
        )  # fmt: skip
        self.rate_limits = Counter(
            "footnote_discord_rate_limits", "Requests that Discord answered with 429, by whose limit it was.",
            ("scope",), registry=registry,
        )  # fmt: skip
        self.gateway_events = Counter(
            "footnote_gateway_events", "What happened to the connection of a shard.",
            ("shard", "event"), registry=registry,
        )  # fmt: skip

    def _count_work(self, registry: CollectorRegistry) -> None:
        """Work on the articles, and how the process itself does."""
        self.jobs = Counter(
            "footnote_jobs", "Work on the articles that was set going on Discord or by the bot itself.",
            ("kind", "outcome"), registry=registry,
        )  # fmt: skip
        self.job = Histogram(
            "footnote_job_seconds", "Time that such work took.",
            ("kind",), buckets=JOB_BUCKETS, registry=registry,
        )  # fmt: skip
        self.errors = Counter(
            "footnote_errors", "Errors that a person was told of, by kind.", ("kind",), registry=registry
        )
        self.log_records = Counter(
            "footnote_log_records", "Log lines at warning and above.", ("level",), registry=registry
        )
        self.lag = Histogram(
            "footnote_event_loop_lag_seconds", "How late the event loop came to a task that was due.",
            buckets=LAG_BUCKETS, registry=registry,
        )  # fmt: skip

    def _begin_at_zero(self) -> None:
        """A series that appears with its first event shows no increase: those of alerts are there before."""
        for face, outcome in product(Face, (*Outcome, FAILED, GIVEN_UP)):
            self.questions.labels(face, outcome)
        for kind, ended in product(JobKind, JobOutcome):
            self.jobs.labels(kind, ended)
        for reason in Degraded:
            self.degraded.labels(reason)
        for error in (TIMEOUT, UNEXPECTED):
            self.errors.labels(error)
        for level in ("warning", "error", "critical"):
            self.log_records.labels(level)
        for scope in RATE_LIMIT_SCOPES:
            self.rate_limits.labels(scope)


class MeasuredAnswers:
    """Answers as those it wraps do, questions that came in by one way."""

    def __init__(self, answers: Answers, metrics: Metrics, face: Face) -> None:
        self._answers = answers
        self._metrics = metrics
        self._face = face

    async def answer(self, question: Question, on_statement: OnStatement | None = None) -> Answer:
        """As `Answers.answer`."""
        metrics = self._metrics
        started = time.perf_counter()
        outcome = FAILED
        metrics.answering.inc()
        try:
            answer = await self._answers.answer(question, on_statement)
            outcome = answer.outcome.value
        except asyncio.CancelledError:
            outcome = GIVEN_UP
            raise
        finally:
            metrics.answering.dec()
            metrics.questions.labels(self._face.value, outcome).inc()
        metrics.answer.observe(time.perf_counter() - started)
        for stage, seconds in answer.seconds.items():
            metrics.stage.labels(stage).observe(seconds)
        if answer.degraded is not None:
            metrics.degraded.labels(answer.degraded.value).inc()
        return answer


class CountingHandler(logging.Handler):
    """Writes nothing."""

    def __init__(self, metrics: Metrics) -> None:
        super().__init__(logging.WARNING)
        self._metrics = metrics

    def emit(self, record: logging.LogRecord) -> None:
        self._metrics.log_records.labels(record.levelname.lower()).inc()
        if (kind := getattr(record, "error_kind", "")) != "":
            self._metrics.errors.labels(kind).inc()


@contextmanager
def counted_logs(metrics: Metrics) -> Iterator[None]:
    """Within this they are counted."""
    handler = CountingHandler(metrics)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


EVERY_S = 0.5


class Lag:
    """`latest_s` is how late it came the last time."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self.latest_s = 0.0

    async def measure(self) -> None:
        """Sleep, and see how long it took. Ends when cancelled."""
        clock = asyncio.get_running_loop().time
        while True:
            due = clock() + EVERY_S
            await asyncio.sleep(EVERY_S)
            self.latest_s = max(0.0, clock() - due)
            self._metrics.lag.observe(self.latest_s)
