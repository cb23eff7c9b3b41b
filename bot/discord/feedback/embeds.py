"""Turns feedback, and questions that were not answered, into what a server's admins read."""

from collections.abc import Mapping, Sequence

import discord

from bot.discord.feedback.grouping import Group
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.article_line import day
from bot.discord.toolkit.discord_limits import size
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.markup import as_table, escape_within
from bot.messages import Messages
from bot.storage.feedback import Summary
from index.article import ArticleInfo

SHOWN = 5
GROUPS_SHOWN = 25  # as many as a menu holds
TITLE_ROOM = 120
REASON_ROOM = 300
QUESTION_ROOM = 200


def summary_embed(
    summary: Summary, articles: Mapping[str, ArticleInfo], days: int, messages: Messages
) -> discord.Embed:
    """Voices, the articles behind what was not helpful, and the latest reasons."""
    title = messages("feedback-summary-title", days=days)
    total = summary.helpful + summary.not_helpful
    if not total:
        return panel(messages("feedback-summary-nothing"), Colour.NOTHING, title=title)
    share = round(100 * summary.helpful / total)
    lines = [
        messages("feedback-summary", helpful=summary.helpful, not_helpful=summary.not_helpful, percent=share)
    ]
    if summary.criticised:
        lines += ["", messages("feedback-summary-articles")]
    for article, count in summary.criticised[:SHOWN]:
        info = articles.get(article)
        name = escape_within(info.title if info else article, TITLE_ROOM)
        lines.append(messages("feedback-summary-article", name=name, count=count))
    if summary.reasons:
        lines += ["", messages("feedback-summary-reasons")]
    for reason in summary.reasons[:SHOWN]:
        text = escape_within(reason.text, REASON_ROOM)
        lines.append(messages("feedback-summary-reason", day=day(reason.day, messages), text=text))
    return panel("\n".join(lines), Colour.INFO, title=title)


def unanswered_embed(
    groups: Sequence[Group], messages: Messages, *, logged: bool, marked: int = 0
) -> discord.Embed:
    """What the articles are missing: the newest first, as many as there is room for."""
    title = messages("feedback-unanswered-title")
    if not groups:
        told = messages("feedback-unanswered-nothing" if logged else "feedback-unanswered-not-logged")
        lines = [messages("feedback-marked", count=marked), told] if marked else [told]
        return panel("\n\n".join(lines), Colour.NOTHING, title=title)
    lines = [messages("feedback-marked", count=marked), ""] if marked else []
    lines.append(messages("feedback-unanswered-about"))
    if not logged:
        lines.append(messages("feedback-unanswered-no-more"))
    for number, one in enumerate(groups[:GROUPS_SHOWN], start=1):
        line = messages(
            "feedback-unanswered-line",
            number=number,
            question=escape_within(one.newest.text, QUESTION_ROOM),
            count=len(one.questions),
            day=day(one.newest.day, messages),
        )
        if size("\n".join([*lines, line])) > discord_limits.DESCRIPTION:
            break
        lines.append(line)
    return panel("\n".join(lines), Colour.INFO, title=title)


def unanswered_file(groups: Sequence[Group]) -> str:
    """All of them as a table to open elsewhere: how often, the newest day, the question."""
    rows = [(str(len(one.questions)), one.newest.day.isoformat(), one.newest.text) for one in groups]
    return as_table(rows)
