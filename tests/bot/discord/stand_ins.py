"""Fakes of ours for what stands behind the bot in the Discord tests: answers, the index, builds."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.answer import Answer, Outcome, Question
from bot.answering.answerer import OnStatement
from index.article import Article, ArticleInfo
from index.generation.history import Version
from index.passage import EVERYTHING, Filters, SearchRequest, SearchResult
from index.processes.build_process import BuildProcess
from index.report import (
    AddedSource,
    AddReport,
    ArticleChange,
    Builder,
    BuildProgress,
    BuildReport,
    IndexStatus,
    Problem,
    RefreshReport,
    RemovedSource,
    RemoveReport,
    SourceOutcome,
    Stage,
)
from index.searching.searcher import ArticlePage
from tests.bot.discord.feeds.feed_stand_in import Feeds
from tests.bot.samples import COAST, COAST_TEXT, LIGHTHOUSE, LIGHTHOUSE_TEXT, answered, refused

FIRST_DAY = date(2026, 1, 1)
LONG_ID = "archive/" + "harbour-" * 20 + "1.txt"


class Answering:
    """Answers questions about the lighthouse and refuses others; waits for `gate`, raises `error`.

    `grown` is what it gives of an answer before the gate.
    """

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.given_up = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.error: Exception | None = None
        self.answer_with: Answer | None = None
        self.grown: Answer | None = None

    async def answer(self, question: Question, on_statement: OnStatement | None = None) -> Answer:
        self.asked.append(question)
        if self.grown is not None and on_statement is not None:
            on_statement(replace(self.grown, question=question))
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        if self.error is not None:
            raise self.error
        if self.answer_with is not None:
            return replace(self.answer_with, question=question)
        if len(question.text) > 1000:
            return Answer(question, Outcome.TOO_LONG)
        known = "lighthouse" in question.text
        return replace(answered() if known else refused(), question=question)


class Index:
    """Thirty-two invented articles: the two of the samples, one with a long id, and a series."""

    def __init__(self) -> None:
        series = [
            ArticleInfo(f"note-{n}", f"notes/{n}.txt", f"Harbour note {n}", publisher="Harbour Gazette",
                        published=FIRST_DAY + timedelta(days=n))
            for n in range(29)
        ]  # fmt: skip
        long_id = ArticleInfo(LONG_ID, LONG_ID, "An article with a long path", publisher="Archive")
        self.infos = [LIGHTHOUSE, *reversed(series), COAST, long_id]
        self.versions: dict[str, tuple[Version, ...]] = {}
        self.texts = {COAST.id: COAST_TEXT}
        self.publishers: tuple[str, ...] = ("Harbour Gazette", "Coast Weekly", "Archive")
        self.error: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    def _check(self) -> None:
        if self.error is not None:
            raise self.error

    async def search(self, request: SearchRequest) -> SearchResult:
        raise NotImplementedError("the Discord side never searches by itself")

    async def articles(self, ids: tuple[str, ...]) -> tuple[Article, ...]:
        self._check()
        known = {info.id: info for info in self.infos}
        return tuple(Article(known[one], self.texts.get(one, LIGHTHOUSE_TEXT)) for one in ids if one in known)

    async def find_articles(
        self, text: str = "", offset: int = 0, limit: int = 10, filters: Filters = EVERYTHING
    ) -> ArticlePage:
        await self.gate.wait()
        self._check()
        found = [i for i in self.infos if text.lower() in f"{i.title} {i.publisher} {i.source}".lower()]
        found = [info for info in found if filters.allow(info.publisher)]
        return ArticlePage(tuple(found[offset : offset + limit]), len(found))

    async def history(self, article_id: str) -> tuple[Version, ...]:
        return self.versions.get(article_id, ())

    async def chunks(self, article_id: str) -> tuple[str, ...]:
        return tuple(f"Passage number {n} of <@1> **{article_id[:20]}**." for n in range(1, 4))

    async def wait_until_served(self, generation: str) -> None:
        """What this stand-in publishes is there at once."""

    async def status(self) -> IndexStatus:
        self._check()
        return IndexStatus(
            generation="20260502-1",
            published_at=datetime(2026, 5, 2, 12, tzinfo=UTC),
            published_by="the operator",
            articles=len(self.infos),
            chunks=96,
            newest_article=LIGHTHOUSE.published,
            embedding_model="bundled",
            size_bytes=1_500_000,
            publishers=self.publishers,
        )


class Building(BuildProcess):
    """Reports progress, waits for `gate`, and gives a report; a second build waits its turn."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.gate.set()
        self.error: Exception | None = None
        self.by: list[str] = []
        self.turn = asyncio.Lock()
        self.cancelled = False
        self.feeds: Feeds = Feeds(self.build)
        self.urls: list[str] = []
        self.files: list[tuple[str, str]] = []
        self.removed: list[str] = []
        self.refused: tuple[Problem, ...] = ()
        self.changed: tuple[AddedSource, ...] = ()

    async def build(
        self, *, by: str, dry_run: bool = False, on_progress: Callable[[BuildProgress], None] | None = None
    ) -> BuildReport:
        if self.turn.locked() and on_progress is not None:
            builder = Builder(self.by[-1], datetime(2026, 5, 3, tzinfo=UTC), 7)
            on_progress(BuildProgress(Stage.WAITING, builder=builder))
        async with self.turn:
            return await self._build(by, dry_run, on_progress)

    async def _build(
        self, by: str, dry_run: bool, on_progress: Callable[[BuildProgress], None] | None
    ) -> BuildReport:
        self.by.append(by)
        try:
            if on_progress is not None:
                on_progress(BuildProgress(Stage.READING, 3, 3))
                on_progress(BuildProgress(Stage.EMBEDDING, 10, 40))
            await self.gate.wait()
            if self.error is not None:
                raise self.error
        except asyncio.CancelledError:
            self.cancelled = True
            raise
        return BuildReport(
            generation=None if dry_run else "20260503-1",
            dry_run=dry_run,
            started_at=datetime(2026, 5, 3, tzinfo=UTC),
            seconds=2.5,
            by=by,
            added=tuple(ArticleChange(f"new-{n}", f"New *article* {n}") for n in range(7)),
            unchanged=32,
            problems=(Problem("broken.txt", "it is empty"),),
            embedded=12,
            reused=96,
        )

    async def rollback(self, *, by: str) -> str:
        self.by.append(by)
        if self.error is not None:
            raise self.error
        return "20260501-1"

    async def add(
        self,
        *,
        by: str,
        urls: Sequence[str] = (),
        files: Sequence[Path] = (),
        on_progress: Callable[[BuildProgress], None] | None = None,
    ) -> AddReport:
        self.urls = list(urls)
        self.files = [(path.name, await asyncio.to_thread(path.read_text)) for path in files]
        report = await self.build(by=by, on_progress=on_progress)
        sources = [*urls, *(str(path) for path in files)]
        failed = {problem.source for problem in self.refused}
        added = (AddedSource(one, SourceOutcome.ADDED, one) for one in sources if one not in failed)
        return AddReport(tuple(added), self.refused, report)

    async def refresh(
        self, *, by: str, on_progress: Callable[[BuildProgress], None] | None = None
    ) -> RefreshReport:
        return RefreshReport(self.changed, 0, (), (), await self.build(by=by, on_progress=on_progress))

    async def remove(
        self, ids: Sequence[str], *, by: str, on_progress: Callable[[BuildProgress], None] | None = None
    ) -> RemoveReport:
        self.removed += ids
        report = await self.build(by=by, on_progress=on_progress)
        return RemoveReport(tuple(RemovedSource(id_, id_, f"removed/{id_}") for id_ in ids), (), report)
