"""Every word that a user reads, one Fluent file per language (`en.ftl`), none built inside logic."""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent
DEFAULT_LOCALE = "en"


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
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise KeyError(f"{message_id}: {errors[0]}")
        return str(text)


@cache
def messages_for(locale: str = DEFAULT_LOCALE) -> Messages:
    """The messages for a locale, read once."""
    return Messages(locale)
