"""Before the search, with a language model: a follow-up question is made self-contained by it."""

import logging
from collections.abc import Sequence
from contextlib import aclosing

from bot.answer import Degraded, Turn
from bot.answering.composing import ComposerFailed
from bot.answering.llm import prompts
from bot.answering.llm.calling import Caller
from bot.answering.llm.fencing import fence_mark, neutralise
from bot.answering.llm.model import Prompt
from bot.answering.llm.parsing import MOST_CHARS, read_list
from bot.answering.question import clean
from bot.answering.question.followups import recent
from bot.answering.question.parts import MOST_PARTS
from bot.answering.question.reader import RuleReader, Understood
from index.words import tokens

log = logging.getLogger(__name__)

MOST_WRITTEN = 200  # tokens
TURN_CHARS = 600  # of an answer; what it was about stands at its beginning
GROWTH = 400  # characters that making a question self-contained may add


class LlmReader:
    """Asks the model only where something was said before; rules do the rest, and stand in for it."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller
        self._rules = RuleReader()

    async def read(self, question: str, conversation: Sequence[Turn]) -> Understood:
        """As `Reader.read`."""
        by_rules = await self._rules.read(question, conversation)
        if not conversation:
            return by_rules
        said = ""
        try:
            async with aclosing(
                self._caller.stream(_prompt(question, recent(conversation)), MOST_WRITTEN)
            ) as words:
                async for text in words:
                    said += text
                    if len(said) > MOST_CHARS:
                        break
        except ComposerFailed as failure:
            if failure.why is not Degraded.CUT_SHORT:
                return Understood(by_rules.text, by_rules.parts, failure.why)
        rewritten = read_list(said, "questions")
        if not _is_faithful(rewritten, question, conversation):
            log.info("The language model's wording of a follow-up question was not used.")
            return by_rules
        parts = tuple(" ".join(one.split()) for one in rewritten)
        return Understood(" ".join(parts), parts)


def _prompt(question: str, conversation: Sequence[Turn]) -> Prompt:
    turns = [
        prompts.TURN.format(
            question=neutralise(turn.question), answer=neutralise(" ".join(turn.statements))[:TURN_CHARS]
        )
        for turn in conversation
    ]
    mark = fence_mark("".join((question, *turns)))
    user = prompts.REWRITE_USER.format(
        fence=mark, conversation="\n".join(turns), question=neutralise(question)
    )
    return Prompt(prompts.REWRITE.format(fence=mark), user, "questions", prompts.REWRITE_SCHEMA)


def _is_faithful(rewritten: Sequence[str], question: str, conversation: Sequence[Turn]) -> bool:
    """Whether it says nothing but what was said: every name and number comes from the conversation."""
    if not 1 <= len(rewritten) <= MOST_PARTS or sum(map(len, rewritten)) > len(question) + GROWTH:
        return False
    if any(clean.objection(clean.clean(one)) for one in rewritten):
        return False
    before = [text for turn in conversation for text in (turn.question, *turn.statements)]
    known = {word.stem for text in (question, *before) for word in tokens(text)}
    return all(
        word.stem in known or word.stop or not (word.text[0].isupper() or word.text[0].isdigit())
        for one in rewritten
        for word in tokens(one)
    )
