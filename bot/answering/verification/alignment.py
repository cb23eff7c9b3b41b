"""Second in verification: which item of the quotes each item of the statement stands for.

A word may stand in several places of the quotes. The places are chosen together, so that neighbours
in the statement are neighbours in the quotes as far as can be (Viterbi's algorithm over the places).
"""

from collections import defaultdict
from collections.abc import Sequence

from bot.answering.verification.items import Item, Kind

Pairs = Sequence[tuple[int, int]]  # item of the statement, its place among the items of the quotes
Stated = dict[int, int]  # place among the items of the quotes, the item of the statement that stands for it

MOST_PLACES = 12  # of one item; a word that stands more often says little of where it belongs
# Costs of a choice. Only their order matters: going on with the next item is free, a few items left out
# are cheap, a step back is dearer than a synonym, another sentence dearer than both.
SKIPPED, SKIPPED_EACH, MOST_SKIPPED = 1.0, 0.1, 2.0
BACK, SAME, OTHER_SENTENCE = 3.0, 6.0, 4.0
SYNONYM, OTHER_PREPOSITION, OTHER_MARKS = 1.2, 0.4, 0.7


def align(said: Sequence[Item], held: Sequence[Item]) -> list[int | None]:
    """Return for each item of the statement its place among the items of the quotes, None if it has none."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(held):
        for key in item.keys:
            by_key[key].append(place)
    places = [_places(item, held, by_key) for item in said]
    found: list[int | None] = [None] * len(said)
    chain = [number for number, candidates in enumerate(places) if candidates]
    if not chain:
        return found
    best = [(_match_cost(said[chain[0]], held[place]), -1) for place in places[chain[0]]]
    steps = [best]
    for number, before in zip(chain[1:], chain, strict=False):
        best = []
        for place in places[number]:
            own = _match_cost(said[number], held[place])
            costs = [
                cost + _step_cost(held, previous, place)
                for (cost, _), previous in zip(steps[-1], places[before], strict=True)
            ]
            cheapest = min(range(len(costs)), key=costs.__getitem__)
            best.append((costs[cheapest] + own, cheapest))
        steps.append(best)
    choice = min(range(len(steps[-1])), key=lambda index: steps[-1][index][0])
    for number, step in zip(reversed(chain), reversed(steps), strict=True):
        found[number] = places[number][choice]
        choice = step[choice][1]
    return found


def _places(item: Item, held: Sequence[Item], by_key: dict[str, list[int]]) -> list[int]:
    places = {place for key in item.keys for place in by_key.get(key, ())}
    if item.kind is Kind.NUMBER:
        places = {place for place in places if held[place].kind is Kind.NUMBER}
    exact = sorted(places, key=lambda place: (held[place].stem != item.stem, place))
    return sorted(exact[:MOST_PLACES])


def _match_cost(item: Item, other: Item) -> float:
    cost = 0.0 if item.stem == other.stem else SYNONYM
    if item.marks.preposition != other.marks.preposition:
        cost += OTHER_PREPOSITION
    for name in ("negated", "modal", "quantifier", "approximation", "relative"):
        if getattr(item.marks, name) != getattr(other.marks, name):
            cost += OTHER_MARKS
    return cost


def _step_cost(held: Sequence[Item], before: int, place: int) -> float:
    if held[before].sentence != held[place].sentence:
        return OTHER_SENTENCE
    if place > before:
        skipped = place - before - 1
        return SKIPPED + min(MOST_SKIPPED, SKIPPED_EACH * skipped) if skipped else 0.0
    return SAME if place == before else BACK
