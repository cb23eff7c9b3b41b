"""Second in verification: names that a quote holds in another form, by what its own article says.

"Ilse Varga" for a quote's "Varga" where the article knows no other Varga; "harbour office" for "HO"
or the reverse where the letters are its words' first ones.
"""

import re
from collections.abc import Iterator, Sequence

from bot.answering.verification.items import Item, Kind

_NO_FIRST_NAMES = """Mr Mrs Ms Dr Sir Dame Lord Lady President Minister Senator Sen Rep Gov Governor Judge
    Justice King Queen Prince Princess Pope Chief General Gen Mayor Professor Prof Said The And But With"""
NO_FIRST_NAMES = frozenset(_NO_FIRST_NAMES.split())
_FIRST_NAME = re.compile(r"\b([A-Z][\w'’-]{1,40}) $")
_LONGEST_NAME = 60


def is_fuller_name(
    said: Sequence[Item],
    number: int,
    places: Sequence[int | None],
    held: Sequence[Item],
    texts: Sequence[str],
) -> bool:
    """Whether an item without a place is the first name of somebody whom a quote calls by the last."""
    if said[number].kind is Kind.NUMBER or not said[number].text[:1].isupper():
        return False
    last = number + 1
    while last < len(said) and places[last] is None and said[last].kind is Kind.NAME:
        last += 1
    place = places[last] if last < len(said) else None
    if place is None or last - number > 2 or said[last].kind is not Kind.NAME:
        return False
    if held[place].text != said[last].text or not all(
        item.marks.tied for item in said[number + 1 : last + 1]
    ):
        return False
    full = " ".join(item.text for item in said[number : last + 1])
    for text in (" ".join(text.split()) for text in texts):
        if next(_places(full, text), None) is None:
            continue
        before = (text[max(0, at - _LONGEST_NAME) : at] for at in _places(said[last].text, text))
        others = {found[1] for each in before if (found := _FIRST_NAME.search(each))} - NO_FIRST_NAMES
        if others <= {said[last - 1].text}:
            return True
    return False


def _places(name: str, text: str) -> Iterator[int]:
    """Where a name stands in a text, and is not a part of another word."""
    at = text.find(name)
    while at >= 0:
        around = text[max(0, at - 1) : at] + text[at + len(name) : at + len(name) + 1]
        if not any(char.isalnum() or char == "_" for char in around):
            yield at
        at = text.find(name, at + 1)


def is_acronym(item: Item, held: Sequence[Item]) -> bool:
    """Whether an item is the first letters of capitalised words of the quotes that stand in a row."""
    letters = item.text.replace(".", "")
    if not 2 <= len(letters) <= 6 or not letters.isupper():
        return False
    for start in range(len(held) - len(letters) + 1):
        words = held[start : start + len(letters)]
        if all(word.text[:1] == letter for word, letter in zip(words, letters, strict=True)):
            return True
    return False
