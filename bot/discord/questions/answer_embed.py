"""Turns an answer, or a refusal, into the embed that a channel sees."""

from collections.abc import Sequence

import discord

from bot.answer import Answer, Outcome
from bot.discord.questions.fit import fit
from bot.discord.questions.remarks import remarks, small_print, understood_line
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.article_line import article_line, day
from bot.discord.toolkit.discord_limits import shorten, size
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.markup import escape_within
from bot.messages import Messages
from bot.presenting.period_words import nothing_found

NEAREST_SHOWN = 5
PUBLISHERS_ROOM = 200


def answer_embed(
    answer: Answer, messages: Messages, further: Sequence[str] = (), *, logged: bool = False
) -> discord.Embed:
    """The reply to one question, whatever its outcome. further: lines under a refusal. logged: say that the
    question is."""
    title = escape_within(answer.question.text, discord_limits.TITLE)
    note = [messages("answer-logged")] if logged else []
    if answer.outcome is Outcome.ANSWERED:
        footer = "\n".join([messages("answer-newest", date=day(answer.newest, messages)), *note])
        return panel(fit(answer, messages).text, Colour.ANSWER, title=title, footer=footer)
    text = _refusal(answer, messages)
    if further:
        below = "\n".join(further)
        text = f"{shorten(text, discord_limits.DESCRIPTION - size(below) - 2)}\n\n{below}"
    return panel(text, Colour.NOTHING, title=title, footer="".join(note))


def growing_embed(answer: Answer, messages: Messages) -> discord.Embed:
    """An answer as far as it stands."""
    return answer_embed(answer, messages).set_footer(text=messages("answer-growing"))


def _refusal(answer: Answer, messages: Messages) -> str:
    if answer.outcome is Outcome.NOT_A_QUESTION:
        return messages("answer-not-a-question")
    if answer.outcome is Outcome.TOO_LONG:
        return messages("answer-too-long", length=len(answer.question.text))
    if answer.outcome is Outcome.NO_ARTICLES:
        return messages("answer-no-articles", filters=_filters(answer, messages))
    lines = [
        *understood_line(answer, messages),
        nothing_found(answer, messages, lambda one: day(one, messages)),
        *remarks(answer, messages),
        *small_print(answer, messages),
    ]
    if answer.nearest:
        lines += ["", messages("answer-nearest")]
    for article in answer.nearest[:NEAREST_SHOWN]:
        line = messages("answer-nearest-line", article=article_line(article, messages, link_room=300))
        if size("\n".join([*lines, line])) <= discord_limits.DESCRIPTION:
            lines.append(line)
    return "\n".join(lines)


def _filters(answer: Answer, messages: Messages) -> str:
    """The filters that were set, in words."""
    filters = answer.question.filters
    parts = []
    if filters.publishers:
        names = escape_within(", ".join(filters.publishers), PUBLISHERS_ROOM)
        parts.append(messages("answer-filter-publisher", names=names))
    if filters.since:
        parts.append(messages("answer-filter-since", date=day(filters.since, messages)))
    if filters.until:
        parts.append(messages("answer-filter-until", date=day(filters.until, messages)))
    if filters.without:
        names = escape_within(", ".join(filters.without), PUBLISHERS_ROOM)
        parts.append(messages("settings-filter-without", names=names))
    return " · ".join(parts) or messages("answer-filter-none")
