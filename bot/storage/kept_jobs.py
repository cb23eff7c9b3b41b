"""Beside the flow: which work of admins is under way, so that a restart can tell what became of it, and which
of it failed lately."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bot.storage.database import Database

FAILURES_SHOWN = 3


class JobKind(StrEnum):
    """What an admin may set going."""

    CHECK = "check"
    REINDEX = "reindex"
    ROLLBACK = "rollback"
    ADD = "add"
    REMOVE = "remove"
    REFRESH = "refresh"
    FEEDS = "feeds"
    WATCH = "watch"


@dataclass(frozen=True, slots=True)
class Job:
    """Work that somebody set going; `user_id` is 0 where it was the bot itself (by schedule), `shard` the
    first of the process that does it."""

    id: str
    kind: JobKind
    by: str
    user_id: int
    channel_id: int | None
    started_at: datetime
    shard: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """A job that failed, and why."""

    job: Job
    ended_at: datetime
    error: str


class KeptJobs:
    """The table of jobs. Every call raises StorageError where the disk fails it."""

    def __init__(self, database: Database, kept_s: float, clock: Callable[[], float]) -> None:
        self._database = database
        self._kept_s = kept_s
        self._clock = clock

    async def begin(self, job: Job) -> None:
        """Note that a job has begun."""
        row = (job.id, job.kind, job.by, job.user_id, job.channel_id, job.started_at.timestamp(), job.shard)
        await self._database.run(
            lambda db: db.execute("INSERT INTO jobs VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, ?)", row)
        )

    async def end(self, job_id: str, error: str = "") -> None:
        """Note that it has ended: forgotten where it went well, kept for a while with its error."""

        def end(db: sqlite3.Connection) -> None:
            if error:
                ended = (self._clock(), error, job_id)
                db.execute("UPDATE jobs SET ended_at = ?, error = ? WHERE id = ?", ended)
            else:
                db.execute("DELETE FROM jobs WHERE id = ?", (job_id,))
            db.execute("DELETE FROM jobs WHERE ended_at < ?", (self._clock() - self._kept_s,))

        await self._database.run(end)

    async def unfinished(self) -> tuple[Job, ...]:
        """The jobs that have begun and not ended, oldest first."""
        rows = await self._database.run(
            lambda db: db.execute(
                "SELECT id, kind, by_name, user_id, channel_id, started_at, shard FROM jobs"
                " WHERE ended_at IS NULL ORDER BY started_at"
            ).fetchall()
        )
        return tuple(_job(row) for row in rows)

    async def failures(self) -> tuple[Failure, ...]:
        """The last few jobs that failed, newest first."""
        rows = await self._database.run(
            lambda db: db.execute(
                "SELECT id, kind, by_name, user_id, channel_id, started_at, shard, ended_at, error FROM jobs"
                " WHERE ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT ?",
                (FAILURES_SHOWN,),
            ).fetchall()
        )
        return tuple(Failure(_job(row[:7]), _moment(row[7]), str(row[8])) for row in rows)


def _job(row: tuple[str, str, str, int, int | None, float, int]) -> Job:
    id_, kind, by, user_id, channel_id, started_at, shard = row
    return Job(id_, JobKind(kind), by, user_id, channel_id, _moment(started_at), shard)


def _moment(timestamp: float) -> datetime:
    return datetime.fromtimestamp(timestamp, UTC)
