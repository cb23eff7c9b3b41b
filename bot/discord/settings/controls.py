"""The menus and buttons of the panel. Each says in its custom_id what it is for, and hands over to
`handlers`, which the cog fills with those of bot/discord/settings/handling.py."""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Self

import discord

from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.buttons import Button, Pressed
from bot.discord.toolkit.discord_limits import shorten
from bot.discord.toolkit.services import BotBase

Handler = Callable[[discord.Interaction[BotBase], str, Sequence[str]], Awaitable[None]]
Control = discord.ui.Item[Any]
# What is done: (what for, the values that were chosen).
handlers: dict[str, Handler] = {}
MOST = 25
_FOR = r"(?P<what>[a-z_]{1,20}(?::[a-z0-9_]{1,40})?)"

ChannelMenu = discord.ui.ChannelSelect[discord.ui.View]
RoleMenu = discord.ui.RoleSelect[discord.ui.View]
StringMenu = discord.ui.Select[discord.ui.View]


class SettingsButton(
    Pressed,
    discord.ui.DynamicItem[Button],
    template=rf"settings:(?P<action>open|switch|reset|wipe|write|export|import|take):{_FOR}",
):
    """Does one of the panel's actions."""

    def __init__(
        self,
        action: str,
        what: str,
        *,
        label: str = "…",
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        disabled: bool = False,
    ) -> None:
        custom_id = f"settings:{action}:{what}"
        label = shorten(label, discord_limits.BUTTON_LABEL)
        super().__init__(Button(label=label, custom_id=custom_id, style=style, disabled=disabled))
        self.action = action
        self.what = what

    @classmethod
    async def from_custom_id(
        cls, _: "discord.Interaction[Any]", __: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Made anew at each press."""
        return cls(match["action"], match["what"])

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await handlers[self.action](interaction, self.what, ())


class ChannelsMenu(Pressed, discord.ui.DynamicItem[ChannelMenu], template=rf"settings:channels:{_FOR}"):
    """Chooses a field's channels."""

    def __init__(self, menu: ChannelMenu, what: str) -> None:
        super().__init__(menu)
        self.what = what

    @classmethod
    def of(
        cls,
        field: str,
        kinds: list[discord.ChannelType],
        chosen: Sequence[int],
        *,
        hint: str,
        most: int = MOST,
    ) -> Self:
        """The menu with what is chosen now."""
        defaults = [
            discord.SelectDefaultValue(id=one, type=discord.SelectDefaultValueType.channel) for one in chosen
        ]
        return cls(
            ChannelMenu(
                custom_id=f"settings:channels:{field}",
                channel_types=kinds,
                placeholder=shorten(hint, discord_limits.PLACEHOLDER),
                min_values=0,
                max_values=most,
                default_values=defaults[:most],
            ),
            field,
        )

    @classmethod
    async def from_custom_id(
        cls, _: "discord.Interaction[Any]", item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Made anew at each choice."""
        assert isinstance(item, discord.ui.ChannelSelect)
        return cls(item, match["what"])

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await handlers["channels"](interaction, self.what, _values(interaction))


class RolesMenu(Pressed, discord.ui.DynamicItem[RoleMenu], template=rf"settings:roles:{_FOR}"):
    """Chooses a field's roles."""

    def __init__(self, menu: RoleMenu, what: str) -> None:
        super().__init__(menu)
        self.what = what

    @classmethod
    def of(
        cls, field: str, chosen: Sequence[int], *, hint: str, most: int = MOST, disabled: bool = False
    ) -> Self:
        """The menu with what is chosen now."""
        defaults = [
            discord.SelectDefaultValue(id=one, type=discord.SelectDefaultValueType.role) for one in chosen
        ]
        return cls(
            RoleMenu(
                custom_id=f"settings:roles:{field}",
                placeholder=shorten(hint, discord_limits.PLACEHOLDER),
                min_values=0,
                max_values=most,
                default_values=defaults[:most],
                disabled=disabled,
            ),
            field,
        )

    @classmethod
    async def from_custom_id(
        cls, _: "discord.Interaction[Any]", item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Made anew at each choice."""
        assert isinstance(item, discord.ui.RoleSelect)
        return cls(item, match["what"])

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await handlers["roles"](interaction, self.what, _values(interaction))


class ChoiceMenu(Pressed, discord.ui.DynamicItem[StringMenu], template=rf"settings:choice:{_FOR}"):
    """Chooses among words: a topic, a style, a language, publishers."""

    def __init__(self, menu: StringMenu, what: str) -> None:
        super().__init__(menu)
        self.what = what

    @classmethod
    def of(
        cls,
        what: str,
        options: list[discord.SelectOption],
        *,
        hint: str,
        least: int = 1,
        most: int = 1,
    ) -> Self:
        """The menu with these options."""
        return cls(
            StringMenu(
                custom_id=f"settings:choice:{what}",
                options=options,
                placeholder=shorten(hint, discord_limits.PLACEHOLDER),
                min_values=least,
                max_values=most,
            ),
            what,
        )

    @classmethod
    async def from_custom_id(
        cls, _: "discord.Interaction[Any]", item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Made anew at each choice."""
        assert isinstance(item, discord.ui.Select)
        return cls(item, match["what"])

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await handlers["choice"](interaction, self.what, _values(interaction))


def _values(interaction: discord.Interaction[BotBase]) -> list[str]:
    """What was chosen, as Discord sent it."""
    data: dict[str, Any] = dict(interaction.data or {})
    values = data.get("values")
    return [str(value) for value in values] if isinstance(values, list) else []
