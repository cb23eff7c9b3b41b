"""Measures the bot on the set of our own (`set/`), for the floors' test and for renewing them."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from bot.evaluation.articles import digest_of, read_sources
from bot.evaluation.failures import report
from bot.evaluation.judging import judge
from bot.evaluation.questions import EvaluationQuestion, read_questions
from bot.evaluation.results import Result
from bot.evaluation.run import answer_all, settings_for, write_results
from bot.evaluation.scoring import Scores, score
from bot.service.opening import open_service, rebuild
from bot.settings import BotSettings

SET = Path(__file__).parent / "set"
ARTICLES, QUESTIONS = SET / "articles", SET / "questions.jsonl"
BY = "python -m campaigns.evaluation"
FEW_ROUNDS = 50  # the floors need no intervals


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures, the digest of what they were measured on, and the failures, to read."""

    digest: str
    scores: Scores
    failures: str


def set_digest() -> str:
    """Changes with every article and every question."""
    return digest_of(ARTICLES, bytes.fromhex(digest_of(QUESTIONS)))


def measure(folder: Path) -> Measured:
    """Build an index in the folder, answer all questions from it with default settings, and score them."""
    questions = read_questions(QUESTIONS)
    sources = read_sources(ARTICLES)
    results = asyncio.run(_answered(questions, folder))
    judgements = [judge(q, r, sources) for q, r in zip(questions, results, strict=True)]
    scores = score(judgements, rounds=FEW_ROUNDS)
    return Measured(set_digest(), scores, report(judgements, sources))


async def _answered(questions: tuple[EvaluationQuestion, ...], folder: Path) -> tuple[Result, ...]:
    settings = settings_for(BotSettings(data_dir=folder), ARTICLES)
    await rebuild(settings, BY)
    async with open_service(settings, BY) as service:
        answered = await answer_all(service, questions, lambda done, total: None)
    return write_results(folder / "results.jsonl", answered)
