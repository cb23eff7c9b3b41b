"""The check of the languages sees each kind of fault (that they have none: tests/test_words.py)."""

import subprocess
import sys

import pytest

from bot.messages import LOCALES
from tests.messages.catalogue import Catalogue
from tests.messages.check import faults_of


def test_the_check_is_a_command_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.messages.check"], capture_output=True, text=True, check=False
    )
    assert [line.split(":")[0] for line in done.stdout.splitlines() if " faults" in line] == list(LOCALES)
    assert done.returncode == 0


ENGLISH = """
town-hello = Hello, { $name }
town-none = No article yet. `/sources list` shows them.
town-articles = { $count ->
    [one] One article
   *[other] { $count } articles
}
town-state = { $state ->
    [open] The shop is open
   *[shut] The shop is shut
}
town-line = **{ $name }**: { $what }
discord-ask = Ask something
"""
GERMAN = """
town-hello = Hallo, { $name }
town-none = Noch kein Artikel. `/{ discord-sources.name } { discord-sources-list.name }` zeigt sie.
town-articles = { $count ->
    [one] Ein Artikel
   *[other] { $count } Artikel
}
town-state = { $state ->
    [open] Der Laden ist offen
   *[shut] Der Laden ist zu
}
town-line = **{ $name }**: { $what }
discord-ask = Frag etwas
    .name = fragen
"""
NAMES = """
discord-sources = Quellen
    .name = quellen
discord-sources-list = Liste
    .name = liste
"""


def faults(locale: str, text: str, english: str = ENGLISH) -> str:
    source = Catalogue.read("en", {"town": english, "names": "discord-sources = A\ndiscord-sources-list = B"})
    checked = Catalogue.read(locale, {"town": text, "names": NAMES})
    return "\n".join(faults_of(checked, source))


def test_a_whole_language_has_no_faults() -> None:
    assert faults("de", GERMAN) == ""


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ("town-hello = Hallo, { $name }\n", "", "town-hello is missing"),
        ("Hallo, { $name }", "Hallo", "has the variables none instead of name"),
        ("Hallo, { $name }", "Hallo, { $nam }", "variables nam instead of name"),
        ("Hallo, { $name }", "Hello, { $name }", "town-hello: is the same as in English"),
        ("town-hello", "town-hi", "town-hi is not in English"),
        ("    [one] Ein Artikel\n", "", "$count lacks the variants one"),
        ("    [one] Ein", "    [few] Zwei Artikel\n    [one] Ein", "variants unknown to the language: few"),
        ("*[other]", "*[many]", "$count must have *[other]"),
        ("[open]", "[offen]", "has the variants offen, shut"),
        ("kein Artikel", "kein Beitrag", "says “article” otherwise than with “artikel…”"),
        ("`/{ discord-sources.name } { discord-sources-list.name }`", "`/sources list`", "its English name"),
        ("{ discord-sources-list.name }", "{ discord-sources-liste.name }", "does not name /sources-list"),
        ("{ discord-sources-list.name }", "{ discord-sources-liste.name }", "cannot be filled in"),
        ("    .name = fragen\n", "", "discord-ask.name is missing"),
        (".name = fragen", ".name = Fragen", "“Fragen” cannot be the name"),
        (".name = fragen", ".name = frag etwas", "“frag etwas” cannot be the name"),
        ("Frag etwas", "Frag " + "etwas " * 17, "characters long, more than 100"),
        ("Der Laden ist zu", "Der »Laden« ist zu", "has «"),
        ("Der Laden ist zu", "Der „Laden” ist zu", "ends a quotation with ”"),
        ("Der Laden ist zu", "Der Laden ist zu...", "three full stops"),
        ("Hallo, { $name }", "Hallo, { $name", "cannot be read"),
        ("Der Laden ist zu", "Der Betreiber ist zu", "where we say “wer den Bot betreibt”"),
        ("Hallo, { $name }", "Hallo, *{ $name }*", "has other markdown"),
        ("**: { $what }", "**; { $what }", "is laid out otherwise"),
    ],
)
def test_each_kind_of_fault_is_seen(was: str, becomes: str, fault: str) -> None:
    assert was in GERMAN
    assert fault in faults("de", GERMAN.replace(was, becomes))


def test_a_form_that_stands_for_several_numbers_must_show_which() -> None:
    english = "town-articles = { $count ->\n    [one] One thing\n   *[other] { $count } things\n}\n"
    french = "town-articles = { $count ->\n    [one] ONE chose\n   *[other] { $count } choses\n}\n"
    assert "is said of 0 and 1" in faults("fr", french.replace("ONE", "une"), english)
    assert faults("fr", french.replace("ONE", "{ $count }"), english) == ""


def test_ukrainian_needs_three_forms() -> None:
    english = "town-articles = { $count ->\n    [one] One thing\n   *[other] { $count } things\n}\n"
    ukrainian = "town-articles = { $count ->\n    [one] { $count } річ\n   *[other] { $count } речей\n}\n"
    assert "lacks the variants few, many" in faults("uk", ukrainian, english)


def test_french_punctuation_does_not_break_from_its_word() -> None:
    english = "town-why = Why?\n"
    assert "no-break space at “ ?”" in faults("fr", "town-why = Pourquoi ?\n", english)
    assert "no-break space at “i?”" in faults("fr", "town-why = Pourquoi?\n", english)
    assert faults("fr", "town-why = Pourquoi\u202f?\n", english) == ""
