"""Every word that a user reads, none built inside logic: Fluent files, `LOCALE/TOPIC.ftl`.

Locales go by Discord's names. English is whole; the other languages have every topic but the operator's
(`OPERATOR_TOPICS`), which stay English: the terminal, the command line and the evaluation.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern

FOLDER = Path(__file__).parent
DEFAULT_LOCALE = "en"
LOCALES = ("en", "de", "es-ES", "fr", "pt-BR", "uk")
OPERATOR_TOPICS = frozenset({"terminal", "command_line", "evaluation"})
# fluent.runtime refuses arguments above 2,500 characters (resolver.MAX_PART_LENGTH), and a quote may be
# longer: longer ones are put in after it is done, where a private-use character stands for them.
FLUENT_LENGTH = 2000
_MARK = "\ue000"
_STAND_IN = re.compile(f"{_MARK}(\\d+){_MARK}")


class Messages:
    """The messages of one language: `messages("answer-newest", date="2 May 2026")`."""

    def __init__(self, locale: str = DEFAULT_LOCALE, texts: Iterable[str] | None = None) -> None:
        """`texts` are Fluent files' contents to take in the place of the language's own."""
        self.locale = locale
        self._bundle = _bundle(locale, map(_read, files_of(locale)) if texts is None else texts)
        self._fallback = None if locale == DEFAULT_LOCALE else messages_for(DEFAULT_LOCALE)

    def __call__(self, message_id: str, **arguments: str | int | float) -> str:
        """Return the message filled in. Raises KeyError for an unknown one or a missing argument."""
        if self._fallback is not None and not self._bundle.has_message(message_id):
            return self._fallback(message_id, **arguments)
        pattern = self._bundle.get_message(message_id).value
        if pattern is None:
            raise KeyError(message_id)
        return self._filled(message_id, pattern, arguments)

    def has(self, message_id: str) -> bool:
        """Whether this language itself has the message."""
        return self._bundle.has_message(message_id)

    def name(self, message_id: str) -> str | None:
        """The `.name` that stands with a command's or option's description; None where it has none here."""
        if not self._bundle.has_message(message_id):
            return None
        pattern = self._bundle.get_message(message_id).attributes.get("name")
        return None if pattern is None else self._filled(message_id, pattern, {})

    def _filled(self, message_id: str, pattern: Pattern, arguments: Mapping[str, str | int | float]) -> str:
        long = [name for name, value in arguments.items() if isinstance(value, str) and _is_long(value)]
        standing_in = {name: f"{_MARK}{number}{_MARK}" for number, name in enumerate(long)}
        text, errors = self._bundle.format_pattern(pattern, {**arguments, **standing_in})
        if errors:
            raise KeyError(f"{message_id}: {errors[0]}")
        return _STAND_IN.sub(lambda found: str(arguments[long[int(found[1])]]), str(text))


def _bundle(locale: str, texts: Iterable[str]) -> FluentBundle:
    # No isolation marks: Discord and terminals show them as boxes in places.
    bundle = FluentBundle([locale], use_isolating=False)
    for text in texts:
        bundle.add_resource(FluentResource(text))
    return bundle


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _is_long(value: str) -> bool:
    """Whether Fluent may refuse it; a text with our mark in it must not pass for a stand-in either."""
    return len(value) > FLUENT_LENGTH or _MARK in value


def files_of(locale: str) -> list[Path]:
    """A language's files, one per topic."""
    return sorted((FOLDER / locale).glob("*.ftl"))


@cache
def messages_for(locale: str = DEFAULT_LOCALE) -> Messages:
    """The messages for one of the LOCALES, read once."""
    return Messages(locale)


def nearest_locale(wanted: str | None) -> str | None:
    """Our locale for one of Discord's: "en" for "en-GB", "es-ES" for "es-419"; None where we have none."""
    if not wanted:
        return None
    if wanted in LOCALES:
        return wanted
    language = wanted.split("-", 1)[0]
    return next((locale for locale in LOCALES if locale.split("-", 1)[0] == language), None)
