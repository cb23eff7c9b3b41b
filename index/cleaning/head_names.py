"""Used by `head_lines`: what a few words with capitals are: a person, a paper, a part of a paper."""

import re

from index.cleaning.head_words import (
    AGENCIES,
    NEVER_IN_NAMES,
    NO_NAMES,
    OUTLET_ENDS,
    OUTLET_WORDS,
    PARTICLES,
    ROLE,
    SECTIONS,
)

_MOST_NAME_WORDS = 5
_LONGEST_NAME = 60
_MOST_OUTLET_WORDS = 6
_SMALL_IN_OUTLETS = {"of", "the", "and", "de", "la", "le", "du", "des", "del", "der", "für", "von", "y", "e"}
_NEVER_FIRST = {"daily", "star", "sun", "today", "free-press"}
_LONG_AGENCY = 5  # letters: "Reuters" is one as it is, "Sid" is not SID
_MOST_AGENCY_WORDS = 3
_WITHIN_NAME = re.compile(r"[^\W\d_]{1,30}(?:[-’'.][^\W\d_]{0,30}){0,4}\.?")
_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]{1,60}(?:\.[\w-]{1,60}){0,3}\.(?:com|org|net|info|news|eu|co|[a-z]{2})", re.IGNORECASE
)


def is_person(text: str) -> bool:
    """Whether a line has the shape of a person's name and is no more."""
    words = text.split()
    if not 2 <= len(words) <= _MOST_NAME_WORDS or len(text) > 60:
        return False
    if not all(_WITHIN_NAME.fullmatch(word) for word in words):
        return False
    small = [word.lower() for word in words]
    if small[0] in NO_NAMES or small[-1] in NO_NAMES or NEVER_IN_NAMES.intersection(small):
        return False
    if ROLE.search(text) or is_outlet(text):
        return False
    if not (words[0][0].isupper() and words[-1][0].isupper()) or words[-1].lower() in PARTICLES:
        return False
    return all(word[0].isupper() or word in PARTICLES for word in words)


def as_name(text: str) -> str:
    """A name as it is written, one in capitals as names are: "MIRA STONE" → "Mira Stone"."""
    if not text.isupper() or len(text) < 5:
        return text
    words = [
        word.lower() if word.lower() in PARTICLES and at else re.sub(r"[^\W\d_]+", _capitalised, word)
        for at, word in enumerate(text.split())
    ]
    return " ".join(words)


def _capitalised(found: re.Match[str]) -> str:
    word = found[0]
    return f"Mc{word[2:].capitalize()}" if word.startswith("MC") and len(word) > 3 else word.capitalize()


def is_outlet(text: str) -> bool:
    """Whether a line is the name of a paper, an agency or a station and no more."""
    bare = re.sub(r"^(?:the|The) ", "", as_outlet(text))
    if _DOMAIN.fullmatch(bare) or bare.lower() == "associated press":
        return True
    words = bare.split()
    small = {word for word in words if word.islower()}
    if "," in bare or small - _SMALL_IN_OUTLETS or not is_capitalised(bare) or ROLE.search(words[-1]):
        return False
    first, last = words[0].strip(".").lower(), words[-1].strip(".").lower().rpartition("-")[2]
    if first in AGENCIES and (words[0].isupper() or len(first) >= _LONG_AGENCY):
        return len(words) <= _MOST_AGENCY_WORDS or last in OUTLET_WORDS
    if len(words) == 1 and not text.startswith("The "):
        return last.endswith(OUTLET_ENDS) and last not in OUTLET_ENDS
    return last in OUTLET_WORDS or first in OUTLET_WORDS - _NEVER_FIRST or last.endswith(OUTLET_ENDS)


def as_outlet(text: str) -> str:
    """A paper's name without what a line says before it: "Special to The Courier" → "The Courier"."""
    return re.sub(r"^(?:[Ss]pecial (?:to|for) (?:the )?|[Ff]or (?:the )?)", "", text)


def is_section(text: str) -> bool:
    """Whether a line is the name of a part of a paper, or the way to it: "Home > News > Local"."""
    parts = re.split(r" ?[>›»/|,&] ?| and ", text)
    return len(text) <= 60 and all(
        part and (part.lower() in SECTIONS or all(word in SECTIONS for word in part.lower().split()))
        for part in parts
    )


def is_capitalised(text: str) -> bool:
    """Whether each word of a short text begins with a capital, but for small ones such as "of"."""
    words = text.split()
    return 0 < len(words) <= _MOST_OUTLET_WORDS and all(
        word[0].isupper() or word[0] in "&(+0123456789" or (at and (len(word) <= 3 or word in PARTICLES))
        for at, word in enumerate(words)
    )
