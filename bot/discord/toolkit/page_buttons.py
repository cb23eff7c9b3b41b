"""Under whatever has pages: the two buttons that turn them, which work after a restart too."""

from typing import ClassVar

import discord

from bot.discord.toolkit.buttons import NEVER, Button, PersistentItem, view_of
from bot.messages import Messages


class PageButton(PersistentItem[Button], template=NEVER):
    """Goes to the page with this number, from 0, of what `of` stands for. Each kind has its name."""

    NAME: ClassVar[str]

    def __init_subclass__(cls, *, name: str, of: str) -> None:
        """`of` is the pattern of what has the pages; both stand in the ids of messages already sent."""
        super().__init_subclass__(template=rf"{name}:(?P<way>[pn]):(?P<page>\d{{1,6}}):(?P<of>{of})")
        cls.NAME = name

    def __init__(
        self, way: str, page: int | str, of: str, *, label: str = "…", disabled: bool = False
    ) -> None:
        custom_id = f"{self.NAME}:{way}:{page}:{of}"
        super().__init__(Button(label=label, custom_id=custom_id, disabled=disabled))
        self.page = int(page)  # text where it was read out of a custom_id
        self.of = of

    @classmethod
    def both(cls, of: str, page: int, pages: int, messages: Messages) -> discord.ui.View | None:
        """To the page before this one and to the one behind it; nothing where there is but one page."""
        if pages <= 1:
            return None
        first, last = page == 0, page == pages - 1
        return view_of(
            cls("p", max(page - 1, 0), of, label=messages("discord-previous"), disabled=first),
            cls("n", min(page + 1, pages - 1), of, label=messages("discord-next"), disabled=last),
        )
