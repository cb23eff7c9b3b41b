"""What the admins of a server chose is kept, and comes back after a restart."""

import asyncio
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from bot.storage.database import FILE_NAME, Database
from bot.storage.servers import DEFAULTS, Servers, ServerSettings, Style
from index.errors import StorageError
from index.passage import Filters

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
