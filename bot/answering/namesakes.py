"""Used by `moments`: what looks like a date and is none: Black Friday, Theresa May, to march, USA Today."""

import re

_BEFORE = re.compile(r"([^\W\d_][\w’']*)[ -]$")
_LEADING = frozenset(
    ("in", "on", "since", "until", "till", "before", "after", "by", "between", "from", "during", "of", "for")
) | {"to", "through", "and", "early", "mid", "late", "the"}
_VERB_OF_MAY = re.compile(
    r"['’]s\b| (?:was|is|has|had|said|says|did|became|resigned|took|left|won|lost|announced|stepped|came)\b"
)


def is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a month or weekday is part of a name, or another word: Black Friday, Theresa May, to march."""
    groups = match.groupdict()
    word = groups.get("day") or groups.get("month")
    if word is None:
        # The paper USA Today; a digit begins no name.
        return match.start() > 0 and match.group()[0].isupper() and not groups
    before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
    lead = before[1] if before else ""
    alone = match.group() == word
    if word.islower():
        # "may 11 people", "to march": only where a preposition or a year says that a month is meant.
        said = lead.lower() in _LEADING - {"to"} or groups.get("year") is not None
        return word in ("may", "march") and not said
    if lead.lower() in _LEADING:
        return alone and word == "May" and bool(_VERB_OF_MAY.match(text, match.end()))
    follows = (
        groups.get("day") is not None and alone and re.match(r" [A-Z]", text[match.end() : match.end() + 2])
    )
    return bool(alone and lead[:1].isupper()) or bool(follows)
