"""Beside the flow: what the admins of each server chose, in the bot's SQLite file."""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.storage.database import Database
from index.errors import StorageError
from index.generation.row_checksums import row_checksum
from index.passage import Filters

log = logging.getLogger(__name__)


class Style(StrEnum):
    """How answers are worded."""

    FULL = "full"  # as the answering code gives them
    SHORT = "short"  # the first statement only, and what it needs
    QUOTES = "quotes"  # word for word from the articles, even where a language model could word it


class ServerSettings(BaseModel):
    """One server's settings; the defaults are those of a server whose admins never opened the panel.

    Ids are Discord's. An empty tuple means no restriction.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str | None = None  # one of bot.messages.LOCALES; None: by person and server
    answer_in: tuple[int, ...] = ()  # channels and categories where it answers; empty: everywhere
    silent_in: tuple[int, ...] = ()  # where it stays silent; wins over answer_in
    every_question_in: tuple[int, ...] = ()  # channels and forums where each question is answered unasked
    style: Style = Style.FULL
    private: bool = False  # answers to /ask are shown to their asker only, unless they say otherwise
    threads: bool = False  # answers to mentions go into a thread named after the question
    admin_roles: tuple[int, ...] = ()
    audit_channel: int | None = None
    escalation_role: int | None = None  # whom a refusal names to turn to
    escalation_channel: int | None = None
    publishers_only: tuple[str, ...] = ()
    publishers_never: tuple[str, ...] = ()
    log_questions: bool = False

    def narrow(self, filters: Filters) -> Filters:
        """A question's own filters within what this server's admins let in: nobody's choice widens theirs."""
        never = (*filters.without, *(name for name in self.publishers_never if name not in filters.without))
        if not self.publishers_only:
            return replace(filters, without=never)
        if not filters.publishers:
            return replace(filters, publishers=self.publishers_only, without=never)
        kept = tuple(name for name in filters.publishers if name in self.publishers_only)
        # Of publishers that are all out here, none may stay: an empty filter would let in everything.
        if not kept:
            return replace(filters, without=(*never, *filters.publishers))
        return replace(filters, publishers=kept, without=never)

    def allow(self, publisher: str | None) -> bool:
        """Whether this server's answers may come from this publisher (None: unknown)."""
        return self.narrow(Filters()).allow(publisher)


DEFAULTS = ServerSettings()


def waiting_in(guild_id: int | None) -> str:
    """How the names of files begin that wait for an admin of this server to say that they shall be taken."""
    return f"settings:{guild_id}:"


class SettingsUnknown(StorageError):
    """What the admins of a server chose cannot be read: nothing is done that they may have forbidden."""

    retryable = True


