"""Every word that a user reads, one Fluent file per language (`en.ftl`), none built inside logic."""

import re
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent
DEFAULT_LOCALE = "en"
# fluent.runtime refuses arguments above 2,500 characters (resolver.MAX_PART_LENGTH), and a quote may be
# longer: longer ones are put in after it is done, where a private-use character stands for them.
FLUENT_LENGTH = 2000
_MARK = "\ue000"
_STAND_IN = re.compile(f"{_MARK}(\\d+){_MARK}")


class Messages:
    """The messages of one language: `messages("answer-newest", date="2 May 2026")`."""

    def __init__(self, locale: str = DEFAULT_LOCALE) -> None:
        # No isolation marks: Discord and terminals show them as boxes in places.
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._bundle.add_resource(FluentResource((FOLDER / f"{locale}.ftl").read_text(encoding="utf-8")))

    def __call__(self, message_id: str, **arguments: str | int | float) -> str:
        """Return the message filled in. Raises KeyError for an unknown one or a missing argument."""
        pattern = self._bundle.get_message(message_id).value
        if pattern is None:
            raise KeyError(message_id)
        long = [name for name, value in arguments.items() if isinstance(value, str) and _is_long(value)]
        standing_in = {name: f"{_MARK}{number}{_MARK}" for number, name in enumerate(long)}
        text, errors = self._bundle.format_pattern(pattern, {**arguments, **standing_in})
        if errors:
            raise KeyError(f"{message_id}: {errors[0]}")
        return _STAND_IN.sub(lambda found: str(arguments[long[int(found[1])]]), str(text))


def _is_long(value: str) -> bool:
    """Whether Fluent may refuse it; a text with our mark in it must not pass for a stand-in either."""
    return len(value) > FLUENT_LENGTH or _MARK in value


@cache
def messages_for(locale: str = DEFAULT_LOCALE) -> Messages:
    """The messages for a locale, read once."""
    return Messages(locale)
