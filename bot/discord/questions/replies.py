"""Used by the flow: where a reply goes. To an interaction, whose refusals are private, or to a message."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Final, Protocol

import discord

from bot.answer import Answer
from bot.answering.question.clean import clean
from bot.discord.questions.answer_embed import growing_embed
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.replying import (
    UNSENT,
    FirstPost,
    ReplyTo,
    post,
    reply_to,
    show,
    show_privately,
    ticking,
)
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages

log = logging.getLogger(__name__)

ARCHIVE_MINUTES: Final = 1440  # a thread in which nobody writes leaves the list after a day


class Reply(Protocol):
    """Shows an answer, again and again while it grows, or says why there is none."""

    @property
    def refuses_in_private(self) -> bool: ...

    @property
    def is_silent(self) -> bool:
        """Whether nobody would read a refusal."""
        ...

    @property
    def thread_id(self) -> int | None:
        """The thread that was opened for the answer."""
        ...

    async def show_growing(self, embed: discord.Embed) -> None:
        """Show what stands of an answer so far; nothing of it stays where the answer fails."""
        ...

    async def show(self, embed: discord.Embed, view: discord.ui.View | None = None) -> None: ...

    async def refuse(self, embed: discord.Embed) -> None: ...


class ToInteraction:
    """The reply to a command, a menu or a modal that was deferred.

    `by` says above it who asked, where Discord does not: for a command it does, for a modal it does not.
    """

    refuses_in_private = True
    is_silent = False
    thread_id = None

    def __init__(self, interaction: discord.Interaction[BotBase], by: str = "") -> None:
        self._interaction = interaction
        self._by = by

    async def show_growing(self, embed: discord.Embed) -> None:
        """Fill in the deferred reply with what stands."""
        await show(self._interaction, embed, whole=False)

    async def show(self, embed: discord.Embed, view: discord.ui.View | None = None) -> None:
        """Fill in the deferred reply, or change it."""
        if self._by:
            embed.set_author(name=discord_limits.shorten(self._by, discord_limits.AUTHOR))
        await show(self._interaction, embed, view)

    async def refuse(self, embed: discord.Embed) -> None:
        """Tell the asker alone: a channel has no use for what was not found."""
        await show_privately(self._interaction, embed)


class Posted:
    """A message of our own, which can be taken back; `first` sends it.

    Made when the question comes in: how long it then waits for our first word is told to the bot's monitor.
    """

    refuses_in_private = False

    def __init__(self, bot: BotBase, first: FirstPost, *, unasked: bool = False) -> None:
        came_in = time.monotonic()

        async def send(embed: discord.Embed, view: discord.ui.View | None) -> discord.Message:
            sent = await first(embed, view)
            bot.monitor.note_first_word(time.monotonic() - came_in)
            return sent

        self.posted = ReplyTo(send)
        self._unasked = unasked
        self.thread_id: int | None = None

    @property
    def sent(self) -> discord.Message | None:
        """What was sent, if anything was."""
        return self.posted.sent

    async def show_growing(self, embed: discord.Embed) -> None:
        """Send what stands."""
        await self.posted.show(embed)

    async def show(self, embed: discord.Embed, view: discord.ui.View | None = None) -> None:
        """Send the reply, or change it."""
        await self.posted.show(embed, view)

    @property
    def is_silent(self) -> bool:
        """Whether nobody would read a refusal: nobody asked, and nothing stands there yet."""
        return self._unasked and self.sent is None

    async def refuse(self, embed: discord.Embed) -> None:
        """Say so where it was asked, if it was."""
        if not self.is_silent:
            await self.posted.show(embed)

    async def withdraw(self) -> None:
        """Take it back."""
        await self.posted.withdraw()


class ToMessage(Posted):
    """The reply to a message; with `in_thread` an answer opens a thread of its own.

    `unasked` keeps silent about what was not found: nobody had asked the bot.
    """

    def __init__(
        self, bot: BotBase, message: discord.Message, *, in_thread: bool = False, unasked: bool = False
    ) -> None:
        super().__init__(bot, self._post, unasked=unasked)
        self._message = message
        self._in_thread = in_thread and may_open_thread(message)

    async def refuse(self, embed: discord.Embed) -> None:
        """Say so in the channel: it is no matter for a thread, and a message has no private answer."""
        self._in_thread = False
        await super().refuse(embed)

    async def _post(self, embed: discord.Embed, view: discord.ui.View | None) -> discord.Message:
        if not self._in_thread:
            return await reply_to(self._message, embed, view)
        try:
            name = thread_name(self._message)
            thread = await self._message.create_thread(name=name, auto_archive_duration=ARCHIVE_MINUTES)
        except discord.HTTPException as error:
            log.info("No thread could be opened (code %d), so a reply stands in the channel.", error.code)
            return await reply_to(self._message, embed, view)
        self.thread_id = thread.id
        return await post(thread, embed, view)


class ToPost(Posted):
    """The reply to a forum's post, which nobody had asked the bot for: silent about what was not found."""

    def __init__(self, bot: BotBase, thread: discord.Thread) -> None:
        super().__init__(bot, lambda embed, view: post(thread, embed, view), unasked=True)


def may_open_thread(message: discord.Message) -> bool:
    """Whether a thread can start from this message, as far as we know the bot's permissions."""
    if not isinstance(message.channel, discord.TextChannel) or message.guild is None:
        return False
    allowed = message.channel.permissions_for(message.guild.me)
    return allowed.create_public_threads and allowed.send_messages_in_threads


def thread_name(message: discord.Message) -> str:
    """The question as a thread's name: names show no markdown, so its own words are enough."""
    return discord_limits.shorten(clean(message.content), discord_limits.THREAD_NAME) or "…"


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
