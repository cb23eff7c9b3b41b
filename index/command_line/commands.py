"""Behind `python -m index`: each command from its options to its result and exit status."""

import argparse
import asyncio
from collections.abc import Callable

from index.characters import plain_characters
from index.command_line import feed_commands, intake_commands, listing_commands, phrases
from index.command_line.building import build_now, user_name
from index.command_line.console import (
    DONE,
    NOT_DONE,
    say,
    say_lines,
    write_json,
    write_line,
    write_lines,
)
from index.command_line.first_build import searcher_or_build
from index.command_line.progress import ProgressDisplay, ProgressStyle
from index.command_line.report_text import passage_lines, problem_lines, report_lines, status_lines
from index.command_line.upkeep import doctor_command, export_command, import_command
from index.passage import SearchRequest, SearchResult
from index.report import BuildReport, failures
from index.settings import IndexSettings


def run(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Run the command that the options name and return the exit status."""
    commands: dict[str, Callable[[argparse.Namespace, IndexSettings], int]] = {
        "build": _build,
        "status": _status,
        "list": listing_commands.list_command,
        "show": listing_commands.show_command,
        "search": _search,
        "add": intake_commands.add,
        "refresh": intake_commands.refresh,
        "remove": intake_commands.remove,
        "feeds": feed_commands.feeds,
        "rollback": _rollback,
        "export": export_command,
        "import": lambda options, settings: import_command(options, settings, options.by or user_name()),
        "doctor": lambda options, settings: doctor_command(options, settings, options.by or user_name()),
    }
    return commands[options.command](options, settings)


def _build(options: argparse.Namespace, settings: IndexSettings) -> int:
    report = build_now(options, settings, dry_run=options.dry_run)
    if options.json:
        write_json(report)
    else:
        write_lines(report_lines(report))
    return NOT_DONE if failures(report.problems) else DONE


def _status(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.generation.overview import published_status

    status = published_status(settings)
    if options.json:
        write_json(status)
    elif status is None:
        next_step = phrases.NO_INDEX_NEXT_STEP.format(articles_dir=settings.articles_dir)
        write_line(f"{phrases.NO_INDEX} {next_step}")
    else:
        write_lines(status_lines(status))
    return DONE


def _search(options: argparse.Namespace, settings: IndexSettings) -> int:
    result = asyncio.run(_found(options, settings))
    if options.json:
        write_json(result)
    else:
        write_lines(passage_lines(result.passages))
    return DONE


async def _found(options: argparse.Namespace, settings: IndexSettings) -> SearchResult:
    from index.processes.build_process import BuildProcess
    from index.searching.search_client import SearchClient

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
            return await searcher.search(SearchRequest(plain_characters(options.text), limit=options.limit))


def say_problems(report: BuildReport) -> None:
    """After a build that nobody asked for by name: only what could not be read."""
    say_lines(problem_lines(report.problems))


def _rollback(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.generation.publication import rollback

    generation = rollback(settings, by=options.by or user_name())
    if options.json:
        write_json({"generation": generation})
    else:
        write_line(phrases.ROLLED_BACK.format(generation=generation))
    return DONE
