"""Turns what is under way, and what failed lately, into the lines at the top of `/articles status`."""

from collections.abc import Iterable

from bot.discord.sources.embeds import when
from bot.discord.toolkit.markup import escape, escape_within
from bot.messages import Messages
from bot.rendering.by import said_by
from bot.storage.kept_jobs import Failure, Job

ERROR_ROOM = 300


def under_way(running: Iterable[Job], failures: Iterable[Failure], messages: Messages) -> str:
    """A line for each job that runs, and for each of the last that failed; empty where there is none."""
    lines = [
        messages(
            "articles-status-running",
            what=messages("articles-kind", kind=job.kind),
            since=when(job.started_at),
            by=_who(job, messages),
        )
        for job in running
    ]
    lines += [
        messages(
            "articles-status-failure",
            what=messages("articles-kind", kind=failure.job.kind),
            when=when(failure.ended_at),
            by=_who(failure.job, messages),
            error=escape_within(failure.error, ERROR_ROOM),
        )
        for failure in failures
    ]
    return "\n".join(lines)


def _who(job: Job, messages: Messages) -> str:
    """Who set it going: a mention shows the name that the person has now, and pings nobody here."""
    return f"<@{job.user_id}>" if job.user_id else escape(said_by(job.by, messages))
