"""The messages take any text, however long, and say which message or argument is missing."""

import re

import pytest
from fluent.syntax import ast, parse

from bot.messages import DEFAULT_LOCALE, LOCALES, files_of, messages_for, nearest_locale

MESSAGES = messages_for()


def test_a_message_takes_a_text_longer_than_fluent_would() -> None:
    assert MESSAGES("answer-quote", text="x" * 100_000, marks=" [1]") == f"“{'x' * 100_000}” [1]"


def test_a_text_cannot_pass_for_the_place_of_another() -> None:
    assert (
        MESSAGES("answer-quote", text="y" * 3000, marks=" \ue0000\ue000") == f"“{'y' * 3000}” \ue0000\ue000"
    )


def test_numbers_keep_their_plural_forms() -> None:
    assert MESSAGES("answer-authors-more", names="A", count=1) == "A and one more"
    assert MESSAGES("answer-authors-more", names="A", count=2) == "A and 2 more"


@pytest.mark.parametrize("arguments", [{"text": "x"}, {}])
def test_a_missing_argument_is_an_error(arguments: dict[str, str]) -> None:
    with pytest.raises(KeyError, match="answer-quote"):
        MESSAGES("answer-quote", **arguments)


def test_an_unknown_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        MESSAGES("no-such-message")


def texts_of(locale: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in files_of(locale)]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_files_are_read_whole_and_no_message_stands_in_them_twice(locale: str) -> None:
    bodies = [parse(text).body for text in texts_of(locale)]
    entries = [entry for body in bodies for entry in body]
    assert not [entry.content for entry in entries if isinstance(entry, ast.Junk)]
    names = [entry.id.name for entry in entries if isinstance(entry, ast.Message)]
    assert len(names) == len(set(names))
    assert names or locale != DEFAULT_LOCALE


@pytest.mark.parametrize("locale", LOCALES)
def test_no_line_of_the_files_is_lost_as_the_start_of_something_else(locale: str) -> None:
    """A continued line that begins with a star or a bracket would silently end its message."""
    for text in texts_of(locale):
        inside = re.sub(r"(?m)^ +(\*?\[[\w-]+\] |\.name = )", "", text)
        assert not re.findall(r"(?m)^ +[*\[.].*", inside)


def test_a_locale_of_discords_finds_the_nearest_of_ours() -> None:
    assert nearest_locale("en-GB") == "en"
    assert nearest_locale("es-419") == "es-ES"
    assert nearest_locale("de") == "de"
    assert nearest_locale("ja") is None
    assert nearest_locale(None) is None
