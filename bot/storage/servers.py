"""Beside the flow: what the admins of each server chose, in the bot's SQLite file."""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.storage.database import Database
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


class Servers:
    """All servers' settings, held in memory: only those differ from the defaults have a row."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock
        self._settings: dict[int, ServerSettings] = {}
        self._one_by_one = asyncio.Lock()

    async def load(self) -> None:
        """Read what was chosen so far. Raises StorageError."""
        rows = await self._database.run(
            lambda db: db.execute("SELECT guild_id, settings FROM servers").fetchall()
        )
        for guild_id, settings in rows:
            try:
                self._settings[guild_id] = ServerSettings.model_validate_json(settings)
            except ValidationError as error:
                log.warning("The settings of server %d cannot be read and are left out: %s", guild_id, error)

    def of(self, guild_id: int | None) -> ServerSettings:
        """A server's settings; the defaults outside of servers."""
        return DEFAULTS if guild_id is None else self._settings.get(guild_id, DEFAULTS)

    def known(self) -> tuple[int, ...]:
        """The servers that have settings of their own."""
        return tuple(self._settings)

    async def change(self, guild_id: int, settings: ServerSettings) -> None:
        """Keep new settings, in force at once. Raises StorageError, and then nothing has changed."""
        row = (guild_id, settings.model_dump_json(exclude_defaults=True), self._clock())
        await self._database.run(
            lambda db: db.execute("INSERT OR REPLACE INTO servers VALUES (?, ?, ?)", row)
        )
        self._settings[guild_id] = settings

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
