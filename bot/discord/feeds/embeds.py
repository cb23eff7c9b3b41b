"""Turns feeds, what a round of them brought, and their health into embeds."""

from datetime import datetime

import discord

from bot.discord.sources.embeds import when
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.article_line import said_by
from bot.discord.toolkit.discord_limits import shorten, size
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.markup import SMALL, as_table, escape_within
from bot.messages import Messages
from index.feeds.records import Feed
from index.feeds.report import FeedRound, FeedsReport, RemovedFeed

NAME_ROOM = 100
URL_ROOM = 200
ERROR_ROOM = 200
SHOWN_ROUNDS = 10
SHOWN_ITEMS = 5
SHOWN_PROBLEMS = 5
LIST_ROOM = 3800
_COLUMNS = (
    "id", "title", "address", "kind", "articles", "last success", "next", "failures", "error", "paused by",
)  # fmt: skip


def list_embed(feeds: tuple[Feed, ...], messages: Messages) -> discord.Embed:
    """Every feed with its health, as many as fit; `feeds_file` has them all."""
    title = messages("feeds-title", count=len(feeds))
    if not feeds:
        return panel(messages("feeds-none"), Colour.NOTHING, title=messages("feeds-title-none"))
    blocks: list[str] = []
    for feed in feeds:
        block = "\n".join(_health(feed, messages))
        if size("\n\n".join([*blocks, block])) > LIST_ROOM:
            break
        blocks.append(block)
    if len(blocks) < len(feeds):
        blocks.append(messages("feeds-more", count=str(len(feeds) - len(blocks))))
    troubled = any(feed.error or feed.paused_by for feed in feeds)
    return panel("\n\n".join(blocks), Colour.PARTLY if troubled else Colour.INFO, title=title)


def fits_the_list(feeds: tuple[Feed, ...], messages: Messages) -> bool:
    """Whether the list shows them all."""
    blocks = ["\n".join(_health(feed, messages)) for feed in feeds]
    return size("\n\n".join(blocks)) <= LIST_ROOM


def feeds_file(feeds: tuple[Feed, ...]) -> str:
    """Every feed, one to a line."""
    rows = [_COLUMNS]
    rows += [
        (
            str(feed.id), feed.title or "", feed.url, feed.kind, str(feed.items), feed.succeeded_at or "",
            feed.due_at, str(feed.failures), feed.error or "", feed.paused_by or "",
        )
        for feed in feeds
    ]  # fmt: skip
    return as_table(rows)


def feeds_embed(report: FeedsReport, messages: Messages, *, added: bool) -> discord.Embed:
    """What a round brought, feed by feed, and what could not be had."""
    blocks = [_round_text(one, messages) for one in report.rounds[:SHOWN_ROUNDS]]
    if len(report.rounds) > SHOWN_ROUNDS:
        blocks.append(messages("feeds-more", count=str(len(report.rounds) - SHOWN_ROUNDS)))
    if not report.rounds and not report.problems:
        blocks.append(messages("feeds-none-asked"))
    problems = [*report.problems, *(problem for one in report.rounds for problem in one.problems)]
    if problems:
        shown = [
            messages(
                "articles-problem",
                name=escape_within(problem.source, NAME_ROOM),
                reason=escape_within(problem.reason, ERROR_ROOM),
            )
            for problem in problems[:SHOWN_PROBLEMS]
        ]
        more = len(problems) - len(shown)
        shown += [messages("articles-more", count=str(more))] if more else []
        blocks.append("\n".join([messages("feeds-problems", count=str(len(problems))), *shown]))
    if report.build is not None and report.build.generation:
        name = escape_within(report.build.generation, NAME_ROOM)
        blocks.append(SMALL + messages("feeds-published", generation=name))
    if added:
        title = messages("feeds-added-title" if report.rounds else "feeds-not-added-title")
    else:
        title = messages("feeds-refreshed-title")
    failed = problems or any(one.error for one in report.rounds)
    brought = any(one.brought or not one.error for one in report.rounds)
    colour = (Colour.PARTLY if brought else Colour.ERROR) if failed else Colour.DONE
    return panel("\n\n".join(blocks), colour, title=title)


def feeds_summary(report: FeedsReport, messages: Messages) -> str:
    """The round in one line, for the audit channel."""
    brought = [item for one in report.rounds for item in one.brought]
    changed = sum(item.changed for item in brought)
    failed = len(report.problems) + sum(bool(one.error) for one in report.rounds)
    return messages(
        "feeds-summary",
        feeds=len(report.rounds),
        new=str(len(brought) - changed),
        changed=str(changed),
        failed=str(failed),
    )


def is_worth_a_record(report: FeedsReport) -> bool:
    """Whether anything came, or a feed was paused; that one fails for the tenth time is in the list."""
    return report.build is not None or any(one.brought or one.paused for one in report.rounds)


def removed_embed(removed: RemovedFeed, messages: Messages, *, with_articles: bool) -> discord.Embed:
    """That a feed is gone, and what became of its articles."""
    name = escape_within(removed.name, NAME_ROOM)
    words = "feeds-removed-with-articles" if with_articles else "feeds-removed"
    text = messages(words, name=name, articles=removed.articles)
    return panel(text, Colour.DONE, title=messages("feeds-removed-title"))


def choice_name(feed: Feed) -> str:
    """A feed in a list of suggestions, as plain text within the limit."""
    return shorten(f"{feed.id} · {feed.name}", discord_limits.CHOICE)


def _health(feed: Feed, messages: Messages) -> list[str]:
    name = escape_within(feed.name, NAME_ROOM)
    last = _when(feed.succeeded_at) or messages("feeds-never")
    next_ = messages("feeds-next-paused") if feed.paused_by else _when(feed.due_at)
    lines = [
        messages("feeds-name", id=str(feed.id), name=name, kind=escape_within(feed.kind, NAME_ROOM)),
        escape_within(feed.url, URL_ROOM),
        messages("feeds-health", last=last, articles=feed.items, next=next_),
    ]
    if feed.error:
        error = escape_within(feed.error, ERROR_ROOM)
        lines.append(messages("feeds-error", error=error, failures=feed.failures))
    if feed.paused_by:
        lines.append(messages("feeds-paused", by=escape_within(said_by(feed.paused_by, messages), NAME_ROOM)))
    return lines


def _round_text(one: FeedRound, messages: Messages) -> str:
    name = messages("feeds-name-short", id=str(one.id), name=escape_within(one.name, NAME_ROOM))
    if one.known:
        return messages("feeds-known-paused" if one.paused else "feeds-known", name=name)
    if one.error:
        words = "feeds-round-paused" if one.paused else "feeds-round-failed"
        return messages(words, name=name, error=escape_within(one.error, ERROR_ROOM))
    changed = sum(item.changed for item in one.brought)
    new = len(one.brought) - changed
    lines = [messages("feeds-round", name=name, new=str(new), changed=str(changed))]
    if not one.brought:
        lines = [messages("feeds-round-nothing", name=name)]
    titles = [escape_within(item.title or item.url, NAME_ROOM) for item in one.brought]
    lines += [messages("articles-item", name=title) for title in titles[:SHOWN_ITEMS]]
    if len(titles) > SHOWN_ITEMS:
        lines.append(messages("articles-more", count=str(len(titles) - SHOWN_ITEMS)))
    if one.waiting:
        lines.append(messages("feeds-waiting", count=str(one.waiting)))
    if one.passed_over:
        lines.append(messages("feeds-passed-over", count=str(one.passed_over)))
    return "\n".join(lines)


def _when(moment: str | None) -> str:
    return when(datetime.fromisoformat(moment)) if moment else ""
