"""Shows an answer while it grows: the reply to `/ask` or to a mention, edited about once a second."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager

import discord

from bot.answering.types import Answer
from bot.discord.questions.answer_embed import growing_embed
from bot.discord.toolkit.replying import UNSENT
from bot.messages import Messages
from bot.views.ticking import ticking

log = logging.getLogger(__name__)

EDIT_S = 1.1  # Discord asks for at most about one edit a second


class GrowingReply:
    """Calls `show` with what stands, within `shown`; the whole answer is then shown by whoever asked.

    An answer that is there within EDIT_S is not shown in pieces.
    """

    def __init__(
        self, show: Callable[[discord.Embed], Awaitable[None]], messages: Messages, edit_s: float = EDIT_S
    ) -> None:
        self._show = show
        self._messages = messages
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
                await self._show(growing_embed(latest, self._messages))
            except UNSENT as failure:
                log.info("A growing answer could not be shown: %s", failure)
