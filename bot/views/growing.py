"""Shows an answer to `/ask` while it grows: the deferred reply, edited about once a second."""

import asyncio
import logging
from types import TracebackType
from typing import Self

import discord

from bot.answering.types import Answer
from bot.base import BotBase
from bot.rendering.answer import growing_embed
from bot.views.replying import show

log = logging.getLogger(__name__)

EDIT_S = 1.1  # Discord asks for at most about one edit a second


class GrowingReply:
    """Edits the deferred reply while it is entered; the whole answer is then shown by whoever asked.

    An answer that is there within EDIT_S is not shown in pieces.
    """

    def __init__(self, interaction: discord.Interaction[BotBase], edit_s: float = EDIT_S) -> None:
        self._interaction = interaction
        self._edit_s = edit_s
        self._latest: Answer | None = None
        self._ticker: asyncio.Task[None] | None = None

    def note(self, answer: Answer) -> None:
        """Take in the answer as far as it stands; shown at the next edit."""
        self._latest = answer

    async def __aenter__(self) -> Self:
        self._ticker = asyncio.create_task(self._tick(), name="growing answer")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._ticker is not None
        self._ticker.cancel()
        await asyncio.wait([self._ticker])

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
