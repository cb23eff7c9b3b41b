"""Second in verification: names that a quote holds in another form, by what its own article says.

"Ilse Varga" for a quote's "Varga" where the article knows no other Varga; "harbour office" for "HO"
or the reverse where the letters are its words' first ones.
"""

import re
from collections.abc import Sequence

from bot.answering.verification.items import Item, Kind

_NO_FIRST_NAMES = """Mr Mrs Ms Dr Sir Dame Lord Lady President Minister Senator Sen Rep Gov Governor Judge
    Justice King Queen Prince Princess Pope Chief General Gen Mayor Professor Prof Said The And But With"""
NO_FIRST_NAMES = frozenset(_NO_FIRST_NAMES.split())


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
    full = r"\s+".join(re.escape(item.text) for item in said[number : last + 1])
    name = re.escape(said[last].text)
    for text in texts:
        if not re.search(rf"\b{full}\b", text):
            continue
        others = set(re.findall(rf"\b([A-Z][\w'’-]+)\s+{name}\b", text)) - NO_FIRST_NAMES
        if others <= {said[last - 1].text}:
            return True
    return False


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
