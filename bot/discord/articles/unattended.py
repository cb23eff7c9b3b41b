"""Beside the flow: work on the articles that the bot does by itself, recorded as that of an admin is."""

import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from bot.discord.articles.build_embeds import report_summary
from bot.discord.articles.work import OnProgress
from bot.discord.toolkit import audit
from bot.discord.toolkit.errors import tell
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.storage.jobs import JobCancelled
from bot.storage.kept_jobs import JobKind
from index.errors import BuildRunning

log = logging.getLogger(__name__)


async def work_unattended(
    bot: BotBase, kind: JobKind, work: Callable[[str, OnProgress], Coroutine[Any, Any, audit.Said | None]]
) -> bool:
    """Do the work as a job of the bot's own; whether it went well.

    work: gets the name to work under and what to tell its progress, and gives the few words for the record,
    or None where nothing is worth one. What goes wrong is logged, kept for the status, and recorded; that
    somebody else builds is not.
    """
    by = bot.messages("articles-by-itself", kind=kind)
    job = bot.jobs.new(kind, by=by, user_id=0, channel_id=None)
    failed = False
    result: audit.Said | None
    try:
        async with bot.jobs.started(job):
            result = await bot.jobs.run(job, work(by, partial(bot.jobs.note, job)))
    except JobCancelled:
        failed, result = True, _cancelled
    except BuildRunning as busy:
        log.info("The %s was put off. %s", kind, busy.for_log)
        failed, result = True, None
    except Exception as error:  # noqa: BLE001 - the edge of work that nobody waits for: logged and recorded
        told = tell(error, bot.messages, f"The {bot.messages('articles-kind', kind=kind)}", bot.redactor)
        words = f"{told.summary} (`{told.error_id}`)" if told.error_id else told.summary
        failed, result = True, lambda messages: messages("articles-failed-summary", error=words)
    if result is not None:
        await audit.record(bot, _line(kind, result), failed=failed)
    return not failed


def _cancelled(messages: Messages) -> str:
    return messages("articles-cancelled-summary")


def _line(kind: JobKind, result: audit.Said) -> audit.Said:
    return lambda messages: messages(
        "articles-audit",
        who=messages("articles-by-itself", kind=kind),
        what=messages("articles-kind", kind=kind),
        result=result(messages),
    )


async def build_unattended(bot: BotBase, kind: JobKind) -> None:
    """Build and publish what changed, after whoever else is building."""

    async def work(by: str, on_progress: OnProgress) -> audit.Said | None:
        report = await bot.builder.build(by=by, on_progress=on_progress)
        if report.generation:
            await bot.searcher.wait_until_served(report.generation)
        return partial(report_summary, report) if report.generation else None

    await work_unattended(bot, kind, work)
