"""Shows an admin's long work while it goes on: one private message, edited about once a second."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import discord

from bot.base import NOBODY, BotBase
from bot.rendering.build import progress_embed
from bot.rendering.embeds import Colour, panel
from bot.views.replying import GONE, show
from bot.views.ticking import ticking
from index.report import BuildProgress

log = logging.getLogger(__name__)

EDIT_S = 1.1  # Discord asks for at most about one edit a second
FAREWELL_S = 2.0


class ProgressMessage:
    """Edits the deferred reply within `shown`; `finish` shows the result wherever it still can.

    Once Discord lets the message be edited no longer, the result goes to the admin as a direct
    message, and where that is not allowed the channel is told that the work is finished (not with
    what result: that is for admins).
    """

    def __init__(
        self,
        interaction: discord.Interaction[BotBase],
        *,
        dry_run: bool,
        editable_s: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._interaction = interaction
        self._messages = interaction.client.messages
        self._dry_run = dry_run
        self._clock = clock
        self._until = clock() + editable_s
        self._editable = True
        self._latest: BuildProgress | None = None
        self._stage_start: tuple[float, BuildProgress] | None = None

    def note(self, progress: BuildProgress) -> None:
        """Take in how far the work has come; shown at the next edit."""
        if self._stage_start is None or self._stage_start[1].stage is not progress.stage:
            self._stage_start = (self._clock(), progress)
        self._latest = progress

    @property
    def rate(self) -> float | None:
        """Units a second in this stage, None before it can be told."""
        if self._latest is None or self._stage_start is None:
            return None
        since, first = self._stage_start
        seconds, done = self._clock() - since, self._latest.done - first.done
        return done / seconds if seconds > 0 and done > 0 else None

    @asynccontextmanager
    async def shown(self) -> AsyncIterator[None]:
        """Within this, the message is edited; where the work is cancelled, its admin is told."""
        try:
            async with ticking(self._tick(), "progress"):
                yield
        except asyncio.CancelledError:
            stopped = panel(self._messages("articles-stopped"), Colour.ERROR)
            try:
                await asyncio.wait_for(self._edit(stopped), FAREWELL_S)
            except TimeoutError:
                log.info("There was no time to tell an admin that the work was stopped.")
            raise

    async def finish(self, embed: discord.Embed) -> None:
        """Show the result: in the message, else as a direct message, else as a word in the channel."""
        if self._editable and self._clock() < self._until and await self._edit(embed):
            return
        user, channel = self._interaction.user, self._interaction.channel
        try:
            await user.send(embed=embed, allowed_mentions=NOBODY)
        except (discord.HTTPException, OSError):
            log.info("No direct message can be sent to user %d.", user.id)
        else:
            return
        if not isinstance(channel, discord.abc.Messageable):
            return
        notice = panel(self._messages("articles-finished-elsewhere", mention=user.mention), Colour.INFO)
        try:
            await channel.send(embed=notice, allowed_mentions=NOBODY)
        except (discord.HTTPException, OSError) as error:
            log.warning("The result of an admin's work could not be shown anywhere: %s", error)

    async def _tick(self) -> None:
        """Edit when there is something new, until Discord lets us no longer."""
        shown: BuildProgress | None = None
        await self._edit(progress_embed(None, self._messages, dry_run=self._dry_run))
        while self._editable:
            await asyncio.sleep(min(EDIT_S, max(0.0, self._until - self._clock())))
            if self._clock() >= self._until:
                await self._edit(panel(self._messages("articles-goes-on"), Colour.PROGRESS))
                self._editable = False
            elif self._latest is not shown:
                shown = self._latest
                await self._edit(progress_embed(shown, self._messages, dry_run=self._dry_run, rate=self.rate))

    async def _edit(self, embed: discord.Embed) -> bool:
        """Change the message; False where that did not work, for good or for this time."""
        try:
            await show(self._interaction, embed)
        except (discord.HTTPException, OSError) as error:
            if isinstance(error, discord.HTTPException) and error.code in GONE:
                self._editable = False  # dismissed by its reader, or too old
            else:
                log.warning("The progress could not be shown: %s", error)
            return False
        return True
