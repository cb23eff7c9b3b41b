"""Around the answering code: every question is counted, with how it ended and how long each stage took."""

import asyncio
import time

from bot.answering.answerer import Answers, OnStatement
from bot.answering.types import Answer, Question
from bot.monitoring.asked import face_of_now
from bot.monitoring.metrics import FAILED, GIVEN_UP, Metrics


class MeasuredAnswers:
    """Answers as those it wraps do."""

    def __init__(self, answers: Answers, metrics: Metrics) -> None:
        self.uncounted = answers  # for what nobody asked: trials
        self._metrics = metrics

    async def answer(self, question: Question, on_statement: OnStatement | None = None) -> Answer:
        """As `Answers.answer`."""
        metrics = self._metrics
        started = time.perf_counter()
        outcome = FAILED
        metrics.answering.inc()
        try:
            answer = await self.uncounted.answer(question, on_statement)
            outcome = answer.outcome.value
        except asyncio.CancelledError:
            outcome = GIVEN_UP
            raise
        finally:
            metrics.answering.dec()
            metrics.questions.labels(face_of_now().value, outcome).inc()
        metrics.answer.observe(time.perf_counter() - started)
        for stage, seconds in answer.seconds.items():
            metrics.stage.labels(stage).observe(seconds)
        if answer.degraded is not None:
            metrics.degraded.labels(answer.degraded.value).inc()
        return answer
