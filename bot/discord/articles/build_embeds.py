"""Turns what a build says, its progress and its report, and the index's status into embeds."""

from collections.abc import Callable, Container, Iterable, Sequence
from typing import TypeVar

import discord

from bot.discord.sources.embeds import when
from bot.discord.toolkit.article_line import NO_BREAK, day, said_by
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.markup import SMALL, as_table, escape, escape_within
from bot.messages import Messages
from bot.storage.kept_jobs import Failure, Job
from index.report import (
    ArticleChange,
    Builder,
    BuildProgress,
    BuildReport,
    IndexStatus,
    Problem,
    Stage,
    failures,
)

# Five of each kind, each at its longest, fit one embed together; more are counted.
NAMED = 5
NAME_ROOM = 100
REASON_ROOM = 150
BAR_LENGTH = 16  # with its percentage it fits one line of a phone
MEGABYTE = 1_000_000
MINUTE_S = 60

T = TypeVar("T")


def progress_embed(
    progress: BuildProgress | None, messages: Messages, *, kind: str, rate: float | None = None
) -> discord.Embed:
    """A bar, the stage, how much of it is done, how fast (per second), and the time it will still take."""
    title = messages("articles-progress-title", kind=kind)
    if progress is None:
        return panel(messages("articles-progress-start"), Colour.PROGRESS, title=title)
    if progress.stage is Stage.WAITING:
        return panel(_waiting_for(progress.builder, messages), Colour.PROGRESS, title=title)
    lines = [messages("articles-stage", stage=progress.stage.value)]
    if progress.total > 0:
        done = min(max(progress.done, 0), progress.total)
        filled = done * BAR_LENGTH // progress.total
        bar = "▰" * filled + "▱" * (BAR_LENGTH - filled)
        lines.append(f"{bar} {done * 100 // progress.total}{NO_BREAK}%")
        details = [messages("articles-progress-count", done=str(done), total=str(progress.total))]
        if rate:
            details.append(messages("articles-progress-rate", rate=_rate(rate)))
            if done < progress.total:
                left_s = (progress.total - done) / rate
                details.append(messages("articles-progress-left", time=_time(left_s, messages)))
        lines.append(" · ".join(details))
    return panel("\n".join(lines), Colour.PROGRESS, title=title)


def _waiting_for(builder: Builder | None, messages: Messages) -> str:
    """That work waits its turn, and for whom."""
    if builder is None:
        return messages("articles-waiting")
    by = escape_within(said_by(builder.by, messages), NAME_ROOM)
    return messages("articles-waiting-for", by=by, since=when(builder.since))


def report_embed(report: BuildReport, messages: Messages) -> discord.Embed:
    """What a build did or, as a dry run, would do: counts, some names, and what could not be read."""
    text = report_text(report, messages)
    if report.dry_run:
        return panel(text, Colour.INFO, title=messages("articles-check-title"))
    title = messages("articles-done-title" if report.generation else "articles-unchanged-title")
    return panel(text, Colour.PARTLY if failures(report.problems) else Colour.DONE, title=title)


def report_text(report: BuildReport, messages: Messages) -> str:
    """The same as text only."""
    blocks = [
        _changes("articles-added", report.added, messages),
        _changes("articles-changed", report.changed, messages),
        _changes("articles-removed", report.removed, messages),
        _left_as_they_are(report, messages),
        problem_lines("articles-problems", report.problems, messages),
    ]
    if not report.changes:
        blocks.insert(
            0, [messages("articles-check-nothing" if report.dry_run else "articles-nothing-changed")]
        )
    blocks.append(how_it_went(report, messages))
    return "\n\n".join("\n".join(block) for block in blocks if block)


def how_it_went(report: BuildReport, messages: Messages) -> list[str]:
    """In small print: as what it was published, how long it took, how much had to be computed."""
    time = _time(report.seconds, messages)
    if report.generation:
        counts = {"embedded": str(report.embedded), "reused": str(report.reused)}
        generation = escape_within(report.generation, NAME_ROOM)
        return [SMALL + messages("articles-published", generation=generation, time=time, **counts)]
    return [SMALL + messages("articles-would-take", time=time)] if report.dry_run else []


