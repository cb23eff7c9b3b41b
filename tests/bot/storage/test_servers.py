"""What the admins of a server chose is kept, and comes back after a restart."""

import asyncio
import errno
import sqlite3
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from bot.storage import opening
from bot.storage.database import FILE_NAME, Database
from bot.storage.servers import DEFAULTS, Servers, ServerSettings, SettingsUnknown, Style
from index.errors import StorageError
from index.passage import Filters

CHOSEN = ServerSettings(language="uk", style=Style.SHORT, silent_in=(7, 8), publishers_never=("Gazette",))


def remove(folder: Path) -> set[str]:
    """Take the file away, with what SQLite has beside it; the names of all."""
    files = list(folder.iterdir())
    for file in files:
        file.unlink()
    return {file.name for file in files}


async def reopened(path: Path) -> Servers:
    servers = Servers(Database(path))
    await servers.load()
    return servers


async def test_a_server_has_the_defaults_until_its_admins_choose(tmp_path: Path) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    assert servers.of(1) is DEFAULTS
    assert servers.of(None) is DEFAULTS


async def test_what_was_chosen_holds_at_once_and_after_a_restart_for_that_server_alone(
    tmp_path: Path,
) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    await servers.change(1, CHOSEN)
    assert servers.of(1) == CHOSEN
    again = await reopened(tmp_path / FILE_NAME)
    assert again.of(1) == CHOSEN
    assert again.of(2) == DEFAULTS


async def test_a_server_that_is_forgotten_has_the_defaults_again(tmp_path: Path) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    await servers.change(1, CHOSEN)
    await servers.forget(1)
    assert servers.of(1) is DEFAULTS
    assert (await reopened(tmp_path / FILE_NAME)).of(1) is DEFAULTS


async def test_settings_that_cannot_be_read_are_unknown_and_the_others_hold(tmp_path: Path) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    await servers.change(1, CHOSEN)
    await servers.change(2, CHOSEN)
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("UPDATE servers SET settings = '{broken' WHERE guild_id = 1")
    again = await reopened(tmp_path / FILE_NAME)
    with pytest.raises(SettingsUnknown, match="settings of this server"):
        again.of(1)
    assert (again.of(2), again.of(3), again.of(None)) == (CHOSEN, DEFAULTS, DEFAULTS)
    assert (again.failure, again.unreadable) == (None, (1,))
    assert again.as_far_as_known(1) == DEFAULTS
    with pytest.raises(SettingsUnknown):  # on top of what is not known nothing is chosen
        await again.update(1, private=True)
    await again.forget(1)
    assert again.of(1) is DEFAULTS


@pytest.mark.parametrize(
    "change",
    [
        "settings = replace(settings, '7,8', '7,9')",
        "settings = NULL",
        "settings = x'7b7d'",
        """settings = '{"of_a_later_version": 1}', checksum = NULL""",
    ],
)
async def test_no_changed_settings_pass_for_what_was_chosen(tmp_path: Path, change: str) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    await servers.change(1, CHOSEN)
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = replace(sql, 'settings TEXT NOT NULL', 'settings TEXT')")
        db.execute("PRAGMA writable_schema = RESET")
        db.execute(f"UPDATE servers SET {change}")
    with pytest.raises(SettingsUnknown):
        (await reopened(tmp_path / FILE_NAME)).of(1)


async def test_where_it_cannot_be_told_whose_settings_are_damaged_those_of_all_are_unknown(
    tmp_path: Path,
) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    await servers.change(1, CHOSEN)
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("UPDATE servers SET guild_id = 3")
    again = Servers(Database(tmp_path / FILE_NAME))
    with pytest.raises(StorageError):
        await again.load()
    assert again.failure
    for guild_id in (1, 2, 3):
        with pytest.raises(SettingsUnknown):
            again.of(guild_id)
    assert again.of(None) is DEFAULTS


async def test_settings_from_before_they_had_a_checksum_hold(tmp_path: Path) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    await servers.change(1, CHOSEN)
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("UPDATE servers SET checksum = NULL")
    assert (await reopened(tmp_path / FILE_NAME)).of(1) == CHOSEN


