"""Between the search and the verification: what turns passages into statements."""

import asyncio
import re
from collections.abc import AsyncGenerator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from bot.answer import Degraded, Statement
from bot.answering.extractive import extract
from index.passage import Period, SearchResult

_POSING = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|all|any|these|those|your)\b"
    r".{0,40}\b(?:instruction|prompt|rule|direction|passage)s?\b"
    r"|\b(?:as|you are|act as|pretend to be)\s+an?\s+(?:ai|language\s+model|llm|chatbot)\b"
    r"|\b(?:system|developer)\s+(?:prompt|message)\b"
    r"|(?:^|[.!?:]\s*+|\n[^\S\n]*+|\b(?:you\s+)?(?:must|shall|please|always)\s+)(?:answer|reply|respond|say|write)\s+"
    r"(?:\w+\s+){0,3}?(?:only|exactly|instead|to\s+every\s+question)\b"
    r"|\btell\s+(?:the\s+)?(?:user|reader|asker)s?\s+that\b"
    r"|\b(?:note|message|instructions?)\s+(?:to|for)\s+(?:the\s+|any\s+)?(?:ai|assistant|language\s+model|llm"
    r"|chatbot|bot)s?\b",
    re.IGNORECASE | re.DOTALL,
)


def poses_as_instruction(text: str) -> bool:
    """Whether a text speaks to a language model; none of 69,414 sentences of news-dev is taken for such."""
    return _POSING.search(text) is not None


@dataclass(frozen=True, slots=True)
class Part:
    """A question, or a part of one with several, self-contained, and what was found for it.

    `asked` is the day of asking, `period` the one that the question names.
    """

    text: str
    result: SearchResult
    asked: date | None = None
    period: Period | None = None


class ComposerFailed(Exception):
    """A composer could not do its work, or not to the end; what it gave before stays."""

    def __init__(self, why: Degraded) -> None:
        super().__init__(why.value)
        self.why = why


class NothingThere(Exception):
    """A composer has read the passages and says that they do not hold the answer."""


class Composer(Protocol):
    """Turns passages into statements; LLMs have their place here, before the extractive one.

    Gives statements in order, in one or more batches as they are ready, numbered by nobody yet (each
    citation's `number` is 0). None at all means that it has nothing to say: the next composer is
    asked. Nothing it gives is shown before it is verified. May raise ComposerFailed or NothingThere.
    """

    def compose(self, parts: Sequence[Part]) -> AsyncGenerator[Sequence[Statement], None]: ...


class ExtractiveComposer:
    """Composes answers of quotes, in a thread of its own so that the event loop goes on."""

    def __init__(self, executor: Executor | None = None) -> None:
        self._owned = None if executor else ThreadPoolExecutor(1, thread_name_prefix="extractive")
        self._executor = executor or self._owned

    async def compose(self, parts: Sequence[Part]) -> AsyncGenerator[Sequence[Statement], None]:
        loop = asyncio.get_running_loop()
        for number, part in enumerate(parts):
            quotes = await loop.run_in_executor(
                self._executor, extract.extract, part.text, part.result, part.asked, part.period
            )
            # A planted instruction holds the question's words on purpose; it is no news.
            plain = [quote for quote in quotes if not poses_as_instruction(quote.text)]
            yield [replace(quote, part=number) for quote in plain or quotes]

    def close(self) -> None:
        """Let go of the thread, if it is its own; a composition under way is finished first."""
        if self._owned:
            self._owned.shutdown(wait=True)
