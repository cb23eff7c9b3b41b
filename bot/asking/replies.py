"""Used by the flow: where a reply goes. To an interaction, whose refusals are private, or to a message."""

from typing import Protocol

import discord

from bot.base import BotBase
from bot.views.replying import ReplyTo, show, show_privately


class Reply(Protocol):
    """Shows an answer, again and again while it grows, or says why there is none."""

    @property
    def refuses_in_private(self) -> bool: ...

    async def show(self, embed: discord.Embed, view: discord.ui.View | None = None) -> None: ...

    async def refuse(self, embed: discord.Embed) -> None: ...


class ToInteraction:
    """The reply to a command, a menu or a modal that was deferred."""

    refuses_in_private = True

    def __init__(self, interaction: discord.Interaction[BotBase]) -> None:
        self._interaction = interaction

    async def show(self, embed: discord.Embed, view: discord.ui.View | None = None) -> None:
        """Fill in the deferred reply, or change it."""
        await show(self._interaction, embed, view)

    async def refuse(self, embed: discord.Embed) -> None:
        """Tell the asker alone: a channel has no use for what was not found."""
        await show_privately(self._interaction, embed)


class ToMessage:
    """The reply to a mention or a direct message."""

    refuses_in_private = False

    def __init__(self, message: discord.Message) -> None:
        self._reply = ReplyTo(message)

    async def show(self, embed: discord.Embed, view: discord.ui.View | None = None) -> None:
        """Send the reply, or change it."""
        await self._reply.show(embed, view)

    async def refuse(self, embed: discord.Embed) -> None:
        """Say so where it was asked: a message cannot be answered in private."""
        await self._reply.show(embed)