async def test_a_file_cut_down_to_nothing_is_no_new_one(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    await (await reopened(path)).change(1, CHOSEN)
    remove(tmp_path)
    path.touch()
    with pytest.raises(StorageError, match="it is empty"):
        await reopened(path)
    path.unlink()
    assert (await reopened(path)).of(1) is DEFAULTS
    assert remove(tmp_path) == {FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"}


async def test_what_is_known_stays_known_where_a_later_look_fails(tmp_path: Path) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    await servers.change(1, CHOSEN)
    remove(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 100)
    with pytest.raises(StorageError):
        await Servers(Database(tmp_path / FILE_NAME)).load()
    with suppress(StorageError):  # the one that had it open may still read what it had
        await servers.load()
    assert servers.of(1) == CHOSEN


async def test_where_the_disk_fails_nothing_has_changed(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE_NAME)
    servers = Servers(database)
    await servers.load()
    await database.let_go()
    remove(tmp_path)
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(StorageError):
        await servers.change(1, CHOSEN)
    assert servers.of(1) is DEFAULTS


@pytest.mark.parametrize(
    ("settings", "own", "found"),
    [
        (ServerSettings(), (), "gazette weekly unknown"),
        (ServerSettings(publishers_only=("Gazette",)), (), "gazette"),
        (ServerSettings(publishers_never=("Gazette",)), (), "weekly unknown"),
        (ServerSettings(publishers_never=("Gazette",)), ("Weekly",), "weekly"),
        (ServerSettings(publishers_never=("Gazette",)), ("Gazette", "Weekly"), "weekly"),
        (ServerSettings(publishers_never=("Gazette",)), ("Gazette",), ""),
        (ServerSettings(publishers_only=("Gazette",)), ("Weekly",), ""),
        (ServerSettings(publishers_only=("Gazette",)), ("Weekly", "Gazette"), "gazette"),
        (ServerSettings(publishers_only=("Gazette",), publishers_never=("Gazette",)), (), ""),
        (ServerSettings(publishers_only=("Gone",)), (), ""),
    ],
)
def test_a_question_narrows_what_a_server_lets_in_and_never_widens_it(
    settings: ServerSettings, own: tuple[str, ...], found: str
) -> None:
    filters = settings.narrow(Filters(publishers=own))
    publishers = {"gazette": "Gazette", "weekly": "Weekly", "unknown": None}
    assert " ".join(name for name, publisher in publishers.items() if filters.allow(publisher)) == found
    assert filters.publishers or not (own or settings.publishers_only)


def test_a_question_keeps_its_days() -> None:
    narrowed = ServerSettings(publishers_never=("Gazette",)).narrow(Filters(since=date(2026, 5, 2)))
    assert narrowed == Filters(since=date(2026, 5, 2), without=("Gazette",))


async def test_two_admins_at_once_do_not_undo_each_others_fields(tmp_path: Path) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    await asyncio.gather(
        servers.update(1, style=Style.QUOTES),
        servers.update(1, silent_in=(7,)),
        servers.update(1, language="fr"),
        servers.update(2, private=True),
    )
    assert servers.of(1) == ServerSettings(style=Style.QUOTES, silent_in=(7,), language="fr")
    assert (await reopened(tmp_path / FILE_NAME)).of(1) == servers.of(1)


async def test_a_change_tells_before_and_after_and_defaults_leave_no_row(tmp_path: Path) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    assert await servers.update(1, private=True) == (DEFAULTS, ServerSettings(private=True))
    assert await servers.update(1, private=False) == (ServerSettings(private=True), DEFAULTS)
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        assert db.execute("SELECT count(*) FROM servers").fetchone() == (0,)


@pytest.mark.parametrize("fields", [{"style": "loud"}, {"no_such_field": 1}, {"silent_in": "x"}])
async def test_what_a_field_cannot_hold_changes_nothing(tmp_path: Path, fields: dict[str, object]) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    with pytest.raises(ValueError, match="ServerSettings"):
        await servers.update(1, **fields)
    assert servers.of(1) is DEFAULTS


async def test_settings_on_a_disk_that_cannot_be_written_are_known_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(tmp_path / FILE_NAME)
    await Servers(database).change(1, CHOSEN)
    await database.close()

    def refuse(*_: object, **__: object) -> object:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("bot.storage.database.open_file", refuse)
    monkeypatch.setattr(opening, "NamedTemporaryFile", refuse)
    assert (await reopened(tmp_path / FILE_NAME)).of(1) == CHOSEN
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(b"the last change of all")
    with pytest.raises(StorageError):
        await reopened(tmp_path / FILE_NAME)
