"""Used by cleaning and chunking: which paragraphs are no prose but lines of a list or a table, each of which
says what it says alone."""

import re

BULLET = re.compile(r"[•●◦▪‣·►▸*-]\s+")  # no dashes: those sign a letter, or go on with a sentence
ROW_MARK = " | "  # between the cells of a table's row, as the readers write it
_LABEL = re.compile(r"[^\W_][^:.!?;|\n]{0,48}:\s+\S")
_MOST_LABEL_WORDS = 6
_LONGEST_LABELLED = 160  # characters; a longer one is a paragraph that begins with a word and a colon
_PROSE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔")
_CLOSERS = "\"'”’»«“)] "


def is_bullet(text: str) -> bool:
    """Whether it is an item of a list."""
    return BULLET.match(text) is not None


def is_datum(text: str) -> bool:
    """Whether it gives something by its name: a row of a table, `Passport: 62 crowns`."""
    if ROW_MARK in text:
        return True
    return len(text) <= _LONGEST_LABELLED and label_of(text) is not None


def label_of(text: str) -> str | None:
    """What stands before the colon of `Passport: 62 crowns`; None where it is more than a name."""
    bare = text[mark.end() :] if (mark := BULLET.match(text)) else text
    if not (found := _LABEL.match(bare)):
        return None
    label = found[0].partition(":")[0]
    return label if len(label.split()) <= _MOST_LABEL_WORDS else None


def ends_like_prose(text: str) -> bool:
    """Whether it ends as a sentence does."""
    return text.rstrip(_CLOSERS).endswith(_PROSE_ENDS)


def is_line(text: str) -> bool:
    """Whether a paragraph is a line of its own: an item, a row, a name with its value, or no sentence."""
    return is_bullet(text) or not ends_like_prose(text) or (is_datum(text) and len(text) <= 80)
