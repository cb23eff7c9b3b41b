"""Answers in a model's words, over the real protocol: what it says rightly is shown, with footnotes."""

from pathlib import Path

from bot.answering.types import Outcome, Question
from tests.bot.answering.coast import Coast
from tests.bot.llm.speaking import answer, answering, keys, settings, statement
from tests.bot.llm.stub_server import Reply, Request, StubServer

TALL = Question("How many metres does the rebuilt tower stand above the quay?")
QUOTE = "The rebuilt tower stands 41 metres above the quay, six more than the old one."


def right(request: Request) -> str:
    key = keys(request)["Lindau lighthouse reopens"]
    return answer(statement("The rebuilt tower stands 41 metres above the quay.", (key, QUOTE)))


async def test_a_statement_that_its_passage_supports_is_shown_with_its_footnote(tmp_path: Path) -> None:
    async with (
        StubServer([Reply(right)]) as server,
        answering(Coast(), settings(server, tmp_path)) as answers,
    ):
        shown = await answers.answer(TALL)
    assert shown.outcome is Outcome.ANSWERED
    (said,) = shown.statements
    assert (said.text, said.quoted) == ("The rebuilt tower stands 41 metres above the quay.", False)
    assert said.citations[0].quote == QUOTE
    assert shown.footnotes[0].article.title == "Lindau lighthouse reopens"
    assert shown.degraded is None
    assert server.refused == []
