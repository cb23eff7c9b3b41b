"""In the place of a composer: asks a language model, and finds in the passages what it claims is there."""

import re
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing

from bot.answer import Citation, Degraded, Statement
from bot.answering.assembling import merge
from bot.answering.composing import ComposerFailed, NothingThere, Part
from bot.answering.llm import prompts
from bot.answering.llm.budget import estimate
from bot.answering.llm.calling import Caller
from bot.answering.llm.fencing import Fenced, fence
from bot.answering.llm.model import Prompt
from bot.answering.llm.parsing import AnswerParser, Said
from bot.answering.llm.quoting import best_support, locate
from bot.answering.llm.splitting import nearest, split
from index.passage import Passage

MOST_STATEMENTS = 8
MOST_WRITTEN = 900  # tokens; five statements with their quotes take some 500
_SPACES = re.compile(r"\s+")
_MARKS = re.compile(r"\*\*|__|`|^[-*•#>\s]+")
# Where an address stands in a quote, the quote shows it; a model has no need to send readers anywhere.
_LINK = re.compile(r"https?:|www\.|\]\(|\bdiscord\.gg\b", re.IGNORECASE)


class LlmComposer:
    """Composes statements in the model's words, each with quotes that stand in the passages."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def compose(self, parts: Sequence[Part]) -> AsyncGenerator[Sequence[Statement], None]:
        """As `Composer.compose`: one batch for each statement that the model completes."""
        passages = merge([part.result.passages for part in parts])
        if not passages:
            return
        prompt, fenced, most = self._prompt(parts, passages)
        reading = _Reading(AnswerParser(fenced.passages.keys()))
        found = False
        async with aclosing(reading.statements(self._caller.stream(prompt, most))) as statements:
            async for said in statements:
                if made := _statements(said, fenced.passages, len(parts)):
                    found = True
                    yield made
        reading.settle()
        if not found:
            raise ComposerFailed(Degraded.UNSUPPORTED)

    def _prompt(self, parts: Sequence[Part], passages: Sequence[Passage]) -> tuple[Prompt, Fenced, int]:
        """What to ask, what stands behind each key, and how many tokens the model may write."""
        budget = self._caller.limits.answer_tokens
        most = min(MOST_WRITTEN, budget // 3)
        question = _question([part.text for part in parts])
        room = budget - most - estimate(prompts.ANSWER) - estimate(question)
        fenced = fence(passages, room)
        system = prompts.ANSWER.format(fence=fenced.fence)
        user = prompts.USER.format(passages=fenced.text, question=question)
        return Prompt(system, user, "answer", prompts.ANSWER_SCHEMA), fenced, most


class _Reading:
    """Reads one answer as it streams in, and knows afterwards what kind of answer it was."""

    def __init__(self, parser: AnswerParser) -> None:
        self._parser = parser
        self._said = 0
        self._failed: Degraded | None = None

    async def statements(self, words: AsyncGenerator[str, None]) -> AsyncGenerator[Said, None]:
        """What the model says, one statement at a time, until it ends, fails or has said enough."""
        try:
            async with aclosing(words):
                async for text in words:
                    for said in self._parser.feed(text):
                        self._said += 1
                        yield said
                    if self._said >= MOST_STATEMENTS or self._parser.overflowed:
                        self._failed = Degraded.CUT_SHORT  # it goes on for ever
                        break
        except ComposerFailed as failure:
            self._failed = failure.why
        for said in self._parser.finish():
            self._said += 1
            yield said

    def settle(self) -> None:
        """Raise what the answer's end calls for: ComposerFailed, NothingThere, or nothing."""
        if self._failed not in (None, Degraded.CUT_SHORT):
            raise ComposerFailed(self._failed)
        if self._said:
            # Whole JSON is whole, whatever the server says of its end, and the reverse.
            if self._parser.broken_off or self._said >= MOST_STATEMENTS:
                raise ComposerFailed(Degraded.CUT_SHORT)
        elif self._parser.not_there and not self._failed:
            raise NothingThere
        else:
            raise ComposerFailed(Degraded.UNUSABLE)


def _question(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return prompts.ONE_QUESTION.format(question=parts[0])
    numbered = (
        prompts.NUMBERED_PART.format(number=number, question=part)
        for number, part in enumerate(parts, start=1)
    )
    return prompts.SEVERAL_QUESTIONS.format(parts="\n".join(numbered))


def _statements(said: Said, passages: Mapping[str, Passage], parts: int) -> list[Statement]:
    """The statement with citations, a long one in parts; none where nothing that it names stands there."""
    text = _SPACES.sub(" ", _MARKS.sub("", said.text)).strip()
    citations: dict[Citation, None] = {}
    for support in said.supports:
        passage = passages.get(support.key)
        if passage is None:
            continue
        found = locate(support.quote, passage) if support.quote else best_support(text, passage)
        citations |= dict.fromkeys(found)
    if not text or not citations or _LINK.search(text):
        return []
    pieces = [(piece, nearest(piece, tuple(citations))) for piece in split(text)]
    part = min(said.part, parts - 1)
    return [Statement(piece, cited, quoted=False, part=part) for piece, cited in pieces if cited]
