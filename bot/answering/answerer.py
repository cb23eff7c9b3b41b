"""The way of a question: check it, search, compose an answer, verify it, number the footnotes."""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Protocol, Self

from bot.answering import extractive, numbering, questions, verification
from bot.answering.types import Answer, Outcome, Question, Statement
from index.article import ArticleInfo
from index.passage import Filters, Passage, SearchRequest, SearchResult
from index.searcher import Searcher

NEAREST_ARTICLES = 3


class Answers(Protocol):
    """What each face calls. May raise SearchUnavailable or IndexUnavailable."""

    async def answer(self, question: Question) -> Answer: ...


class Composer(Protocol):
    """What turns passages into statements; LLMs have their place here, before the extractive one.

    Returns statements in order, numbered by nobody yet (each citation's `number` is 0); none means
    that the passages do not hold the answer. Nothing it returns is shown before it is verified.
    """

    async def compose(self, question: str, result: SearchResult) -> Sequence[Statement]: ...


class ExtractiveComposer:
    """Composes answers of quotes, in a thread of its own so that the event loop goes on."""

    def __init__(self, executor: Executor | None = None) -> None:
        self._owned = None if executor else ThreadPoolExecutor(1, thread_name_prefix="extractive")
        self._executor = executor or self._owned

    async def compose(self, question: str, result: SearchResult) -> Sequence[Statement]:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, extractive.extract, question, result)

    def close(self) -> None:
        """Let go of the thread, if it is its own; a composition under way is finished first."""
        if self._owned:
            self._owned.shutdown(wait=True)


@dataclass(slots=True)
class _Stages:
    """Seconds per stage, filled as a question goes its way."""

    seconds: dict[str, float] = field(default_factory=dict)
    since: float = field(default_factory=time.perf_counter)

    def done(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self.since
        self.since = now


class Answerer:
    """Answers questions from what a searcher finds. Close it at the end.

    `composers` are asked in turn until one gives statements that hold; the last resort, quotes, is
    always there.
    """

    def __init__(
        self, searcher: Searcher, *, composers: Sequence[Composer] = (), executor: Executor | None = None
    ) -> None:
        self._searcher = searcher
        self._extractive = ExtractiveComposer(executor)
        self._composers: tuple[Composer, ...] = (*composers, self._extractive)

    async def answer(self, question: Question) -> Answer:
        """Answer, or refuse. Raises SearchUnavailable or IndexUnavailable as the searcher does."""
        stages = _Stages()
        text = questions.clean(question.text)
        if objection := questions.objection(text):
            return Answer(question, objection)
        answer, lost = await self._answer_once(question, text, stages)
        if lost:
            # An index was published between the search and the look at its articles: what was found
            # no longer stands there. The new one is asked once more.
            answer, _ = await self._answer_once(question, text, stages)
        return replace(answer, seconds=answer.seconds | stages.seconds)

    async def _answer_once(self, question: Question, text: str, stages: _Stages) -> tuple[Answer, bool]:
        """Search, compose, verify. Also returns whether statements were lost and nothing is left."""
        result = await self._searcher.search(SearchRequest(text, question.filters))
        stages.done("search")
        draft = Answer(
            question,
            # A search without filters always finds something.
            Outcome.REFUSED if result.passages or question.filters == Filters() else Outcome.NO_ARTICLES,
            passages=result.passages,
            generation=result.generation,
            seconds=result.seconds,
        )
        lost = False
        for composer in self._composers:
            composed = await composer.compose(text, result)
            stages.done("answer")
            verified = await self._keep_verified(composed)
            stages.done("verify")
            if verified:
                return _finish(draft, verified), False
            lost = bool(composed)
        return replace(draft, nearest=_nearest(result.passages)), lost

    async def _keep_verified(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        ids = dict.fromkeys(
            citation.article_id for statement in statements for citation in statement.citations
        )
        if not ids:
            return ()
        articles = await self._searcher.articles(tuple(ids))
        return verification.keep_verified(statements, {article.info.id: article for article in articles})

    def close(self) -> None:
        """Let go of the thread that answers are composed in."""
        self._extractive.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _finish(draft: Answer, statements: Sequence[Statement]) -> Answer:
    """Number the statements that hold and give them their footnotes."""
    numbered = numbering.number(statements)
    cited = {passage.article.id: passage.article for passage in draft.passages}
    notes = numbering.footnotes(numbered, cited, draft.passages)
    return replace(
        draft,
        outcome=Outcome.ANSWERED,
        statements=numbered,
        footnotes=notes,
        newest=numbering.newest(notes),
    )


def _nearest(passages: Sequence[Passage]) -> tuple[ArticleInfo, ...]:
    """The articles of the best passages, each once."""
    return tuple({passage.article.id: passage.article for passage in passages}.values())[:NEAREST_ARTICLES]
