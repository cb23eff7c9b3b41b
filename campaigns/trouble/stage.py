"""Where trouble happens: a real bot process with an index and a language model, on the loopback Discord."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bot.answering.llm.speaking import answer, keys, statement
from tests.bot.answering.llm.stub_server import KEY, MODEL, Reply, Request, StubServer
from tests.command_lines import NO_LIMITS
from tests.conversation.bot_process import BotProcess, bot_on
from tests.conversation.town import TRAM_ANSWER, TRAM_QUESTION, Town
from tests.discord_server import Channel, DiscordServer, GatewayOptions, Human, Message, Place
from tests.discord_server import Reply as Seen
from tests.discord_server import permissions as bits

QUESTION, ANSWER = TRAM_QUESTION, TRAM_ANSWER
SAID = "The new line is 11.8 kilometres long and links the old station"
# Short, so that losing the connection is noticed soon; no heartbeat is late on a busy machine for that.
HEARTBEAT_S = 5.0


class HeldModel(StubServer):
    """A language model that waits with its answer while it is held."""

    def __init__(self) -> None:
        super().__init__([Reply(_says)])
        self._free = asyncio.Event()
        self._free.set()

    def hold(self) -> None:
        self._free.clear()

    def let_go(self) -> None:
        self._free.set()

    async def _wait(self, seconds: float) -> None:
        await self._free.wait()


def _says(request: Request) -> str:
    """What the articles say of the tram, as the model's own statement; that they say nothing of the rest."""
    key = next((key for title, key in keys(request).items() if title.startswith("Tram line 4")), None)
    if key is None or "tram" not in request.user.casefold():
        return answer(not_there=True)
    return answer(statement(SAID, (key, SAID)))


@dataclass(slots=True)
class Stage:
    """Everyone and everything that is there."""

    server: DiscordServer
    place: Place
    channel: Channel
    ann: Human
    ben: Human
    admin: Human
    town: Town
    model: HeldModel
    bot: BotProcess
    secrets: tuple[str, ...] = field(default=())  # what nobody may be shown and no log may hold

    async def asked(self, person: Human | None = None, *, timeout_s: float = 20.0, **options: bool) -> Seen:
        """`/ask`, up to its first response."""
        return await (person or self.ann).slash(
            self.channel, "ask", question=QUESTION, timeout_s=timeout_s, **options
        )

    async def held(self, **options: bool) -> Seen:
        """`/ask` whose answer waits for the model, which has been asked."""
        before = len(self.model.requests)
        self.model.hold()
        reply = await self.asked(None, **options)
        await self.until(lambda: len(self.model.requests) > before, "the model is asked")
        return reply

    async def until(self, condition: Callable[[], object], what: str) -> None:
        """Until a condition holds that nothing in the server tells of."""
        for _ in range(600):
            if condition():
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"never: {what}")

    async def still_answers(self) -> None:
        """Whatever happened, the next question is answered."""
        message = await (await self.asked(self.ben)).wait_done()
        assert ANSWER in message.text.replace("*", ""), message.text


def shown(message: Message) -> str:
    """What stands in a message, short, for the table."""
    if message.deleted:
        return "(nothing)"
    who = "only to them: " if message.ephemeral else ""
    words = " ".join(message.text.replace(QUESTION, "").split())
    return f"{who}“{words[:110]}{'…' if len(words) > 110 else ''}”"


async def end_of(reply: Seen) -> Message:
    """What a person sees in the end: the answer, or the private word in its place."""
    message = await reply.wait_done()
    return await reply.wait_followup() if message.deleted else message


@asynccontextmanager
async def stage(folder: Path, **settings: str) -> AsyncIterator[Stage]:
    """All of it, with three articles indexed; ended at the end."""
    town = Town.found(folder / "town")
    options = GatewayOptions(heartbeat_interval_s=HEARTBEAT_S, identifies=1000)
    async with DiscordServer(options=options) as server, HeldModel() as model:
        place = server.add_guild("Brackwater")
        channel = place.add_text_channel("news")
        ann, ben = place.add_member("Ann"), place.add_member("Ben")
        admin = place.add_member("Ed", permissions=bits.MANAGE_GUILD)
        llm = {"LLM_MODEL": MODEL, "LLM_BASE_URL": model.url, "LLM_API_KEY": KEY}
        environment = NO_LIMITS | llm | settings
        async with bot_on(server, town, connected=True, verbose=False, **environment) as bot:
            secrets = (server.token, KEY, str(folder))
            yield Stage(server, place, channel, ann, ben, admin, town, model, bot, secrets)
            model.let_go()
