"""What the doctor works out by itself: permissions in a channel, what servers chose, who may add articles."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.discord.connection.permissions import ADMINISTRATOR, EMBED, SEND, VIEW
from bot.doctor.findings import Level
from bot.doctor.server_check import EVERYTHING, check_admins, chosen_in, permissions_in
from bot.settings import BotSettings
from bot.storage.database import FILE_NAME
from bot.storage.migrations import MIGRATIONS
from bot.storage.servers import ServerSettings

ME, GUILD, ROLE, OTHER_ROLE = "7", "1", "2", "3"


def role(id_: str, held: int) -> dict[str, Any]:
    return {"id": id_, "permissions": str(held)}


def exception(id_: str, kind: int, *, allow: int = 0, deny: int = 0) -> dict[str, Any]:
    return {"id": id_, "type": kind, "allow": str(allow), "deny": str(deny)}


@pytest.mark.parametrize(
    ("exceptions", "held"),
    [
        ([], VIEW.bit | SEND.bit),
        ([exception(GUILD, 0, deny=SEND.bit)], VIEW.bit),
        ([exception(GUILD, 0, deny=SEND.bit), exception(ROLE, 0, allow=SEND.bit)], VIEW.bit | SEND.bit),
        ([exception(ROLE, 0, allow=EMBED.bit), exception(ME, 1, deny=EMBED.bit)], VIEW.bit | SEND.bit),
        (
            [exception(ME, 1, allow=EMBED.bit), exception(GUILD, 0, deny=EMBED.bit)],
            VIEW.bit | SEND.bit | EMBED.bit,
        ),
        ([exception(OTHER_ROLE, 0, deny=VIEW.bit), exception("8", 1, deny=VIEW.bit)], VIEW.bit | SEND.bit),
    ],
)
def test_a_channels_exceptions_apply_in_discords_order(exceptions: list[dict[str, Any]], held: int) -> None:
    guild = {
        "id": GUILD,
        "owner_id": "9",
        "roles": [role(GUILD, VIEW.bit), role(ROLE, SEND.bit), role(OTHER_ROLE, -1)],
    }
    channel = {"permission_overwrites": exceptions}
    assert permissions_in(channel, guild, {"roles": [ROLE]}, ME) == held


def test_administrators_and_owners_may_do_everything() -> None:
    guild = {"id": GUILD, "owner_id": "9", "roles": [role(GUILD, 0), role(ROLE, ADMINISTRATOR)]}
    channel = {"permission_overwrites": [exception(ME, 1, deny=VIEW.bit)]}
    assert permissions_in(channel, guild, {"roles": [ROLE]}, ME) == EVERYTHING
    assert permissions_in(channel, guild, {"roles": []}, "9") == EVERYTHING
    assert permissions_in(channel, guild, {"roles": []}, ME) == 0


def test_the_file_of_an_older_bot_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    """A bot that runs on it would not know what a newer one made of it."""
    file = tmp_path / FILE_NAME
    with closing(sqlite3.connect(file)) as db:
        for script in MIGRATIONS[:3]:
            db.executescript(script)
        db.execute("""INSERT INTO servers VALUES (5, '{"threads": true}', 0.0), (6, '{"unknown": 1}', 0.0)""")
        db.execute("PRAGMA user_version = 3")
        db.commit()
    before = file.read_bytes()
    assert chosen_in(file) == {5: ServerSettings(threads=True)}
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_where_there_is_no_such_file_nothing_was_chosen(tmp_path: Path) -> None:
    assert chosen_in(tmp_path / FILE_NAME) == {}
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 100)
    assert chosen_in(tmp_path / FILE_NAME) == {}


@pytest.mark.parametrize(
    ("servers", "named", "found"),
    [
        ((1,), (), []),
        ((1, 2), (), [(Level.WARNING, "so only the application's owner and team look after them")]),
        ((1, 2), (1,), [(Level.OK, "The admins of 1 server look after the articles")]),
        (
            (1, 2),
            (2, 3),
            [(Level.WARNING, "names 3, where the bot is not"), (Level.OK, "The admins of 1 server")],
        ),
    ],
)
def test_who_looks_after_the_articles_is_said_and_how_to_allow_more(
    tmp_path: Path, servers: tuple[int, ...], named: tuple[int, ...], found: list[tuple[Level, str]]
) -> None:
    settings = BotSettings(data_dir=tmp_path, admin_servers=named)
    findings = list(check_admins(settings, [{"id": str(each)} for each in servers]))
    assert [each.level for each in findings] == [level for level, _ in found]
    assert all(words in each.says for each, (_, words) in zip(findings, found, strict=True))
    assert all(each.mend for each in findings if each.level is Level.WARNING)
