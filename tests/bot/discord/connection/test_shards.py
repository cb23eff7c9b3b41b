"""One bot as two clients with two shards each, and one shard in trouble while the others go on."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.discord.connection.patience import Patience
from bot.discord.run import run_bot
from index.errors import FootnoteError
from tests.bot.discord.conftest import STOP_S, Scene
from tests.bot.discord.stand_ins import Answering, Building
from tests.discord_server import Channel, DiscordServer, GatewayOptions, Human
from tests.discord_server import permissions as bits
from tests.discord_server.fixtures import pointed_at
from tests.discord_server.gateway import shard_of
from tests.waiting import until

SHARDS = 4
QUESTION = "How tall is the rebuilt lighthouse?"
# Shards 0 and 2, and 1 and 3, have to wait for each other, whichever process they are of.
GATEWAY = GatewayOptions(shards=SHARDS, max_concurrency=2, identify_spacing_s=1.0)
PATIENCE = Patience(identify_s=2.0)


@dataclass
class Process:
    """One of the bot's processes, and what it was asked."""

    answering: Answering = field(default_factory=Answering)
    building: Building = field(default_factory=Building)


@dataclass
class Divided:
    """A server for each shard, and what the bot's processes have in common."""

    server: DiscordServer
    scene: Scene
    homes: list[tuple[Channel, Human]]

    async def ask(self, shard: int) -> None:
        channel, human = self.homes[shard]
        reply = await human.slash(channel, "ask", question=QUESTION)
        assert "41 metres" in (await reply.wait_done()).text

    @asynccontextmanager
    async def process(self, *ids: int, feeds_due: bool = False) -> AsyncIterator[Process]:
        """The process with these shards (none: all), once they are connected. All use one data folder."""
        process, stop = Process(), asyncio.Event()
        process.building.feeds.due = datetime.now(UTC) if feeds_due else None
        trusted = [channel.guild.id for channel, _ in self.homes if channel.guild is not None]
        divided: dict[str, Any] = {"shard_count": SHARDS, "shard_ids": ids} if ids else {}
        running = asyncio.create_task(
            run_bot(
                replace(self.scene, more_settings=divided | {"admin_servers": trusted}).settings(),
                answers=process.answering,
                searcher=self.scene.index,
                builder=process.building,
                stop=stop,
                patience=PATIENCE,
            )
        )
        try:
            await self.server.wait_for(lambda: self.connected(ids or range(SHARDS)), f"{ids} connect", 30)
            yield process
        finally:
            stop.set()
            await asyncio.wait_for(running, STOP_S)

    def connected(self, shards: Iterable[int]) -> bool:
        current = self.server.gateway.current
        return all(shard in current and current[shard].connection is not None for shard in shards)


@asynccontextmanager
async def divided(folder: Path) -> AsyncIterator[Divided]:
    async with DiscordServer(options=GATEWAY) as server:
        homes: dict[int, tuple[Channel, Human]] = {}
        while len(homes) < SHARDS:  # the clock's milliseconds decide
            guild = server.add_guild(f"Harbour {len(homes)}")
            shard = shard_of(guild.id, SHARDS)
            if shard not in homes:
                homes[shard] = (
                    guild.add_text_channel("news"),
                    guild.add_member("Ann", permissions=bits.MANAGE_GUILD),
                )
            await asyncio.sleep(0.001)
        channel, ann = homes[0]
        scene = Scene(server, guild, channel, ann, ann, ann, folder)
        with pointed_at(server):
            yield Divided(server, scene, [homes[shard] for shard in range(SHARDS)])


async def test_two_processes_share_the_shards_and_each_answers_its_servers(tmp_path: Path) -> None:
    """That they identified one after the other is checked by the server: it records who is too fast."""
    async with divided(tmp_path) as bot, bot.process(0, 1) as first, bot.process(2, 3) as second:
        for shard in range(SHARDS):
            await bot.ask(shard)
        assert (len(first.answering.asked), len(second.answering.asked)) == (2, 2)
        assert bot.server.gateway.identify_count == SHARDS
        assert len([one for one in bot.server.requests if one.method == "PUT"]) == 1


