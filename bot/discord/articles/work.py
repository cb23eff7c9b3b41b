"""Used by the admins' commands: one way for all long work, from the job's list to its last word."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import discord

from bot.discord.articles.progress import ProgressMessage
from bot.discord.toolkit import audit
from bot.discord.toolkit.audit import Said
from bot.discord.toolkit.discord_limits import shorten
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import embed_of, tell
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import escape
from bot.discord.toolkit.replying import Attached
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.storage.jobs import JobCancelled
from bot.storage.kept_jobs import Job, JobKind
from index.report import BuildProgress

OnProgress = Callable[[BuildProgress], None]
SUMMARY_ROOM = 500


@dataclass(frozen=True, slots=True)
class Result:
    """How the work ended: what its admin sees, and the few words that the audit channels get, each in its own
    language."""

    embed: discord.Embed
    summary: Said
    attached: Attached | None = None


async def work_on(
    interaction: discord.Interaction[BotBase],
    kind: JobKind,
    work: Callable[[OnProgress], Coroutine[Any, Any, Result]],
) -> None:
    """Do the work of a deferred, private interaction: shown meanwhile, with a button to end it."""
    bot = interaction.client
    user_id = interaction.user.id
    job = bot.jobs.new(kind, by=admin_name(interaction), user_id=user_id, channel_id=interaction.channel_id)
    progress = ProgressMessage(interaction, job)
    failed = True

    def note(come: BuildProgress) -> None:
        bot.jobs.note(job, come)
        progress.note(come)

    try:
        async with bot.jobs.started(job), progress.shown():
            result = await bot.jobs.run(job, work(note))
            failed = False
    except JobCancelled as cancelled:
        result = _cancelled(messages_for_user(interaction), job, cancelled.by)
    except Exception as error:  # noqa: BLE001 - the edge: told where the progress was shown
        result = _failed(bot, messages_for_user(interaction), error, f"{kind} of user {user_id}")
    await progress.finish(result.embed, result.attached)
    if kind is not JobKind.CHECK:
        await audit.record(
            bot,
            lambda messages: _line(messages, job, result.summary(messages)),
            guild_id=interaction.guild_id,
            failed=failed,
        )


def admin_name(interaction: discord.Interaction[BotBase]) -> str:
    """Who is working, for the lock, the index and the feeds. No name: what is published is never written
    again, and so could not forget one. Discord's own audit channel and the running job say who it was."""
    return interaction.client.messages("articles-by")


def _cancelled(messages: Messages, job: Job, by: str) -> Result:
    what = messages("articles-kind", kind=job.kind)
    text = messages("articles-cancelled", by=escape(by))
    title = messages("articles-cancelled-title", what=what)
    return Result(panel(text, Colour.NOTHING, title=title), lambda words: words("articles-cancelled-summary"))


def _failed(bot: BotBase, messages: Messages, error: Exception, place: str) -> Result:
    told = tell(error, messages, place, bot.redactor)
    words = shorten(told.summary, SUMMARY_ROOM)
    if told.error_id:
        words = f"{words} (`{told.error_id}`)"
    return Result(embed_of(told, messages), lambda own: own("articles-failed-summary", error=words))


def _line(messages: Messages, job: Job, summary: str) -> str:
    return messages(
        "articles-audit",
        who=f"<@{job.user_id}>" if job.user_id else escape(job.by),
        what=messages("articles-kind", kind=job.kind),
        result=summary,
    )
