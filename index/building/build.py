"""The build: what changed since the last generation goes into a new one, which is checked and published.

The published generation is only read, so a crash at any moment loses nothing of it. What an interrupted build
had embedded is taken over by the next one. Runs in a process of its own (index/processes/build_process.py).
"""

import secrets
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from index.building.checking import check
from index.building.cleanup import clear_litter
from index.building.collection import Comparison
from index.building.disk_errors import disk_errors
from index.building.last_generation import is_what_answers, last_catalog, last_generation, other_vectors
from index.building.writing import GenerationWriter, may_start_from
from index.embedding.chunking import RECIPE
from index.embedding.embedder import Embedder, create_embedder, fingerprint_of
from index.files import (
    make_writable_folder,
    size_of,
)
from index.generation.catalog import Catalog
from index.generation.generation import (
    FORMAT,
    Generation,
    GenerationInfo,
    chroma_url,
    generation_folder,
    write_info,
)
from index.generation.history import write_history
from index.generation.lock import build_lock
from index.generation.publication import (
    damaged_generations,
    keep_manifest_readable,
    publish,
)
from index.report import ArticleCopy, Builder, BuildProgress, BuildReport, Difference, Stage
from index.settings import IndexSettings

OnProgress = Callable[[BuildProgress], None]


def build(
    settings: IndexSettings,
    *,
    by: str,
    dry_run: bool = False,
    wait: bool = False,
    on_progress: OnProgress | None = None,
    embedder: Embedder | None = None,
) -> BuildReport:
    """Bring the published index up to the articles folder.

    by: who asked for it, for the report and for whoever finds the lock held. wait: where another build runs,
    go after it, which is told as progress; else BuildRunning is raised. embedder: the settings' own,
    where it is loaded already. Raises StorageError where the disk is
    full or cannot be written, SettingsError where the articles folder is missing, BuildError where the
    embedding server fails. In each case the published index stays as it was.
    """
    tell = _Progress(on_progress)
    if dry_run:
        return _Build(settings, by, tell, embedder).dry_run()
    make_writable_folder(settings.data_dir)
    with build_lock(settings.data_dir, by, tell.waiting if wait else None), disk_errors(settings):
        return _Build(settings, by, tell, embedder).run()


class _Progress:
    """Tells how far a stage has come; nobody may be listening."""

    def __init__(self, on_progress: OnProgress | None) -> None:
        self._on_progress = on_progress

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        if self._on_progress:
            self._on_progress(BuildProgress(stage, done, total))

    def waiting(self, builder: Builder | None) -> None:
        if self._on_progress:
            self._on_progress(BuildProgress(Stage.WAITING, builder=builder))


