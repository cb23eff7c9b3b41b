"""The way of a question: check it, search, compose an answer, verify it, number the footnotes."""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Protocol, Self

from bot.answer import Answer, Degraded, Outcome, Question, Statement
from bot.answering import assembling, copies, verification
from bot.answering.composing import Composer, ComposerFailed, ExtractiveComposer, NothingThere, Part
from bot.answering.question import clean, search_plan
from bot.answering.question.reader import Reader, RuleReader, Understood
from index.article import Article
from index.searching.searcher import Searcher

# Gets the answer as far as it stands; each time it holds all of before, and more.
OnStatement = Callable[[Answer], None]


class Answers(Protocol):
    """What each face calls. May raise SearchUnavailable or IndexUnavailable.

    `on_statement` is called whenever a statement has passed: with it a face shows an answer while it
    grows. What it was given once is in the final answer too.
    """

    async def answer(self, question: Question, on_statement: OnStatement | None = None) -> Answer: ...


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
    always there. `reader` makes follow-up questions self-contained.
    """

    def __init__(
        self,
        searcher: Searcher,
        *,
        composers: Sequence[Composer] = (),
        reader: Reader | None = None,
        executor: Executor | None = None,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        self._searcher = searcher
        self._today = today
        self._rules = RuleReader()
        self._reader = reader or self._rules
        self._extractive = ExtractiveComposer(executor)
        self._composers = tuple(composers)

    async def answer(self, question: Question, on_statement: OnStatement | None = None) -> Answer:
        """Answer, or refuse. Raises SearchUnavailable or IndexUnavailable as the searcher does."""
        stages = _Stages()
        text = clean.clean(question.text)
        if objection := clean.objection(text):
            return Answer(question, objection)
        reader = self._rules if question.model_limit or question.quotes_only else self._reader
        understood = await reader.read(text, question.conversation)
        stages.done("understand")
        for _ in range(2):
            once = _Once(self._searcher, stages, on_statement or (lambda _: None))
            draft = await once.search(question, text, understood, question.asked or self._today())
            # A model that could not even be asked what is meant is not waited for again.
            degraded = Degraded.LIMIT if question.model_limit else understood.degraded
            composers = () if degraded or question.quotes_only else self._composers
            answer = await once.compose(draft, (*composers, self._extractive), degraded)
            if not once.lost:
                break
            # An index was published between the search and the look at its articles: what was found
            # no longer stands there. The new one is asked once more.
        answer = await once.look_around(answer)
        return replace(answer, seconds=answer.seconds | stages.seconds)

    def close(self) -> None:
        """Let go of the thread that answers are composed in."""
        self._extractive.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Once:
    """One search and what is made of it; `lost` says that nothing of what was composed was left."""

    def __init__(self, searcher: Searcher, stages: _Stages, on_statement: OnStatement) -> None:
        self.lost = False
        self._searcher = searcher
        self._stages = stages
        self._on_statement = on_statement
        self._parts: tuple[Part, ...] = ()
        self._searches: list[search_plan.Search] = []
        self._articles: dict[str, Article | None] = {}

    async def search(self, question: Question, text: str, understood: Understood, asked: date) -> Answer:
        """Search for each part; returns the answer without its statements."""
        self._searches = search_plan.plan(understood.parts, question.filters, asked)
        results = await asyncio.gather(*(self._searcher.search(one.request) for one in self._searches))
        self._parts = tuple(
            Part(part, result, asked, search.request.preferred)
            for part, result, search in zip(understood.parts, results, self._searches, strict=True)
        )
        self._stages.done("search")
        draft = assembling.draft(question, "" if understood.text == text else understood.text, results)
        return replace(draft, periods=search_plan.used(self._searches, results))

    async def look_around(self, answer: Answer) -> Answer:
        """Where only a period was searched and nothing there answers, name the nearest of all days."""
        requests = search_plan.widened(self._searches, answer.question.filters)
        if requests is None or answer.outcome is Outcome.ANSWERED:
            return answer
        results = await asyncio.gather(*(self._searcher.search(request) for request in requests))
        self._stages.done("search")
        wider = assembling.refused(assembling.draft(answer.question, answer.understood, results))
        return replace(answer, outcome=wider.outcome, nearest=wider.nearest)

    async def compose(
        self, draft: Answer, composers: Sequence[Composer], degraded: Degraded | None
    ) -> Answer:
        """Ask the composers in turn; the first whose statements hold has answered."""
        for composer in composers:
            said: list[Statement] = []
            held: list[Statement] = []
            failed: Degraded | None = None
            try:
                async with aclosing(composer.compose(self._parts)) as batches:
                    async for batch in batches:
                        said += batch
                        self._stages.done("answer")
                        fresh = await self._keep_verified(batch)
                        self._stages.done("verify")
                        if fresh:
                            held += fresh
                            self._on_statement(assembling.grown(draft, held))
            except NothingThere:
                if not held:
                    return assembling.refused(draft)
            except ComposerFailed as failure:
                failed = failure.why
            self._stages.done("answer")
            if held:
                self.lost = False
                degraded = Degraded.CUT_SHORT if failed else degraded
                finished = await self._with_copies(assembling.finished(draft, held, self._parts))
                return replace(finished, degraded=degraded)
            self.lost = bool(said)
            if said and failed in (None, Degraded.CUT_SHORT):
                failed = Degraded.UNSUPPORTED
            degraded = degraded or failed
        # Nothing was held to be shown: that the model's words were not either is no news.
        told = None if degraded is Degraded.UNSUPPORTED else degraded
        return replace(assembling.refused(draft), degraded=told)

    async def _with_copies(self, answer: Answer) -> Answer:
        found = copies.candidates(answer)
        await self._look_up({info.id for infos in found.values() for info in infos})
        return copies.name(answer, found, self._articles)

    async def _keep_verified(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        await self._look_up(
            {citation.article_id for statement in statements for citation in statement.citations}
        )
        stored = {one: article for one, article in self._articles.items() if article is not None}
        return verification.keep_verified(statements, stored)

    async def _look_up(self, ids: set[str]) -> None:
        """Get those of the articles that were not looked at yet."""
        if missing := tuple(ids - self._articles.keys()):
            found = {article.info.id: article for article in await self._searcher.articles(missing)}
            self._articles |= {one: found.get(one) for one in missing}