class Servers:
    """All servers' settings, held in memory: only those differ from the defaults have a row.

    What cannot be read is unknown, never the defaults: admins may have chosen that the bot stays silent.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock
        self._settings: dict[int, ServerSettings] = {}
        self._unreadable: dict[int, str] = {}  # servers whose own row cannot be read, and why
        self._failure: str | None = "they have not been read yet"  # why nothing is known of any server
        self._one_by_one = asyncio.Lock()

    async def load(self) -> None:
        """Read what was chosen so far. What is known already, stays known. Raises StorageError."""
        try:
            rows = await self._database.read(_read)
            settings, unreadable = _understood(rows)
        except StorageError as error:
            if self._failure is not None:
                self._failure = error.message
            await self._database.let_go()  # another file may be put in the place of a damaged one
            raise
        if unreadable != self._unreadable:
            for guild_id, reason in unreadable.items():
                log.error("The settings of server %d cannot be read: %s", guild_id, reason)
        self._settings, self._unreadable, self._failure = settings, unreadable, None

    @property
    def failure(self) -> SettingsUnknown | None:
        """Why nothing is known of any server; None where the settings have been read."""
        return None if self._failure is None else _unknown("The servers' settings", self._failure)

    @property
    def unreadable(self) -> tuple[int, ...]:
        """The servers of which alone nothing is known."""
        return tuple(self._unreadable)

    def of(self, guild_id: int | None) -> ServerSettings:
        """A server's settings; the defaults outside of servers. Raises SettingsUnknown where they cannot be
        read."""
        if guild_id is None:
            return DEFAULTS
        if reason := self._failure or self._unreadable.get(guild_id):
            raise _unknown("The settings of this server", reason)
        return self._settings.get(guild_id, DEFAULTS)

    def as_far_as_known(self, guild_id: int | None) -> ServerSettings:
        """The same for what lets nobody do or see more: a language, a place for the audit. The defaults where
        the settings cannot be read."""
        try:
            return self.of(guild_id)
        except SettingsUnknown:
            return DEFAULTS

    def known(self) -> tuple[int, ...]:
        """The servers that have settings of their own."""
        return tuple(self._settings)

    async def change(self, guild_id: int, settings: ServerSettings) -> None:
        """Keep new settings, in force at once. Raises StorageError, and then nothing has changed."""
        chosen = settings.model_dump_json(exclude_defaults=True)
        row = (guild_id, chosen, self._clock(), _checksum(guild_id, chosen))
        await self._database.run(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO servers (guild_id, settings, changed_at, checksum)"
                " VALUES (?, ?, ?, ?)",
                row,
            )
        )
        self._settings[guild_id] = settings
        self._unreadable.pop(guild_id, None)

    async def update(self, guild_id: int, **fields: object) -> tuple[ServerSettings, ServerSettings]:
        """Change only these fields and return the settings before and after: two admins at once do not undo
        each other's. Raises StorageError, and ValueError for what a field cannot hold, with nothing changed.
        """
        async with self._one_by_one:
            before = self.of(guild_id)
            after = ServerSettings.model_validate(before.model_dump() | fields)
            if after == DEFAULTS:
                await self.forget(guild_id)
            elif after != before:
                await self.change(guild_id, after)
            return before, after

    async def forget(self, guild_id: int) -> None:
        """Forget what a server's admins chose, and files that wait to be taken over there. Raises
        StorageError."""
        await self._forget(guild_id, "servers")

    async def forget_removed(self, guild_id: int) -> None:
        """The same where a server has removed the bot: its question log and its people's feedback go too,
        which nobody there could read any more. Raises StorageError."""
        await self._forget(guild_id, "servers", "questions", "feedback")

    async def _forget(self, guild_id: int, *tables: str) -> None:
        def delete(db: sqlite3.Connection) -> None:
            for table in tables:
                db.execute(f"DELETE FROM {table} WHERE guild_id = ?", (guild_id,))  # noqa: S608 - our own names
            db.execute("DELETE FROM long_names WHERE key GLOB ?", (f"{waiting_in(guild_id)}*",))

        await self._database.run(delete)
        self._settings.pop(guild_id, None)
        self._unreadable.pop(guild_id, None)


Row = tuple[int, str, bytes | None]


def _read(db: sqlite3.Connection) -> list[Row]:
    """Every row. Raises sqlite3.Error where some may be missing."""
    answers = [str(row[0]) for row in db.execute("PRAGMA integrity_check(servers)")]
    if answers != ["ok"]:
        raise sqlite3.DatabaseError(answers[0])
    columns = {str(row[1]) for row in db.execute("PRAGMA table_info(servers)")}
    checksum = "checksum" if "checksum" in columns else "NULL"  # an older version's, which is only read
    return db.execute(f"SELECT guild_id, settings, {checksum} FROM servers").fetchall()  # noqa: S608


def _understood(rows: Sequence[Row]) -> tuple[dict[int, ServerSettings], dict[int, str]]:
    """The settings by server, and why those of some cannot be read. Raises StorageError where it cannot be
    told whose those are."""
    settings: dict[int, ServerSettings] = {}
    unreadable: dict[int, str] = {}
    for guild_id, chosen, checksum in rows:
        found = _checksum(guild_id, chosen)
        if checksum is not None and checksum[:_HALF] != found[:_HALF]:
            raise StorageError("A row of the servers' settings is damaged.")
        try:
            if checksum is not None and checksum != found:
                raise ValueError("they are not as they were written")
            settings[guild_id] = ServerSettings.model_validate_json(str(chosen))
        except ValidationError as error:
            unreadable[guild_id] = f"{error.error_count()} faults in them, or a later version wrote them"
        except ValueError as error:
            unreadable[guild_id] = str(error)
    return settings, unreadable


_HALF = 8


def _checksum(guild_id: int, chosen: str) -> bytes:
    """Of whose they are, and of what they are: one may be damaged without the other."""
    return row_checksum(guild_id) + row_checksum(chosen)


def _unknown(whose: str, reason: str) -> SettingsUnknown:
    return SettingsUnknown(
        f"{whose} cannot be read, so no question is answered there: {reason.rstrip('.')}.",
        "They are looked for again by themselves. `python -m bot doctor` says more of the file; where it is"
        " damaged, put a copy in its place.",
    )
