"""The menus and buttons of the panel. Each says in its custom_id what it is for, and hands over to
`handlers`, which the cog fills with those of bot/discord/settings/handling.py."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, ClassVar, TypeVar

import discord

from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.buttons import NEVER, Button, PersistentItem, chosen_values
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
MenuT = TypeVar("MenuT", bound=ChannelMenu | RoleMenu | StringMenu)


class SettingsButton(
    PersistentItem[Button],
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

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await handlers[self.action](interaction, self.what, ())


class SettingsMenu(PersistentItem[MenuT], template=NEVER):
    """A menu that hands over what was chosen. Made anew at a choice it is empty: what it offers stands in the
    message."""

    NAME: ClassVar[str]

    def __init_subclass__(cls, *, name: str) -> None:
        """The name stands in the ids of messages already sent."""
        super().__init_subclass__(template=f"settings:{name}:{_FOR}")
        cls.NAME = name

    def __init__(self, what: str, menu: MenuT, hint: str) -> None:
        menu.custom_id = f"settings:{self.NAME}:{what}"
        menu.placeholder = shorten(hint, discord_limits.PLACEHOLDER)
        super().__init__(menu)
        self.what = what

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await handlers[self.NAME](interaction, self.what, chosen_values(interaction))


class ChannelsMenu(SettingsMenu[ChannelMenu], name="channels"):
    """Chooses a field's channels; `chosen` are so now."""

    def __init__(
        self,
        what: str,
        kinds: Sequence[discord.ChannelType] = (),
        chosen: Sequence[int] = (),
        *,
        hint: str = "…",
        most: int = MOST,
    ) -> None:
        kind = discord.SelectDefaultValueType.channel
        defaults = [discord.SelectDefaultValue(id=one, type=kind) for one in chosen[:most]]
        menu = ChannelMenu(channel_types=list(kinds), min_values=0, max_values=most, default_values=defaults)
        super().__init__(what, menu, hint)


class RolesMenu(SettingsMenu[RoleMenu], name="roles"):
    """Chooses a field's roles; `chosen` are so now."""

    def __init__(
        self,
        what: str,
        chosen: Sequence[int] = (),
        *,
        hint: str = "…",
        most: int = MOST,
        disabled: bool = False,
    ) -> None:
        kind = discord.SelectDefaultValueType.role
        defaults = [discord.SelectDefaultValue(id=one, type=kind) for one in chosen[:most]]
        menu = RoleMenu(min_values=0, max_values=most, default_values=defaults, disabled=disabled)
        super().__init__(what, menu, hint)


class ChoiceMenu(SettingsMenu[StringMenu], name="choice"):
    """Chooses among words: a topic, a style, a language, publishers."""

    def __init__(
        self,
        what: str,
        options: Sequence[discord.SelectOption] = (),
        *,
        hint: str = "…",
        least: int = 1,
        most: int = 1,
    ) -> None:
        super().__init__(what, StringMenu(options=list(options), min_values=least, max_values=most), hint)
