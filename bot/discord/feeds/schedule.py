"""Beside the flow: feeds are asked for new items when they are due, for as long as the bot runs."""

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial

from bot.discord.articles.unattended import work_unattended
from bot.discord.articles.work import OnProgress
from bot.discord.feeds.embeds import feeds_summary, is_worth_a_record
from bot.discord.toolkit.audit import Said
from bot.discord.toolkit.services import BotBase
from bot.storage.kept_jobs import JobKind
from index.errors import FootnoteError

log = logging.getLogger(__name__)


async def refresh_feeds(bot: BotBase) -> None:
    """Refresh what is due, then wait for what is due next. Ends when cancelled.

    It looks now and again, for feeds come and go while it waits. After a refresh that failed as a whole (the
    disk, a build that somebody else is making) it waits a while longer: what came is not lost.
    """
    patience = bot.patience
    while True:
        wait_s = patience.feeds_s
        try:
            due = await bot.builder.feeds.next_due()
        except FootnoteError as error:
            log.warning("It cannot be told which feeds are due: %s", error)
            due = None
        if due is not None:
            wait_s = min(wait_s, (due - datetime.now(UTC)).total_seconds())
        if wait_s <= 0:
            went_well = await work_unattended(bot, JobKind.FEEDS, partial(_refresh, bot))
            wait_s = patience.feeds_pause_s if went_well else patience.feeds_failed_s
        bot.feeds_changed.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(bot.feeds_changed.wait(), wait_s)


async def _refresh(bot: BotBase, by: str, on_progress: OnProgress) -> Said | None:
    report = await bot.builder.feeds.refresh(by=by, due=True, on_progress=on_progress)
    if report.build and report.build.generation:
        await bot.searcher.wait_until_served(report.build.generation)
    return partial(feeds_summary, report) if is_worth_a_record(report) else None
