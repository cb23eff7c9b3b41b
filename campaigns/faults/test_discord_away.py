"""Discord is not there when the bot starts: it keeps trying, says so, and works once Discord is there."""

import asyncio
import socket
from asyncio import StreamReader, StreamWriter

from tests.conversation import town as news
from tests.conversation.bot_process import bot_on
from tests.conversation.town import Town
from tests.discord_server import DiscordServer
from tests.discord_server.server import HOST

CHUNK_BYTES = 64 * 1024


async def pass_on(source: StreamReader, target: StreamWriter) -> None:
    """All that comes, until it ends."""
    while data := await source.read(CHUNK_BYTES):
        target.write(data)
        await target.drain()
    target.close()


async def open_door(door: socket.socket, to_port: int) -> asyncio.Server:
    """From now on whoever knocks at the door reaches the server behind it."""

    async def lead(reader: StreamReader, writer: StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_connection(HOST, to_port)
        await asyncio.gather(
            pass_on(reader, inner_writer), pass_on(inner_reader, writer), return_exceptions=True
        )

    return await asyncio.start_server(lead, sock=door)


async def test_discord_away_at_the_start_and_there_later(town: Town) -> None:
    # Bound and not listening: the address is ours, and who connects to it is refused.
    door = socket.socket()
    door.bind((HOST, 0))
    address = f"http://{HOST}:{door.getsockname()[1]}/api/v10"
    async with DiscordServer() as server:
        place = server.add_guild("Brackwater")
        channel, ann = place.add_text_channel("news"), place.add_member("Ann")
        async with bot_on(server, town, connected=False, DISCORD_API_URL=address) as bot:
            line = await bot.wait_for_log("cannot be reached")
            assert address in line
            assert "Trying again in 1 s." in line
            outer = await open_door(door, server.port)
            await server.wait_until_connected(timeout_s=60)
            reply = await ann.slash(channel, "ask", question=news.TRAM_QUESTION)
            message = await reply.wait_done()
            assert news.TRAM_ANSWER in message.text.replace("*", "")
            assert await bot.end() == 0
            assert "Traceback" not in bot.words()
        outer.close()
