"""Turns what became of added, refreshed and removed articles into embeds, with the build's report below."""

import discord

from bot.discord.articles.build_embeds import how_it_went, listed, problem_lines, report_summary
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.markup import SMALL, escape_within
from bot.messages import Messages
from index.report import (
    AddedSource,
    AddReport,
    BuildReport,
    RefreshReport,
    RemovedSource,
    RemoveReport,
    failures,
)

NAME_ROOM = 150


def added_embed(report: AddReport, messages: Messages) -> discord.Embed:
    """Each source with what it is now, then what could not be added and why."""
    blocks = [
        listed("articles-sources-added", report.added, lambda one: _source(one, messages), messages),
        problem_lines("articles-sources-failed", report.problems, messages),
    ]
    title = messages("articles-add-title" if report.added else "articles-add-nothing-title")
    return _embed(blocks, report.build, title, messages, failed=bool(failures(report.problems)))


def refreshed_embed(report: RefreshReport, messages: Messages) -> discord.Embed:
    """The pages that changed, how many did not, and those that are gone or did not answer."""
    blocks = [
        listed("articles-pages-changed", report.changed, lambda one: _source(one, messages), messages),
        [messages("articles-pages-unchanged", count=str(report.unchanged))] if report.unchanged else [],
        problem_lines("articles-pages-gone", report.gone, messages),
        problem_lines("articles-sources-failed", report.problems, messages),
    ]
    title = messages("articles-refresh-title")
    return _embed(
        blocks, report.build, title, messages, failed=bool(failures((*report.problems, *report.gone)))
    )


def removed_embed(report: RemoveReport, messages: Messages) -> discord.Embed:
    """What was removed; where its file is now, in the data folder, is for whoever runs the bot."""
    blocks = [
        listed("articles-sources-removed", report.removed, lambda one: _moved(one, messages), messages),
        problem_lines("articles-sources-failed", report.problems, messages),
    ]
    title = messages("articles-remove-title" if report.removed else "articles-remove-nothing-title")
    return _embed(blocks, report.build, title, messages, failed=bool(failures(report.problems)))


def build_summary(build: BuildReport | None, messages: Messages) -> str:
    """The build in one line, for the audit channel; also where there was none."""
    return report_summary(build, messages) if build else messages("articles-summary-nothing")


def _embed(
    blocks: list[list[str]], build: BuildReport | None, title: str, messages: Messages, *, failed: bool
) -> discord.Embed:
    """The sources with what became of each; of the build behind it only what they do not say already."""
    if build is not None:
        went = how_it_went(build, messages)
        counts = [SMALL + report_summary(build, messages)] if build.generation else []
        blocks = [*blocks, problem_lines("articles-problems", build.problems, messages), counts + went]
    if not failed:
        colour = Colour.DONE
    else:
        colour = Colour.PARTLY if build is not None and build.generation else Colour.ERROR
    return panel("\n\n".join("\n".join(block) for block in blocks if block), colour, title=title)


def _source(added: AddedSource, messages: Messages) -> str:
    return messages(
        "articles-source",
        name=escape_within(added.title or added.source, NAME_ROOM),
        outcome=added.outcome.value,
        articles=added.articles,
    )


def _moved(removed: RemovedSource, messages: Messages) -> str:
    return messages("articles-source-moved", name=escape_within(removed.file, NAME_ROOM))
