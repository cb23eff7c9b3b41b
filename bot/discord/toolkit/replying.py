"""The last step to Discord: replies that reach only whom they should, and ping nobody."""

import asyncio
import gzip
import io
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp
import discord

from bot.discord.connection.in_flight import Farewell
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.services import NOBODY, BotBase

log = logging.getLogger(__name__)

NONCE_BYTES = 12  # as text at most 25 characters
# The connection to Discord was cut before an answer came. (discord.py tries again only after some of these.)
CUT = (OSError, aiohttp.ClientConnectionError, aiohttp.ClientPayloadError)
# Whatever may happen to something that is sent to Discord.
UNSENT = (discord.HTTPException, *CUT)
UNPACKED_BYTES = 8_000_000  # Discord takes files of 10 MB; what is text becomes some ten times smaller
T = TypeVar("T")

# Discord's codes for a place, a message or an interaction that it no longer knows: unknown channel, unknown
# server, unknown message, unknown webhook, unknown interaction, invalid webhook token.
GONE = frozenset({10003, 10004, 10008, 10015, 10062, 50027})

# Keys of `interaction.extras`: what has been promised to Discord so far.
PRIVATE = "private"
SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of text that goes with a reply. discord.py reads a File once; this gives a new one each time."""

    name: str
    text: str

    def file(self) -> discord.File:
        """The file as it is sent; packed where Discord would not take it as it is."""
        data = self.text.encode()
        if len(data) <= UNPACKED_BYTES:
            return discord.File(io.BytesIO(data), self.name)
        return discord.File(io.BytesIO(gzip.compress(data, mtime=0)), f"{self.name}.gz")


async def defer(interaction: discord.Interaction[BotBase], *, private: bool) -> None:
    """Tell Discord that a reply follows. The first await of every command; it settles who will see it."""
    interaction.extras[PRIVATE] = private
    await interaction.response.defer(ephemeral=private, thinking=True)


async def defer_turn(interaction: discord.Interaction[BotBase]) -> None:
    """Tell Discord that the message with the pressed button will change."""
    interaction.extras[SHOWN] = True
    await interaction.response.defer()


async def show(
    interaction: discord.Interaction[BotBase],
    embed: discord.Embed,
    view: discord.ui.View | None = None,
    attached: Attached | None = None,
    *,
    whole: bool = True,
) -> None:
    """Fill in the deferred reply, or change it again.

    whole: False for what is still growing: what goes wrong then takes its place.
    """
    await _twice(
        lambda: interaction.edit_original_response(
            embed=embed,
            view=view,
            attachments=[attached.file()] if attached else [],
            allowed_mentions=NOBODY,
        )
    )
    if whole:
        interaction.extras[SHOWN] = True


async def _twice(edit: Callable[[], Awaitable[T]]) -> T:
    """Make an edit, and once more if the connection is cut: what is done twice is done once."""
    try:
        return await edit()
    except CUT as error:
        log.info("The connection was cut in the middle of a reply (%s); once more.", type(error).__name__)
        return await edit()


async def show_privately(interaction: discord.Interaction[BotBase], embed: discord.Embed) -> None:
    """Show something to the person alone, whatever was deferred before.

    The first message after a public deferral is public whatever its flags say: so that one is
    deleted, and what follows can be private.
    """
    if not interaction.response.is_done():
        await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=NOBODY)
        return
    if not interaction.extras.get(SHOWN):
        if interaction.extras.get(PRIVATE):
            await show(interaction, embed)
            return
        await interaction.delete_original_response()
    await interaction.followup.send(embed=embed, ephemeral=True, allowed_mentions=NOBODY)


Sent = discord.Message
FirstPost = Callable[[discord.Embed, discord.ui.View | None], Awaitable[Sent]]


class ReplyTo:
    """A message that `first` sends, then changed whenever more is shown, or taken back."""

    def __init__(self, first: FirstPost) -> None:
        self._first = first
        self.sent: Sent | None = None
        self._withdrawn = False
        self._one_by_one = asyncio.Lock()

    async def show(self, embed: discord.Embed, view: discord.ui.View | None = None) -> None:
        """Send the reply, or change it. Who gives up waiting leaves a reply that is known all the same."""
        await asyncio.shield(asyncio.ensure_future(self._show(embed, view)))

    async def _show(self, embed: discord.Embed, view: discord.ui.View | None) -> None:
        async with self._one_by_one:
            if self._withdrawn:
                return
            if (sent := self.sent) is None:
                self.sent = await self._first(embed, view)
                return
            self.sent = await _twice(lambda: sent.edit(embed=embed, view=view, allowed_mentions=NOBODY))

    async def withdraw(self) -> None:
        """Delete what was sent, once what is on its way has arrived; nothing is sent afterwards."""
        self._withdrawn = True
        async with self._one_by_one:
            if self.sent is not None:
                await self.sent.delete()


async def reply_to(
    message: discord.Message, embed: discord.Embed, view: discord.ui.View | None = None
) -> discord.Message:
    """Reply to a message without pinging its author; it may have been deleted meanwhile."""
    return await post(
        message.channel,
        embed,
        view,
        reference=message.to_reference(fail_if_not_exists=False),
        mention_author=False,
    )


async def post(
    place: discord.abc.Messageable, embed: discord.Embed, view: discord.ui.View | None = None, **more: Any
) -> discord.Message:
    """Send a message of our own. Where the connection is cut it is sent once more: by the nonce Discord
    knows what it has already."""
    nonce = secrets.token_hex(NONCE_BYTES)
    if view is not None:
        more["view"] = view
    return await _twice(lambda: place.send(embed=embed, allowed_mentions=NOBODY, nonce=nonce, **more))


TOLD = "told"  # a key of `interaction.extras`: the work itself has said that it was stopped


def farewell_to(interaction: discord.Interaction[BotBase]) -> Farewell:
    """What tells the person of an interaction, privately."""

    async def farewell() -> None:
        if interaction.type is discord.InteractionType.autocomplete or interaction.extras.get(TOLD):
            return
        await refuse_while_stopping(interaction)

    return farewell


async def refuse_while_stopping(interaction: discord.Interaction[BotBase]) -> None:
    """Say that the bot is restarting."""
    await show_privately(interaction, panel(messages_for_user(interaction)("discord-stopping"), Colour.INFO))


def lacks_embeds(message: discord.Message) -> bool:
    """Whether that alone is missing where the message stands, as far as we know the bot's permissions."""
    if message.guild is None or isinstance(message.channel, discord.PartialMessageable):
        return False
    allowed = message.channel.permissions_for(message.guild.me)
    in_thread = isinstance(message.channel, discord.Thread)
    may_write = allowed.send_messages_in_threads if in_thread else allowed.send_messages
    return may_write and not allowed.embed_links


async def say_plainly(message: discord.Message, text: str) -> None:
    """Reply with words alone; what keeps them from being sent is logged, no more."""
    reference = message.to_reference(fail_if_not_exists=False)
    try:
        await message.channel.send(text, reference=reference, mention_author=False, allowed_mentions=NOBODY)
    except UNSENT as error:
        log.info("That embeds are not allowed could not be told: %s", error)


@asynccontextmanager
async def ticking(ticks: Coroutine[None, None, None], name: str) -> AsyncIterator[None]:
    """Run `ticks` beside what is within; afterwards it is cancelled, and has ended."""
    ticker = asyncio.create_task(ticks, name=name)
    try:
        yield
    finally:
        ticker.cancel()
        await asyncio.wait([ticker])
