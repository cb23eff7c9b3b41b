"""What is held of a person is found wherever it stands, given to them, and gone to the last byte."""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.answer import Answer, Outcome
from bot.storage.conversations import Talk
from bot.storage.database import FILE_NAME
from bot.storage.feedback import Voice
from bot.storage.kept_jobs import Job, JobKind
from bot.storage.migrations import MIGRATIONS
from bot.storage.personal_tables import IMPERSONAL, PERSONAL
from bot.storage.state import KEEP_ANSWER, State
from index.errors import StorageError
from tests.bot.samples import answered
from tests.bot.storage.traces import traces, varint

ANN, BEN = 1573948392097185798, 1573948392097185799


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    state = State(tmp_path / FILE_NAME)
    yield state
    await state.close()


async def keep(state: State, person: int, answer: Answer | None = None) -> str:
    return await state.keep_answer(answer or answered(), channel_id=5, asker_id=person, private=False)


def test_every_table_is_known_to_hold_people_or_not_to() -> None:
    with sqlite3.connect(":memory:") as db:
        for script in MIGRATIONS:
            db.executescript(script)
        tables = {
            name: [column[1] for column in db.execute(f"PRAGMA table_info({name})")]
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        }
    db.close()
    personal = {table.name: table.person for table in PERSONAL}
    assert set(tables) == personal.keys() | IMPERSONAL.keys()
    assert not personal.keys() & IMPERSONAL.keys()
    for name, column in personal.items():
        assert column in tables[name]
    suspicious = {"user_id", "asker_id", "person_id", "author_id", "member_id", "by_id", "owner_id"}
    assert [name for name in IMPERSONAL if suspicious & set(tables[name])] == []


async def test_what_is_held_is_exported_with_ids_as_text_and_times_as_such(state: State) -> None:
    answer_id = await keep(state, ANN)
    await keep(state, BEN)
    (row,) = (await state.people.export(ANN))["answers"]
    assert (row["id"], row["asker_id"], row["channel_id"]) == (answer_id, str(ANN), "5")
    assert datetime.fromisoformat(str(row["created_at"])).tzinfo is UTC
    payload = row["payload"]
    assert isinstance(payload, dict)
    assert payload["statements"][0]["text"] == answered().statements[0].text


async def test_only_the_person_is_forgotten(state: State) -> None:
    await keep(state, ANN)
    others = await keep(state, BEN)
    held = await state.people.forget(ANN)
    assert held.rows == {"answers": 1}
    assert await state.people.export(ANN) == {}
    assert await state.answer(others) is not None


async def test_of_work_only_who_started_it_is_forgotten(state: State) -> None:
    job = state.jobs
    started = Job("1", JobKind.REINDEX, "an admin on Discord", ANN, 5, datetime.now(UTC))
    await job.begin(started)
    await job.end("1", "The disk is full.")
    await state.people.forget(ANN)
    (failure,) = await job.failures()
    assert (failure.error, failure.job.user_id) == ("The disk is full.", 0)


async def test_no_byte_is_left_after_any_coming_and_going(state: State, tmp_path: Path) -> None:
    luck = random.Random(7)
    for number in range(200):
        person = ANN if number % 8 == 0 else luck.getrandbits(60)
        longer = replace(answered(), generation="x" * luck.choice((0, 300, 900, 3000, 9000)))
        answer_id = await keep(state, person, longer)
        await state.feedback.give(Voice(answer_id, person, 5, helpful=False), longer)
        await state.feedback.explain(answer_id, person, "r" * luck.randrange(300))
        await state.questions.note(
            "q" * luck.randrange(1, 400),
            Outcome.REFUSED,
            (),
            guild_id=5,
            person_id=person,
            answer_id=answer_id,
        )
        await state.conversations.note(Talk(5, person), longer, answer_id, for_s=3600)
        if luck.random() < 0.2:
            await state.forget_answer(answer_id)
    assert f"{FILE_NAME}: big-endian" in {one.replace("-wal", "") for one in traces(tmp_path, ANN)}
    await state.people.forget(ANN)
    assert traces(tmp_path, ANN) == []


@pytest.mark.parametrize("seed", range(4))
async def test_no_byte_is_left_in_pages_that_were_split(tmp_path: Path, seed: int) -> None:
    """What SQLite moves to another page it leaves behind in the first: secure_delete does not see to it. (In
    three of these four there were such bytes before the file was written anew, with SQLite 3.40.)"""
    luck = random.Random(seed)
    state = State(tmp_path / FILE_NAME)
    rows = [
        (
            "".join(luck.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=16)),
            *(5, ANN if luck.random() < 0.1 else luck.getrandbits(60), False),
            *("x" * luck.choice((50, 300, 900, 3000, 9000)), 0.0),
        )
        for _ in range(1000)
    ]
    await state.database.run(lambda db: db.executemany(KEEP_ANSWER, rows))
    assert traces(tmp_path, ANN)
    await state.people.forget(ANN)
    assert traces(tmp_path, ANN) == []
    await state.close()


async def test_many_who_are_forgotten_at_once_are_all_gone(state: State, tmp_path: Path) -> None:
    people = [ANN + 10 * number for number in range(12)]
    for person in people:
        await keep(state, person)
    await asyncio.gather(*(state.people.forget(person) for person in people))
    assert [trace for person in people for trace in traces(tmp_path, person)] == []


async def test_bytes_that_could_not_be_overwritten_are_with_the_next_purge(
    state: State, tmp_path: Path
) -> None:
    await keep(state, ANN)
    reading = sqlite3.connect(tmp_path / FILE_NAME)
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM answers").fetchone()  # another process in the middle of reading
    with pytest.raises(StorageError):
        await state.people.forget(ANN)
    assert await state.people.export(ANN) == {}
    assert traces(tmp_path, ANN)
    reading.close()
    await state.purge()
    assert traces(tmp_path, ANN) == []


def test_a_rows_key_is_looked_for_as_sqlite_writes_it(tmp_path: Path) -> None:
    for number in (1, 127, 128, 2**40 + 5, 2**55, ANN):
        with sqlite3.connect(tmp_path / f"{number}.db") as db:
            db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)")
            db.execute("INSERT INTO t VALUES (?)", (number,))
        db.close()
        assert varint(number) in (tmp_path / f"{number}.db").read_bytes()
    assert traces(tmp_path, ANN) == [f"{ANN}.db: SQLite's varint"]
