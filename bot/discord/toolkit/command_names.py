"""Gives every command and option the words that the messages hold for it, in every language.

The ids are `discord-` and the command's name, its parts joined by hyphens, then the option's name:
`discord-sources-list-search`. The message is the description; its attribute `.name` is what the command or
option is called in that language. English names are those in the code.
"""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Place

from bot.messages import DEFAULT_LOCALE, Messages, messages_for, nearest_locale

AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu
NAMES = (Place.command_name, Place.group_name, Place.parameter_name)
DESCRIPTIONS = (Place.command_description, Place.group_description, Place.parameter_description)


def message_id(command: AnyCommand, option: str = "") -> str:
    """The id of a command's or an option's words. A menu's name is words itself: its spaces are hyphens."""
    return "-".join(part for part in ("discord", *command.qualified_name.lower().split(), option) if part)


def describe_commands(tree: app_commands.CommandTree[Any], messages: Messages) -> None:
    """Set all descriptions. Raises KeyError where one is missing."""
    for command in tree.walk_commands():
        command.description = messages(message_id(command))
        if isinstance(command, app_commands.Command):
            options = {
                option.name: app_commands.locale_str(messages(message_id(command, option.name)))
                for option in command.parameters
            }
            app_commands.describe(**options)(command)


class CommandWords(app_commands.Translator):
    """What Discord shows of our commands in the other languages; asked once for each as they are registered.

    A choice is found by the `message` in its `locale_str`: `locale_str("Short", message="settings-short")`.
    """

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: Any
    ) -> str | None:
        """The words in this language, None where there are none: Discord then shows the English ones."""
        ours = nearest_locale(locale.value)
        if ours is None or ours == DEFAULT_LOCALE:
            return None
        messages = messages_for(ours)
        if context.location is Place.choice_name:
            wanted = string.extras.get("message")
            return messages(wanted) if wanted else None
        if isinstance(context.data, app_commands.Parameter):
            words = message_id(context.data.command, context.data.name)
        else:
            words = message_id(context.data)
        if context.location in NAMES:
            return messages.name(words)
        if context.location in DESCRIPTIONS and messages.has(words):
            return messages(words)
        return None
