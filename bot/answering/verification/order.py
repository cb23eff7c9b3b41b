"""Third in verification: items stand in the order of the quotes, but for phrases that stand anywhere."""

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.english import lexicon as lx
from bot.answering.verification.alignment import Pairs
from bot.answering.verification.items import Item, Kind
from bot.answering.verification.verdict import Fault, Verdict
from bot.answering.verification.voice import Flips


def find_fault(said: Sequence[Item], held: Sequence[Item], pairs: Pairs, flips: Flips) -> Verdict | None:
    """Return where an item stands in another one's stead, None if nowhere."""
    for check in (_repeated, _exchanged, _order):
        verdict = check(said, held, pairs, flips)
        if verdict:
            return verdict
    return None


def _repeated(said: Sequence[Item], held: Sequence[Item], pairs: Pairs, flips: Flips) -> Verdict | None:
    """A name that a sentence says twice and the quotes once stands for another name in one place."""
    used: dict[tuple[int, int], int] = {}
    for number, place in pairs:
        if held[place].kind is not Kind.NAME:
            continue
        if (said[number].sentence, place) in used:
            return Verdict(Fault.ROLES, said[number].text)
        used[said[number].sentence, place] = number
    return None


def _exchanged(said: Sequence[Item], held: Sequence[Item], pairs: Pairs, flips: Flips) -> Verdict | None:
    """An item from elsewhere stands between two that stay, where the quote has another in its stead."""
    for first in range(len(pairs) - 2):
        number, place = pairs[first]
        for last in range(first + 2, min(first + 5, len(pairs))):
            following, after = pairs[last]
            if not place + 1 < after <= place + 4 or held[place].sentence != held[after].sentence:
                continue
            between = pairs[first + 1 : last]
            if any(place <= where <= after for _, where in between) or following - number > last - first + 2:
                continue
            if said[number].sentence != said[following].sentence or any(
                n in flips for n in range(number, following + 1)
            ):
                continue
            opening = said[between[0][0]]
            if opening.marks.comma and len(between) > 1 and opening.kind is not Kind.NAME:
                continue  # a phrase of its own: "At 41 metres, the tower is taller"
            if all(
                said[n].adverb or (said[n].kind is Kind.DATE and held[w].kind is Kind.DATE)
                for n, w in between
            ):
                continue
            return Verdict(Fault.ROLES, said[between[0][0]].text)
    return None


def _order(said: Sequence[Item], held: Sequence[Item], pairs: Pairs, flips: Flips) -> Verdict | None:
    """What is no phrase of its own stands in the order of the quote."""
    core = _core(said, held, pairs)
    for (number, place), (following, after) in pairwise(core):
        if after >= place or said[number].sentence != said[following].sentence:
            continue
        if held[place].sentence != held[after].sentence:
            continue
        if said[number].kind is Kind.NUMBER and said[following].stem in lx.UNITS:
            continue  # "41 metres, six more than": "six metres"
        if any(number - 6 <= flip <= following + 6 for flip in flips):
            continue
        if _may_turn(said, held, (number, place), (following, after), dict(pairs)):
            continue
        return Verdict(Fault.ROLES, f"{said[number].text} … {said[following].text}")
    return None


def _may_turn(
    said: Sequence[Item],
    held: Sequence[Item],
    left: tuple[int, int],
    right: tuple[int, int],
    places: dict[int, int],
) -> bool:
    (number, place), (following, after) = left, right
    one, other = said[number], said[following]
    if place - after <= 3 and any(item.stem in lx.REPORTERS for item in (held[place], held[after])):
        return True  # "said Varga": "Varga said"
    if _is_report(said, number, place, held) or _is_attribution(said, held, following, after, places):
        return True  # "..., Varga told reporters": "Varga told reporters that ..."
    if other.marks.coordinated and any(item.marks.coordinated for item in held[after + 1 : place + 1]):
        return True  # "Varga and Aune": "Aune and Varga"
    if held[place].marks.preposition and place - after <= 4:
        return True  # "the price of oil": "the oil price"
    if one.adverb or other.adverb:
        return True
    return bool(one.marks.comma and held[place].marks.comma)


def _is_attribution(
    said: Sequence[Item], held: Sequence[Item], following: int, after: int, places: dict[int, int]
) -> bool:
    """Whether all that the sentence says before is who said it, near the verb in both."""
    first = next(number for number, item in enumerate(said) if item.sentence == said[following].sentence)
    before = [places[number] for number in range(first, following) if number in places]
    verbs = [place for place in before if held[place].stem in lx.REPORTERS]
    opens = after == 0 or held[after - 1].sentence != held[after].sentence
    return opens and len(verbs) == 1 and all(abs(place - verbs[0]) <= 5 for place in before)


def _is_report(said: Sequence[Item], number: int, place: int, held: Sequence[Item]) -> bool:
    """Whether who said it and the verb, in this order in both, were put before what was said."""
    for back in range(4):
        if number - back < 1 or place - back < 1 or not said[number - back].keys & held[place - back].keys:
            return False
        if said[number - back].stem in lx.REPORTERS or said[number - back].stem == "tell":
            return bool(said[number - back - 1].keys & held[place - back - 1].keys)
    return False


def _core(said: Sequence[Item], held: Sequence[Item], pairs: Pairs) -> list[tuple[int, int]]:
    """The pairs without phrases that may stand anywhere: "in Lindau", "on Monday", "after the storm"."""
    core: list[tuple[int, int]] = []
    moving = False
    previous = -2
    for number, place in pairs:
        item, other = said[number], held[place]
        opens = item.marks.preposition and other.marks.preposition and not item.marks.infinitive
        opens = opens or (item.kind is Kind.NUMBER and bool(item.marks.preposition))  # "at 41 metres, …"
        opens = opens or bool(item.marks.relative)
        starts_anew = item.marks.boundary or item.marks.comma
        if opens or item.kind is Kind.DATE or (other.marks.comma and item.marks.comma):
            moving = True
        elif not (
            moving and place == previous + 1 and not starts_anew and not item.marks.be and not item.marks.have
        ):
            moving = False
        if item.adverb or item.kind is Kind.DATE:
            pass
        elif not moving:
            core.append((number, place))
        previous = place
    return core
