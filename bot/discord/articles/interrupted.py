"""After a restart: whoever had work under way is told what became of it."""

import logging
from functools import partial

import discord

from bot.discord.sources.embeds import when
from bot.discord.toolkit import audit
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.languages import messages_for_channel_id
from bot.discord.toolkit.replying import UNSENT
from bot.discord.toolkit.services import NOBODY, BotBase
from bot.messages import Messages
from bot.storage.kept_jobs import Job, JobKind
from index.errors import FootnoteError

log = logging.getLogger(__name__)


async def tell_interrupted(bot: BotBase) -> None:
    """Tell of each job that the last process began and never ended: its admin, and the audit channel."""
    for job in await bot.jobs.take_interrupted():
        published = await _was_published(bot, job)
        said = partial(_said, job, published)
        log.info("The %s that user %d started was cut short by a restart.", job.kind, job.user_id)
        # The language of its admin is not known any more.
        text = said(messages_for_channel_id(bot, job.channel_id))
        await _tell(bot, job, panel(text, Colour.DONE if published else Colour.NOTHING))
        if job.kind is not JobKind.CHECK:
            await audit.record(bot, said, failed=not published)


def _said(job: Job, published: bool, messages: Messages) -> str:
    return messages(
        "articles-interrupted",
        what=messages("articles-kind", kind=job.kind),
        since=when(job.started_at),
        became=messages("articles-interrupted-published" if published else "articles-interrupted-lost"),
    )


async def _was_published(bot: BotBase, job: Job) -> bool:
    """Whether what is published came of this job: the process may have ended just after."""
    try:
        status = await bot.searcher.status()
    except FootnoteError:
        return False
    return status.published_by == job.by and status.published_at >= job.started_at


async def _tell(bot: BotBase, job: Job, embed: discord.Embed) -> None:
    """A direct message, as the work was private; where that is not allowed, a message in its channel."""
    if not job.user_id:
        return
    try:
        user = await bot.fetch_user(job.user_id)
        await user.send(embed=embed, allowed_mentions=NOBODY)
    except UNSENT as error:
        log.info("No direct message can be sent to user %d: %s", job.user_id, error)
        if job.channel_id is None:
            return
        try:
            await bot.get_partial_messageable(job.channel_id).send(embed=embed, allowed_mentions=NOBODY)
        except UNSENT as failure:
            log.warning("Nobody could be told of interrupted work: %s", failure)
