"""One bot as two real processes on one data folder: a first start together, a publication, an end."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.conversation import town as news
from tests.conversation.bot_process import START_S, BotProcess
from tests.conversation.town import Town
from tests.conversation.transcript import WORK_S
from tests.discord_server import Channel, DiscordServer, GatewayOptions, Human
from tests.discord_server import permissions as bits
from tests.discord_server.gateway import shard_of


@asynccontextmanager
async def process(server: DiscordServer, town: Town, shard: int, *options: str) -> AsyncIterator[BotProcess]:
    """The process with this shard of two."""
    bot = await BotProcess.start(
        town.folder,
        options=("--verbose", *options),
        DISCORD_TOKEN=server.token,
        DISCORD_API_URL=server.api_url,
        SHARD_COUNT="2",
        SHARD_IDS=str(shard),
        ARTICLES_DIR=str(town.articles),
        DATA_DIR=str(town.data),
        ADMIN_SERVERS=",".join(server.world.guilds),
    )
    try:
        yield bot
        assert await bot.end() == 0, bot.words()
    finally:
        await bot.put_away()


def home_of(server: DiscordServer, shard: int) -> tuple[Channel, Human]:
    """A server that is this shard's, with somebody who may manage it."""
    while True:  # the clock's milliseconds decide
        guild = server.add_guild(f"Harbour of {shard}")
        if shard_of(guild.id, 2) == shard:
            return guild.add_text_channel("news"), guild.add_member("Ed", permissions=bits.MANAGE_GUILD)


async def ask(home: tuple[Channel, Human], question: str) -> str:
    channel, human = home
    reply = await human.slash(channel, "ask", question=question)
    return (await reply.wait_done()).text.replace("*", "")


async def test_two_processes_start_answer_publish_and_end_together(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    async with DiscordServer(options=GatewayOptions(shards=2)) as server:
        first, second = home_of(server, 0), home_of(server, 1)
        async with process(server, town, 0, "--sync-commands") as lead, process(server, town, 1) as other:
            await server.wait_for(
                lambda: server.gateway.connected and server.commands.any, "both connect", START_S
            )
            indexed = [any("Indexed 3 articles" in line for line in bot.log) for bot in (lead, other)]
            assert sum(indexed) == 1, lead.words() + other.words()
            for home in (first, second):
                assert news.TRAM_ANSWER in await ask(home, news.TRAM_QUESTION)
            town.write("pool.md", news.POOL)
            reindex = await second[1].slash(second[0], "articles reindex")
            await reindex.wait_edit("Published as", WORK_S)
            await lead.wait_for_log("The search worker .* answers from")
            assert news.POOL_ANSWER in await ask(first, news.POOL_QUESTION)
        registered = [one for one in server.requests if one.method == "PUT"]
        assert len(registered) == 1
