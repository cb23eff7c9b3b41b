"""What the bot remembers: kept answers survive a restart, grow old, and a failing disk is told."""

import sqlite3
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.storage.migrations import MIGRATIONS
from bot.storage.state import DAY_S, State
from index.errors import StorageError
from tests.bot.samples import answered


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def keep(state: State, answer: Answer, *, private: bool = False) -> str:
    return await state.keep_answer(answer, channel_id=5, asker_id=7, private=private)


async def test_a_kept_answer_is_there_after_a_restart(tmp_path: Path) -> None:
    first = State(tmp_path / "new" / "bot.sqlite3")
    answer_id = await keep(first, answered(), private=True)
    await first.close()

    second = State(tmp_path / "new" / "bot.sqlite3")
    kept = await second.answer(answer_id)
    await second.close()

    assert kept is not None
    assert (kept.channel_id, kept.asker_id, kept.private) == (5, 7, True)
    assert kept.answer.statements == answered().statements
    assert kept.answer.footnotes == answered().footnotes


async def test_the_question_and_passages_that_nobody_cites_are_not_kept(tmp_path: Path) -> None:
    state = State(tmp_path / "bot.sqlite3")
    answer = answered()
    kept = await state.answer(await keep(state, answer))
    await state.close()

    assert kept is not None
    assert len(kept.answer.passages) < len(answer.passages)
    assert {passage.article.id for passage in kept.answer.passages} == {"lighthouse", "coast"}
    assert answer.question.text.encode() not in everything_in(tmp_path)


async def test_an_answer_older_than_it_is_kept_is_gone_and_purged(tmp_path: Path) -> None:
    clock = Clock()
    state = State(tmp_path / "bot.sqlite3", kept_days=2, clock=clock)
    old = await keep(state, answered())
    clock.now += 2 * DAY_S + 1
    fresh = await keep(state, answered())

    assert await state.answer(old) is None
    assert await state.purge() == 1
    assert await state.answer(fresh) is not None
    await state.close()


async def test_an_unknown_id_is_no_answer(tmp_path: Path) -> None:
    state = State(tmp_path / "bot.sqlite3")
    assert await state.answer("nonsense' OR 1=1 --") is None
    await state.close()


async def test_ids_cannot_be_guessed_from_one_another(tmp_path: Path) -> None:
    state = State(tmp_path / "bot.sqlite3")
    ids = {await keep(state, answered()) for _ in range(50)}
    await state.close()
    assert len(ids) == 50
    assert all(len(answer_id) >= 16 for answer_id in ids)


async def test_an_answer_in_a_form_that_we_no_longer_read_counts_as_gone(tmp_path: Path) -> None:
    state = State(tmp_path / "bot.sqlite3")
    answer_id = await keep(state, answered())
    await state.close()
    with sqlite3.connect(tmp_path / "bot.sqlite3") as db:
        db.execute("UPDATE answers SET payload = '{\"old\": 1}'")
    db.close()

    state = State(tmp_path / "bot.sqlite3")
    assert await state.answer(answer_id) is None
    await state.close()


async def test_a_file_that_another_process_locks_is_a_storage_error(tmp_path: Path) -> None:
    state = State(tmp_path / "bot.sqlite3")
    await keep(state, answered())
    other = sqlite3.connect(tmp_path / "bot.sqlite3")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="locked"):
        await keep(state, answered())
    other.close()
    assert await keep(state, answered())
    await state.close()


async def test_a_folder_that_cannot_be_made_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    state = State(tmp_path / "file" / "bot.sqlite3")
    with pytest.raises(StorageError, match="DATA_DIR"):
        await keep(state, answered())
    await state.close()


async def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "bot.sqlite3") as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    state = State(tmp_path / "bot.sqlite3")
    with pytest.raises(StorageError, match="newer version"):
        await state.answer("x")
    await state.close()


async def test_long_names_are_kept_under_their_key(tmp_path: Path) -> None:
    state = State(tmp_path / "bot.sqlite3")
    await state.keep_long_name("k", "folder/" * 40)
    assert await state.long_name("k") == "folder/" * 40
    assert await state.long_name("other") is None
    await state.close()
