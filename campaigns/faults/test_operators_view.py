"""What an operator sees of the real process: health, readiness, metrics, and a log that is JSON to the last
line and holds no token, no question and nobody's name."""

import asyncio
import json
import re
from typing import Any

import aiohttp

from campaigns.faults.scene import WORKER
from tests.conversation import town as news
from tests.conversation.bot_process import BotProcess, bot_on
from tests.conversation.town import Town
from tests.discord_server import DiscordServer
from tests.discord_server import permissions as bits

NAME = "Annabel Quenneville"
MARK = "zanzibarian"
READY_S = 60.0


async def get(address: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        return response.status, await response.text()


async def until_ready(bot: BotProcess) -> str:
    """Where it answers, as the log says it, once it says that it is ready."""
    line = await bot.wait_for_log("Health and metrics: ")
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found
    async with asyncio.timeout(READY_S):
        while (await get(f"{found[0]}/readyz"))[0] != 200:  # noqa: ASYNC110 - it is another's word
            await asyncio.sleep(0.1)
    return found[0]


def value(text: str, sample: str) -> float:
    found = re.search(rf"(?m)^{re.escape(sample)} (\S+)$", text)
    assert found, f"{sample} is not in\n{text}"
    return float(found[1])


async def test_an_operator_sees_health_readiness_metrics_and_a_clean_log(town: Town) -> None:
    async with DiscordServer() as server:
        place = server.add_guild("Brackwater")
        channel = place.add_text_channel("news")
        ann = place.add_member(NAME)
        ed = place.add_member("Edmund Fairweather", permissions=bits.MANAGE_GUILD)
        async with bot_on(server, town, HTTP_PORT="0", LOG_FORMAT="json", LOG_LEVEL="debug") as bot:
            base = await until_ready(bot)
            assert (await get(f"{base}/healthz"))[0] == 200
            await (await ann.slash(channel, "ask", question=news.TRAM_QUESTION)).wait_done()
            await (await ann.slash(channel, "ask", question=f"Who is the {MARK}?")).wait_followup()
            reindex = await ed.slash(channel, "articles reindex")
            await reindex.wait_edit("Nothing to reindex")
            worker = bot.child(WORKER)
            worker.kill()
            await bot.wait_for_log("answers from")
            text = (await get(f"{base}/metrics"))[1]
            check_metrics(text)
            assert await bot.end() == 0
    check_log(bot, server.token)


def check_metrics(text: str) -> None:
    assert value(text, 'footnote_questions_total{face="command",outcome="answered"}') == 1
    assert value(text, 'footnote_questions_total{face="command",outcome="refused"}') == 1
    for stage in ("understand", "search", "answer", "verify"):
        assert value(text, f'footnote_stage_seconds_count{{stage="{stage}"}}') >= 1
    assert value(text, "footnote_index_articles") == 3
    assert value(text, "footnote_index_passages") > 0
    assert value(text, 'footnote_jobs_total{kind="reindex",outcome="done"}') == 1
    assert value(text, "footnote_search_worker_restarts_total") == 1
    assert value(text, 'footnote_gateway_shard_up{shard="0"}') == 1
    assert value(text, 'footnote_first_response_seconds_count{kind="application_command"}') == 3
    assert value(text, "footnote_event_loop_lag_seconds_count") > 0
    assert value(text, 'footnote_log_records_total{level="warning"}') >= 1  # the worker's death
    assert MARK not in text
    assert "Annabel" not in text


def check_log(bot: BotProcess, token: str) -> None:
    lines: list[dict[str, Any]] = [json.loads(line) for line in bot.log]
    assert all({"time", "level", "logger", "message"} <= line.keys() for line in lines)
    assert any(str(line.get("job", "")).startswith("reindex ") for line in lines)
    assert any(line.get("shard") == 0 for line in lines)
    words = bot.words()
    for secret in (token, MARK, "Annabel", "Quenneville", "Fairweather", "tram line 4", "11.8 kilo"):
        assert secret not in words
