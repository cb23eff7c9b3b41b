"""Used in verification: which verbs stand in the passive."""

from collections.abc import Sequence

from bot.answering.verification.alignment import Pairs
from bot.answering.verification.items import Item, Kind

Flips = set[int]  # numbers of verbs that are passive on one side only


def passive(item: Item) -> bool:
    """Whether it is a participle after "be"."""
    return item.marks.be and item.participle


def active(items: Sequence[Item], place: int) -> bool:
    """Whether a verb is surely active: what it is done to follows it."""
    item = items[place]
    if item.marks.be or item.marks.comma or not item.participle or place + 1 >= len(items) or not place:
        return False
    follower = items[place + 1]
    return (
        follower.sentence == item.sentence
        and not follower.marks.preposition
        and not follower.marks.comma
        and not follower.marks.boundary
        and not follower.adverb
        and not follower.marks.coordinated
        and follower.kind is not Kind.DATE
        and not item.marks.determiner
    )


def find_flips(said: Sequence[Item], held: Sequence[Item], pairs: Pairs) -> Flips:
    """Return the verbs of the statement that are passive there or in the quote, and not in both."""
    flips: Flips = set()
    for number, place in pairs:
        one, other = said[number], held[place]
        if (passive(one) and not passive(other)) or (passive(other) and not passive(one)):
            flips.add(number)
    return flips
