"""Two buttons before something is taken away: do it, or leave it. For admins."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

import discord

from bot.discord.toolkit.admins import check_admin
from bot.discord.toolkit.buttons import Button, PersistentItem, view_of
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages

Action = Callable[[discord.Interaction[BotBase], str], Awaitable[None]]


class ConfirmButton(
    PersistentItem[Button], template=r"confirm:(?P<action>[a-z]{1,12}):(?P<choice>[yn]):(?P<key>(?s:.+))"
):
    """Does what `actions` has under its name with the key that it carries, or nothing."""

    actions: ClassVar[dict[str, Action]] = {}

    def __init__(self, action: str, choice: str, key: str, *, label: str = "…") -> None:
        style = discord.ButtonStyle.danger if choice == "y" else discord.ButtonStyle.secondary
        super().__init__(Button(label=label, custom_id=f"confirm:{action}:{choice}:{key}", style=style))
        self.action = action
        self.choice = choice
        self.key = key

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        check_admin(interaction)
        await defer_turn(interaction)
        if self.choice == "y":
            if self.action not in self.actions:  # of another version of the bot
                raise Refused(messages_for_user(interaction)("discord-no-previous-page"))
            await self.actions[self.action](interaction, self.key)
        else:
            await show(interaction, panel(messages_for_user(interaction)("confirm-left"), Colour.INFO))


def confirm_view(messages: Messages, action: str, key: str, *, label: str) -> discord.ui.View:
    """The two buttons; `label` says what the first one does."""
    left = messages("confirm-leave")
    return view_of(ConfirmButton(action, "y", key, label=label), ConfirmButton(action, "n", key, label=left))
