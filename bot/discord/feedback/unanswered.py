"""A menu under the questions that were not answered: which of them the articles rightly do not answer.

Such questions are not shown again, and go out as test questions without an answer.
"""

import asyncio
from collections.abc import Sequence

import discord

from bot.discord.feedback.embeds import GROUPS_SHOWN, unanswered_embed, unanswered_file
from bot.discord.feedback.grouping import Group, group
from bot.discord.toolkit.admins import check_server_admin
from bot.discord.toolkit.buttons import PersistentItem, chosen_values, view_of
from bot.discord.toolkit.discord_limits import shorten
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import plain
from bot.discord.toolkit.replying import Attached, defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages

LABEL_ROOM = 100
Menu = discord.ui.Select[discord.ui.View]


class MissingMenu(PersistentItem[Menu], template="feedback-missing"):
    """Marks the groups that are chosen; each stands in the menu by the id of its newest question."""

    def __init__(self, options: Sequence[discord.SelectOption] = (), placeholder: str = "…") -> None:
        options = list(options)
        super().__init__(
            discord.ui.Select(
                custom_id="feedback-missing",
                placeholder=placeholder,
                options=options,
                min_values=1,
                max_values=max(len(options), 1),
            )
        )

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        check_server_admin(interaction)
        chosen = {int(value) for value in chosen_values(interaction) if value.isdecimal()}
        await defer_turn(interaction)
        state, guild_id = interaction.client.state, interaction.guild_id or 0
        groups = await open_groups(interaction.client, guild_id)
        ids = [one.id for found in groups if found.newest.id in chosen for one in found.questions]
        await state.questions.mark_missing(guild_id, ids)
        await show_unanswered(interaction, marked=len(chosen))


async def show_unanswered(interaction: discord.Interaction[BotBase], *, marked: int = 0) -> None:
    """Fill in what this server's questions were that nobody answered yet."""
    bot, messages = interaction.client, messages_for_user(interaction)
    guild_id = interaction.guild_id or 0
    groups = await open_groups(bot, guild_id)
    logged = bot.servers.of(guild_id).log_questions
    embed = unanswered_embed(groups, messages, logged=logged, marked=marked)
    attached = Attached("unanswered.tsv", unanswered_file(groups)) if len(groups) > GROUPS_SHOWN else None
    await show(interaction, embed, _menu(groups, messages) if groups else None, attached)


async def open_groups(bot: BotBase, guild_id: int) -> list[Group]:
    """Questions of this server without an answer that no admin has marked."""
    refused = await bot.state.questions.refused(guild_id)
    # A thousand long questions take a second or two.
    return await asyncio.to_thread(group, [one for one in refused if not one.missing])


def _menu(groups: Sequence[Group], messages: Messages) -> discord.ui.View:
    options = [
        discord.SelectOption(
            label=shorten(f"{number}. {plain(one.newest.text)}", LABEL_ROOM), value=str(one.newest.id)
        )
        for number, one in enumerate(groups[:GROUPS_SHOWN], start=1)
    ]
    return view_of(MissingMenu(options, messages("feedback-missing-menu")))
