"""Third in verification: who did it to whom, by the voice of verbs, prepositions and names."""

from collections.abc import Sequence

from bot.answering.verification import lexicon as lx
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
    for number in flips:
        place = places[number]
        one, other = said[number], held[place]
        certain = (passive(one) and active(held, place)) or (passive(other) and active(said, number))
        before = places.get(number - 1)
        if (
            certain
            and before is not None
            and said[number - 1].sentence == one.sentence
            and not one.marks.boundary
        ):
            if place - 4 <= before < place and held[before].sentence == other.sentence:
                return Verdict(Fault.ROLES, one.text)
        after = places.get(number + 1)
        if after is None or said[number + 1].sentence != one.sentence:
            continue
        by = said[number + 1].marks.preposition == "by" and held[after].marks.preposition != "by"
        if passive(one) and by and after > place and held[after].sentence == other.sentence:
            return Verdict(Fault.ROLES, said[number + 1].text)
    return None


def _prepositions(said: Sequence[Item], held: Sequence[Item], pairs: Pairs, flips: Flips) -> Verdict | None:
    places = dict(pairs)
    for number, place in pairs:
        own, theirs = said[number].marks.preposition, held[place].marks.preposition
        if own == theirs or (
            said[number].kind is Kind.NUMBER and held[place].kind is Kind.NUMBER and not own
        ):
            continue
        if own and theirs:
            if not lx.PREPOSITION_CLASSES[own] & lx.PREPOSITION_CLASSES[theirs]:
                return Verdict(Fault.RELATION, f"{own} {said[number].text}")
            continue
        if own and not theirs:
            near = (
                number == 0
                or abs(places.get(number - 1, place) - place) <= 5
                or said[number].kind is not Kind.NAME
            )
            if (own in ("in", "on", "at", "of", "than") and near) or (
                said[number].kind is Kind.DATE and own not in ("before", "after", "since", "until")
            ):
                continue
            if own == "by" and any(abs(number - flip) <= 6 for flip in flips):
                continue
            if own == "to" and said[number].marks.infinitive and held[place].marks.modal:
                continue
            if (place and held[place - 1].marks.preposition == own) or held[place].marks.coordinated:
                continue
            if own in ("to", "for", "with", "as"):
                if held[place].kind is Kind.WORD:
                    continue
            return Verdict(Fault.RELATION, f"{own} {said[number].text}")
        if theirs == "because" or (
            theirs in ("in", "on", "at", "to", "than", "of", "for")
            and (held[place].marks.infinitive or (said[number].kind is not Kind.NAME and theirs != "of"))
        ):
            continue
        if said[number].kind is Kind.DATE or said[number].marks.coordinated:
            continue
        if theirs == "by" and any(abs(number - flip) <= 6 for flip in flips):
            continue
        # "the price of oil": "the oil price"
        heads = {places.get(number + step) for step in (1, 2, 3)}
        if any(head is not None and place - 4 <= head < place for head in heads):
            continue
        if number and said[number - 1].marks.preposition == theirs and said[number].marks.tied:
            continue
        return Verdict(Fault.RELATION, said[number].text)
    return None


def _subjects(said: Sequence[Item], held: Sequence[Item], pairs: Pairs, flips: Flips) -> Verdict | None:
    """A name right before a word stands before it in the quote, with no other name between."""
    for (number, place), (following, after) in zip(pairs, pairs[1:], strict=False):
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