async def test_a_direct_message_reaches_the_process_with_shard_0(tmp_path: Path) -> None:
    async with divided(tmp_path) as bot, bot.process(0, 3) as first, bot.process(1, 2) as second:
        _, ann = bot.homes[2]
        answer = await ann.say(ann.dm, QUESTION)
        assert "41 metres" in answer.text
        assert len(first.answering.asked) == 1
        assert second.answering.asked == []


async def test_without_settings_there_are_as_many_shards_as_discord_recommends(tmp_path: Path) -> None:
    async with divided(tmp_path) as bot, bot.process():
        await asyncio.gather(*(bot.ask(shard) for shard in range(SHARDS)))
        assert sorted(bot.server.gateway.current) == list(range(SHARDS))


async def test_a_shard_that_is_cut_off_resumes_while_the_others_go_on_answering(tmp_path: Path) -> None:
    async with divided(tmp_path) as bot, bot.process():
        gateway, faults = bot.server.gateway, bot.server.gateway_faults
        faults.hold(2)
        await faults.drop(2)
        for shard in (0, 1, 3):
            await bot.ask(shard)
        assert gateway.current[2].connection is None
        asked = asyncio.create_task(bot.ask(2))
        await bot.server.wait_for(lambda: len(bot.server.interactions) == SHARDS, "the question is asked")
        faults.release(2)
        await asked  # what came while the shard was away is told to it again
        assert [gateway.current[shard].resumed_count for shard in range(SHARDS)] == [0, 0, 1, 0]
        assert gateway.identify_count == SHARDS


async def test_a_shard_whose_session_is_lost_identifies_anew_and_the_others_stay(tmp_path: Path) -> None:
    async with divided(tmp_path) as bot, bot.process():
        sessions = dict(bot.server.gateway.current)
        await bot.server.gateway_faults.invalidate(1)
        await bot.server.wait_for(
            lambda: bot.server.gateway.current[1] is not sessions[1] and bot.server.gateway.connected,
            "shard 1 is back",
            timeout_s=30,
        )
        for shard in range(SHARDS):
            await bot.ask(shard)
        now = bot.server.gateway.current
        assert [now[shard] is sessions[shard] for shard in range(SHARDS)] == [True, False, True, True]


async def test_what_another_process_works_on_is_not_taken_for_interrupted(tmp_path: Path) -> None:
    """The leading process starts again in the middle of it."""
    async with divided(tmp_path) as bot, bot.process(2, 3) as second:
        channel, admin = bot.homes[2]
        second.building.gate.clear()
        async with bot.process(0, 1):
            reindex = await admin.slash(channel, "articles reindex")
            await reindex.wait_edit("Computing vectors")
        async with bot.process(0, 1):
            await bot.ask(0)
            second.building.gate.set()
            assert "Published as" in (await reindex.wait_edit("Published as")).text
        assert list(admin.dm.messages) == []


async def test_only_the_process_with_shard_0_asks_feeds_by_itself(tmp_path: Path) -> None:
    async with divided(tmp_path) as bot, bot.process(2, 3, feeds_due=True) as second:
        async with bot.process(0, 1, feeds_due=True) as first:
            await until(lambda: bool(first.building.by))
        assert len(first.building.feeds.asked) == 1
        assert second.building.feeds.asked == []


async def test_a_bot_that_may_not_connect_often_enough_today_says_so_and_does_not_try(tmp_path: Path) -> None:
    async with DiscordServer(options=GatewayOptions(shards=4, sessions_left=3)) as server:
        channel = server.add_guild("Harbour").add_text_channel("news")
        ann = server.add_guild("Quay").add_member("Ann")
        scene = Scene(server, server.add_guild("Pier"), channel, ann, ann, ann, tmp_path)
        with (
            pointed_at(server),
            pytest.raises(FootnoteError, match="connect 3 more times, and its shards need 4"),
        ):
            async with scene.bot_running():
                raise AssertionError("it connected")
        assert server.gateway.identify_count == 0
