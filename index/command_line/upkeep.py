"""Behind `python -m index export`, `import` and `doctor`: an index moved, and one looked after."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.command_line import phrases
from index.command_line.console import DONE, NOT_DONE, neutralise_line, say, write_json, write_line
from index.command_line.progress import ProgressDisplay, ProgressStyle
from index.intake.phrases import count
from index.settings import IndexSettings

if TYPE_CHECKING:
    from index.doctor.findings import Finding


def export_command(options: argparse.Namespace, settings: IndexSettings) -> int:
    """The published index into a file."""
    from index.transfer.exporting import export_index

    with ProgressDisplay(ProgressStyle(options.progress)) as display:
        done = export_index(
            settings,
            Path(options.file),
            lambda done, total: display.show(phrases.EXPORTING, done, total),
            with_articles=options.with_articles,
        )
    if options.json:
        write_json(done)
        return DONE
    write_line(
        phrases.EXPORTED.format(
            generation=done.generation,
            file=done.file,
            articles=count(done.articles, "article"),
            chunks=count(done.chunks, "chunk"),
            size=phrases.size(done.size_bytes),
        )
    )
    if options.with_articles:
        files = count(done.article_files, "file")
        write_line(phrases.EXPORTED_ARTICLES.format(files=files, articles_dir=settings.articles_dir))
    for name in done.left_out:
        say(phrases.EXPORT_LEFT_OUT.format(file=neutralise_line(name)))
    return DONE


def import_command(options: argparse.Namespace, settings: IndexSettings, by: str) -> int:
    """An index out of a file, published."""
    from index.transfer.importing import import_index

    with ProgressDisplay(ProgressStyle(options.progress)) as display:
        done = import_index(
            settings,
            Path(options.file),
            by,
            lambda stage, done, total: display.show(phrases.IMPORT_STAGES[stage], done, total),
            with_articles=options.with_articles,
        )
    articles = count(done.articles, "article")
    missing = phrases.IMPORT_MISSING.format(
        missing=f"{done.missing_sources:,}", articles=articles, articles_dir=settings.articles_dir
    )
    if done.missing_sources:
        say(missing)
    if options.json:
        write_json(done)
        return DONE
    chunks = count(done.chunks, "chunk")
    write_line(phrases.IMPORTED.format(generation=done.generation, articles=articles, chunks=chunks))
    if options.with_articles:
        added = count(done.article_files, "file")
        write_line(
            phrases.IMPORTED_ARTICLES.format(
                added=added, kept=f"{done.kept_files:,}", articles_dir=settings.articles_dir
            )
        )
    return DONE


def doctor_command(options: argparse.Namespace, settings: IndexSettings, by: str) -> int:
    """Every part of the index examined, and mended where that is asked for."""
    from index.doctor.examining import examine
    from index.doctor.mending import mend

    with ProgressDisplay(ProgressStyle(options.progress)) as display:

        def on_progress(generation: str, done: int, total: int) -> None:
            display.show(phrases.EXAMINING.format(generation=generation), done, total)

        if options.repair:
            treated = mend(settings, by, on_progress)
            lines, left = list(_treated(treated.mended, treated.left)), treated.left
            result: object = treated
            seen = None
        else:
            seen = examine(settings, on_progress)
            lines, left = list(_listed(phrases.DOCTOR_FOUND, seen.findings)), seen.findings
            lines += [phrases.DOCTOR_NEXT_STEP] * bool(left)
            result = seen
    if options.json:
        write_json(result)
        return NOT_DONE if left else DONE
    if not lines:
        seen = seen or examine(settings, lambda *_: None)
        generations = count(len(seen.generations), "generation")
        well = phrases.DOCTOR_WELL.format(generations=generations, chunks=count(seen.chunks, "chunk"))
        lines = [well if seen.generations else phrases.DOCTOR_NOTHING]
    for line in lines:
        write_line(line)
    return NOT_DONE if left else DONE


def _treated(mended: "Sequence[Finding]", left: "Sequence[Finding]") -> Iterator[str]:
    yield from _listed(phrases.DOCTOR_MENDED, mended)
    yield from _listed(phrases.DOCTOR_LEFT, left)
    if left:
        yield phrases.DOCTOR_LEFT_NEXT_STEP


def _listed(heading: str, findings: "Sequence[Finding]") -> Iterator[str]:
    if findings:
        yield heading
    for found in findings:
        yield f"  {fault_line(found)}"


def fault_line(found: "Finding") -> str:
    """One thing that is wrong, as a sentence."""
    phrase, detail = phrases.FAULTS[found.fault], neutralise_line(found.detail)
    words = phrase.format(detail=detail, count=found.count)
    if detail and "{detail}" not in phrase:
        words = f"{words} ({detail})"
    where = phrases.IN_GENERATION.format(generation=found.generation) if found.generation else ""
    return f"{words.rstrip('.')}{where}."
