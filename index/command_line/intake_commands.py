"""Behind `python -m index add`, `refresh` and `remove`: what came in or went out, then one build."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from index.command_line import phrases
from index.command_line.building import build_added, ending_in_order, run_to_end
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
from index.errors import ArticleError, FootnoteError
from index.intake.phrases import count
from index.report import (
    AddedSource,
    AddReport,
    Problem,
    RefreshReport,
    RemovedSource,
    RemoveReport,
    SourceOutcome,
    failures,
)
from index.settings import IndexSettings


def add(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Bring sources into the articles folder, and build once."""
    from index.intake.adding import add_sources

    with ProgressDisplay(ProgressStyle(options.progress)) as display:
        found = run_to_end(add_sources(options.sources, settings, display))
    added = tuple(one for one in found if isinstance(one, AddedSource))
    problems = tuple(one for one in found if isinstance(one, Problem))
    with ending_in_order():
        report = AddReport(added, problems, build_added(options, settings) if added else None)
    if options.json:
        write_json(report)
        return _status(report.problems, report.build)
    if report.build is None:
        say_lines(problem_lines(problems))
        raise FootnoteError(phrases.NOTHING_ADDED, phrases.NOTHING_ADDED_NEXT_STEP)
    write_lines(_added_lines(added))
    write_lines(problem_lines(problems))
    write_lines(report_lines(report.build))
    return _status(report.problems, report.build)


def refresh(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Ask the pages that people added, and of those of feeds what is due, for changes, and build."""
    from index.intake.adding import refresh_pages

    with ProgressDisplay(ProgressStyle(options.progress)) as display:
        found, gone = run_to_end(refresh_pages(settings, display, every=options.all))
    pages = [one for one in found if isinstance(one, AddedSource)]
    changed = tuple(one for one in pages if one.outcome is not SourceOutcome.UNCHANGED)
    problems = tuple(one for one in found if isinstance(one, Problem))
    with ending_in_order():
        build = build_added(options, settings) if changed else None
        report = RefreshReport(changed, len(pages) - len(changed), tuple(gone), problems, build)
    if options.json:
        write_json(report)
    elif not found and not gone:
        write_line(phrases.REFRESHED_NOTHING)
    else:
        write_lines(_refreshed_lines(report))
    return _status((*report.gone, *report.problems), report.build)


def remove(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Move articles' files out of the articles folder, and build once."""
    from index.intake.files import remove_article

    removed: list[RemovedSource] = []
    problems: list[Problem] = []
    with ending_in_order():
        now = datetime.now(UTC)
        for id_ in dict.fromkeys(options.ids):
            try:
                removed.append(remove_article(id_, settings, now))
            except ArticleError as error:
                problems.append(Problem(id_, str(error)))
        build = build_added(options, settings) if removed else None
    report = RemoveReport(tuple(removed), tuple(problems), build)
    if options.json:
        write_json(report)
        return _status(report.problems, report.build)
    if report.build is None:
        say_lines(problem_lines(report.problems, phrases.NOT_REMOVED))
        raise FootnoteError(phrases.NOTHING_REMOVED, phrases.NOTHING_ADDED_NEXT_STEP)
    for one in removed:
        write_line(phrases.REMOVED_FILE.format(file=neutralise_line(one.file), to=one.moved_to))
    write_lines(problem_lines(report.problems, phrases.NOT_REMOVED))
    write_lines(report_lines(report.build))
    return _status(report.problems, report.build)


def _added_lines(added: tuple[AddedSource, ...]) -> Iterator[str]:
    for one in added:
        articles = count(one.articles, "article")
        yield phrases.ADDED_SOURCE[one.outcome].format(name=neutralise_line(one.source), articles=articles)


def _refreshed_lines(report: RefreshReport) -> Iterator[str]:
    changed, gone, failed = len(report.changed), len(report.gone), len(report.problems)
    yield phrases.REFRESHED.format(
        pages=count(changed + report.unchanged + gone + failed, "page"),
        changed=changed,
        unchanged=report.unchanged,
        gone=gone,
        failed=failed,
    )
    yield from _added_lines(report.changed)
    yield from problem_lines(report.gone, phrases.GONE)
    yield from problem_lines(report.problems)
    if report.build is not None:
        yield from report_lines(report.build)


def _status(problems: tuple[Problem, ...], build: object) -> int:
    of_build = getattr(build, "problems", ())
    return NOT_DONE if failures((*problems, *of_build)) else DONE
