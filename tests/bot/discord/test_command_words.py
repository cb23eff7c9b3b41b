"""Names and descriptions of commands in the languages of the people who see them."""

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.discord.client import FootnoteBot
from bot.discord.toolkit.command_names import CommandWords
from bot.messages import LOCALES
from bot.settings import BotSettings
from bot.storage.database import FILE_NAME
from bot.storage.state import State
from tests.bot.discord.conftest import Scene
from tests.bot.discord.stand_ins import Answering, Building, Index
from tests.discord_server.rules.commands import check_commands
from tests.messages.catalogue import catalogue_of

# Discord's locales for each of ours that has words of its own.
DISCORDS = {"de": ("de",), "es-ES": ("es-ES", "es-419"), "fr": ("fr",), "pt-BR": ("pt-BR",), "uk": ("uk",)}
EXPECTED = {one for locale, theirs in DISCORDS.items() for one in theirs}
MENU = 3


@pytest.fixture
async def commands(tmp_path: Path) -> AsyncIterator[list[dict[str, Any]]]:
    """What is sent to Discord to register the commands."""
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
        words = CommandWords()
        yield [await one.get_translated_payload(bot.tree, words) for one in bot.tree.get_commands()]
    await state.close()


def everything(things: list[dict[str, Any]], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each command, subcommand, option and choice, with its way there."""
    for one in things:
        here = f"{path} {one['name']}".strip()
        yield here, one
        yield from everything([*one.get("options", ()), *one.get("choices", ())], here)


async def test_everything_that_has_a_name_has_it_in_every_language(commands: list[dict[str, Any]]) -> None:
    for path, one in everything(commands):
        assert set(one.get("name_localizations") or {}) == EXPECTED, path
        if "value" not in one and one.get("type") != MENU:
            assert set(one.get("description_localizations") or {}) == EXPECTED, path


async def test_no_two_beside_each_other_have_the_same_name(commands: list[dict[str, Any]]) -> None:
    def check(siblings: list[dict[str, Any]]) -> None:
        for locale in EXPECTED:
            names = [(one["name_localizations"][locale], "value" in one) for one in siblings]
            assert len(names) == len(set(names)), (locale, names)
        for one in siblings:
            check(one.get("options") or [])

    menus = [one for one in commands if one.get("type") == MENU]
    check(menus)
    check([one for one in commands if one not in menus])


async def test_discord_takes_them_all(commands: list[dict[str, Any]]) -> None:
    """Lengths, characters, and 8,000 in all for each command, of which the longest translation counts."""
    assert check_commands(commands) == []


async def test_spanish_is_the_same_in_spain_and_latin_america(commands: list[dict[str, Any]]) -> None:
    for path, one in everything(commands):
        names = one.get("name_localizations") or {}
        assert names.get("es-ES") == names.get("es-419"), path


async def test_every_command_that_a_text_names_is_there_under_that_name(
    commands: list[dict[str, Any]],
) -> None:
    """In each language, in the words of which a reader would have to find it."""
    for locale in ("en", *(one for one in DISCORDS)):
        shown = set(_as_shown(commands, locale))
        catalogue = catalogue_of(locale)
        texts = [
            catalogue.messages(entry.id, **dict.fromkeys(entry.variables, 1))
            for entry in catalogue.entries.values()
            if "/" in entry.text and entry.id not in catalogue.names
        ]
        named = set(re.findall(r"`(/[^\W\d][-\w]*(?: [-\w]+)?)`", "\n".join(texts)))
        assert len(named) > 5
        assert sorted(named - shown) == []


def _as_shown(commands: list[dict[str, Any]], locale: str) -> Iterator[str]:
    def name(one: dict[str, Any]) -> str:
        return str(one["name_localizations"][locale] if locale != "en" else one["name"])

    for command in commands:
        yield f"/{name(command)}"
        for option in command.get("options") or []:
            yield f"/{name(command)} {name(option)}"


async def test_the_bot_registers_them_in_all_languages(scene: Scene) -> None:
    registered = scene.server.commands.all_of(None)
    ask = next(one for one in registered if one["name"] == "ask")
    assert set(ask["name_localizations"]) == EXPECTED
    assert ask["name_localizations"]["de"] == "fragen"
    assert ask["options"][0]["description_localizations"]["de"] == "Was möchtest du wissen?"
    assert len(list(everything(registered))) >= 40


def test_every_language_of_ours_has_a_locale_of_discords() -> None:
    assert set(DISCORDS) == set(LOCALES) - {"en"}
