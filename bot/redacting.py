"""Before words reach Discord: no path of this machine and no address of its servers stands in them.

Errors and reports are written for the operator, who needs the path; people on Discord get "the data folder",
or a file's name. What articles and questions say never passes here: a quote stays word for word.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from inspect import iscoroutinefunction
from pathlib import Path
from typing import Any, Self, TypeVar

from bot.settings import BotSettings

T = TypeVar("T")
ROOT = Path(__file__).parent.parent
# The fields of reports in which a sentence stands that may name a path.
TOLD = frozenset({"reason", "error", "source", "moved_to"})

# What may follow a place within the same path.
_REST = r"(?:[/\\][^\s'\"“”‘’<>|]*)?"
_NAME = r"[^\s/\\'\"“”‘’<>|]+"
# A path has at least two steps, or stands in quotation marks as Python's errors show it: "/ask" is a command.
# Behind a letter, a digit or a colon it is a part of something else: of an address, of "and/or".
_PATH = re.compile(
    r"file://\S+"
    rf"|(?<![\w/\\:.)\]])(?:[A-Za-z]:\\|\\\\|~?/)(?:{_NAME}[/\\])+(?:{_NAME})?"
    rf"|(?<=['\"])(?:[A-Za-z]:\\|/){_NAME}(?=['\"])"
)
_TAIL = ".,:;!?)"


class PathRedactor:
    """Names what a path or address stands for, so that people are told that instead."""

    def __init__(self, folders: dict[Path, str], addresses: dict[str, str]) -> None:
        roles = {str(path).rstrip("/\\"): role for path, role in folders.items() if path.is_absolute()}
        self._roles = dict(sorted(roles.items(), key=lambda one: -len(one[0])))
        self._addresses = dict(sorted(addresses.items(), key=lambda one: -len(one[0])))
        # Not where a piece of code begins: in "`/articles status`" a command is called as a folder may be.
        roots = "|".join(map(re.escape, filter(None, self._roles)))
        self._known = re.compile(rf"(?<![\w/\\:.`])({roots})(?![\w-])({_REST})") if roots else None

    @classmethod
    def of(cls, settings: BotSettings) -> Self:
        """Those of a bot with these settings. A folder is known by every way of writing it."""
        named = (
            (Path(sys.prefix), "the bot's installation"),
            (ROOT, "the bot's folder"),
            (Path(tempfile.gettempdir()), "the temporary folder"),
            (settings.articles_dir, "the articles folder"),
            (settings.data_dir, "the data folder"),
        )
        folders = {
            way: role for path, role in named for way in (path, path.absolute(), path.absolute().resolve())
        }
        addresses = {
            address: name
            for name in ("chroma_url", "embedding_base_url", "llm_base_url", "discord_api_url")
            if (url := getattr(settings, name)) is not None
            for address in (str(url), str(url).rstrip("/"))
        }
        return cls(folders, {address: f"({name.upper()})" for address, name in addresses.items()})

    def redact(self, text: str) -> str:
        """The text with every such place named by what it is."""
        for address, name in self._addresses.items():
            text = text.replace(address, name)
        if self._known is not None:
            text = self._known.sub(self._named, text)
        return _PATH.sub(_file_name, text)

    def redact_in(self, report: T) -> T:
        """A report, whose sentences are such texts; also where they stand in what it holds."""
        hidden: T = _redacted_in(self, report)
        return hidden

    def redact_results_of(self, service: T) -> T:
        """The same service: what its calls report is redacted, and so with the services that it holds."""
        pathless: Any = _Pathless(service, self)
        told: T = pathless
        return told

    def _named(self, found: re.Match[str]) -> str:
        rest = found[2].rstrip(_TAIL)
        tail = found[2][len(rest) :]
        role = self._roles[found[1]]
        inner = rest.strip("/\\")
        if inner:
            return f"“{inner}” in {role}{tail}"
        begins = found.start() == 0 or found.string[: found.start()].endswith((". ", "! ", "? ", "\n"))
        return (role[0].upper() + role[1:] if begins else role) + tail


def _redacted_in(redactor: PathRedactor, value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_redacted_in(redactor, one) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **dict(_changed(redactor, value)))


def _changed(redactor: PathRedactor, report: Any) -> Iterator[tuple[str, Any]]:
    for field in fields(report):
        value = getattr(report, field.name)
        if isinstance(value, str) and field.name in TOLD:
            yield field.name, redactor.redact(value)
        elif isinstance(value, tuple) or is_dataclass(value):
            yield field.name, _redacted_in(redactor, value)


def _file_name(found: re.Match[str]) -> str:
    path = found[0].rstrip(_TAIL)
    name = re.split(r"[/\\]", path.rstrip("/\\"))[-1]
    return f"“{name}”{found[0][len(path) :]}"


class _Pathless:
    """Answers every call as what it wraps does, but for the places in what comes back."""

    def __init__(self, service: object, redactor: PathRedactor) -> None:
        self._service = service
        self._redactor = redactor

    def __getattr__(self, name: str) -> Any:
        held = getattr(self._service, name)
        if not iscoroutinefunction(held):
            return _Pathless(held, self._redactor)

        async def told(*arguments: Any, **options: Any) -> Any:
            return self._redactor.redact_in(await held(*arguments, **options))

        return told
