"""The real process is told to stop while everything is under way: a slow model, 20 questions, a reindex."""

import asyncio
import time
from pathlib import Path

import psutil

from bot.discord.connection.shutdown import END_S
from tests.bot.answering.llm.stub_server import KEY, MODEL, Reply, StubServer
from tests.conversation.bot_process import bot_on
from tests.conversation.town import Town
from tests.conversation.transcript import WORK_S
from tests.discord_server import DiscordServer
from tests.discord_server import permissions as bits
from tests.waiting import until

BUSY_S = 10.0  # what a machine with other work may add; what it took is printed
ASKERS = 20
QUESTION = "How long is tram line 4?"


async def test_a_process_that_is_stopped_ends_in_time_and_tells_everybody_who_waits(
    tmp_path: Path,
) -> None:
    slow = StubServer([Reply(text="{}", silent_s=600)])
    town = Town.found(tmp_path / "town")
    async with DiscordServer() as server, slow:
        place = server.add_guild("Brackwater")
        channels = [place.add_text_channel(f"news-{n}") for n in range(ASKERS)]
        people = [place.add_member(f"Person {n}") for n in range(ASKERS)]
        ed = place.add_member("Ed", permissions=bits.MANAGE_GUILD)
        async with bot_on(
            server, town, LLM_MODEL=MODEL, LLM_BASE_URL=slow.url, LLM_API_KEY=KEY, LLM_TIMEOUT_S="100"
        ) as bot:
            town.write_chronicle(3000)  # of 400 a fast machine had built the last before the bot was ended
            reindex = await ed.slash(channels[0], "articles reindex")
            await reindex.wait_edit("Computing vectors", WORK_S)
            replies = [
                await who.slash(where, "ask", question=QUESTION)
                for who, where in zip(people[::2], channels[::2], strict=True)
            ]
            saying = [
                asyncio.create_task(who.say(where, f"@bot {QUESTION}", timeout_s=WORK_S))
                for who, where in zip(people[1::2], channels[1::2], strict=True)
            ]
            await until(lambda: len(slow.requests) == ASKERS)
            children = psutil.Process(bot.pid).children(recursive=True)
            since = time.monotonic()
            status = await bot.end()
            took_s = time.monotonic() - since
            words = [(await one.wait_followup()).text for one in replies] + [
                (await one).text for one in saying
            ]
        assert status == 0, bot.words()
        assert [text for text in words if "restarting" not in text] == [], bot.words()
        assert "stopped" in reindex.message.text
        assert children
        assert not [one for one in children if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]
        print(f"from SIGTERM to the exit: {took_s:.1f} s; told: {len(words)} of {ASKERS}")
        assert took_s < END_S + BUSY_S
