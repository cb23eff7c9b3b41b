"""Gives every command and option the description that the messages hold for it.

The ids are `discord-` and the command's name, its parts joined by hyphens, then the option's name:
`discord-sources-list-search`. A translator can look up the same ids in another language.
"""

from typing import Any

from discord import app_commands

from bot.messages import Messages

AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.Group


def message_id(command: AnyCommand, option: str = "") -> str:
    """The id of a command's or an option's description."""
    return "-".join(part for part in ("discord", *command.qualified_name.split(), option) if part)


def describe_commands(tree: app_commands.CommandTree[Any], messages: Messages) -> None:
    """Set all descriptions. Raises KeyError where one is missing."""
    for command in tree.walk_commands():
        command.description = messages(message_id(command))
        if isinstance(command, app_commands.Command):
            options = {
                option.name: messages(message_id(command, option.name)) for option in command.parameters
            }
            app_commands.describe(**options)(command)
