"""What holds for all commands and buttons together."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, cast

import discord
import pytest
from discord import app_commands

from bot.discord.articles.progress import CancelButton
from bot.discord.client import FootnoteBot
from bot.discord.feedback.unanswered import MissingMenu
from bot.discord.privacy.forget import ForgetButton
from bot.discord.questions.answer_buttons import DeleteButton, ShareButton
from bot.discord.questions.feedback_buttons import FeedbackButton, KeepQuestionButton
from bot.discord.questions.follow_up_button import FollowUpButton
from bot.discord.questions.passages import PassagePageButton, PassagesButton
from bot.discord.settings.controls import ChannelsMenu, ChoiceMenu, RolesMenu, SettingsButton
from bot.discord.sources.article_list import SEARCH_ROOM, SourcesPageButton
from bot.discord.sources.article_pages import ArticlePageButton
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.buttons import ID_ROOM
from bot.discord.toolkit.command_names import message_id
from bot.discord.toolkit.confirm_buttons import ConfirmButton
from bot.settings import BotSettings
from bot.storage.database import FILE_NAME
from bot.storage.state import State
from tests.bot.discord.stand_ins import Answering, Building, Index

COMMAND_NAME, COMMAND_TOTAL = 32, 8000
LARGEST_ID = 2**64 - 1


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[FootnoteBot]:
    state = State(tmp_path / FILE_NAME)
    bot = FootnoteBot(
        BotSettings(data_dir=tmp_path),
        answers=Answering(),
        searcher=Index(),
        builder=Building(),
        state=state,
    )
    async with bot:
        await bot.add_parts()
        yield bot
    await state.close()


def every(bot: FootnoteBot) -> Iterator[app_commands.Command[Any, ..., Any] | app_commands.Group]:
    yield from bot.tree.walk_commands()


async def test_every_name_and_description_fits_and_is_there(bot: FootnoteBot) -> None:
    for command in every(bot):
        assert len(command.name) <= COMMAND_NAME
        assert command.description == bot.messages(message_id(command))
        assert 1 < len(command.description) <= 100
        if isinstance(command, app_commands.Command):
            for option in command.parameters:
                text = bot.messages(message_id(command, option.name))
                assert 1 < len(text) <= 100
                assert str(option.description) == text


async def test_no_command_is_larger_than_discord_takes(bot: FootnoteBot) -> None:
    for command in bot.tree.get_commands():
        payload = command.to_dict(bot.tree)
        assert sum(len(text) for text in texts(payload)) <= COMMAND_TOTAL


async def test_every_option_that_names_a_thing_suggests(bot: FootnoteBot) -> None:
    for command in every(bot):
        if isinstance(command, app_commands.Command):
            for option in command.parameters:
                if option.name in ("publisher", "article", "feed"):
                    assert option.autocomplete, f"/{command.qualified_name} {option.name}"


async def test_where_commands_can_be_used_is_said_of_each(bot: FootnoteBot) -> None:
    for command in bot.tree.get_commands():
        payload = command.to_dict(bot.tree)
        admin = command.name in ("articles", "feedback", "feeds", "settings")
        assert payload["contexts"] == ([0] if admin else [0, 1, 2]), command.name
        assert payload["integration_types"] == ([0] if admin else [0, 1]), command.name
        expected = discord.Permissions(manage_guild=True).value if admin else None
        assert payload["default_member_permissions"] == expected, command.name


async def test_the_bot_asks_for_no_privileged_intent_and_can_ping_nobody(bot: FootnoteBot) -> None:
    intents = bot.intents
    assert not any((intents.members, intents.presences, intents.message_content))
    assert bot.allowed_mentions is not None
    allowed: dict[str, object] = dict(bot.allowed_mentions.to_dict())
    assert allowed == {"parse": []}


LONGEST: list[discord.ui.DynamicItem[Any]] = [
    PassagesButton("a" * 64),
    PassagePageButton("n", 999_999, "a" * 64),
    SourcesPageButton("n", 999_999, f"{LARGEST_ID}:" + "s" * SEARCH_ROOM),
    ArticlePageButton("n", 999_999, "a" * ID_ROOM),
    FeedbackButton("n", "a" * 64),
    KeepQuestionButton("a" * 64),
    FollowUpButton("a" * 64),
    ShareButton("a" * 64),
    DeleteButton("a" * 64),
    CancelButton("a" * 32),
    ConfirmButton("remove", "y", "a" * ID_ROOM),
    ForgetButton("y"),
    MissingMenu(),
    SettingsButton("switch", f"{'a' * 20}:{'b' * 40}"),
    ChannelsMenu("a" * 20),
    RolesMenu("a" * 20),
    ChoiceMenu("a" * 20),
]


def test_every_buttons_id_fits_with_all_its_parts_at_their_longest() -> None:
    for item in LONGEST:
        assert discord_limits.size(item.custom_id) <= discord_limits.CUSTOM_ID


async def test_every_button_is_made_anew_from_its_id(bot: FootnoteBot) -> None:
    assert {type(item) for item in LONGEST} == set(bot._connection._view_store._dynamic_items.values())
    for item in LONGEST:
        match = item.template.fullmatch(item.custom_id)
        assert match
        press = cast("discord.Interaction[Any]", None)  # nothing of it is looked at
        assert (await item.from_custom_id(press, item.item, match)).custom_id == item.custom_id


def texts(payload: object) -> Iterator[str]:
    """All names, descriptions and values in a command's payload."""
    if isinstance(payload, dict):
        for key, value in payload.items():
            if key in ("name", "description", "value") and isinstance(value, str):
                yield value
            else:
                yield from texts(value)
    elif isinstance(payload, list):
        for part in payload:
            yield from texts(part)
