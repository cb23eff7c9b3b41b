"""Third in verification: who did it to whom, by the voice of verbs, prepositions and names."""

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.english import lexicon as lx
from bot.answering.verification import order
from bot.answering.verification.alignment import Pairs
from bot.answering.verification.items import Item, Kind
from bot.answering.verification.verdict import Fault, Verdict
from bot.answering.verification.voice import Flips, active, find_flips, passive


def find_fault(said: Sequence[Item], held: Sequence[Item], pairs: Pairs) -> Verdict:
    """Return where the statement puts its items into other roles than its quotes."""
    flips = find_flips(said, held, pairs)
    for check in (order.find_fault, _prepositions, _voice, _subjects):
        verdict = check(said, held, pairs, flips)
        if verdict:
            return verdict
    return Verdict()


def _voice(said: Sequence[Item], held: Sequence[Item], pairs: Pairs, flips: Flips) -> Verdict | None:
    """A verb that turns passive turns its parties round."""
    places = dict(pairs)
    for number in sorted(flips):
        place = places[number]
        one, other = said[number], held[place]
        certain = (passive(one) and active(held, place)) or (passive(other) and active(said, number))
        before, after = places.get(number - 1), places.get(number + 1)
        if certain and before is not None and not one.marks.boundary:
            same = said[number - 1].sentence == one.sentence and held[before].sentence == other.sentence
            if same and place - 4 <= before < place:
                return Verdict(Fault.ROLES, one.text)
        if after is None or said[number + 1].sentence != one.sentence or not passive(one):
            continue
        by = said[number + 1].marks.preposition == "by" and held[after].marks.preposition != "by"
        if by and after > place and held[after].sentence == other.sentence:
            return Verdict(Fault.ROLES, said[number + 1].text)
    return None


def _prepositions(said: Sequence[Item], held: Sequence[Item], pairs: Pairs, flips: Flips) -> Verdict | None:
    """An item stands after the same kind of preposition as in the quote."""
    places = dict(pairs)
    for number, place in pairs:
        item, other = said[number], held[place]
        own, theirs = item.marks.preposition, other.marks.preposition
        if own == theirs or (item.kind is other.kind is Kind.NUMBER and not own):
            continue
        if "to" in (own, theirs) and (_after_according(said, number) or _after_according(held, place)):
            continue  # "according to Varga": "Varga said"
        if "by" in (own, theirs) and not (own and theirs) and any(abs(number - flip) <= 6 for flip in flips):
            continue  # the agent of a verb that turned passive or active
        if own and theirs:
            fits = bool(lx.PREPOSITION_CLASSES[own] & lx.PREPOSITION_CLASSES[theirs])
        elif own:
            fits = _may_gain(said, held, number, place, places)
        else:
            fits = _may_lose(said, held, number, place, places)
        if not fits:
            return Verdict(Fault.RELATION, f"{own} {item.text}".strip())
    return None


def _after_according(items: Sequence[Item], place: int) -> bool:
    return place > 0 and items[place - 1].stem == "accord" and items[place].marks.preposition == "to"


def _may_gain(
    said: Sequence[Item], held: Sequence[Item], number: int, place: int, places: dict[int, int]
) -> bool:
    """Whether the statement may put its preposition before an item that has none in the quote."""
    item, other = said[number], held[place]
    own = item.marks.preposition
    if item.kind is Kind.DATE and own not in ("before", "after", "since", "until"):
        return True
    near = item.kind is not Kind.NAME or number == 0 or abs(places.get(number - 1, place) - place) <= 5
    if own in ("in", "on", "at", "of", "than") and near:
        return True
    if own == "to" and item.marks.infinitive and other.marks.modal:
        return True
    if (place and held[place - 1].marks.preposition == own) or other.marks.coordinated:
        return True
    return own in ("to", "for", "with") and other.kind is Kind.WORD


def _may_lose(
    said: Sequence[Item], held: Sequence[Item], number: int, place: int, places: dict[int, int]
) -> bool:
    """Whether the statement may leave the quote's preposition out."""
    item, other = said[number], held[place]
    theirs = other.marks.preposition
    if theirs == "because" or item.kind is Kind.DATE or item.marks.coordinated:
        return True
    loose = other.marks.infinitive or (item.kind is not Kind.NAME and theirs != "of")
    if theirs in ("in", "on", "at", "to", "than", "of", "for") and loose:
        return True
    heads = {places.get(number + step) for step in (1, 2, 3)}
    if any(head is not None and place - 4 <= head < place for head in heads):
        return True  # "the price of oil": "the oil price"
    return number > 0 and said[number - 1].marks.preposition == theirs and item.marks.tied


def _subjects(said: Sequence[Item], held: Sequence[Item], pairs: Pairs, flips: Flips) -> Verdict | None:
    """A name right before a word stands before it in the quote, with no other name between."""
    for (number, place), (following, after) in pairwise(pairs):
        one, other = said[number], said[following]
        if following != number + 1 or one.kind is not Kind.NAME or other.kind is not Kind.WORD:
            continue
        if (
            other.marks.preposition
            or other.marks.comma
            or other.marks.boundary
            or other.marks.coordinated
            or after <= place + 1
        ):
            continue
        nearer = held[after - 1]
        if (
            held[after].marks.comma
            or held[after].marks.boundary
            or held[after].marks.coordinated
            or following in flips
        ):
            continue
        if nearer.kind is Kind.NAME and not nearer.marks.preposition and not nearer.keys & one.keys:
            run = after - 1
            while (
                run > place
                and held[run].kind is Kind.NAME
                and held[run].marks.tied
                and not held[run].marks.preposition
            ):
                run -= 1
            if run > place and not held[run + 1].marks.preposition and not held[run + 1].marks.comma:
                return Verdict(Fault.ROLES, f"{one.text} {other.text}")
    return None