def _left_as_they_are(report: BuildReport, messages: Messages) -> list[str]:
    """How many did not change, and how many are the copy of another."""
    lines = [messages("articles-unchanged", count=str(report.unchanged))] if report.changes else []
    return lines + ([messages("articles-copies", count=len(report.copies))] if report.copies else [])


def report_summary(report: BuildReport, messages: Messages) -> str:
    """The report in one line, for the audit channel."""
    if not report.generation:
        return messages("articles-summary-nothing")
    counts = {"added": report.added, "changed": report.changed, "removed": report.removed}
    numbers = {name: str(len(changes)) for name, changes in counts.items()}
    return messages("articles-summary", problems=str(len(failures(report.problems))), **numbers)


def report_details(report: BuildReport) -> str:
    """Every change and problem of a report, one to a line: kind, id or source, title or reason."""
    rows = [
        ("kind", "article", "title or reason"),
        *(("added", one.id, one.title) for one in report.added),
        *(("changed", one.id, one.title) for one in report.changed),
        *(("removed", one.id, one.title) for one in report.removed),
        *(("copy", one.id, one.copy_of) for one in report.copies),
        *(("failed", one.source, one.reason) for one in report.problems),
    ]
    return as_table(rows)


def status_embed(status: IndexStatus, running: str, messages: Messages) -> discord.Embed:
    """What is published; `running` is a line on what is under way, or empty."""
    text = "\n\n".join(
        filter(None, (running, "\n".join(problem_lines("articles-problems", status.problems, messages))))
    )
    embed = panel(text, Colour.INFO, title=messages("articles-status-title"))
    by = escape_within(said_by(status.published_by, messages), NAME_ROOM)
    published = messages("articles-status-published-value", when=when(status.published_at), by=by)
    megabytes = messages("articles-status-size-value", megabytes=status.size_bytes / MEGABYTE)
    for name, value in (
        ("articles-status-published", published),
        ("articles-status-articles", str(status.articles)),
        ("articles-status-passages", str(status.chunks)),
        ("articles-status-newest", day(status.newest_article, messages)),
        ("articles-status-size", megabytes),
        ("articles-status-model", escape_within(status.embedding_model, NAME_ROOM)),
        ("articles-status-generation", escape_within(status.generation, NAME_ROOM)),
    ):
        embed.add_field(name=messages(name), value=value or messages("sources-unknown-value"))
    return embed


def problem_lines(kind: str, problems: Sequence[Problem], messages: Messages) -> list[str]:
    """A heading, and what could not be done with the reason of each."""

    def line(problem: Problem) -> str:
        name = escape_within(problem.source, NAME_ROOM)
        return messages("articles-problem", name=name, reason=escape_within(problem.reason, REASON_ROOM))

    return listed(kind, problems, line, messages)


def listed(kind: str, items: Sequence[T], line: Callable[[T], str], messages: Messages) -> list[str]:
    """A heading with the count, a line for each of the first few, and how many more there are; nothing where
    there are none."""
    if not items:
        return []
    more = [messages("articles-more", count=str(len(items) - NAMED))] if len(items) > NAMED else []
    return [messages(kind, count=str(len(items))), *map(line, items[:NAMED]), *more]


def _changes(kind: str, changes: Sequence[ArticleChange], messages: Messages) -> list[str]:
    return listed(
        kind,
        changes,
        lambda one: messages("articles-item", name=escape_within(one.title or one.id, NAME_ROOM)),
        messages,
    )


def _rate(rate: float) -> float:
    return round(rate) if rate >= 10 else round(rate, 1)


def _time(seconds: float, messages: Messages) -> str:
    if seconds < 2 * MINUTE_S:
        return messages("articles-time-seconds", count=str(max(1, round(seconds))))
    return messages("articles-time-minutes", count=str(round(seconds / MINUTE_S)))


ERROR_ROOM = 300


def under_way(
    running: Iterable[Job], waiting: Container[str], failures: Iterable[Failure], messages: Messages
) -> str:
    """A line for each job that runs, or waits its turn (by its id), and for each of the last that failed;
    empty where there is none."""
    lines = [
        messages(
            "articles-status-waiting" if job.id in waiting else "articles-status-running",
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
