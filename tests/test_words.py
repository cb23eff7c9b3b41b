"""Invariants of the whole: every message that code asks for exists, and none lies about unused."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax import parse

from bot.messages import DEFAULT_LOCALE, LOCALES, files_of
from tests.command_lines import ROOT
from tests.messages.check import every_fault
from tests.messages.lengths import limit_of
from tests.test_project import sources, tree

MESSAGE_ID = re.compile(r"[a-z]+(-[a-z0-9]+)+")
ASKING = ("messages", "_messages", "say", "messages_for_user")  # calls whose first argument is a message's id


def defined() -> set[str]:
    return {
        entry.id.name
        for path in files_of(DEFAULT_LOCALE)
        for entry in parse(path.read_text(encoding="utf-8")).body
        if isinstance(entry, fluent.Message)
    }


def constants() -> set[str]:
    """Every string in the bot's code."""
    return {
        node.value
        for path in sources("bot")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def is_of_a_command(message_id: str) -> bool:
    """Descriptions of commands and options are found by their names, as bot/discord/toolkit/command_names.py
    joins them."""
    start, *parts = message_id.split("-")
    names = re.findall(r"\w+", " ".join(path.read_text(encoding="utf-8") for path in sources("bot/discord")))
    return start == "discord" and set(parts) <= set(names)


def asked() -> set[str]:
    """Ids that stand in a call which asks for a message."""
    found = set()
    for path in sources("bot"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            value = node.args[0].value
            if called in ASKING and isinstance(value, str) and MESSAGE_ID.fullmatch(value):
                found.add(value)
    return found


def test_every_message_that_is_asked_for_exists() -> None:
    assert len(asked()) > 50  # else the search above finds nothing any more
    assert sorted(asked() - defined()) == []


def test_every_message_that_exists_is_used() -> None:
    unused = defined() - constants()
    assert sorted(name for name in unused if not is_of_a_command(name)) == []


faults = cache(every_fault)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_says_all_that_the_english_files_say(locale: str) -> None:
    assert faults()[locale] == []


PHRASES = [path for path in sources("index", "bot") if path.name == "phrases.py"]


@pytest.mark.parametrize("path", PHRASES, ids=lambda path: path.parent.name)
def test_every_phrase_that_operators_read_is_used(path: Path) -> None:
    names = {
        target.id
        for node in tree(path).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    used = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for source in sources(path.relative_to(ROOT).parts[0])
        if source == path or source.name != path.name
        for node in ast.walk(tree(source))
        if isinstance(node, ast.Attribute) or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    }
    assert names
    assert sorted(names - used) == []


# What Discord takes at most where a message is given to it directly, by the keyword.
MOST = {"label": 100, "placeholder": 150, "text": 45}
MODAL_TITLE, BUTTON_LABEL, INPUT_PLACEHOLDER = 45, 80, 100


def given_to_discord() -> list[tuple[str, int]]:
    """Messages that stand as they are in a button, a form or a menu, with the most that it takes."""
    found = []
    for path in sources("bot/discord"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            for keyword in node.keywords:
                id_ = _asked_directly(keyword.value)
                if id_ is None:
                    continue
                if keyword.arg == "label" and "Option" not in called:
                    found.append((id_, BUTTON_LABEL))
                elif keyword.arg == "title" and called == "super().__init__":
                    found.append((id_, MODAL_TITLE))
                elif keyword.arg in MOST and ("ui." in called or "Option" in called):
                    short = keyword.arg == "placeholder" and "TextInput" in called
                    found.append((id_, INPUT_PLACEHOLDER if short else MOST[keyword.arg]))
    return found


def _asked_directly(node: ast.expr) -> str | None:
    """The id in `messages("some-id", …)`; None for anything else, such as what is shortened to fit."""
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        value = node.args[0].value
        if called in ASKING and isinstance(value, str):
            return value
    return None


def test_the_check_of_the_languages_knows_how_long_each_message_may_be_on_discord() -> None:
    given = given_to_discord()
    assert len(given) > 10
    assert [id_ for id_, most in given if limit_of(id_) > most] == []


def test_lists_on_discord_are_its_own_and_so_hang_under_their_bullets() -> None:
    """A line that begins with "- "; of a typed bullet a wrapped line looks like a new entry."""
    files = [path for locale in LOCALES for path in files_of(locale)]
    assert [str(path) for path in files if "•" in path.read_text(encoding="utf-8")] == []
