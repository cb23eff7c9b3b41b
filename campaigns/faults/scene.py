"""The bot process of a town on a loopback Discord, with the people who talk to it."""

import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

from tests.command_lines import NO_LIMITS
from tests.conversation import town as news
from tests.conversation.bot_process import BotProcess, bot_on
from tests.conversation.town import Town
from tests.discord_server import Channel, DiscordServer, Human, Place, Reply
from tests.discord_server import permissions as bits

WORKER = "index.searching.worker"
BUILD = "index"


@dataclass
class Scene:
    """Everyone who is there."""

    server: DiscordServer
    place: Place
    channel: Channel
    ann: Human
    ed: Human  # may manage the server
    town: Town
    bot: BotProcess

    async def answer(self, question: str) -> str:
        """What Ann is told when she asks, without markdown's stars."""
        reply = await self.ann.slash(self.channel, "ask", question=question)
        return await self.text_of(reply)

    async def text_of(self, reply: Reply) -> str:
        """What a reply says in the end; a public "is thinking…" may give way to a private word."""
        message = await reply.wait_done()
        if message.deleted:
            message = await reply.wait_followup()
        return message.text.replace("*", "")

    async def ask_and_wait_until_searching(self, question: str) -> Reply:
        """Ask while the worker stands still: returns once the question is on its way to the worker."""
        reply = await self.ann.slash(self.channel, "ask", question=question)
        # One more round trip through the bot's event loop, after which the question has left it.
        await self.ed.slash(self.channel, "help")
        assert reply.message.loading
        return reply

    async def works(self) -> None:
        """All is well: a question is answered as ever."""
        assert news.TRAM_ANSWER in await self.answer(news.TRAM_QUESTION)
        assert self.bot.status is None

    @contextmanager
    def paused_worker(self) -> Iterator[None]:
        """Within this the search worker stands still, so that a question is surely under way."""
        worker = self.bot.child(WORKER)
        worker.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            if worker.is_running():
                worker.send_signal(signal.SIGCONT)


@asynccontextmanager
async def scene_of(town: Town) -> AsyncIterator[Scene]:
    """The bot of this town, connected."""
    async with DiscordServer() as server:
        place = server.add_guild("Brackwater")
        channel = place.add_text_channel("news")
        ann, ed = place.add_member("Ann"), place.add_member("Ed", permissions=bits.MANAGE_GUILD)
        # The tests ask more often than people may.
        async with bot_on(server, town, connected=True, verbose=True, **NO_LIMITS) as bot:
            yield Scene(server, place, channel, ann, ed, town, bot)