class _Build:
    """One build from beginning to end."""

    def __init__(self, settings: IndexSettings, by: str, tell: _Progress, embedder: Embedder | None) -> None:
        self._settings = settings
        self._embedder = embedder
        self._by = by
        self._tell = tell
        self._started_at = datetime.now(UTC)
        self._clock = time.monotonic()

    def dry_run(self) -> BuildReport:
        """What a build would do, without writing anything."""
        with last_catalog(self._settings) as last:
            found = self._compare(last)
        return self._report(found, dry_run=True)

    def run(self) -> BuildReport:
        settings = self._settings
        damaged = set(damaged_generations(settings.data_dir))
        with last_generation(settings, damaged) as last:
            found = self._compare(last.catalog if last else None)
            report = self._report(found)
            answers = is_what_answers(settings, last)
            if last and answers and _is_up_to_date(last, found, fingerprint_of(settings)):
                keep_manifest_readable(settings.data_dir)
                found.remember()
                clear_litter(settings)
                return replace(report, chunks=last.info.chunks, seconds=self._seconds())
            name = f"{self._started_at:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
            report = self._write(name, found, last, report)
        self._tell(Stage.PUBLISHING, 0, 1)
        publish(settings, name, self._by, without=frozenset(damaged))
        found.remember()
        clear_litter(settings)
        self._tell(Stage.PUBLISHING, 1, 1)
        return report

    def _write(
        self,
        name: str,
        found: Comparison,
        last: Generation | None,
        report: BuildReport,
    ) -> BuildReport:
        """Write, check and finish the new generation; its report. What a failure leaves is unfinished: the
        next build takes the vectors that are in it and clears the rest away."""
        embedder = self._embedder or create_embedder(self._settings)
        collection, difference = found.collection, found.difference
        from_copy = last is not None and may_start_from(
            last, embedder.fingerprint, _chunks_at_stake(last, difference)
        )
        with ExitStack() as stack:
            sources = [stack.enter_context(closing(each)) for each in other_vectors(self._settings, last)]
            writer = stack.enter_context(
                GenerationWriter(self._settings, name, embedder, last, sources, from_copy=from_copy)
            )
            ids = list(collection.articles)
            if from_copy:
                writer.remove([change.id for change in (*difference.removed, *difference.changed)])
                ids = [change.id for change in (*difference.added, *difference.changed)]
            writer.add(
                found.articles(ids), partial(self._tell, Stage.CHUNKING), partial(self._tell, Stage.EMBEDDING)
            )
            self._tell(Stage.WRITING, 0, 1)
            writer.set_copies(collection.copies)
            writer.write_keywords()
            before = (self._folder(last.info.id), last.catalog) if last else None
            write_history(self._folder(name), writer.catalog, before, difference, self._started_at)
            self._tell(Stage.CHECKING, 0, 1)
            check(self._settings, name, writer)
            chunks = writer.catalog.counts()[1]
            report = replace(
                report,
                generation=name,
                chunks=chunks,
                embedded=writer.embedded,
                reused=chunks - writer.embedded,
                tokens=writer.tokens,
                seconds=self._seconds(),
            )
            churn = writer.churn if from_copy else 0
            stored = writer.collection
        self._finish(name, embedder.fingerprint, len(collection.articles), churn, stored, report)
        return report

    def _finish(
        self, name: str, fingerprint: str, articles: int, churn: int, stored: str, report: BuildReport
    ) -> None:
        """Bring the generation to the disk and mark it as whole."""
        folder = self._folder(name)
        info = GenerationInfo(
            format=FORMAT,
            id=name,
            built_at=self._started_at,
            by=self._by,
            fingerprint=fingerprint,
            articles=articles,
            chunks=report.chunks,
            size_bytes=size_of(folder),
            files={},
            chroma_url=chroma_url(self._settings),
            churn=churn,
            report=report,
            collection=stored,
            chunking=RECIPE,
        )
        write_info(self._settings.data_dir, info)

    def _compare(self, last: Catalog | None) -> Comparison:
        return Comparison(self._settings, last, partial(self._tell, Stage.READING), self._started_at)

    def _report(self, found: Comparison, *, dry_run: bool = False) -> BuildReport:
        collection, difference = found.collection, found.difference
        return BuildReport(
            generation=None,
            dry_run=dry_run,
            started_at=self._started_at,
            seconds=self._seconds(),
            by=self._by,
            added=difference.added,
            changed=difference.changed,
            removed=difference.removed,
            unchanged=difference.unchanged,
            copies=tuple(ArticleCopy(info.id, copy_of) for info, copy_of in collection.copies),
            problems=tuple(collection.problems),
        )

    def _folder(self, name: str) -> Path:
        return generation_folder(self._settings.data_dir, name)

    def _seconds(self) -> float:
        return round(time.monotonic() - self._clock, 3)


def _is_up_to_date(last: Generation, found: Comparison, fingerprint: str) -> bool:
    """Whether a build would give the index that is published already."""
    # Wholly, not by their ids alone: a copy's title may be all that changed, and answers name it.
    copies = sorted(found.collection.copies, key=lambda copy: copy[0].id)
    difference = found.difference
    return (
        not (difference.added or difference.changed or difference.removed)
        and last.catalog.checked
        and bool(last.info.checksums)
        and (last.info.fingerprint, last.info.chunking) == (fingerprint, RECIPE)
        and last.catalog.all_copies() == copies
    )


def _chunks_at_stake(last: Generation, difference: Difference) -> int:
    """About how many chunks change, going by the average article."""
    per_article = last.info.chunks / max(last.info.articles, 1)
    articles = len(difference.added) + 2 * len(difference.changed) + len(difference.removed)
    return round(articles * per_article)
