"""Follow-up questions with a model: its wording is used where it says nothing but what was said."""

import json
from pathlib import Path

import pytest

from bot.answer import Degraded, Question, Turn
from tests.bot.answering.coast import Coast
from tests.bot.answering.llm.speaking import answer, answering, settings
from tests.bot.answering.llm.stub_server import Reply, StubServer

BEFORE = (Turn("What did Ilse Varga pay for the Lindau tower?", ("The office paid 3.2 million crowns.",)),)
ASKED = Question("What did she say of the lamp?", conversation=BEFORE)
NOTHING = Reply(answer(not_there=True))
BY_RULES = "What did she say of the lamp (Ilse Varga, Lindau)?"


def questions(*texts: str) -> Reply:
    return Reply(json.dumps({"questions": texts}))


async def searched(tmp_path: Path, reply: Reply) -> tuple[list[str], StubServer, Degraded | None]:
    coast = Coast()
    async with (
        StubServer([reply, NOTHING]) as server,
        answering(coast, settings(server, tmp_path, llm_timeout_s=5.0)) as answers,
    ):
        shown = await answers.answer(ASKED)
    return [search.text for search in coast.searches], server, shown.degraded


async def test_a_follow_up_is_made_self_contained_before_the_search(tmp_path: Path) -> None:
    texts, server, _ = await searched(tmp_path, questions("What did Ilse Varga say of the lamp?"))
    assert texts == ["What did Ilse Varga say of the lamp?"]
    assert BEFORE[0].question in server.requests[0].user
    assert "3.2 million" in server.requests[0].user


async def test_several_questions_are_searched_for_one_by_one(tmp_path: Path) -> None:
    texts, _, _ = await searched(tmp_path, questions("What did Ilse Varga say?", "What of the lamp?"))
    assert texts == ["What did Ilse Varga say?", "What of the lamp?"]


@pytest.mark.parametrize(
    "reply",
    [
        questions("What did Boris say of the lamp?"),
        questions("What did Ilse Varga say of the 99 lamps?"),
        questions("Who?", "What?", "When?", "Where?"),
        questions(),
        questions("word " * 300),
        questions("<@123>"),
        Reply("I would rather not."),
        Reply('{"questions": ["What did Ilse Varga say of'),
    ],
)
async def test_a_wording_that_adds_what_nobody_said_gives_way_to_the_rules(
    tmp_path: Path, reply: Reply
) -> None:
    texts, _, _ = await searched(tmp_path, reply)
    assert texts == [BY_RULES]


async def test_a_model_that_is_away_is_not_asked_again_for_the_answer(tmp_path: Path) -> None:
    texts, server, degraded = await searched(tmp_path, Reply(status=403))
    assert texts == [BY_RULES]
    assert degraded is Degraded.AWAY
    assert len(server.requests) == 1


async def test_a_first_question_needs_no_rewriting(tmp_path: Path) -> None:
    async with StubServer([NOTHING]) as server, answering(Coast(), settings(server, tmp_path)) as answers:
        await answers.answer(Question("What did she say?"))
    assert len(server.requests) == 1
