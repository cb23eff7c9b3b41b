"""Where `python -m bot evaluate` enters: from its files to the figures and the page of failures."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.evaluation import phrases
from bot.evaluation.articles import SourceText, read_sources
from bot.evaluation.failures import report
from bot.evaluation.judging import Judgement, judge
from bot.evaluation.questions import EvaluationQuestion, read_questions
from bot.evaluation.results import Result, read_results
from bot.evaluation.run import answer_all, index_facts, settings_for, write_results
from bot.evaluation.scoring import Scores, differences, score
from bot.evaluation.table import Counts, Outcome, as_object, lines
from bot.service.opening import open_service, rebuild
from bot.settings import BotSettings
from index.command_line.console import say, write_json, write_line
from index.command_line.progress import ProgressDisplay
from index.files import make_writable_folder, storage_errors, write_atomically
from index.intake.phrases import count

FAILURES_SUFFIX = ".failures.md"


@dataclass(frozen=True, slots=True)
class Files:
    """What the command reads and writes; `against` are the result lines of an earlier run."""

    articles: Path
    questions: Path
    out: Path
    against: Path | None = None


def evaluate(files: Files, settings: BotSettings, by: str, *, as_json: bool) -> None:
    """Answer the questions, write the result lines and the failures, print the figures.

    Raises what reading, building and answering raise.
    """
    questions = read_questions(files.questions)
    sources = read_sources(files.articles)
    before = _earlier(files.against, questions, sources)
    own = settings_for(settings, files.articles)
    make_writable_folder(files.out.parent)  # before the work, not after it
    results = asyncio.run(_answered(questions, own, files.out, by))
    judgements = [judge(q, r, sources) for q, r in zip(questions, results, strict=True)]
    outcome = Outcome(
        counts=Counts.of(judgements),
        scores=score(judgements),
        index=index_facts(own),
        llm_model=settings.llm_model,
        results=files.out,
        failures=_write_failures(files.out, judgements, sources),
        against=files.against,
        changes=_changes(judgements, before),
    )
    if as_json:
        write_json(as_object(outcome))
    else:
        for line in lines(outcome):
            write_line(line)


async def _answered(
    questions: tuple[EvaluationQuestion, ...], own: BotSettings, out: Path, by: str
) -> tuple[Result, ...]:
    """Build the evaluation's index, answer from it, and write the result lines."""
    label = phrases.EVALUATING
    await rebuild(own, by)
    async with open_service(own, by) as service:
        with ProgressDisplay() as display:
            answered = await answer_all(
                service, questions, lambda done, total: display.show(label, done, total)
            )
    return write_results(out, answered)


def _earlier(
    against: Path | None,
    questions: Sequence[EvaluationQuestion],
    sources: dict[str, SourceText],
) -> list[Judgement]:
    """The earlier run, judged by the same questions; those without a line in it are left out."""
    if against is None:
        return []
    results = read_results(against)
    judged = [judge(q, results[q.id], sources) for q in questions if q.id in results]
    if len(judged) < len(questions):
        say(
            phrases.AGAINST_LACKS.format(
                file=str(against), questions=count(len(questions) - len(judged), "question")
            )
        )
    return judged


def _changes(judgements: Sequence[Judgement], before: Sequence[Judgement]) -> Scores:
    """How the figures differ from the earlier run's, over the questions that both answered."""
    asked = {judgement.question.id for judgement in before}
    both = [judgement for judgement in judgements if judgement.question.id in asked]
    return differences(both, before) if both else {}


def _write_failures(
    out: Path, judgements: Sequence[Judgement], sources: dict[str, SourceText]
) -> Path | None:
    """Write the page of failures beside the result lines; None where no question says what is right."""
    if all(judgement.question.answerable is None for judgement in judgements):
        return None
    path = out.with_name(out.stem + FAILURES_SUFFIX)
    with storage_errors(path.parent):
        write_atomically(path, report(judgements, sources).encode("utf-8"))
    return path
