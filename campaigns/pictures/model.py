"""The pictures of answers in a language model's words: while they are written, and whole."""

from collections.abc import AsyncIterator

from campaigns.pictures.answers import Cast, finished
from campaigns.pictures.picture import Picture, take, take_state
from tests.bot.answering.llm.speaking import answer, keys, statement
from tests.bot.answering.llm.stub_server import Reply, Request, StubServer

QUESTION = "What is new about the ferry to Hallerey?"
BOAT = "The new boat, Gyda, carries 240 passengers and 36 cars."
BATTERIES = "She runs on batteries, which are loaded at both quays in eight minutes."
TICKET = "A return ticket costs 14 crowns."
# Slow enough that the first statement stands for a while before the last: the bot edits about once a second.
PAUSE_S = 0.2


def says(request: Request) -> str:
    """Three statements on the ferry, each with its quote."""
    ferry = keys(request)["More ferries to Hallerey this summer"]
    return answer(
        statement("The new boat, Gyda, carries 240 passengers and 36 cars.", (ferry, BOAT)),
        statement(
            "She runs on batteries, which are loaded at both quays in eight minutes.", (ferry, BATTERIES)
        ),
        statement("A return ticket costs 14 crowns.", (ferry, TICKET)),
    )


def writing() -> StubServer:
    """A model that writes slowly."""
    return StubServer([Reply(says, pause_s=PAUSE_S)])


async def model_answers(cast: Cast) -> AsyncIterator[Picture]:
    """The answer as far as it stood, and whole; to Ben, who has asked nothing before that it could follow."""
    message = await finished(await cast.ben.slash(cast.channel, "ask", question=QUESTION))
    await cast.server.wait_for(lambda: "More is on its way" not in message.text, "the whole answer")
    states = [edit.body for edit in message.history if "More is on its way" in str(edit.body.get("embeds"))]
    assert states, "the answer did not grow"
    yield take_state("answer-growing", message, states[-1], by=cast.ben, command="ask")
    yield take("answer-model", message, by=cast.ben, command="ask")
