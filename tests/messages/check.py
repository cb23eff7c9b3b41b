"""`python -m tests.messages.check`: whether every language says all that the English files say, well formed.

The operator's topics are English only, and not checked. Each fault is a line on standard output; where there
is one, the status is 1.
"""

import re
import sys
from collections.abc import Container, Iterator

from bot.messages import DEFAULT_LOCALE, LOCALES
from tests.messages.catalogue import NAME, Catalogue, Entry, catalogue_of
from tests.messages.glossary import AVOIDED, FREE, SHARED, TERMS
from tests.messages.lengths import is_of_a_command, length_of, limit_of
from tests.messages.plurals import plural_faults
from tests.messages.samples import BY_NUMBER, fillings, is_counted
from tests.messages.typography import layout_faults, slips

MENU_NAME = 32  # characters
_AS_A_NAME = re.compile(r"[-_'\w]{1,32}")  # as Discord has it for commands and options
_SLASHED = re.compile(r"(?<![\w/])/([a-z]+)(?: ([a-z]+))?")
_WORD = re.compile(r"[^\W\d_]+")


def faults_of(checked: Catalogue, english: Catalogue) -> Iterator[str]:
    """All that is wrong with a language, each fault beginning with its file and message."""
    yield from (f"{checked.locale}/{line} cannot be read" for line in checked.junk)
    translated = checked.locale != english.locale
    if translated:
        yield from _missing(checked, english)
    for entry in checked.entries.values():
        source = english.entries.get(entry.id)
        found = [*plural_faults(checked.locale, entry, source or entry), *slips(checked.locale, entry)]
        if entry.id.endswith(NAME):
            found += _as_a_name(entry, english)
        elif source is not None:
            if translated:
                found += _same_shape(entry, source)
                found += _same_commands(entry, source, english.entries)
                found += [*_translated(checked, entry, source), *layout_faults(entry, source)]
            found += _filled_in(checked, entry, source)
        yield from (f"{checked.locale}/{entry.topic}.ftl {entry.id}: {fault}" for fault in found)


def _missing(checked: Catalogue, english: Catalogue) -> Iterator[str]:
    """What this language lacks or has too much, and what stands in another file than in English."""
    names = {f"{id_}{NAME}" for id_ in english.entries if is_of_a_command(id_)}
    wanted, there = set(english.entries) | names, set(checked.entries)
    yield from (f"{checked.locale}: {id_} is missing" for id_ in sorted(wanted - there))
    yield from (f"{checked.locale}: {id_} is not in English" for id_ in sorted(there - wanted))
    for id_ in sorted(there & set(english.entries)):
        topic, source = checked.entries[id_].topic, english.entries[id_].topic
        if topic != source:
            yield f"{checked.locale}: {id_} stands in {topic}.ftl, in English in {source}.ftl"


def _same_shape(entry: Entry, english: Entry) -> Iterator[str]:
    """The same variables, chosen between in the same ways."""
    if entry.variables != english.variables:
        yield f"has the variables {_listed(entry.variables)} instead of {_listed(english.variables)}"
    if entry.numbers != english.numbers:
        yield f"writes as numbers {_listed(entry.numbers)} instead of {_listed(english.numbers)}"
    yield from _same_choices(entry, english)


def _same_commands(entry: Entry, english: Entry, ids: Container[str]) -> Iterator[str]:
    """The commands that the English names are named by their names in this language."""
    named = {one.removesuffix(NAME) for one in entry.references}
    for command in sorted(_commands_in(english, ids) - named):
        yield f"does not name /{command.removeprefix('discord-')} by {{ {command}.name }}"
    if _commands_in(entry, ids):
        yield "names a command by its English name"


def _commands_in(entry: Entry, ids: Container[str]) -> set[str]:
    """The ids of the commands that stand in the text with a slash."""
    found = set()
    for first, second in _SLASHED.findall(entry.text):
        longer, shorter = f"discord-{first}-{second}", f"discord-{first}"
        found |= {longer} if longer in ids else {shorter} if shorter in ids else set()
    return found


