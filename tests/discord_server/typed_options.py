"""What Discord's client lets a human type: a registered command's options, checked before sending."""

from dataclasses import dataclass
from typing import Any

from tests.discord_server import payloads
from tests.discord_server.rules.commands import STRING_LIMIT
from tests.discord_server.world import Channel, Guild, Payload, User, World

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL = 1, 2, 3, 4, 5, 6, 7
NUMBER, ATTACHMENT = 10, 11


class RefusedByClient(Exception):
    """What the human wanted cannot be done in Discord's client: the request is never sent."""


@dataclass(frozen=True)
class Upload:
    """A file that a human attaches."""

    filename: str
    data: bytes
    content_type: str = "application/octet-stream"


@dataclass(frozen=True)
class Typed:
    """Options as they go into the interaction, and what they refer to."""

    options: list[Payload]
    resolved: Payload


def descend(command: Payload, path: list[str]) -> Payload:
    """The (sub)command that the words after the command's own name lead to."""
    here = command
    for word in path:
        inner = [one for one in here.get("options") or [] if one["type"] in (SUBCOMMAND, GROUP)]
        found = next((one for one in inner if one["name"] == word), None)
        if found is None:
            raise RefusedByClient(f"/{command['name']} has no subcommand {word!r}; it has {names(inner)}")
        here = found
    if any(one["type"] in (SUBCOMMAND, GROUP) for one in here.get("options") or []):
        raise RefusedByClient(
            f"/{command['name']} {' '.join(path)} needs a subcommand: {names(here['options'])}"
        )
    return here


def nest(command: Payload, path: list[str], options: list[Payload]) -> list[Payload]:
    """The options wrapped into the subcommands that lead to them."""
    kinds: list[int] = []
    here = command
    for word in path:
        here = next(one for one in here["options"] if one["name"] == word)
        kinds.append(here["type"])
    for word, kind in reversed(list(zip(path, kinds, strict=True))):
        options = [{"name": word, "type": kind, "options": options}]
    return options


def names(options: list[Payload]) -> str:
    return ", ".join(one["name"] for one in options) or "none"


class OptionTyping:
    """Types option values for one human's command."""

    def __init__(self, world: World, guild: Guild | None, messages: payloads.MessagePayloads) -> None:
        self._world = world
        self._guild = guild
        self._messages = messages

    def type_all(self, command: Payload, values: dict[str, Any], *, focused: str | None = None) -> Typed:
        """All `values`; with `focused` (an autocomplete) nothing is required and that one is unchecked."""
        options = {one["name"]: one for one in command.get("options") or []}
        strange = sorted(set(values) - set(options))
        if strange:
            raise RefusedByClient(
                f"{command['name']} has no option {strange[0]!r}; it has {names([*options.values()])}"
            )
        missing = [name for name, one in options.items() if one.get("required") and name not in values]
        if missing and focused is None:
            raise RefusedByClient(f"{command['name']}: the required option {missing[0]!r} is missing")
        resolved: Payload = {}
        typed: list[Payload] = []
        for name, value in values.items():
            option = options[name]
            if name == focused:
                typed.append({"name": name, "type": option["type"], "value": value, "focused": True})
            else:
                sent = self._value(option, value, resolved)
                typed.append({"name": name, "type": option["type"], "value": sent})
        return Typed(typed, resolved)

    def _value(self, option: Payload, value: object, resolved: Payload) -> object:
        kind, name = option["type"], option["name"]
        if kind == STRING and isinstance(value, str):
            return self._string(option, value)
        if kind == BOOLEAN and isinstance(value, bool):
            return value
        whole = isinstance(value, int) and not isinstance(value, bool)
        if (kind == INTEGER and whole) or (kind == NUMBER and (whole or isinstance(value, float))):
            return self._number(option, value)
        if kind == USER and isinstance(value, User):
            resolved.setdefault("users", {})[value.id] = payloads.user(value)
            if self._guild is not None and value.id in self._guild.members:
                about = payloads.member(self._guild.members[value.id], with_user=False, with_permissions=True)
                resolved.setdefault("members", {})[value.id] = about
            return value.id
        if kind == CHANNEL and isinstance(value, Channel):
            about = payloads.channel(value) | {"permissions": str(value.bot_permissions)}
            resolved.setdefault("channels", {})[value.id] = about
            return value.id
        if kind == ATTACHMENT and isinstance(value, Upload):
            file = self._world.new_file(value.filename, value.content_type, value.data)
            resolved.setdefault("attachments", {})[file.id] = self._messages.file(file)
            return file.id
        raise RefusedByClient(f"option {name!r} (type {kind}) does not take {value!r}")

    @staticmethod
    def _string(option: Payload, value: str) -> str:
        least, most = option.get("min_length") or 1, option.get("max_length") or STRING_LIMIT
        if not least <= len(value) <= most:
            raise RefusedByClient(
                f"option {option['name']!r} takes {least} to {most} characters, not {len(value)}"
            )
        choose(option, value)
        return value

    @staticmethod
    def _number(option: Payload, value: Any) -> Any:
        least, most = option.get("min_value"), option.get("max_value")
        if (least is not None and value < least) or (most is not None and value > most):
            raise RefusedByClient(f"option {option['name']!r} takes {least} to {most}, not {value}")
        choose(option, value)
        return value


def choose(option: Payload, value: object) -> None:
    """Refuse a value that is not among the option's choices, where it has some."""
    choices = option.get("choices") or []
    if choices and value not in [one["value"] for one in choices]:
        raise RefusedByClient(f"option {option['name']!r} has no choice {value!r}")
