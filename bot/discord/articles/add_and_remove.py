"""Part of `/articles`: what brings articles in and takes them out, from a command's options to its result."""

import asyncio
import logging
import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import discord

from bot.discord.articles.added_embeds import added_embed, build_summary, refreshed_embed, removed_embed
from bot.discord.articles.work import OnProgress, Result, admin_name, work_on
from bot.discord.toolkit.article_line import article_line
from bot.discord.toolkit.buttons import id_of, key_of
from bot.discord.toolkit.confirm_buttons import ConfirmButton, confirm_view
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import UNSENT, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.redacting import PathRedactor
from bot.storage.kept_jobs import JobKind
from index.report import AddReport, BuildReport, Problem

log = logging.getLogger(__name__)

MOST_LINKS = 25
LARGEST_BYTES = 50_000_000  # of all attachments together; Discord's own limit for one is 10 to 500 MB
NAME_LENGTH = 120
REMOVE = "remove"


async def add(
    interaction: discord.Interaction[BotBase], links: str, attachments: Sequence[discord.Attachment]
) -> None:
    """Bring in pages and files: the deferred reply shows how it goes."""
    bot, messages = interaction.client, messages_for_user(interaction)
    urls = links.split()
    if not urls and not attachments:
        raise Refused(messages("articles-add-what"))
    if len(urls) > MOST_LINKS:
        raise Refused(messages("articles-add-too-many", limit=MOST_LINKS))
    if sum(one.size for one in attachments) > LARGEST_BYTES:
        raise Refused(messages("articles-add-too-large", megabytes=LARGEST_BYTES // 1_000_000))
    by = admin_name(interaction)

    async def work(on_progress: OnProgress) -> Result:
        with tempfile.TemporaryDirectory(prefix="footnote-") as folder:
            saved = [await _save(one, Path(folder) / str(n), messages) for n, one in enumerate(attachments)]
            files = [one for one in saved if isinstance(one, Path)]
            lost = tuple(one for one in saved if isinstance(one, Problem))
            report = await bot.builder.add(by=by, urls=urls, files=files, on_progress=on_progress)
        report = _named_as_given(report, files, bot.redactor)
        report = replace(report, problems=(*lost, *report.problems))
        await _served(bot, report.build)
        return Result(added_embed(report, messages), lambda words: build_summary(report.build, words))

    await work_on(interaction, JobKind.ADD, work)


async def refresh(interaction: discord.Interaction[BotBase]) -> None:
    """Ask the pages that were added by their addresses whether they changed."""
    bot, messages = interaction.client, messages_for_user(interaction)
    by = admin_name(interaction)

    async def work(on_progress: OnProgress) -> Result:
        report = await bot.builder.refresh(by=by, on_progress=on_progress)
        await _served(bot, report.build)
        return Result(refreshed_embed(report, messages), lambda words: build_summary(report.build, words))

    await work_on(interaction, JobKind.REFRESH, work)


async def ask_before_removing(interaction: discord.Interaction[BotBase], article_id: str) -> None:
    """Show which article it is, with the two buttons."""
    bot, messages = interaction.client, messages_for_user(interaction)
    found = await bot.searcher.articles((article_id,))
    info = found[0].info
    text = messages("articles-remove-ask", article=article_line(info, messages))
    view = confirm_view(
        messages, REMOVE, await key_of(bot, info.id), label=messages("articles-remove-confirm")
    )
    await show(interaction, panel(text, Colour.INFO), view)


async def remove(interaction: discord.Interaction[BotBase], key: str) -> None:
    """What the first of those buttons does."""
    bot, messages = interaction.client, messages_for_user(interaction)
    article_id = await id_of(interaction, key)
    by = admin_name(interaction)

    async def work(on_progress: OnProgress) -> Result:
        report = await bot.builder.remove([article_id], by=by, on_progress=on_progress)
        await _served(bot, report.build)
        return Result(removed_embed(report, messages), lambda words: build_summary(report.build, words))

    await work_on(interaction, JobKind.REMOVE, work)


ConfirmButton.actions[REMOVE] = remove


def _named_as_given(report: AddReport, files: Sequence[Path], redactor: PathRedactor) -> AddReport:
    """The report with the attachments' own names: where they were put meanwhile concerns nobody."""
    names = {redactor.redact(str(path.absolute())): path.name for path in files}
    return replace(
        report,
        added=tuple(replace(one, source=names.get(one.source, one.source)) for one in report.added),
        problems=tuple(replace(one, source=names.get(one.source, one.source)) for one in report.problems),
    )


async def _save(attachment: discord.Attachment, folder: Path, messages: Messages) -> Path | Problem:
    """The file under its own name, which is made of harmless characters; each in a folder of its own."""
    stem, dot, ending = attachment.filename.rpartition(".")
    name = re.sub(r"[^\w .()-]", "_", stem if dot else ending)[:NAME_LENGTH].strip(" .") or "attachment"
    await asyncio.to_thread(folder.mkdir)
    path = folder / (f"{name}.{re.sub(r'[^A-Za-z0-9]', '', ending)[:10]}" if dot else name)
    try:
        await attachment.save(path)
    except UNSENT as error:
        log.warning("An attachment could not be fetched from Discord: %s", error)
        return Problem(attachment.filename, messages("articles-add-not-fetched"))
    return path


async def _served(bot: BotBase, build: BuildReport | None) -> None:
    """Wait until answers come from what was built: only then is it true that it is done."""
    if build is not None and build.generation:
        await bot.searcher.wait_until_served(build.generation)
