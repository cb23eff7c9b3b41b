"""The way of a question: check it, search, answer, verify, number the footnotes."""

from typing import Protocol

from bot.answering.types import Answer, Question


class Answers(Protocol):
    """What each face calls. May raise SearchUnavailable or IndexUnavailable."""

    async def answer(self, question: Question) -> Answer: ...
