"""Before each face: opens the index, built first where there is none, and the answering code over it."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.answer import Answer, Question
from bot.answering.answerer import Answerer, Answers, OnStatement
from bot.answering.llm.meter import Reading
from bot.answering.llm.opening import open_language_model
from bot.service import phrases
from bot.settings import BotSettings
from index.command_line.console import neutralise_line, say
from index.command_line.first_build import searcher_or_build
from index.command_line.progress import ProgressDisplay
from index.intake.phrases import count
from index.processes.build_process import BuildProcess
from index.report import BuildReport
from index.searching.search_client import SearchClient
from index.searching.searcher import Searcher
from index.settings import IndexSettings


@dataclass(frozen=True, slots=True)
class Service:
    """What a face needs: who answers, and who knows the articles."""

    answers: Answers
    searcher: Searcher
    model_reading: Callable[[], Reading] | None = None  # what the language model has taken until now

    async def timed_answer(
        self, question: Question, on_statement: OnStatement | None = None
    ) -> tuple[Answer, float]:
        """The answer, and the seconds from the question to it."""
        started = time.perf_counter()
        answer = await self.answers.answer(question, on_statement)
        return answer, time.perf_counter() - started


@asynccontextmanager
async def open_service(settings: BotSettings, by: str) -> AsyncIterator[Service]:
    """Open the published index, built from the articles folder where nothing is, and the language model."""
    async with AsyncExitStack() as stack:
        model = await stack.enter_async_context(open_language_model(settings))
        with ProgressDisplay() as display:
            opening = searcher_or_build(
                lambda: SearchClient.start(settings),
                BuildProcess(settings),
                by=by,
                on_missing=lambda: say(phrases.BUILDING_FIRST.format(folder=str(settings.articles_dir))),
                on_progress=display,
                on_built=say_built,
            )
            searcher = await stack.enter_async_context(opening)
        answerer = Answerer(searcher, composers=model.composers, reader=model.reader)
        yield Service(stack.enter_context(answerer), searcher, model.reading)


async def rebuild(settings: IndexSettings, by: str) -> BuildReport:
    """Bring the index up to date; where nothing changed there is nothing to do."""
    with ProgressDisplay() as display:
        report = await BuildProcess(settings).build(by=by, on_progress=display)
    say_built(report)
    return report


def say_built(report: BuildReport) -> None:
    """After a build that nobody asked for by name: one line, and each thing that could not be read."""
    articles = report.unchanged + len(report.added) + len(report.changed)
    say(phrases.BUILT.format(articles=count(articles, "article"), seconds=f"{report.seconds:.1f}"))
    for problem in report.problems:
        source, reason = neutralise_line(problem.source), neutralise_line(problem.reason)
        say(phrases.PROBLEM.format(source=source, reason=reason))
