"""The pictures of asking: answers, refusals, passages, sources."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from campaigns.pictures.picture import Picture, take
from tests.discord_server import Channel, DiscordServer, Human, Message, Reply

PASSENGERS = "How many passengers does the new ferry carry?"
HEIGHT = "How tall is the rebuilt lighthouse of Hallerey?"
MEANING = "What does the lighthouse of Hallerey mean to its people?"
UNKNOWN = "Who won the sailing regatta of 1998?"


@dataclass(frozen=True)
class Cast:
    """Everyone who is there: Ann and Ben ask, Ed may manage the server."""

    server: DiscordServer
    channel: Channel
    ann: Human
    ben: Human
    ed: Human


async def finished(reply: Reply) -> Message:
    """The answer to a command, once it is whole; also a private one in the place of a public "thinking"."""
    message = await reply.wait_done()
    return await reply.wait_followup() if message.deleted else message


async def asked(cast: Cast, name: str, question: str) -> Picture:
    """What `/ask` answers."""
    message = await finished(await cast.ann.slash(cast.channel, "ask", question=question))
    return take(name, message, by=cast.ann, command="ask")


async def answers(cast: Cast) -> AsyncIterator[Picture]:
    """Each kind of answer, and what its buttons show."""
    ann, channel = cast.ann, cast.channel
    yield await asked(cast, "answer-short", PASSENGERS)
    yield await asked(cast, "answer-long", MEANING)
    message = await finished(await ann.slash(channel, "ask", question=HEIGHT))
    yield take("answer-conflict", message, by=ann, command="ask")
    yield take("passages", await finished(await ann.click(message, "Passages")))
    yield await asked(cast, "refusal", UNKNOWN)
    question = await ann.post(channel, f"@bot {PASSENGERS}")
    await cast.server.wait_for(lambda: ann.answer_to(question) is not None, "the answer to a mention")
    reply = ann.answer_to(question)
    assert reply is not None
    await cast.server.wait_for(lambda: bool(reply.components), "the whole answer to a mention")
    yield take("answer-to-mention", reply, above=[question])


async def sources(cast: Cast) -> AsyncIterator[Picture]:
    """The list of articles, and one of them."""
    ann, channel = cast.ann, cast.channel
    listed = await finished(await ann.slash(channel, "sources list"))
    yield take("sources-list", listed, by=ann, command="sources list")
    none = await finished(await ann.slash(channel, "sources list", search="moon"))
    yield take("sources-none", none, by=ann, command="sources list")
    suggested = await ann.autocomplete(channel, "sources show", "article", "reopens")
    shown = await finished(await ann.slash(channel, "sources show", article=suggested[0].value))
    yield take("source", shown, by=ann, command="sources show")
