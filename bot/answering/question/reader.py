"""Before the search: a question becomes self-contained, and one with several parts is taken apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.answer import Degraded, Turn
from bot.answering.question.followups import stand_alone
from bot.answering.question.parts import split


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it is searched for: self-contained, in parts of which most have one.

    `degraded` says that a language model was to be asked and could not be.
    """

    text: str
    parts: tuple[str, ...]
    degraded: Degraded | None = None


class Reader(Protocol):
    """Makes a cleaned question self-contained from what was said before, and takes it apart."""

    async def read(self, question: str, conversation: Sequence[Turn]) -> Understood: ...


class RuleReader:
    """Reads by rules: modest, and the same every time."""

    async def read(self, question: str, conversation: Sequence[Turn]) -> Understood:
        text = stand_alone(question, conversation)
        return Understood(text, split(text))
