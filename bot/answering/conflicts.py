"""After the verification: do the cited articles say different things of what was asked?"""

from collections.abc import Sequence

from bot.answering.types import Answer, Conflict


def find(answer: Answer, parts: Sequence[str]) -> Conflict | None:
    return None