def _same_choices(entry: Entry, english: Entry) -> Iterator[str]:
    """The same variants of words; plural forms are the language's own affair."""
    for one in entry.selectors:
        twins = [set(other.keys) for other in english.selectors if other.variable == one.variable]
        if is_counted(entry, one.variable):
            if not is_counted(english, one.variable) and one.variable not in BY_NUMBER:
                yield f"counts by ${one.variable}, which the code may give as text"
        elif set(one.keys) not in twins:
            yield f"has the variants {_listed(one.keys)}, unlike the English"
    # A language may need no plural forms (French: one “flux”, two “flux”), but no word may be passed over.
    worded = {one.variable for one in english.selectors if not is_counted(english, one.variable)}
    for variable in sorted(worded - {one.variable for one in entry.selectors}):
        yield f"does not choose by ${variable}"


def _translated(checked: Catalogue, entry: Entry, english: Entry) -> Iterator[str]:
    """Nothing is English by accident, and the terms are those of the glossary."""
    words = {word.lower() for word in _WORD.findall(entry.text)}
    if entry.text == english.text and not entry.references and words - SHARED:
        yield "is the same as in English"
    for word, ours in AVOIDED[checked.locale].items():
        if re.search(rf"\b{word}", entry.text.lower()):
            yield f"says “{word}”, where we say “{ours}”"
    shown = [checked.entries[one].text for one in entry.references if one in checked.entries]
    said = " ".join([entry.text, *shown]).lower()
    for term, stems in TERMS.items():
        if not re.search(rf"\b{term}s?\b", english.text.lower()) or english.id in FREE.get(term, ()):
            continue
        if not any(stem in said for stem in stems[checked.locale]):
            yield f"says “{term}” otherwise than with “{stems[checked.locale][0]}…”"


def _filled_in(checked: Catalogue, entry: Entry, english: Entry) -> Iterator[str]:
    """With samples of everything it gives no error, and is no longer than Discord takes; the first fault."""
    for arguments in fillings(english):
        try:
            text = checked.messages(entry.id, **arguments)
        except KeyError as error:
            yield f"cannot be filled in with {arguments}: {error}"
            return
        if length_of(text) > limit_of(entry.id):
            yield f"is {length_of(text)} characters long, more than {limit_of(entry.id)}: {text}"
            return
        if not text.strip():
            yield f"is empty with {arguments}"
            return


def _as_a_name(entry: Entry, english: Catalogue) -> Iterator[str]:
    if _is_of_a_menu(entry, english):
        if not 1 <= len(entry.text) <= MENU_NAME:
            yield f"“{entry.text}” is no name of a menu: it may have {MENU_NAME} characters"
        return
    if not _AS_A_NAME.fullmatch(entry.text) or entry.text != entry.text.lower():
        yield f"“{entry.text}” cannot be the name of a command or option"


def _is_of_a_menu(entry: Entry, english: Catalogue) -> bool:
    """Whether it names a message's menu: there the English words, spaces and all, are the name and the id."""
    words = english.entries.get(entry.id.removesuffix(NAME))
    return words is not None and "-".join(("discord", *words.text.lower().split())) == words.id


def _listed(words: frozenset[str] | tuple[str, ...]) -> str:
    return ", ".join(sorted(words)) or "none"


def every_fault() -> dict[str, list[str]]:
    """The faults of all languages as they are, by locale."""
    catalogues = {locale: catalogue_of(locale) for locale in LOCALES}
    english = catalogues[DEFAULT_LOCALE]
    return {locale: list(faults_of(one, english)) for locale, one in catalogues.items()}


def main() -> int:
    """Print the faults, and a line on each language; 1 where there is a fault."""
    faults = every_fault()
    for locale, found in faults.items():
        catalogue = catalogue_of(locale)
        names = len(catalogue.names)
        words = sum(len(_WORD.findall(entry.text)) for entry in catalogue.entries.values())
        sys.stdout.write("".join(f"{fault}\n" for fault in found))
        sys.stdout.write(
            f"{locale}: {len(catalogue.entries) - names} messages, {words} words, "
            f"{names} names of commands and options, {len(found)} faults\n"
        )
    return 1 if any(faults.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
