"""Beside the flow: the work that admins set going, one list for all of it: who, what and since when; ended on
request, and told of after a restart that cut it short."""

import asyncio
import logging
import secrets
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from bot.logs import job_of_now
from bot.shards import Share
from bot.storage.kept_jobs import Job, JobKind, KeptJobs
from index.errors import BuildRunning, FootnoteError, StorageError
from index.report import Builder, BuildProgress, Stage

log = logging.getLogger(__name__)

T = TypeVar("T")
ID_BYTES = 6


class JobCancelled(Exception):
    """Somebody ended the job; `by` is their name."""

    def __init__(self, by: str) -> None:
        super().__init__(by)
        self.by = by


class JobOutcome(StrEnum):
    """How a job ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"  # somebody ended it
    INTERRUPTED = "interrupted"  # the bot was stopped
    BUSY = "busy"  # somebody else builds, and it was not to wait


# Gets a job that has ended, how, and after how many seconds.
OnEnd = Callable[[Job, JobOutcome, float], None]


class Jobs:
    """The jobs of this process, kept in the bot's file while they run.

    A file that cannot be written keeps no job from being done: it is only not told of after a restart.
    """

    def __init__(
        self,
        kept: KeptJobs,
        share: Share | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        on_end: OnEnd = lambda *_: None,
    ) -> None:
        self._kept = kept
        self._share = share or Share()
        self._now = now
        self._on_end = on_end
        self._running: dict[str, Job] = {}
        self._tasks: dict[str, asyncio.Task[Any]] = {}
        self._cancelled_by: dict[str, str] = {}
        self._waiting: dict[str, Builder | None] = {}

    @property
    def running(self) -> tuple[Job, ...]:
        """What is under way, oldest first."""
        return tuple(self._running.values())

    @property
    def waiting(self) -> Mapping[str, Builder | None]:
        """Which of it waits its turn, by the job's id, and whose build goes before, as far as it is known."""
        return self._waiting

    def note(self, job: Job, progress: BuildProgress) -> None:
        """Take in how far a job has come."""
        if progress.stage is Stage.WAITING:
            self._waiting[job.id] = progress.builder
        else:
            self._waiting.pop(job.id, None)

    def new(self, kind: JobKind, *, by: str, user_id: int, channel_id: int | None) -> Job:
        """A job that is about to be started."""
        id_ = secrets.token_hex(ID_BYTES)
        return Job(id_, kind, by, user_id, channel_id, self._now(), self._share.first)

    @asynccontextmanager
    async def started(self, job: Job) -> AsyncIterator[None]:
        """Within this the job is under way; what is raised within is kept as its failure, but for that
        somebody else builds, which is none."""
        self._running[job.id] = job
        token = job_of_now.set(f"{job.kind} {job.id}")
        error = ""
        outcome = JobOutcome.INTERRUPTED
        begun = time.perf_counter()
        log.info("The %s of user %d begins.", job.kind, job.user_id)
        try:
            await self._note(self._kept.begin(job))
            yield
            outcome = JobOutcome.DONE
        except JobCancelled:
            outcome = JobOutcome.CANCELLED
            raise
        except BuildRunning:
            outcome = JobOutcome.BUSY
            raise
        except Exception as failure:
            outcome = JobOutcome.FAILED
            # Of an error that is not for people only the kind is kept: the status shows it.
            error = failure.for_log if isinstance(failure, FootnoteError) else type(failure).__name__
            raise
        finally:
            seconds = time.perf_counter() - begun
            self._on_end(job, outcome, seconds)
            log.info("The %s of user %d ended after %.1f s: %s.", job.kind, job.user_id, seconds, outcome)
            job_of_now.reset(token)
            del self._running[job.id]
            self._cancelled_by.pop(job.id, None)
            self._waiting.pop(job.id, None)
            await self._note(self._kept.end(job.id, error))

    async def run(self, job: Job, work: Coroutine[Any, Any, T]) -> T:
        """Do the job's work. Raises JobCancelled where somebody ends it meanwhile."""
        task = asyncio.create_task(work, name=f"job {job.kind}")
        self._tasks[job.id] = task
        try:
            return await task
        except asyncio.CancelledError:
            if job.id in self._cancelled_by:
                raise JobCancelled(self._cancelled_by[job.id]) from None
            raise
        finally:
            task.cancel()
            del self._tasks[job.id]

    def cancel(self, job_id: str, by: str) -> bool:
        """End a job; False where it is not under way (any more)."""
        task = self._tasks.get(job_id)
        if task is None or task.done():
            return False
        self._cancelled_by[job_id] = by
        return task.cancel()

    async def take_interrupted(self) -> tuple[Job, ...]:
        """The jobs that an earlier process with these shards began and never ended; each is given once."""
        try:
            kept = await self._kept.unfinished()
            left = [job for job in kept if job.id not in self._running and self._share.owns(job.shard)]
            for job in left:
                await self._kept.end(job.id)
        except StorageError as error:
            log.warning("Whether work was interrupted cannot be told: %s", error)
            return ()
        return tuple(left)

    async def _note(self, noting: Coroutine[Any, Any, None]) -> None:
        try:
            await noting
        except StorageError as error:
            log.warning("A job could not be noted: %s", error)
