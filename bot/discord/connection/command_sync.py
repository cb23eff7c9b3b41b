"""Beside the start: tells Discord our commands, and only where they differ from what it was told last.

Discord counts how many commands an application registers in a day, and clients load the list anew after each
time. So what was sent is remembered, and what Discord made of it: an id and a version for each command, the
version changed by whoever changes the command. Where both are as they were, nothing is sent.
"""

import asyncio
import hashlib
import json
import logging
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.storage.database import Database
from index.errors import StorageError

log = logging.getLogger(__name__)

Payload = list[dict[str, Any]]  # commands as they go over the wire
UNREGISTERED = (discord.HTTPException, app_commands.AppCommandError, aiohttp.ClientError, OSError)


class KeptCommands:
    """What was registered last, per application. Every call raises StorageError where the disk fails it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, application_id: int) -> tuple[str, str] | None:
        """The digests of what was sent and of what Discord made of it."""

        def read(db: sqlite3.Connection) -> tuple[str, str] | None:
            found: tuple[str, str] | None = db.execute(
                "SELECT sent, made FROM registered_commands WHERE application_id = ?", (application_id,)
            ).fetchone()
            return found

        return await self._database.run(read)

    async def save(self, application_id: int, sent: str, made: str) -> None:
        """Remember both."""
        row = (application_id, sent, made)
        await self._database.run(
            lambda db: db.execute("INSERT OR REPLACE INTO registered_commands VALUES (?, ?, ?)", row)
        )


class CommandSync:
    """Registers a tree's commands for all servers.

    retry_s: the waits between attempts while Discord will not have them, the last one for ever.
    """

    def __init__(
        self,
        tree: app_commands.CommandTree[Any],
        http: discord.http.HTTPClient,
        kept: KeptCommands,
        *,
        retry_s: tuple[float, ...],
        force: bool = False,
    ) -> None:
        self._tree = tree
        self._http = http
        self._kept = kept
        self._retry_s = retry_s
        self._force = force

    async def run(self, application_id: int) -> None:
        """Register what differs; where that fails, again and again. What Discord knows works meanwhile."""
        attempt = 0
        while True:
            try:
                await self.sync(application_id)
            except UNREGISTERED as error:
                wait_s = self._retry_s[min(attempt, len(self._retry_s) - 1)]
                attempt += 1
                log.error("The commands could not be registered, again in %g s: %s", wait_s, error)
                await asyncio.sleep(wait_s)
            else:
                return

    async def sync(self, application_id: int) -> bool:
        """Register the commands if they differ, or if that is forced; whether they were."""
        payload = await commands_payload(self._tree)
        sent = digest_of_sent(payload)
        why = "by request" if self._force else await self._difference(application_id, sent)
        if why is None:
            log.info("%d commands are registered as they are.", len(payload))
            return False
        made = await self._http.bulk_upsert_global_commands(application_id, payload)
        self._force = False
        log.info("Registered %d commands: %s.", len(made), why)
        try:
            await self._kept.save(application_id, sent, digest_of_made(made))
        except StorageError as error:
            log.warning("That the commands are registered could not be noted: %s", error)
        return True

    async def _difference(self, application_id: int, sent: str) -> str | None:
        """Why they must be registered; None where they are."""
        try:
            kept = await self._kept.load(application_id)
        except StorageError as error:
            return f"what was registered cannot be told ({error})"
        if kept is None:
            return "for the first time"
        if kept[0] != sent:
            return "they changed"
        made = await self._http.get_global_commands(application_id)
        return None if digest_of_made(made) == kept[1] else "somebody else changed those that Discord had"


async def commands_payload(tree: app_commands.CommandTree[Any]) -> Payload:
    """All commands as Discord gets them, with every language that the tree's translator knows."""
    translator = tree.translator
    commands = tree.get_commands()
    if translator is None:
        return [command.to_dict(tree) for command in commands]
    return [await command.get_translated_payload(tree, translator) for command in commands]


def digest_of_sent(payload: Payload) -> str:
    """The same for the same commands, in whatever order they were made."""
    ordered = sorted(payload, key=lambda command: (str(command.get("type")), command["name"]))
    return _digest(ordered)


def digest_of_made(commands: Iterable[Mapping[str, Any]]) -> str:
    """The same as long as nobody adds, changes or removes a command."""
    return _digest(sorted((str(command["id"]), str(command["version"])) for command in commands))


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
