"""Behind `python -m index feeds`: what came in, then one build; and how each feed does."""

import argparse
import asyncio
from collections.abc import Callable, Iterable, Iterator

from index.command_line import phrases
from index.command_line.building import build_added, ending_in_order, user_name
from index.command_line.console import (
    DONE,
    NOT_DONE,
    neutralise_line,
    say_lines,
    write_json,
    write_line,
    write_lines,
)
from index.command_line.progress import ProgressDisplay, ProgressStyle
from index.command_line.report_text import problem_lines, report_lines
from index.errors import FootnoteError
from index.feeds.records import Feed, Feeds
from index.feeds.report import FeedRound, FeedsReport
from index.intake.phrases import count
from index.report import BuildReport, Problem, failures
from index.settings import IndexSettings


def feeds(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Run one command of `feeds` and return the exit status."""
    actions: dict[str, Callable[[argparse.Namespace, IndexSettings], int]] = {
        "add": _add,
        "list": _list,
        "pause": _pause,
        "resume": _resume,
        "remove": _remove,
        "refresh": _refresh,
    }
    return actions[options.action](options, settings)


def _add(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.feeds.keeping import open_keeper

    async def add() -> list[FeedRound | Problem]:
        with ProgressDisplay(ProgressStyle(options.progress)) as display:
            async with open_keeper(settings, display) as keeper:
                return await keeper.add(options.urls, by=options.by or user_name())

    with ending_in_order():
        found = asyncio.run(add())
        rounds = tuple(one for one in found if isinstance(one, FeedRound))
        problems = tuple(one for one in found if isinstance(one, Problem))
        report = FeedsReport(rounds, problems, _built(options, settings))
    if not rounds and not options.json:
        say_lines(problem_lines(problems, phrases.FEED_PROBLEMS))
        raise FootnoteError(phrases.NO_FEED_ADDED, phrases.NO_FEED_ADDED_NEXT_STEP)
    return _tell(options, settings, report)


def _refresh(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.feeds.keeping import open_keeper

    for id_ in options.ids:
        _known(settings, id_)

    async def refresh() -> list[FeedRound]:
        with ProgressDisplay(ProgressStyle(options.progress)) as display:
            async with open_keeper(settings, display) as keeper:
                return await keeper.refresh(options.ids, due=options.due)

    options.no_wait |= options.due  # its time comes again, and what has come is built then
    with ending_in_order():
        rounds = tuple(asyncio.run(refresh()))
        report = FeedsReport(rounds, (), _built(options, settings))
    return _tell(options, settings, report)


def _built(options: argparse.Namespace, settings: IndexSettings) -> BuildReport | None:
    """One build for all that came, also for what came with a round that was cut short before its build."""
    from index.web.pages import Pages

    return build_added(options, settings) if Pages(settings.data_dir).any_waits() else None


def _tell(options: argparse.Namespace, settings: IndexSettings, report: FeedsReport) -> int:
    if options.json:
        write_json(report)
    else:
        known = {feed.id: feed for feed in Feeds(settings.data_dir).every()}
        if not known and not report.rounds:
            write_line(phrases.NO_FEEDS)
        for one in report.rounds:
            if options.action == "add" and not one.known:
                kind = known[one.id].kind if one.id in known else ""
                write_line(phrases.FEED_ADDED.format(id=one.id, name=neutralise_line(one.name), kind=kind))
            write_lines(_round_lines(one))
        of_items = tuple(problem for one in report.rounds for problem in one.problems)
        write_lines(problem_lines((*report.problems, *of_items), phrases.FEED_PROBLEMS))
        if report.build is not None:
            write_lines(report_lines(report.build))
    failed = report.problems or any(one.error or one.problems for one in report.rounds)
    return NOT_DONE if failed or (report.build and failures(report.build.problems)) else DONE


def _round_lines(one: FeedRound) -> Iterator[str]:
    name = neutralise_line(one.name)
    if one.known:
        phrase = phrases.ALREADY_PAUSED if one.paused else phrases.ALREADY_THERE
        yield phrase.format(id=one.id, name=name)
        return
    if one.error:
        phrase = phrases.FAILED_AND_PAUSED if one.paused else phrases.FAILED
        yield phrase.format(id=one.id, name=name, error=neutralise_line(one.error))
        return
    changed = sum(item.changed for item in one.brought)
    phrase = phrases.BROUGHT if one.brought else phrases.NOTHING_NEW
    yield phrase.format(id=one.id, name=name, new=len(one.brought) - changed, changed=changed)
    for item in one.brought:
        phrase = phrases.CHANGED_ITEM if item.changed else phrases.NEW_ITEM
        yield phrase.format(title=neutralise_line(item.title or ""), url=neutralise_line(item.url))
    if one.waiting:
        yield phrases.WAITING.format(count=count(one.waiting, "item"))
    if one.passed_over:
        yield phrases.PASSED_OVER.format(count=f"{one.passed_over:,}")


def _list(options: argparse.Namespace, settings: IndexSettings) -> int:
    known = Feeds(settings.data_dir).every()
    if options.json:
        write_json(known)
    elif not known:
        write_line(phrases.NO_FEEDS)
    else:
        write_lines(line for feed in known for line in _health_lines(feed))
    return DONE


def _health_lines(feed: Feed) -> Iterable[str]:
    yield phrases.LISTED.format(id=feed.id, name=neutralise_line(feed.name), kind=feed.kind)
    rows = {
        phrases.ROW_URL: feed.url,
        phrases.ROW_LAST: _minute(feed.succeeded_at) or phrases.NEVER,
        phrases.ROW_ITEMS: f"{feed.items:,}",
    }
    if feed.error:
        rows[phrases.ROW_ERROR] = phrases.FAILURES.format(error=feed.error, failures=feed.failures)
    if feed.paused_by:
        rows[phrases.ROW_PAUSED] = feed.paused_by
    else:
        rows[phrases.ROW_DUE] = _minute(feed.due_at) or phrases.NEVER
    for label, value in rows.items():
        yield phrases.LISTED_ROW.format(label=label, value=neutralise_line(value))


def _minute(moment: str | None) -> str | None:
    """ "2026-05-03 12:00 UTC"."""
    return f"{moment[:16].replace('T', ' ')} UTC" if moment else None


def _pause(options: argparse.Namespace, settings: IndexSettings) -> int:
    feed = _known(settings, options.id)
    Feeds(settings.data_dir).pause(feed.id, by=options.by or user_name())
    return _say_of(options, settings, phrases.PAUSED)


def _resume(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.feeds.keeping import utc_now

    feed = _known(settings, options.id)
    Feeds(settings.data_dir).resume(feed.id, utc_now())
    return _say_of(options, settings, phrases.RESUMED)


def _say_of(options: argparse.Namespace, settings: IndexSettings, phrase: str) -> int:
    feed = _known(settings, options.id)
    if options.json:
        write_json(feed)
    else:
        write_line(phrase.format(id=feed.id, name=neutralise_line(feed.name)))
    return DONE


def _remove(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.feeds.keeping import utc_now
    from index.feeds.removing import remove_feed

    feed = _known(settings, options.id)
    with ending_in_order():
        removed = remove_feed(feed, settings, utc_now(), with_articles=options.with_articles)
        build = build_added(options, settings) if removed.must_build else None
    if options.json:
        write_json(removed.report(build))
        return DONE
    name = neutralise_line(feed.name)
    if options.with_articles:
        articles = count(removed.articles, "article")
        moved = phrases.REMOVED_WITH_ARTICLES
        write_line(moved.format(id=feed.id, name=name, articles=articles, to=removed.moved_to))
    else:
        write_line(phrases.FEED_REMOVED.format(id=feed.id, name=name))
    if build is not None:
        write_lines(report_lines(build))
    return DONE


def _known(settings: IndexSettings, id_: int) -> Feed:
    feed = Feeds(settings.data_dir).find(id_)
    if feed is None:
        raise FootnoteError(phrases.UNKNOWN_FEED.format(id=id_), phrases.UNKNOWN_FEED_NEXT_STEP)
    return feed
