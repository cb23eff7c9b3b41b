"""The limits of the commands that a bot registers."""

import re
from collections.abc import Iterator
from typing import Any

from tests.discord_server.rules.fault import Fault, Path, length_faults, out_of_range, too_long, wrong_choice
from tests.discord_server.rules.modal import check_choices

CHAT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, NUMBER = 1, 2, 3, 4, 10
OPTION_TYPES = tuple(range(1, 12))
COUNT = {CHAT: 100, USER: 15, MESSAGE: 15}
NAME_LIMIT = 32
DESCRIPTION_LIMIT = 100
OPTION_COUNT = 25
TOTAL_LIMIT = 8000
STRING_LIMIT = 6000
# Letters and digits of any script, - _ and ', without upper case where a script has it.
NAME = re.compile(r"[-_'\w]{1,32}")

Command = dict[str, Any]


def check_commands(commands: list[Command]) -> list[Fault]:
    """All faults of a list of commands that would replace the registered ones."""
    faults: list[Fault] = []
    seen: set[tuple[int, str]] = set()
    for index, command in enumerate(commands):
        faults += check_command(command, (index,))
        key = (command.get("type") or CHAT, str(command.get("name")))
        if key in seen:
            text = "Application command names must be unique"
            faults.append(Fault((index, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", text))
        seen.add(key)
    for kind in COUNT:
        faults += check_translated_names([one for one in commands if (one.get("type") or CHAT) == kind], ())
    for kind, most in COUNT.items():
        if sum(1 for one in commands if (one.get("type") or CHAT) == kind) > most:
            faults.append(
                Fault((), "APPLICATION_COMMAND_MAX", f"Maximum number of commands reached ({most})")
            )
    return faults


def check_command(command: Command, path: Path = ()) -> list[Fault]:
    """One command that stands at `path`."""
    kind = command.get("type") or CHAT
    if kind not in COUNT:
        return [wrong_choice((*path, "type"), str(tuple(COUNT)))]
    if kind != CHAT:
        faults = length_faults(command.get("name"), (*path, "name"), 1, NAME_LIMIT)
        for name in ("description", "options"):
            if command.get(name):
                faults.append(
                    Fault((*path, name), "APPLICATION_COMMAND_CONTEXT_MENU", f"A menu has no {name}")
                )
        return faults
    faults = check_words(command, path) + check_options(command.get("options") or [], (*path, "options"), 0)
    if sum(map(len, counted_words(command))) > TOTAL_LIMIT:
        text = f"Command exceeds maximum size ({TOTAL_LIMIT})"
        faults.append(Fault(path, "APPLICATION_COMMAND_TOO_LARGE", text))
    return faults


def check_words(thing: Command, path: Path) -> list[Fault]:
    """Name and description of a command or option, and their translations."""
    faults = [
        *check_name(thing.get("name"), (*path, "name")),
        *length_faults(thing.get("description"), (*path, "description"), 1, DESCRIPTION_LIMIT),
    ]
    for locale, name in (thing.get("name_localizations") or {}).items():
        faults += check_name(name, (*path, "name_localizations", locale))
    for locale, text in (thing.get("description_localizations") or {}).items():
        faults += length_faults(text, (*path, "description_localizations", locale), 1, DESCRIPTION_LIMIT)
    return faults


def check_name(name: object, path: Path) -> list[Fault]:
    faults = length_faults(name, path, 1, NAME_LIMIT)
    if not faults and isinstance(name, str) and (not NAME.fullmatch(name) or name != name.lower()):
        text = "Command name is invalid"
        faults.append(Fault(path, "APPLICATION_COMMAND_INVALID_NAME", text))
    return faults


def check_translated_names(siblings: list[Command], path: Path) -> list[Fault]:
    """In each language every name is there once, those included that are not translated."""
    locales = {locale for one in siblings for locale in one.get("name_localizations") or {}}
    faults = []
    for locale in sorted(locales):
        names = [(one.get("name_localizations") or {}).get(locale, one.get("name")) for one in siblings]
        if len(set(names)) < len(names):
            text = f"Localized names must be unique ({locale})"
            faults.append(Fault(path, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", text))
    return faults


def check_options(options: list[Command], path: Path, parent: int) -> list[Fault]:
    """Options of a command (`parent` 0), a subcommand or a group of them (their types)."""
    faults = [too_long(path, OPTION_COUNT)] if len(options) > OPTION_COUNT else []
    nested = [one for one in options if one.get("type") in (SUBCOMMAND, GROUP)]
    if nested and len(nested) != len(options):
        text = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        faults.append(Fault(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text))
    if len({one.get("name") for one in options}) < len(options):
        faults.append(Fault(path, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique"))
    faults += check_translated_names(options, path)
    optional_seen = False
    for index, option in enumerate(options):
        here: Path = (*path, index)
        faults += check_option(option, here, parent)
        if option.get("required") and optional_seen:
            text = "Required options must be placed before non-required options"
            faults.append(Fault(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", text))
        optional_seen = optional_seen or not option.get("required")
    return faults


def check_option(option: Command, path: Path, parent: int) -> list[Fault]:
    """One option, subcommand or group."""
    kind = option.get("type")
    if kind not in OPTION_TYPES:
        return [wrong_choice((*path, "type"), str(OPTION_TYPES))]
    faults = check_words(option, path)
    if kind in (SUBCOMMAND, GROUP):
        if parent == SUBCOMMAND or (parent, kind) == (GROUP, GROUP):
            faults.append(
                Fault((*path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Nested too deep")
            )
        return faults + check_options(option.get("options") or [], (*path, "options"), kind)
    choices = option.get("choices")
    if choices:
        faults += check_choices(choices, (*path, "choices"))
    if choices and option.get("autocomplete"):
        text = "Options with choices cannot have autocomplete"
        faults.append(Fault(path, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", text))
    if (choices or option.get("autocomplete")) and kind not in (STRING, INTEGER, NUMBER):
        faults.append(
            Fault((*path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "This type has no choices")
        )
    return faults + check_bounds(option, path)


def check_bounds(option: Command, path: Path) -> list[Fault]:
    """Lengths a string option may ask for."""
    faults: list[Fault] = []
    least, most = option.get("min_length"), option.get("max_length")
    if least is not None and not 0 <= least <= STRING_LIMIT:
        faults.append(out_of_range((*path, "min_length"), 0, STRING_LIMIT))
    if most is not None and not max(1, least or 0) <= most <= STRING_LIMIT:
        faults.append(out_of_range((*path, "max_length"), max(1, least or 0), STRING_LIMIT))
    if (least is not None or most is not None) and option.get("type") != STRING:
        text = "Only string options have a length"
        faults.append(Fault((*path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text))
    return faults


def counted_words(thing: Command) -> Iterator[str]:
    """What counts toward the 8,000: names, descriptions, choices; of each the longest translation."""
    for name in ("name", "description"):
        translations = (thing.get(f"{name}_localizations") or {}).values()
        yield max([thing.get(name) or "", *translations], key=len)
    for choice in thing.get("choices") or []:
        yield max([choice["name"], *(choice.get("name_localizations") or {}).values()], key=len)
        yield str(choice["value"])
    for option in thing.get("options") or []:
        yield from counted_words(option)
