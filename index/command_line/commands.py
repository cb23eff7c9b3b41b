"""Behind `python -m index`: each command from its options to its result and exit status."""

import argparse
import asyncio
import getpass
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from index.command_line import phrases
from index.command_line.console import DONE, NOT_DONE, neutralise_line, say, write_json, write_line
from index.command_line.first_build import searcher_or_build
from index.command_line.intake import add_file, remove_file
from index.command_line.progress import ProgressDisplay, ProgressStyle
from index.command_line.report_text import passage_lines, problem_lines, report_lines, status_lines
from index.errors import ArticleError, FootnoteError, IndexUnavailable
from index.passage import SearchRequest, SearchResult
from index.report import BuildReport, Problem
from index.settings import IndexSettings


def run(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Run the command that the options name and return the exit status."""
    commands: dict[str, Callable[[argparse.Namespace, IndexSettings], int]] = {
        "build": _build,
        "status": _status,
        "search": _search,
        "add": _add,
        "remove": _remove,
        "rollback": _rollback,
    }
    return commands[options.command](options, settings)


def user_name() -> str:
    """Who builds, where nobody says: the user that the process runs as."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without an entry; what is raised depends on Python
        return f"user {os.getuid()}"


def _build(options: argparse.Namespace, settings: IndexSettings) -> int:
    report = _built(options, settings, dry_run=options.dry_run)
    if options.json:
        write_json(report)
    else:
        _write(report_lines(report))
    return NOT_DONE if report.problems else DONE


def _built(options: argparse.Namespace, settings: IndexSettings, *, dry_run: bool = False) -> BuildReport:
    """Build in this process, which is there for nothing else."""
    from index.build import build

    with ProgressDisplay(ProgressStyle(options.progress)) as display:
        return build(settings, by=options.by or user_name(), dry_run=dry_run, on_progress=display)


def _status(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.overview import published_status

    status = published_status(settings)
    if options.json:
        write_json(status)
    elif status is None:
        next_step = phrases.NO_INDEX_NEXT_STEP.format(articles_dir=settings.articles_dir)
        write_line(f"{phrases.NO_INDEX} {next_step}")
    else:
        _write(status_lines(status))
    return DONE


def _search(options: argparse.Namespace, settings: IndexSettings) -> int:
    result = asyncio.run(_found(options, settings))
    if options.json:
        write_json(result)
    else:
        _write(passage_lines(result.passages))
    return DONE


async def _found(options: argparse.Namespace, settings: IndexSettings) -> SearchResult:
    from index.build_process import BuildProcess
    from index.search_client import SearchClient

    with ProgressDisplay(ProgressStyle(options.progress)) as display:
        opening = searcher_or_build(
            lambda: SearchClient.start(settings),
            BuildProcess(settings),
            by=options.by or user_name(),
            on_missing=lambda: say(phrases.BUILDING_FIRST.format(articles_dir=settings.articles_dir)),
            on_progress=display,
            on_built=say_problems,
        )
        async with opening as searcher:
            return await searcher.search(SearchRequest(options.text, limit=options.limit))


def say_problems(report: BuildReport) -> None:
    """After a build that nobody asked for by name: only what could not be read."""
    _say(problem_lines(report.problems))


def _add(options: argparse.Namespace, settings: IndexSettings) -> int:
    added: dict[str, int] = {}
    problems: list[Problem] = []
    for given in options.paths:
        try:
            added[given] = _add_one(given, settings)
        except ArticleError as error:
            problems.append(Problem(given, str(error)))
    if not added:
        _say(problem_lines(tuple(problems)))
        raise FootnoteError(phrases.NOTHING_ADDED, phrases.NOTHING_ADDED_NEXT_STEP)
    report = _built(options, settings)
    if options.json:
        write_json({"added": added, "problems": problems, "build": report})
    else:
        for given, articles in added.items():
            name = neutralise_line(Path(given).name)
            write_line(phrases.ADDED_FILE.format(name=name, articles=phrases.count(articles, "article")))
        _write(problem_lines(tuple(problems)))
        _write(report_lines(report))
    return NOT_DONE if problems or report.problems else DONE


def _add_one(given: str, settings: IndexSettings) -> int:
    if "://" in given:
        raise ArticleError(phrases.ADD_URL, phrases.ADD_URL_NEXT_STEP)
    return add_file(Path(given), settings.articles_dir)


def _remove(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.overview import published_article

    article = published_article(settings, options.id)
    if article is None:
        raise IndexUnavailable(
            phrases.REMOVE_UNKNOWN.format(id=neutralise_line(options.id)), phrases.REMOVE_UNKNOWN_NEXT_STEP
        )
    moved_to = remove_file(article, settings.articles_dir, settings.data_dir, datetime.now(UTC))
    report = _built(options, settings)
    if options.json:
        write_json({"removed": article.source, "moved_to": moved_to, "build": report})
    else:
        write_line(phrases.REMOVED_FILE.format(file=neutralise_line(article.source), to=moved_to))
        _write(report_lines(report))
    return NOT_DONE if report.problems else DONE


def _rollback(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.publication import rollback

    generation = rollback(settings, by=options.by or user_name())
    if options.json:
        write_json({"generation": generation})
    else:
        write_line(phrases.ROLLED_BACK.format(generation=generation))
    return DONE


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        write_line(line)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
