"""Used by the readers: a paragraph with line breaks in it → the lines that a reader takes it for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

# A name and what it is: "Head of office: Agnes Toll". Longer names are sentences that go on after a colon.
_LABELLED = re.compile(r"[^\W\d_][^:.!?;,]{0,40}:\s+\S")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*$")
_LONGEST_ENTRY = 60  # characters: of an address, of opening hours; longer lines are prose that somebody broke
_FEWEST_ENTRIES = 3
_NO_LIST_AFTER = frozenset(".!?:;,…-–/(")


def is_labelled(line: str) -> bool:
    """Whether a line has the form `Key: value`."""
    return _LABELLED.match(line) is not None


def broken_lines(pieces: Iterable[str]) -> list[str]:
    """The lines of a paragraph whose text is broken between the pieces; an empty piece parts paragraphs.

    Lists without marks, such as addresses and opening hours, keep their lines; a break within a sentence is a
    space, and one after a sentence stays.
    """
    squeezed = [" ".join(piece.split()) for piece in pieces]
    return [line for filled, run in groupby(squeezed, bool) if filled for line in _lines(list(run))]


def cell_text(lines: Iterable[str]) -> str:
    """The lines of a table's cell as one text: a semicolon between what is listed, else a space."""
    text = ""
    for line in (" ".join(line.split()) for line in lines):
        bare = line.removeprefix("• ")
        listed = line is not bare or bare[:1].isupper() or bare[:1].isdigit()
        apart = text and listed and text[-1] not in _NO_LIST_AFTER
        text += f"{'; ' if apart else ' ' if text and bare else ''}{bare}"
    return text


def _lines(pieces: Sequence[str]) -> Iterator[str]:
    if _are_entries(pieces):
        yield from pieces
        return
    line = pieces[0]
    for piece in pieces[1:]:
        begins = _SENTENCE_END.search(line[-4:]) or (is_labelled(piece) and not line.endswith(","))
        if begins and not piece[:1].islower():
            yield line
            line = piece
        else:
            line = f"{line} {piece}"
    yield line


def _are_entries(pieces: Sequence[str]) -> bool:
    if all(map(is_labelled, pieces)):
        return True
    return len(pieces) >= _FEWEST_ENTRIES and all(
        len(piece) <= _LONGEST_ENTRY and not piece[0].islower() and not piece.endswith((",", "-", "–"))
        for piece in pieces
    )
