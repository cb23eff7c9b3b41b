"""What the admins of a server chose is kept, and comes back after a restart."""

import sqlite3
from pathlib import Path

import pytest

from bot.database import FILE_NAME, Database
from bot.servers import DEFAULTS, Servers, ServerSettings, Style
from index.errors import StorageError

CHOSEN = ServerSettings(language="uk", style=Style.SHORT, silent_in=(7, 8), publishers_never=("Gazette",))


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


async def test_settings_that_cannot_be_read_are_left_out_and_the_others_hold(tmp_path: Path) -> None:
    servers = await reopened(tmp_path / FILE_NAME)
    await servers.change(1, CHOSEN)
    await servers.change(2, CHOSEN)
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("UPDATE servers SET settings = '{broken' WHERE guild_id = 1")
    again = await reopened(tmp_path / FILE_NAME)
    assert (again.of(1), again.of(2)) == (DEFAULTS, CHOSEN)


async def test_where_the_disk_fails_nothing_has_changed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    servers = Servers(Database(tmp_path / "file" / FILE_NAME))
    with pytest.raises(StorageError):
        await servers.change(1, CHOSEN)
    assert servers.of(1) is DEFAULTS
