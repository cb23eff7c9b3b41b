"""Shows an answer to `/ask` while it grows: the deferred reply, edited about once a second."""

import asyncio
import logging
from contextlib import AbstractAsyncContextManager

import discord

from bot.answering.types import Answer
from bot.base import BotBase
from bot.rendering.answer import growing_embed
from bot.views.replying import show
from bot.views.ticking import ticking

log = logging.getLogger(__name__)

EDIT_S = 1.1  # Discord asks for at most about one edit a second


class GrowingReply:
    """Edits the deferred reply within `shown`; the whole answer is then shown by whoever asked.

    An answer that is there within EDIT_S is not shown in pieces.
    """

    def __init__(self, interaction: discord.Interaction[BotBase], edit_s: float = EDIT_S) -> None:
        self._interaction = interaction
        self._edit_s = edit_s
        self._latest: Answer | None = None

    def note(self, answer: Answer) -> None:
        """Take in the answer as far as it stands; shown at the next edit."""
        self._latest = answer

    def shown(self) -> AbstractAsyncContextManager[None]:
        """Within this, the reply is edited."""
        return ticking(self._tick(), "growing answer")

    async def _tick(self) -> None:
        shown: Answer | None = None
        while True:
            await asyncio.sleep(self._edit_s)
            latest = self._latest
            if latest is None or latest is shown:
                continue
            shown = latest
            try:
                await show(self._interaction, growing_embed(latest, self._interaction.client.messages))
            except (discord.HTTPException, OSError) as failure:
                log.info("A growing answer could not be shown: %s", failure)
