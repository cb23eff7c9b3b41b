"""Fakes that the tests of the terminal and the evaluation share: an index and answers in memory."""

import asyncio
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime

from bot.answer import Answer, Question
from bot.answering.answerer import OnStatement
from bot.service.opening import Service
from index.article import Article, ArticleInfo
from index.generation.history import Version
from index.passage import EVERYTHING, Filters, SearchRequest, SearchResult
from index.report import IndexStatus
from index.searching.searcher import ArticlePage
from tests.bot import samples


class FakeAnswers:
    """Answers every question about a lighthouse, refuses the others, raises what it is told to."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.error: Exception | None = None
        self.interrupt_first = False

    async def answer(self, question: Question, on_statement: OnStatement | None = None) -> Answer:
        self.asked.append(question)
        if self.interrupt_first:
            self.interrupt_first = False
            ident = threading.main_thread().ident
            assert ident is not None
            signal.pthread_kill(ident, signal.SIGINT)  # as Ctrl-C does
            await asyncio.sleep(60)
        if self.error is not None:
            raise self.error
        answered = "lighthouse" in question.text
        return samples.answered(question.text) if answered else samples.refused(question.text)


class FakeSearcher:
    """Knows the sample articles."""

    def __init__(self, articles: tuple[ArticleInfo, ...] = (samples.LIGHTHOUSE, samples.COAST)) -> None:
        self._articles = articles

    async def search(self, request: SearchRequest) -> SearchResult:
        return SearchResult("g1", samples.answered().passages[: request.limit])

    async def articles(self, ids: tuple[str, ...]) -> tuple[Article, ...]:
        return tuple(Article(info, "") for info in self._articles if info.id in ids)

    async def find_articles(
        self, text: str = "", offset: int = 0, limit: int = 10, filters: Filters = EVERYTHING
    ) -> ArticlePage:
        found = [info for info in self._articles if text.lower() in info.title.lower()]
        found = [info for info in found if filters.allow(info.publisher)]
        return ArticlePage(tuple(found[offset : offset + limit]), len(found))

    async def history(self, article_id: str) -> tuple[Version, ...]:
        return ()

    async def chunks(self, article_id: str) -> tuple[str, ...]:
        return ()

    async def wait_until_served(self, generation: str) -> None:
        """What this stand-in publishes is there at once."""

    async def status(self) -> IndexStatus:
        return IndexStatus(
            generation="g1",
            published_at=datetime(2026, 5, 3, tzinfo=UTC),
            published_by="somebody",
            articles=len(self._articles),
            chunks=9,
            newest_article=date(2026, 5, 2),
            embedding_model="bundled",
            size_bytes=1,
        )


def service(answers: FakeAnswers | None = None, searcher: FakeSearcher | None = None) -> Service:
    return Service(answers or FakeAnswers(), searcher or FakeSearcher())


@asynccontextmanager
async def open_fake(opened: Service) -> AsyncIterator[Service]:
    yield opened
