"""Where what servers chose cannot be read: looks for it again and again, and tells the operators."""

import asyncio
import logging

from bot.discord.toolkit.audit import record
from bot.discord.toolkit.services import BotBase
from index.errors import StorageError

log = logging.getLogger(__name__)


async def look_for_settings(bot: BotBase) -> None:
    """Return once the settings of all servers can be read. Until then each server whose settings are unknown
    is left without answers: its admins may have chosen so."""
    told = False
    while bot.servers.failure or bot.servers.unreadable:
        await asyncio.sleep(bot.patience.settings_s)
        was_unknown = bot.servers.failure is not None
        try:
            await bot.servers.load()
            await bot.state.days.load()
        except StorageError as error:
            log.debug("What servers chose cannot be read yet: %s", error)
            if not told and bot.is_ready():
                told = True
                await record(bot, lambda words: words("settings-unreadable"), failed=True)
            continue
        if was_unknown:
            log.warning("What servers chose can be read: questions are answered again.")
        if told:
            await record(bot, lambda words: words("settings-readable-again"))
