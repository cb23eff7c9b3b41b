"""Shows an admin's long work while it goes on: one private message, edited about once a second."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import discord

from bot.discord.articles.build_embeds import progress_embed
from bot.discord.toolkit.admins import check_admin
from bot.discord.toolkit.buttons import Button, PersistentItem, view_of
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import GONE, TOLD, UNSENT, Attached, defer_turn, show, ticking
from bot.discord.toolkit.services import NOBODY, BotBase
from bot.storage.kept_jobs import Job
from index.report import BuildProgress

log = logging.getLogger(__name__)


class CancelButton(PersistentItem[Button], template=r"job:cancel:(?P<job_id>[0-9a-f]+)"):
    """Ends the job with this id, whoever started it."""

    def __init__(self, job_id: str, *, label: str = "…") -> None:
        super().__init__(
            Button(label=label, custom_id=f"job:cancel:{job_id}", style=discord.ButtonStyle.danger)
        )
        self.job_id = job_id

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        bot = interaction.client
        if interaction.guild_id is not None:  # a direct message went to the admin who started it
            check_admin(interaction)
        if not bot.jobs.cancel(self.job_id, interaction.user.name):
            raise Refused(messages_for_user(interaction)("articles-cancel-too-late"))
        await defer_turn(interaction)


EDIT_S = 1.1  # Discord asks for at most about one edit a second
FAREWELL_S = 1.5


class ProgressMessage:
    """Edits the deferred reply within `shown`; `finish` shows the result wherever it still can.

    Discord lets a reply be edited for 15 minutes. Longer work goes on in an ordinary message: a direct
    one, because the reply was private, and where direct messages are not allowed one in the channel, which
    shows the progress and that it has ended, but not with what result: that is for admins.
    """

    def __init__(
        self,
        interaction: discord.Interaction[BotBase],
        job: Job,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._interaction = interaction
        self._messages = messages_for_user(interaction)
        self._job = job
        self._clock = clock
        self._until = clock() + interaction.client.patience.editable_s
        self._editable = True
        self._moved_to: discord.Message | None = None
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
        """Within this, the message is edited; where the bot stops meanwhile, its admin is told."""
        try:
            async with ticking(self._tick(), "progress"):
                yield
        except asyncio.CancelledError:
            self._interaction.extras[TOLD] = True
            stopped = panel(self._messages("articles-stopped"), Colour.ERROR)
            try:
                await asyncio.wait_for(self._edit(stopped), FAREWELL_S)
            except TimeoutError:
                log.info("There was no time to tell an admin that the work was stopped.")
            raise

    async def finish(self, embed: discord.Embed, attached: Attached | None = None) -> None:
        """Show the result: in the message, else as a direct message, else as a word in the channel."""
        in_public = self._moved_to is not None and self._moved_to.guild is not None
        if not in_public and self._editable and await self._edit(embed, attached=attached):
            return
        if not in_public and await self._send_directly(embed, attached):
            return
        mention = self._interaction.user.mention
        notice = panel(self._messages("articles-finished-elsewhere", mention=mention), Colour.INFO)
        if in_public and await self._edit(notice):
            return
        if await self._send_to_channel(notice) is None:
            log.warning("The result of an admin's work could not be shown anywhere.")

    async def _tick(self) -> None:
        """Edit when there is something new, as long as there is a message to edit."""
        shown: BuildProgress | None = None
        await self._edit(self._embed(), self._cancel_view())
        while self._editable:
            room_s = EDIT_S if self._moved_to else min(EDIT_S, max(0.0, self._until - self._clock()))
            await asyncio.sleep(room_s)
            if self._moved_to is None and self._clock() >= self._until:
                await self._move()
            elif self._latest is not shown:
                shown = self._latest
                await self._edit(self._embed(), self._cancel_view())

    def _embed(self) -> discord.Embed:
        return progress_embed(self._latest, self._messages, kind=self._job.kind, rate=self.rate)

    def _cancel_view(self) -> discord.ui.View:
        return view_of(CancelButton(self._job.id, label=self._messages("articles-cancel")))

    async def _move(self) -> None:
        """Go on in an ordinary message, which can be edited for as long as it takes."""
        sent = await self._send_directly(self._embed(), view=self._cancel_view())
        sent = sent or await self._send_to_channel(self._embed(), self._cancel_view())
        words = "articles-goes-on-there" if sent else "articles-goes-on"
        link = sent.jump_url if sent else ""
        await self._edit(panel(self._messages(words, link=link), Colour.PROGRESS))
        self._moved_to = sent
        self._editable = sent is not None

    async def _edit(
        self, embed: discord.Embed, view: discord.ui.View | None = None, attached: Attached | None = None
    ) -> bool:
        """Change the message; False where that did not work, for good or for this time."""
        try:
            if self._moved_to is not None:
                files = [attached.file()] if attached else []
                await self._moved_to.edit(embed=embed, view=view, attachments=files, allowed_mentions=NOBODY)
            else:
                await show(self._interaction, embed, view, attached)
        except UNSENT as error:
            if isinstance(error, discord.HTTPException) and error.code in GONE:
                self._editable = False  # dismissed by its reader, or too old
            else:
                log.warning("The progress could not be shown: %s", error)
            return False
        return True

    async def _send_directly(
        self, embed: discord.Embed, attached: Attached | None = None, view: discord.ui.View | None = None
    ) -> discord.Message | None:
        return await _sent(self._interaction.user, embed, attached, view)

    async def _send_to_channel(
        self, embed: discord.Embed, view: discord.ui.View | None = None
    ) -> discord.Message | None:
        channel = self._interaction.channel
        if not isinstance(channel, discord.abc.Messageable):
            return None
        return await _sent(channel, embed, None, view)


async def _sent(
    place: discord.abc.Messageable,
    embed: discord.Embed,
    attached: Attached | None,
    view: discord.ui.View | None,
) -> discord.Message | None:
    """Send a message of its own; None where that is not allowed or fails."""
    files = [attached.file()] if attached else []
    try:
        if view is None:
            return await place.send(embed=embed, files=files, allowed_mentions=NOBODY)
        return await place.send(embed=embed, files=files, view=view, allowed_mentions=NOBODY)
    except UNSENT as error:
        log.info("An ordinary message could not be sent: %s", error)
        return None
