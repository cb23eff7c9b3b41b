"""Used by the check of the languages: quotation marks, spaces and ellipses as each language writes them."""

import re
from collections.abc import Iterator

from tests.messages.catalogue import Entry

# Outer quotation marks that a language does not use. English samples within a help text are allowed to be.
FOREIGN = {
    "en": "„«»",
    "de": "«»",
    "es-ES": "„“”",
    "fr": "„“”",
    "pt-BR": "„«»",
    "uk": "„“”",
}
WITH_ENGLISH_SAMPLES = frozenset({"help-ask", "help-follow"})
# French sets ; : ! ? and the inside of « » off with a space that does not break the line.
_BREAKING = re.compile(r" [;:!?»]|« ")
_NO_SPACE = re.compile(r"[^\W\d_][;!?»]|[^\W\d_]:(?=\s|$|\*)|«[^\s]")


def slips(locale: str, entry: Entry) -> Iterator[str]:
    """What a reader of the language would see as a slip of the pen."""
    text = re.sub("“[^”]*”", "…", entry.text) if entry.id in WITH_ENGLISH_SAMPLES else entry.text
    for mark in FOREIGN[locale]:
        if mark in text:
            yield f"has {mark}, which the language does not use"
    if '"' in text:
        yield "has a straight quotation mark"
    if "..." in text:
        yield "has three full stops instead of …"
    if re.search(r"\S  +\S", text):
        yield "has two spaces in a row"
    if locale == "fr":
        yield from _french_spaces(text)
    if locale == "de" and re.search(r"„[^“\n]*”", text):
        yield "ends a quotation with ”"


# What Discord reads as markdown, and the layout around it: small print, bold, italics, code, lists, lines.
_MARKS = re.compile(r"-# |\*+|`+|^- |\n\n", re.MULTILINE)
_ANY_QUOTES = str.maketrans(dict.fromkeys("„“”«»\u00a0"))


def layout_faults(entry: Entry, english: Entry) -> Iterator[str]:
    """Where a translation looks otherwise than the English: someone changed one and not the other."""
    # Which, not how many: languages have more plural forms or fewer.
    if set(_MARKS.findall(entry.text)) != set(_MARKS.findall(english.text)):
        yield "has other markdown than the English"
    bare = not any(letter.isalpha() for letter in english.text)
    if bare and entry.text.translate(_ANY_QUOTES) != english.text.translate(_ANY_QUOTES):
        yield "is laid out otherwise than the English, which has no words"


def _french_spaces(text: str) -> Iterator[str]:
    for found in (*_BREAKING.finditer(text), *_NO_SPACE.finditer(text)):
        yield f"needs a no-break space at “{found[0]}”"
