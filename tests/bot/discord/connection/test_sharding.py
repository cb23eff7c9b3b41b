"""Which shards a process runs, what it alone does, and how shards of several processes take turns."""

import asyncio
from pathlib import Path

import pytest

from bot.discord.connection.sharding import IdentifyTurns
from bot.settings import BotSettings
from bot.shards import Share
from bot.storage.database import Database
from bot.storage.migrations import MIGRATIONS
from index.errors import SettingsError


def load(**settings: str) -> BotSettings:
    return BotSettings.load(settings, Path("no-such.env"))


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("0-3,7", (0, 1, 2, 3, 7)),
        ("7, 2 - 3", (2, 3, 7)),
        ("5", (5,)),
        ("1,1-2", (1, 2)),
        ("", ()),
    ],
)
def test_ids_are_written_one_by_one_and_as_ranges(written: str, ids: tuple[int, ...]) -> None:
    assert load(SHARD_COUNT="8", SHARD_IDS=written).share.ids == ids


@pytest.mark.parametrize("written", ["x", "3-1", "-1", "0-", "1;2", "0-999999999", "1.5", "١"])
def test_anything_else_is_refused_in_one_line_that_shows_how_to_write_it(written: str) -> None:
    with pytest.raises(SettingsError, match=r"SHARD_IDS must be ids of shards and ranges .* such as 0-3,7"):
        load(SHARD_COUNT="8", SHARD_IDS=written)


def test_ids_need_the_count() -> None:
    with pytest.raises(SettingsError, match=r"SHARD_IDS needs SHARD_COUNT\. Set SHARD_COUNT to the number"):
        load(SHARD_IDS="0-3")


def test_ids_stay_below_the_count() -> None:
    with pytest.raises(
        SettingsError, match="SHARD_IDS names shard 4, but with SHARD_COUNT=4 they go from 0 to 3"
    ):
        load(SHARD_COUNT="4", SHARD_IDS="2-4")


def test_a_count_is_a_number_from_1() -> None:
    with pytest.raises(SettingsError, match="SHARD_COUNT must be a whole number from 1 to 16384"):
        load(SHARD_COUNT="0")


def test_without_settings_one_process_runs_all_and_leads() -> None:
    share = load().share
    assert share == Share(None, ())
    assert share.leads


@pytest.mark.parametrize(("ids", "leads"), [((0, 1), True), ((2, 3), False), ((), True)])
def test_the_process_with_shard_0_leads(ids: tuple[int, ...], leads: bool) -> None:
    assert Share(4, ids).leads is leads


@pytest.mark.parametrize(
    ("ids", "shard", "owns"),
    [
        ((0, 1), 1, True),
        ((0, 1), 2, False),
        ((2, 3), 2, True),
        ((0, 1), 9, True),
        ((2, 3), 9, False),
        ((), 9, True),
    ],
)
def test_every_shards_work_is_owned_by_one_process_also_after_another_division(
    ids: tuple[int, ...], shard: int, owns: bool
) -> None:
    assert Share(4, ids).owns(shard) is owns


class Time:
    """A clock that passes as somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def turns(database: Database, time: Time) -> IdentifyTurns:
    return IdentifyTurns(database, 5.0, clock=time, sleep=time.sleep)


async def test_shards_of_one_remainder_wait_for_each_other_and_others_do_not(tmp_path: Path) -> None:
    database, time = Database(tmp_path / "bot.sqlite3"), Time()
    waiting = turns(database, time)
    for shard in range(4):
        await waiting.wait(shard, 2)
    await database.close()
    assert time.slept == [5.0]  # shard 2 after 0; when it is done, 3 may follow 1


async def test_two_processes_never_take_the_same_turn(tmp_path: Path) -> None:
    """Each reserves its turn in the file before it waits."""
    databases = [Database(tmp_path / "bot.sqlite3") for _ in range(2)]
    times = [Time(), Time()]
    for shard in range(3):
        for database, time in zip(databases, times, strict=True):
            time.now = 1000.0
            await turns(database, time).wait(shard, 1)
    for database in databases:
        await database.close()
    assert sorted(times[0].slept + times[1].slept) == [5.0, 10.0, 15.0, 20.0, 25.0]


async def test_a_turn_that_is_taken_at_once_is_known_to_the_others(tmp_path: Path) -> None:
    database, time = Database(tmp_path / "bot.sqlite3"), Time()
    waiting = turns(database, time)
    await waiting.wait(0, 1)
    await waiting.wait(0, 1, at_once=True)
    await waiting.wait(1, 1)
    await database.close()
    assert time.slept == [5.0]


async def test_a_clock_that_is_set_back_keeps_nobody_waiting(tmp_path: Path) -> None:
    database, time = Database(tmp_path / "bot.sqlite3"), Time()
    time.now = 1e9
    await turns(database, time).wait(0, 1)
    time.now = 1000.0
    await turns(database, time).wait(0, 1)
    await database.close()
    assert time.slept == []


async def test_a_disk_that_fails_lets_shards_identify_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "bot.sqlite3").mkdir()
    database, time = Database(tmp_path / "bot.sqlite3"), Time()
    await turns(database, time).wait(0, 1, at_once=True)
    await turns(database, time).wait(1, 1)
    await database.close()
    assert time.slept == [5.0]


async def test_many_processes_open_a_new_file_in_the_same_moment(tmp_path: Path) -> None:
    """Each connection has a thread of its own; all make the tables at once."""
    databases = [Database(tmp_path / "bot.sqlite3") for _ in range(8)]
    versions = await asyncio.gather(
        *(one.run(lambda db: int(db.execute("PRAGMA user_version").fetchone()[0])) for one in databases)
    )
    await asyncio.gather(*(one.close() for one in databases))
    assert versions == [len(MIGRATIONS)] * 8
